"""What every subcommand that answers a question does: ask it, show the answer, draw it."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from calctool import budget
from calctool.cli import exit_code
from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings
from calctool.cli.posed import Pictures, Posed
from calctool.cli.terminal import output, streams
from calctool.cli.terminal.waiting import Waiting
from calctool.commands import part
from calctool.notation.problem import Problem
from calctool.render.forms import FORMS, Form
from calctool.run import alarm, worker
from calctool.solve.answer import Told
from calctool.solve.question import Asked
from calctool.words import Words
from calctool.words.printable import printable

_NOTE = Words(en="note: {text}", zh="说明：{text}")
_DOUBT = Words(en="{reason} [{id}]", zh="{reason} [{id}]")


Deliver = Callable[[str, str | None], object]


def ask(posed: Posed) -> Exit:
    """The answer to where it was asked for; notes and doubts to standard error."""
    return exit_code.of_answer(answered(posed))


def answered(posed: Posed, *, stays: bool = False, deliver: Deliver = output.deliver) -> Told:
    """The answer, shown as `ask` shows it.

    `stays` is for a process that goes on asking, as `worker.answer` has it.
    """
    settings, pictures = posed.settings, posed.pictures
    if posed.typed.expression == "-":
        typed = replace(posed.typed, expression=streams.read_expression())
        posed = replace(posed, typed=typed)
    if pictures.file is not None:
        check_picture(pictures.file)
    question = posed.question()
    _say_notes(question, settings)
    load = partial(_load, question.command, FORMS[settings.format])
    look = settings.look
    with Waiting(look.language, look.width, settings.bounds.timeout) as waiting:
        answer = worker.answer(
            question, settings.bounds, meanwhile=load, stays=stays, heard=waiting.heard
        )
    deliver(_in_time(answer, settings, pictures), settings.output)
    if pictures.file is not None:
        save_picture(answer, settings, pictures.file)
    _say_doubts(answer, settings)
    return answer


def _in_time(answer: Told, settings: Settings, pictures: Pictures) -> str:
    """Writing an answer can take longer than finding it; both together keep the time limit.

    On a busy machine the few milliseconds that it mostly needs are waited for: what was found by
    the end of the time is not lost.
    """
    left = max(settings.bounds.timeout - answer.seconds, budget.WRITING_S)
    try:
        with alarm.at_most_working(left):
            return written(answer, settings, pictures)
    except alarm.OutOfTime:
        raise Problem("limit.size", hint="print-less") from None


def written(answer: Told, settings: Settings, pictures: Pictures) -> str:
    """The answer in the form that was asked for."""
    look = settings.look
    if settings.format == "json":
        from calctool.render import wire

        return wire.text(wire.wired(answer, look.language, steps=settings.steps != "none"))
    from calctool.present.answers import document
    from calctool.render.forms import rendered

    page = document(answer, settings.wishes(drawn=pictures.shown))
    return rendered(page, settings.format, look.terminal, whole=settings.whole)


def _load(command: str, form: Form) -> None:
    """What writing most answers needs is imported while the child works."""
    if form.of_answer:
        import calctool.render.wire

        part("render.wire", command)
    else:
        import calctool.render.text  # noqa: F401

        part("present", command)


def _say_notes(question: Asked, settings: Settings) -> None:
    language = settings.look.language
    for note in question.notes:
        text = printable(note.words.say(language))
        streams.complain(_NOTE.say(language, text=text) + "\n")


def _say_doubts(answer: Told, settings: Settings) -> None:
    if answer.error is None:
        return
    id, _ = answer.error
    language = settings.look.language
    reason = answer.completeness.reason.say(language)
    streams.complain(_DOUBT.say(language, reason=reason, id=id) + "\n")


# --- pictures -----------------------------------------------------------------------------------


def check_picture(file: str) -> None:
    """Refuse before anything is computed what could not be written after it."""
    from calctool.render import plot

    output.check(file)
    plot.check(file)


def save_picture(answer: Told, settings: Settings, file: str) -> None:
    """A picture that takes too long is not begun in the file; the answer has been given."""
    timeout = settings.bounds.timeout
    try:
        with alarm.at_most(max(timeout - answer.seconds, budget.DRAWING_S)):
            _save(answer, settings, file)
    except alarm.OutOfTime:
        raise Problem("limit.time", timeout=timeout) from None


def _save(answer: Told, settings: Settings, file: str) -> None:
    from calctool.present.answers import figure, undrawn
    from calctool.render import plot

    wishes = settings.wishes(drawn=True)
    found = figure(
        answer, wishes if plot.speaks(wishes.language) else replace(wishes, language="en")
    )
    if found is None:
        raise Problem("file.nothing-to-draw", file=file, reason=undrawn(answer))
    output.deliver_bytes(plot.picture(found, plot.suffix(file)), file)
