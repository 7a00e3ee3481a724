"""What every subcommand does once it has a question: have it answered, show the answer."""

from collections.abc import Callable

from calctool import budget
from calctool.cli import exit_code, output, streams
from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings
from calctool.notation.problem import Problem
from calctool.run import alarm, worker
from calctool.run.child import Answer, Question
from calctool.words import Words
from calctool.words.printable import printable

_NOTE = Words(en="note: {text}", zh="说明：{text}")
_DOUBT = Words(en="{reason} [{id}]", zh="{reason} [{id}]")

Write = Callable[[Answer, Settings], str]
Besides = Callable[[Answer], None]


def _nothing_else(_answer: Answer) -> None:
    pass


def ask(
    question: Question, settings: Settings, as_text: Write, besides: Besides = _nothing_else
) -> Exit:
    """The answer to where it was asked for; notes and doubts to standard error.

    `besides` is what else is made of the answer, such as a picture.
    """
    _say_notes(question, settings)
    in_json = settings.format == "json"
    write = _as_json if in_json else as_text
    answer = worker.answer(
        question, settings.bounds, meanwhile=_load_json if in_json else _load_text
    )
    output.deliver(_in_time(write, answer, settings), settings.output)
    besides(answer)
    _say_doubts(answer, settings)
    return exit_code.of_answer(answer)


def _in_time(write: Write, answer: Answer, settings: Settings) -> str:
    """Writing an answer can take longer than finding it; both together keep the time limit."""
    left = max(settings.bounds.timeout - answer.seconds, budget.WRITING_S)
    try:
        with alarm.at_most(left):
            return write(answer, settings)
    except alarm.OutOfTime:
        raise Problem("limit.size", hint="print-less") from None


def _as_json(answer: Answer, settings: Settings) -> str:
    from calctool.render import wire

    wired = wire.wired(answer, settings.look.language, steps=settings.steps != "none")
    return wire.text(wired)


def _load_json() -> None:
    """What writing needs is imported while the child works."""
    import calctool.render.wire  # noqa: F401


def _load_text() -> None:
    import calctool.render.text  # noqa: F401


def _say_notes(question: Question, settings: Settings) -> None:
    language = settings.look.language
    for note in question.notes:
        text = printable(note.words.say(language))
        streams.complain(_NOTE.say(language, text=text) + "\n")


def _say_doubts(answer: Answer, settings: Settings) -> None:
    if answer.error is None:
        return
    id, _ = answer.error
    language = settings.look.language
    reason = answer.completeness.reason.say(language)
    streams.complain(_DOUBT.say(language, reason=reason, id=id) + "\n")
