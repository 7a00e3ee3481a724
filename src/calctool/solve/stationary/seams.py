"""Where the formula of f or of a constraint changes or ends: |u| at u = 0, sqrt(u) at u = 0.

A seam is crossed by cases: on it, and on either side, where the formula is another, smooth one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from calctool.algebra import facts
from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.requirements import compare
from calctool.algebra.local.crossing import is_open
from calctool.algebra.local.switches import Switch, all_switches
from calctool.notation.tree import (
    ZERO,
    Call,
    Negative,
    Piecewise,
    Power,
    Relation,
    Sign,
    Sum,
    Tree,
)
from calctool.notation.walk import transform
from calctool.solve.exact.values import value_of
from calctool.solve.stationary.short import short

Piece = tuple[int, Tree]
"""The sign of `at`, and what the part is there."""
_SIGNS: dict[int, Sign] = {0: "=", 1: ">", -1: "<"}


class Seam(Struct, frozen=True):
    """`part` changes its formula where `at` is zero; `is_edge` says that it ends there."""

    at: Tree
    part: Tree
    pieces: tuple[Piece, ...]
    is_edge: bool


def changes(seam: Seam) -> bool:
    """Whether there is another formula on each side."""
    return len({tree for sign, tree in seam.pieces if sign}) > 1


class Side(Struct, frozen=True):
    """A seam and the sign of `at` in one case."""

    seam: Seam
    sign: int

    @property
    def value(self) -> Tree:
        """The formula on this side."""
        return dict(self.seam.pieces)[self.sign]

    @property
    def relation(self) -> Relation:
        """Where it holds."""
        return Relation(short(self.seam.at), _SIGNS[self.sign], ZERO)


def seams(trees: Iterable[Tree]) -> tuple[tuple[Seam, ...], tuple[Relation, ...]]:
    """Those that can be crossed, inner ones first, and the equations of the others."""
    found: dict[tuple[Tree, Relation | None], Seam] = {}
    left: dict[Relation, None] = {}
    for tree in trees:
        domain = conditions(tree)
        for switch in all_switches(tree):
            seam = _seam(switch, domain)
            # A part has one formula beside all its ends, as arcsin at -1 and 1.
            key = (switch.tree, switch.relation if switch.kind == "end" else None)
            if seam is not None and found.get(key) == seam:
                continue
            if seam is None or key in found:
                left[switch.relation] = None
            else:
                found[key] = seam
    return tuple(sorted(found.values(), key=lambda seam: seam.part.height)), tuple(left)


def _seam(switch: Switch, domain: tuple[Relation, ...]) -> Seam | None:
    left, right = switch.relation.left, switch.relation.right
    at = left if right == ZERO else added([left, negated(right)])
    pieces = tuple(_pieces(switch))
    ends = [need for need in domain if need.names <= at.names and need.sign in ("<=", ">=")]
    is_edge = any(short(_difference(need)) in (short(at), short(Negative(at))) for need in ends)
    return Seam(at, switch.tree, pieces, is_edge) if pieces else None


def _difference(need: Relation) -> Tree:
    return Sum((need.left, Negative(need.right)))


def _pieces(switch: Switch) -> Iterator[Piece]:
    part, end = switch.tree, switch.relation.right
    match part:
        case Call("max", (u, v)):
            yield from ((0, u), (1, u), (-1, v))
        case Call("min", (u, v)):
            yield from ((0, u), (1, v), (-1, u))
        case Call(function, (_, *rest)):
            by_cases = facts.pieces(part)
            if by_cases is not None:
                yield from _by_sign(by_cases, switch)
            elif switch.kind in ("root", "end"):
                yield from _unchanged(part, value_of(Call(function, (end, *rest))))
        case Power(_, exponent):
            yield from _unchanged(part, value_of(Power(end, exponent)))
        case Piecewise((_, (_, None))) if not is_open(switch):
            yield from _by_sign(part, switch)


def _by_sign(part: Piecewise, switch: Switch) -> Iterator[Piece]:
    """Of cases that change at this one equation: the one on it, and on either side of it."""
    sides = [condition for _, condition in part.branches if condition is not None]
    if any(Relation(c.left, "=", c.right) != switch.relation for c in sides):
        return
    for sign in (0, 1, -1):
        for value, condition in part.branches:
            if condition is None or compare(sign, condition):
                yield sign, value if sign else _at_end(value, switch.relation)
                break


def _at_end(value: Tree, at: Relation) -> Tree:
    """The value on the equation, where that says what a constant part is."""
    put_in = transform(value, lambda part: at.right if part == at.left else None)
    return put_in if put_in.names else value_of(put_in) or put_in


def _unchanged(part: Tree, value: Tree | None) -> Iterator[Piece]:
    if value is not None:
        yield from ((0, value), (1, part), (-1, part))


def crossed(tree: Tree, sides: Iterable[Side]) -> Tree:
    """The formula of one case; the sides come with inner parts first."""
    done: list[tuple[Tree, Tree]] = []
    for side in sides:
        part, value = (_replaced(each, done) for each in (side.seam.part, side.value))
        done.append((part, value))
    return _replaced(tree, done)


def _replaced(tree: Tree, done: Iterable[tuple[Tree, Tree]]) -> Tree:
    for part, value in done:
        tree = transform(tree, lambda at, part=part, value=value: value if at == part else None)  # type: ignore[misc]
    return tree
