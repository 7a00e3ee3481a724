"""A run of `calctool sheet`: problems in, one page out; whatever is wrong is said by line."""

from __future__ import annotations

from collections.abc import Iterable

from calctool import budget
from calctool.cli.exit_code import Exit
from calctool.cli.lines.problems import Numbered, problems
from calctool.cli.options import Settings
from calctool.cli.posed import Posed
from calctool.cli.terminal import output, streams
from calctool.cli.terminal.waiting import Waiting
from calctool.notation.problem import Problem
from calctool.present import handout
from calctool.present.answers import document
from calctool.present.handout import Handout, Place, Task
from calctool.render.forms import rendered_handout
from calctool.render.problem import drawn
from calctool.run import alarm, several
from calctool.run.child import Fault
from calctool.solve.answer import Status, Told
from calctool.solve.question import Asked
from calctool.solve.typed.options.values import choice
from calctool.words.doors import handout as words
from calctool.words.printable import printable
from calctool.words.titles import COLON

Read = tuple[Numbered, Posed, Asked]


def run(file: str, settings: Settings, title: str | None, solutions: str, *, plot: bool) -> Exit:
    """The page; raises Problem where there is nothing to print or nowhere to write."""
    place: Place = choice("--solutions", solutions, ("inline", "end", "none"))
    language = settings.look.language
    shown = words.TITLE.say(language) if title is None else _title(title)
    lines = _lines(file, settings, plot=plot)
    read = [one for line in lines if (one := _read(line, settings)) is not None]
    if len(read) < len(lines):
        return Exit.USAGE
    if place == "none":
        tasks = [_task(number, asked, None, settings) for number, (_, _, asked) in _numbered(read)]
        unfinished = False
    else:
        answers = _answers(read, settings)
        if answers is None:
            return Exit.USAGE
        tasks = [
            _task(number, asked, (posed, answer), settings)
            for (number, (_, posed, asked)), answer in zip(_numbered(read), answers, strict=True)
        ]
        unfinished = any(answer.status is not Status.COMPLETE for answer in answers)
    page = Handout(shown, tuple(tasks), place, language)
    whole = settings.whole is not False
    try:
        with alarm.at_most_working(settings.bounds.timeout + budget.WRITING_S * len(tasks)):
            made = rendered_handout(page, settings.format, settings.look.terminal, whole=whole)
    except alarm.OutOfTime:
        raise Problem("limit.size", hint="print-less") from None
    output.deliver(made, settings.output)
    return Exit.INCOMPLETE if unfinished else Exit.ANSWERED


def _title(title: str) -> str:
    most = budget.TITLE_CHARACTERS
    if len(title) > most or printable(title) != title:
        raise Problem("usage.title", most=most)
    return title


def _lines(file: str, settings: Settings, *, plot: bool) -> list[Numbered]:
    text = streams.text_of(file, budget.SHEET_BYTES)
    most = budget.SHEET_PROBLEMS
    found: list[Numbered] = []
    for line in problems(text, settings, plot=plot):
        if len(found) == most:
            raise Problem("sheet.too-many", hint="batch-takes-more", most=most)
        found.append(line)
    if not found:
        raise Problem("sheet.none", hint="sheet-example", file=printable(file))
    return found


def _read(line: Numbered, settings: Settings) -> Read | None:
    """The question of a line, with its notes; None where it was said what is wrong."""
    try:
        if isinstance(line.posed, Problem):
            raise line.posed
        asked = line.posed.question()
    except Problem as problem:
        _complain(line, problem, settings)
        return None
    language = settings.look.language
    for note in asked.notes:
        said = printable(note.words.say(language))
        _say(line, said, settings)
    return line, line.posed, asked


def _answers(read: list[Read], settings: Settings) -> list[Told] | None:
    """One for each question; None where one of them has no answer at all."""
    asked = [(question, posed.settings.bounds) for _, posed, question in read]
    found: list[Told] = []
    is_all = True
    look = settings.look
    with Waiting(look.language, look.width) as waiting:
        heard_of_all = list(
            several.answers(asked, several.cores(), lambda done: waiting.counted(done, len(asked)))
        )
    for (line, _, _), heard in zip(read, heard_of_all, strict=True):
        match heard:
            case Fault():
                raise heard
            case Problem():
                _complain(line, heard, settings)
                is_all = False
            case _:
                if heard.error is not None:
                    _doubt(line, heard, settings)
                found.append(heard)
    return found if is_all else None


def _numbered(read: list[Read]) -> Iterable[tuple[int, Read]]:
    return enumerate(read, start=1)


def _task(number: int, asked: Asked, solved: tuple[Posed, Told] | None, settings: Settings) -> Task:
    solution = None
    if solved is not None:
        posed, answer = solved
        solution = document(answer, posed.settings.wishes(drawn=posed.pictures.shown))
    return handout.task(number, asked, solution, settings.look.language)


def _complain(line: Numbered, problem: Problem, settings: Settings) -> None:
    problem.facts.setdefault("part", words.LINE.filled(line=line.line))
    streams.complain(drawn(problem, settings.look.language, settings.look.width))


def _doubt(line: Numbered, answer: Told, settings: Settings) -> None:
    id, _ = answer.error or ("", "")
    reason = answer.completeness.reason.say(settings.look.language)
    _say(line, f"{reason} [{id}]", settings)


def _say(line: Numbered, text: str, settings: Settings) -> None:
    language = settings.look.language
    head = words.LINE.say(language, line=line.line) + COLON.say(language)
    streams.complain(f"{head}{text}\n")
