"""What --assume and --when say: relations between parameters, and what f should be."""

from __future__ import annotations

import re
from collections.abc import Collection, Set

from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tokens.joined import Scope
from calctool.notation.tree import Relation
from calctool.solve.typed.constraints import separated
from calctool.solve.typed.options.parameters import Assignments, put_in, refuse_absent
from calctool.solve.typed.record import Typed
from calctool.solve.typed.scope import scope
from calctool.words import Note
from calctool.words.help.cli import ALLOWED

PROPERTIES = (
    "f>=0", "f>0", "f<=0", "f<0", "increasing", "decreasing", "extrema=N", "zeros=N"
)  # fmt: skip
_SPELLED = str.maketrans({"≥": ">=", "≤": "<=", "＝": "=", "＞": ">", "＜": "<"})
_COUNT = re.compile(r"(extrema|zeros)=(\d{1,2})")


def assumptions(
    typed: Typed, present: Set[str], around: Scope
) -> tuple[tuple[Relation, ...], tuple[Note, ...]]:
    """The relations of --assume between names that are there; how several in one were read."""
    texts, notes = separated(tuple(typed.assume), "--assume")
    found: list[Relation] = []
    for text in texts:
        reading = read(text, relation=True, scope=around)
        notes = (*notes, *reading.notes)
        statement = reading.statement
        if not isinstance(statement, Relation):
            raise Problem("assume.relation", text=text.strip()[:60])
        if statement.sign == "=":
            raise Problem("assume.equation", hint="give-where-equal", text=text.strip()[:60])
        refuse_absent("--assume", sorted(statement.names), present)
        found.append(statement)
    return tuple(found), notes


def of_letters(
    typed: Typed, present: Set[str], variables: Collection[str], where: Assignments
) -> tuple[tuple[Relation, ...], tuple[Note, ...]]:
    """The same with the values of --where put in; raises Problem for one about a variable."""
    found, notes = assumptions(typed, present, scope(typed))
    for each in found:
        for name in sorted(each.names & set(variables)):
            raise Problem("assume.variable", name=name)
    put = (put_in(each, where) for each in found)
    return tuple(each for each in put if isinstance(each, Relation)), notes


def property_of(text: str | None) -> str | None:
    """One of PROPERTIES, as it is written there; None where nothing is asked."""
    if text is None:
        return None
    plain = "".join(text.translate(_SPELLED).split()).lower().replace("==", "=")
    if plain in PROPERTIES or _COUNT.fullmatch(plain):
        return plain
    allowed = ALLOWED["choice"].filled(choices=", ".join(PROPERTIES))
    raise Problem("usage.bad-value", option="--when", value=text[:60], allowed=allowed)
