"""What a critical point is, with the test that says so and what it looked at."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.extrema.forms.inertia import Inertia
from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undecided
from calctool.notation.quoted import quoted
from calctool.notation.tree import AlgebraicRoot, Tree
from calctool.notation.walk import walk
from calctool.words import Words

Kind = Literal["local-minimum", "local-maximum", "saddle", "neither", "undecided"]

LONGEST = 40
"""Nodes of a value that a sentence still holds."""
SHOWN_BITS = 40
"""Enough for the six digits of any other."""


class Judgement(Struct, frozen=True):
    """`strict`: no point near by has the same value; None where it is open or no extremum.

    `matrix` is the Hessian, `minors` its leading ones.
    """

    kind: Kind
    strict: bool | None
    test_id: str
    reason: Words
    matrix: tuple[tuple[Scalar, ...], ...] = ()
    minors: tuple[Scalar, ...] = ()
    inertia: Inertia | None = None

    def turned(self) -> Judgement:
        """The same of -f."""
        return replace(self, kind=_TURNED.get(self.kind, self.kind))


_TURNED: dict[Kind, Kind] = {
    "local-minimum": "local-maximum",
    "local-maximum": "local-minimum",
}


def extremum(sign: int) -> Kind:
    """The kind where f - f(p) has this sign near by."""
    return "local-minimum" if sign > 0 else "local-maximum"


def shown(value: Scalar) -> str:
    """A value inside a sentence: exact where that is short."""
    tree = value.tree()
    if tree is not None and tree.size <= LONGEST and not _names_a_root(tree):
        return quoted(tree)
    try:
        low, high = value.bounds(SHOWN_BITS)
    except Undecided:
        return "…"
    return f"{float((low + high) / 2):.6g}"


def _names_a_root(tree: Tree) -> bool:
    """Whether a reader would meet a polynomial and a number instead of a value."""
    return any(isinstance(part, AlgebraicRoot) for part in walk(tree))


def with_sign(value: Scalar) -> str:
    """A value that is not zero, with its sign, for a reason."""
    return f"{shown(value)} {'>' if value.sign() == 1 else '<'} 0"


def joined(outer: Words, reason: Words, inner: Tree | None = None) -> Words:
    """One sentence inside another; `inner` is the function that it is about."""
    facts = {} if inner is None else {"inner": quoted(inner)}
    return Words(
        en=outer.marked("en", reason=reason.en, **facts),
        zh=outer.marked("zh", reason=reason.zh, **facts),
    )
