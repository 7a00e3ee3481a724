"""Sorting the arguments before Typer sees them, because an expression may begin with a minus.

An argument is an option only when it is exactly -h or -o or begins with two minus signs; behind the
expression, where no other can stand, when it is one of a few letters, too.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from calctool.cli import synonyms
from calctool.cli.terminal.streams import utf8
from calctool.notation.problem import Problem

LONG = {"-h": "--help", "-o": "--output"}
AFTER_EXPRESSION = {
    "-w": "--wrt", "-s": "--subject-to", "-a": "--at", "-d": "--domain", "-n": "--order",
    "-p": "--plot", "-f": "--format", "-j": "--json", "-l": "--lang", "-t": "--timeout",
}  # fmt: skip
"""Options only behind the expression: before it, -x is one."""
SHORT = {long: short for short, long in (LONG | AFTER_EXPRESSION).items()}
_COMMAND_AND_EXPRESSION = 2


class Sorted(Struct, frozen=True):
    """Options by their long names, in the order given; a flag has the value None."""

    options: tuple[tuple[str, str | None], ...]
    operands: tuple[str, ...]

    def last(self, option: str) -> str | None:
        """The value of an option; given twice, the last one counts."""
        return dict(self.options).get(option)

    def has(self, option: str) -> bool:
        return option in dict(self.options)


def decoded(arguments: Sequence[str]) -> list[str]:
    """What was typed, as UTF-8, whatever the locale made of it."""
    return [utf8(os.fsencode(argument)) for argument in arguments]


def sort(
    arguments: Sequence[str],
    takes_value: Mapping[str, bool],
    near: Iterable[str] | None = None,
    letters_behind: int = _COMMAND_AND_EXPRESSION,
) -> Sorted:
    """Options with their values, and the rest; raises Problem for an option nobody knows.

    Its hint is taken from the options `near`, those of the command, where that is known. Options
    of a letter stand behind so many operands, of which the command is one.
    """
    options: list[tuple[str, str | None]] = []
    operands: list[str] = []
    rest = iter(_with_values(arguments))
    for argument in rest:
        if argument == "--":
            operands += rest
        elif (name := _letter(argument, operands, letters_behind)) in takes_value:
            value = argument.partition("=")[2] if "=" in argument else None
            options.append(_option(name, value, rest, takes_value))
        elif not is_option(argument):
            operands.append(argument)
        else:
            name, equals, value = argument.partition("=")
            if LONG.get(name, name) not in takes_value:
                raise unknown_option(name, takes_value if near is None else near)
            options.append(_option(name, value if equals else None, rest, takes_value))
    return Sorted(tuple(options), tuple(operands))


IF_LEFT_OUT = {"--hint": ("1", "2")}
"""What an option may be given; the first stands for none."""


def _with_values(arguments: Sequence[str]) -> Iterator[str]:
    """The arguments with the value of an option that may be left out."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    for place, argument in enumerate(arguments):
        values = IF_LEFT_OUT.get(argument) if place < end else None
        if values is None or set(arguments[place + 1 : place + 2]) & set(values):
            yield argument
        else:
            yield f"{argument}={values[0]}"


def _letter(argument: str, operands: Sequence[str], behind: int) -> str:
    """The option of a letter behind the expression; else nothing."""
    is_behind = len(operands) >= behind
    return AFTER_EXPRESSION.get(argument.partition("=")[0], "") if is_behind else ""


def is_option(argument: str) -> bool:
    return argument in LONG or argument.startswith("--")


def _option(
    name: str, value: str | None, rest: Iterator[str], takes_value: Mapping[str, bool]
) -> tuple[str, str | None]:
    name = LONG.get(name, name)
    if takes_value[name] and value is None:
        value = next(rest, None)
        if value is None or value.startswith("--"):
            raise Problem("usage.missing-value", hint="value-after-option", option=name)
    elif not takes_value[name] and value is not None:
        raise Problem("usage.unexpected-value", option=name)
    return name, value


def unknown_option(name: str, known: Iterable[str]) -> Problem:
    known = list(known)
    other = synonyms.OPTIONS.get(name.lower())
    near = [other] if other and other.split()[0] in known else nearest(name, known)
    hint = "nearest-option" if near else "all-options"
    return Problem("usage.unknown-option", hint=hint, option=name[:40], near=", ".join(near))


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Up to two words that a typing mistake may have come from."""
    from difflib import get_close_matches

    bare = {name.lstrip("-"): name for name in known}
    typed = word[:40].lstrip("-").replace("_", "-").lower()
    begun = [name for name in bare if len(typed) > 1 and name.startswith(typed)]
    close = get_close_matches(typed, bare, n=2)
    return [bare[name] for name in dict.fromkeys([*begun, *close])][:2]


def one_dash(arguments: Iterable[str], known: Iterable[str]) -> tuple[str, str] | None:
    """An argument with one dash that is no expression but an option, and that option, if known."""
    known = list(known)
    for argument in arguments:
        name = argument[1:].partition("=")[0]
        if argument[:1] != "-" or not name.replace("-", "").isalpha():
            continue
        meant = f"--{name}" if f"--{name}" in known else synonyms.LETTERS.get(name, "")
        meant = meant or synonyms.OPTIONS.get(f"--{name}", "")
        if meant:
            return argument, meant if meant.split()[0] in known else ""
    return None
