"""What --help and the bare command print; a command's words stand in its record."""

from collections.abc import Iterable

from calctool.commands import COMMANDS, command
from calctool.words import Language
from calctool.words.help import cli as words
from calctool.words.printable import cells

_GAP = "  "
Row = tuple[str, str]


def overview(language: Language) -> str:
    """The commands, and examples that run as pasted."""
    return _parts(
        words.TAGLINE.say(language),
        words.USAGE.say(language) + "calctool COMMAND ...",
        words.COMMANDS_HEAD.say(language),
        _rows((name, command(name).summary.say(language)) for name in COMMANDS),
        words.EXAMPLES_HEAD.say(language),
        _lines(line for name in COMMANDS for line in command(name).first_examples),
        words.MORE.say(language),
    )


def of_command(name: str, operand: str, options: Iterable[Row], language: Language) -> str:
    """One command: `options` are pairs of an option's long name and what its value looks like."""
    record = command(name)
    meaning = {**words.OPTIONS, **record.options}
    shown = [(_spelled(*option), meaning[option[0]].say(language)) for option in options]
    return _parts(
        f"{words.USAGE.say(language)}calctool {name} {operand}".rstrip(),
        f"{record.summary.say(language)}\n{record.details.say(language)}",
        words.OPTIONS_HEAD.say(language),
        _rows(shown),
        words.EXAMPLES_HEAD.say(language),
        _lines(record.examples),
    )


def _spelled(option: str, metavar: str) -> str:
    short = {"--help": "-h, ", "--output": "-o, "}.get(option, "")
    return f"{short}{option} {metavar}".rstrip()


def _parts(*parts: str) -> str:
    """Headings stand close to what they head, everything else apart."""
    text = ""
    for part in parts:
        text += part + ("\n" if part.endswith((":", "：")) else "\n\n")
    return text.rstrip("\n") + "\n"


def _rows(rows: Iterable[Row]) -> str:
    rows = list(rows)
    widest = max(cells(left) for left, _ in rows)
    return "\n".join(
        f"{_GAP}{left}{' ' * (widest - cells(left))}{_GAP}{right}" for left, right in rows
    )


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(_GAP + line for line in lines)
