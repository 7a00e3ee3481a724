"""What --help and the bare command print; a command's words stand in its record."""

from collections.abc import Iterable, Iterator

from calctool.cli.argv import SHORT
from calctool.cli.terminal.look import width
from calctool.commands import COMMANDS, command
from calctool.render.text.wrap import wrap_words
from calctool.words import Language, Words
from calctool.words.help import cli as words
from calctool.words.printable import cells

_GAP = "  "
_MOST_COLUMNS, _LEFT = 79, 26
"""Columns of a line, and those of an option that has its meaning beside it."""
Row = tuple[str, str]


def overview(language: Language) -> str:
    """The commands, and examples that run as pasted."""
    return _parts(
        _filled(words.TAGLINE.say(language)),
        words.USAGE.say(language) + "calctool COMMAND ...",
        words.COMMANDS_HEAD.say(language),
        _rows((name, command(name).summary.say(language)) for name in COMMANDS),
        words.EXAMPLES_HEAD.say(language),
        _lines(line for name in COMMANDS for line in command(name).first_examples),
        _filled(words.MORE.say(language)),
    )


def of_command(
    name: str, operand: str, options: Iterable[Row], language: Language, *, brief: bool = False
) -> str:
    """One command: `options` are pairs of an option's long name and what its value looks like.

    In brief those that most questions need; else all of them, each with an example.
    """
    record = command(name)
    meaning = {**words.OPTIONS, **record.options}
    kept = [option for option in options if not brief or option[0] in words.COMMON]
    shown = [
        (_spelled(*option), _meant(name, option[0], meaning[option[0]], language, brief=brief))
        for option in kept
    ]
    usage = f"{words.USAGE.say(language)}calctool {name} {operand}".rstrip()
    summary, details = record.summary.say(language), record.details.say(language)
    return _parts(
        usage,
        _filled(summary if brief else f"{summary}\n{_run_on(details, language)}"),
        words.OPTIONS_HEAD.say(language),
        _rows(shown),
        words.EXAMPLES_HEAD.say(language),
        _lines(record.examples),
        *([_filled(words.LONGER.say(language, command=name))] if brief else []),
    )


def _meant(name: str, option: str, meaning: Words, language: Language, *, brief: bool) -> str:
    here = words.EXAMPLES_HERE.get((name, option)) or words.EXAMPLES.get(option, "")
    example = "" if brief else here
    example = example and words.AS.say(language) + example
    return "\n".join(filter(None, (meaning.say(language), example)))


def _spelled(option: str, metavar: str) -> str:
    short = f"{SHORT[option]}, " if option in SHORT else ""
    return f"{short}{option} {metavar}".rstrip()


def _parts(*parts: str) -> str:
    """Headings stand close to what they head, everything else apart."""
    text = ""
    for part in parts:
        text += part + ("\n" if part.endswith((":", "：")) else "\n\n")
    return text.rstrip("\n") + "\n"


def _rows(rows: Iterable[Row]) -> str:
    """What is wide on the left has its meaning below it; no line is wider than a terminal."""
    rows = list(rows)
    widest = max((cells(left) for left, _ in rows if cells(left) <= _LEFT), default=_LEFT)
    return "\n".join(line for row in rows for line in _row(*row, widest))


def _row(left: str, right: str, widest: int) -> Iterator[str]:
    indent = len(_GAP) + widest + len(_GAP)
    room = _columns() - indent
    lines = [part for line in right.split("\n") for part in wrap_words(line, room, room)]
    if cells(left) > widest:
        yield _GAP + left
        left = ""
    for text in lines:
        yield f"{_GAP}{left}{' ' * (widest - cells(left))}{_GAP}{text}".rstrip()
        left = ""


def _run_on(text: str, language: Language) -> str:
    """Its lines as one, which is broken where the page ends."""
    return text.replace("\n", " " if language == "en" else "")


def _filled(text: str) -> str:
    wrapped = (
        part for line in text.split("\n") for part in wrap_words(line, _columns(), _columns())
    )
    return "\n".join(wrapped)


def _columns() -> int:
    return min(_MOST_COLUMNS, width(None))


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(_GAP + line for line in lines)
