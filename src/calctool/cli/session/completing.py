"""What a word that was begun can become, by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from calctool.atlas.index import SPELLINGS
from calctool.cli import commands
from calctool.cli.session.session import COMMANDS, OWN
from calctool.commands import QUESTIONS, command

_NAME = re.compile(r"[A-Za-z][\w.]*$")


def begun(line: str, defined: Iterable[str]) -> tuple[str, list[str]]:
    """The part of the line that is completed, its end, and what it can be."""
    before, _, word = line.rpartition(" ")
    earlier = before.split()
    if not earlier:
        return word, _of(word, (*COMMANDS, *OWN))
    name = earlier[0]
    if name in ("help", "rules") and len(earlier) == 1:
        return word, _of(word, COMMANDS if name == "help" else ("functions", *_rules()))
    if name == "forget":
        return word, _of(word, defined)
    if name not in COMMANDS:
        return _names(line, defined)
    _, options = commands.shape(name)
    if word.startswith("--"):
        return word, _of(word, options)
    if earlier[-1] in options and "|" in options[earlier[-1]]:
        listed = options[earlier[-1]].split("|")
        return word, _of(word, (each for each in listed if not each.isupper()))
    if command(name).judges and len(earlier) == 1:
        return word, _of(word, QUESTIONS)
    return _names(line, defined)


def _names(line: str, defined: Iterable[str]) -> tuple[str, list[str]]:
    """Functions and what was defined; a single letter is a variable and completes to nothing."""
    found = _NAME.search(line)
    word = found[0] if found else ""
    if len(word) < 2:
        return word, []
    return word, _of(word, (*defined, *(f"{name}(" for name in SPELLINGS)))


def _rules() -> list[str]:
    from calctool.rules import every

    return [rule.id for rule in every()]


def _of(word: str, known: Iterable[str]) -> list[str]:
    return sorted({each for each in known if each.startswith(word) and each != word})
