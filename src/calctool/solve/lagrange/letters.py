"""Which constraint the multiplier belongs to that somebody calls λ, μ or λ₂."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence

from calctool.notation.tree import Relation

_ORDER = ("lambda", "mu", "nu")
_GREEK = {"λ": "lambda", "μ": "mu", "ν": "nu"}
_NAME = re.compile(r"\\?(?P<letter>lambda|mu|nu|[λμν])_?\{?(?P<number>[1-9]?)\}?")


def _parts(name: str) -> tuple[str, str] | None:
    """The letter and the number, which may be a subscript."""
    found = _NAME.fullmatch(unicodedata.normalize("NFKC", name))
    return (_GREEK.get(found["letter"], found["letter"]), found["number"]) if found else None


def is_multiplier(name: str) -> bool:
    """Whether a name is one that multipliers have."""
    return _parts(name) is not None


def belonging(names: Collection[str], constraints: Sequence[Relation]) -> Mapping[str, int] | None:
    """The place of the constraint for each name; None where the names do not say which.

    A number counts the constraints; bare letters are theirs in the order λ, μ, ν where there is one
    for each. Where there are equations and inequalities and both λ and μ are used, λ is of the
    equations and μ of the inequalities, as in the conditions of Karush, Kuhn and Tucker.
    """
    read = {name: parts for name in names if (parts := _parts(name)) is not None}
    every = range(len(constraints))
    equations = [place for place in every if constraints[place].sign == "="]
    others = [place for place in every if place not in equations]
    is_split = {"lambda", "mu"} <= {letter for letter, _ in read.values()} and bool(
        equations and others
    )
    bare = sorted(letter for letter, number in read.values() if not number)
    in_order = bare == list(_ORDER[: len(constraints)]) and not (equations and others)
    found: dict[str, int] = {}
    for name, (letter, number) in read.items():
        own = ({"lambda": equations, "mu": others} if is_split else {}).get(letter, list(every))
        if not number and len(own) > 1 and not in_order:
            return None
        place = int(number) - 1 if number else _ORDER.index(letter) if len(own) > 1 else 0
        if place >= len(own):
            return None
        found[name] = own[place]
    return found if len(found) == len(names) == len(set(found.values())) else None
