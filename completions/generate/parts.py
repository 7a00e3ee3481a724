"""What the four shells share: which files, which fixed values, which words an option takes."""

from __future__ import annotations

from calctool.cli.argv import LONG
from calctool.cli.surface import EVERYWHERE, Command, Option, surface
from calctool.commands import command as record_of
from calctool.render.forms import FORMS, OF_DOCUMENTS
from calctool.rules import every
from calctool.words.help import cli as words

HEAD = "Completion of calctool; made by completions/generate, lists the options itself."
COMMANDS = surface()
RULE_NAMES = ("functions", *sorted(rule.id for rule in every()))
_ANSWERS = ("txt", "json", "tex", "md", "html")
_PICTURES = ("svg", "png", "pdf")
_LINES = ("jsonl", "jsonl.gz")

__all__ = ["COMMANDS", "EVERYWHERE", "HEAD", "RULE_NAMES", "Command", "Option"]


def suffixes(command: Command, option: Option) -> tuple[str, ...]:
    """The suffixes of the files that an option takes; none for another kind of value."""
    if option.metavar != "FILE":
        return ()
    if option.name == "--save-plot":
        return _PICTURES
    pages = tuple(FORMS[name].suffix for name in OF_DOCUMENTS)
    others = {"batch": _LINES, "schema": ("json",), "rules": pages, "sheet": pages}
    return others.get(command.name, _ANSWERS)


def operand_suffixes(command: Command) -> tuple[str, ...]:
    if not command.operand.startswith("FILE"):
        return ()
    return _LINES if command.name == "batch" else ("txt", "jsonl")


def meaning(command: Command | None, option: Option) -> str:
    special = record_of(command.name).options if command else {}
    return (special.get(option.name) or words.OPTIONS[option.name]).en


def about(command: Command) -> str:
    return record_of(command.name).summary.en


def spellings(option: Option) -> tuple[str, ...]:
    return tuple(filter(None, (option.short, option.name)))


def anywhere(option: Option) -> str:
    """Its letter, where that is an option wherever it stands and not behind an expression only."""
    return option.short if option.short in LONG else ""


def pattern(found: tuple[str, ...]) -> str:
    """A regular expression for names with these suffixes."""
    alternatives = "|".join(suffix.replace(".", r"\.") for suffix in found)
    return rf"\.({alternatives})$"
