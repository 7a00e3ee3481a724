"""A line of a solution, and constants and roots in it as they are written."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from calctool.algebra.field import Field
from calctool.algebra.roots.points.point import exact_point
from calctool.notation.system import System
from calctool.notation.tree import Call, Power, Relation, Tree, rational
from calctool.notation.walk import transform, walk

Equations = tuple[Relation | System, ...]


class Step(Struct, frozen=True):
    """What the factor's equation has become: alternatives; none of them: it has no solution.

    An alternative is an equation, or one with the condition under which it is equivalent.
    """

    id: str
    after: Equations
    because: tuple[Relation, ...] = ()


def short(tree: Tree) -> Tree:
    """A constant in its plainest form, where one is known."""
    return exact_point(tree).tree or tree


def as_written(tree: Tree, shown: Tree) -> Tree:
    """log(u) for log(abs(u)), where that is what was written; roots as they are in `shown`."""
    calls = {part for part in walk(shown) if isinstance(part, Call)}
    logs = {call for call in calls if call.function == "log"}
    radicands = [call.arguments[0] for call in calls if call.function in ("sqrt", "cbrt")]

    def written(part: Tree) -> Tree | None:
        match part:
            case Call("log", (Call("abs", (u,)),)) if Call("log", (u,)) in logs:
                return Call("log", (u,))
            case Power(base, exponent) if rational(exponent) == Fraction(1, 2):
                return Call("sqrt", (_among(base, radicands),))
            case Power(base, exponent) if rational(exponent) == Fraction(1, 3):
                return Call("cbrt", (_among(base, radicands),))
        return None

    return transform(tree, written)


def _among(tree: Tree, others: list[Tree]) -> Tree:
    """That of the others which it is in another order of terms."""
    return next((other for other in others if other != tree and _equal(tree, other)), tree)


def _equal(one: Tree, other: Tree) -> bool:
    own = Field()
    a, b = own.normal(one), own.normal(other)
    return a is not None and b is not None and (a - b).num.is_zero()
