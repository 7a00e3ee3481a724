"""The straight lines that the graph comes near: at poles, and far out to both sides."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.clean import clean
from calctool.notation.tree import Name, Negative, Product, Quotient, Relation, Sum, Tree
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import order
from calctool.solve.table.ends.conjugate import plainly_apart
from calctool.solve.table.line.pieces import Piece
from calctool.solve.table.line.values import Edge, edge
from calctool.solve.variation import Asymptote, TablePoint

_SIZE = 60
"""Nodes of a difference that is still shown."""


def vertical(points: tuple[TablePoint, ...], name: str) -> Iterator[Asymptote]:
    """The vertical asymptotes, at poles whose place is known exactly."""
    for point in points:
        sides = [
            side
            for side, limit in (("left", point.left), ("right", point.right))
            if limit is not None and is_infinite(limit.expr)
        ]
        if sides and point.at.is_known:
            line = Relation(Name(name), "=", point.at.expr)
            yield Asymptote("vertical", line, "both" if len(sides) == 2 else sides[0])  # type: ignore[arg-type]


def far_out(
    name: str, ordinate: str, first: tuple[Piece, Edge] | None, last: tuple[Piece, Edge] | None
) -> Iterator[Asymptote]:
    """Asymptotes at -oo and oo, where the first and the last piece reach so far."""
    found = [
        (line, side)
        for given, side in ((first, "-oo"), (last, "oo"))
        if given is not None and (line := _line(name, *given, turn=-1 if side == "oo" else 1))
    ]
    if len(found) == 2 and found[0][0] == found[1][0]:
        found = [(found[0][0], "both")]
    for line, side in found:
        kind = "horizontal" if name not in line.names else "oblique"
        ends = [(p, turn) for p, turn in ((first, 1), (last, -1)) if p and side != _OTHER[turn]]
        apart = _apart(name, line, ends) if kind == "oblique" else None
        yield Asymptote(kind, Relation(Name(ordinate), "=", line), side, apart)  # type: ignore[arg-type]


_OTHER = {1: "oo", -1: "-oo"}
"""The side that an end is not on."""


def _apart(name: str, line: Tree, ends: list[tuple[tuple[Piece, Edge], int]]) -> Tree | None:
    """f minus the line, where that is seen to tend to 0 at each of the ends."""
    formulas = {piece.f for (piece, _), _ in ends}
    found = plainly_apart(formulas.pop(), line) if len(formulas) == 1 else None
    if found is None or found.size > _SIZE or name not in found.names:
        return None
    limits = [edge(found, name, None, turn).value for _, turn in ends]
    if not all(each and each.low == each.high == 0 for each in limits):
        return None
    # Terms that grow beyond all bounds say nothing of their sum.
    terms = found.terms if isinstance(found, Sum) else ()
    bounded = (edge(t, name, None, turn).kind == "finite" for t in terms for _, turn in ends)
    return found if all(bounded) else None


def _line(name: str, piece: Piece, end: Edge, turn: int) -> Tree | None:
    """The line m*x + b near which f runs far out, if there is one."""
    if end.kind == "finite":
        return end.value.expr if end.value is not None else None
    if end.kind != "infinite":
        return None
    x = Name(name)
    slope = edge(Quotient(piece.f, x), name, None, turn)
    if slope.kind != "finite" or slope.value is None or order(slope.value.expr) in (0, None):
        return None
    rest = Sum((piece.f, Negative(Product((slope.value.expr, x)))))
    constant = edge(rest, name, None, turn)
    if constant.kind != "finite" or constant.value is None:
        return None
    return clean(Sum((Product((slope.value.expr, x)), constant.value.expr)))
