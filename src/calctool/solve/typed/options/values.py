"""Single values of options: one of a list, a whole number, a decimal."""

from typing import TypeVar

from calctool.notation.problem import Problem
from calctool.words.help.cli import ALLOWED

Choice = TypeVar("Choice", bound=str)


def choice(option: str, value: str, choices: tuple[Choice, ...]) -> Choice:
    """The value if it is one of the choices; Problem, with the choices, if not."""
    for known in choices:
        if known == value:
            return known
    raise _bad_value(option, value, "choice", choices=", ".join(choices))


def integer(option: str, value: str, bounds: tuple[int, int]) -> int:
    """A whole number inside the bounds; they hold."""
    least, most = bounds
    digits = value.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) <= len(str(most)):
        number = int(value)
        if least <= number <= most:
            return number
    raise _bad_value(option, value, "whole", least=least, most=most)


def decimal(option: str, value: str, bounds: tuple[float, float]) -> float:
    """A decimal number inside the bounds; they hold, NaN never does."""
    least, most = bounds
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if not least <= number <= most:
        raise _bad_value(option, value, "range", least=least, most=most)
    return number


def _bad_value(option: str, value: str, kind: str, **facts: object) -> Problem:
    allowed = ALLOWED[kind].filled(**facts)
    return Problem("usage.bad-value", option=option, value=value[:60], allowed=allowed)
