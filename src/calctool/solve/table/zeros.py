"""The zeros of f' and f'' as the steps show them: lines, solutions, why there are no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions
from calctool.algebra.roots import Interval, Link, Point, Roots, zeros
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.solve.exact.line import BOTTOM, TOP, end_of, exact_of
from calctool.solve.exact.record import Exact
from calctool.solve.table.line.runs import Run, Strip
from calctool.solve.table.solved import solved
from calctool.solve.variation import Rolle, Root, Zeros

Order = Literal[1, 2]


class Repetition(Struct, frozen=True):
    """Where one period begins, and its `places` with every whole number of periods."""

    start: Point | None
    places: Mapping[Exact, Tree]


def listed_zeros(
    order: Order,
    strips: tuple[Strip, ...],
    name: str,
    shown: Mapping[Tree, Tree],
    period: Repetition,
) -> tuple[Zeros, ...]:
    """One record for each formula that the derivative of this order has, with its zeros on all
    pieces where it holds.

    `shown` gives the form in which a formula is written, where that is another one.
    """
    return tuple(_grouped(order, strips, name, shown, period))


def _grouped(
    order: Order,
    strips: tuple[Strip, ...],
    name: str,
    shown: Mapping[Tree, Tree],
    period: Repetition,
) -> Iterator[Zeros]:
    by_formula: dict[Tree, list[Strip]] = {}
    for strip in strips:
        by_formula.setdefault(_formula(strip, order), []).append(strip)
    for formula, group in by_formula.items():
        roots = tuple(
            Root(exact_of(zero.at), zero.multiplicity, _within(zero.at, strip, order))
            for strip in group
            for zero in _search(strip, order).zeros
        )
        spans = tuple(
            (end_of(strip.piece.start, BOTTOM), end_of(strip.piece.end, TOP)) for strip in group
        )
        found = [_search(strip, order) for strip in group]
        lacking = [each for each in found if each.state == "partial"]
        told = (lacking or found)[0]
        equation = Relation(shown.get(formula, formula), "=", ZERO)
        searches = [_searched(strip, order, name, period) for strip in group]
        domain = dict.fromkeys(need for strip in group for need in conditions(strip.piece.f))
        yield Zeros(
            equation, roots, told.method, told.reason, tuple(map(_rolle, told.chain)), spans,
            solved(equation, name, searches, period.places, tuple(domain)), not lacking,
        )  # fmt: skip


def _searched(strip: Strip, order: Order, name: str, period: Repetition) -> tuple[Interval, Roots]:
    """The zeros on a piece, with the start of the period, which stands for its end too."""
    piece = strip.piece.open
    if period.places and period.start is not None and piece.start == period.start:
        piece = replace(piece, closed=(True, False))
        return piece, zeros(_formula(strip, order), name, (piece,))
    return piece, _search(strip, order)


def _formula(strip: Strip, order: Order) -> Tree:
    return strip.piece.slope if order == 1 else strip.piece.bend


def _search(strip: Strip, order: Order) -> Roots:
    return strip.slope_roots if order == 1 else strip.bend_roots


def _sign(run: Run, order: Order) -> int | None:
    return run.sign if order == 1 else run.bend


def _within(at: Point, strip: Strip, order: Order) -> tuple[Exact, Exact] | None:
    """The two runs beside a zero, where the function has a known sign on both."""
    left = next((run for run in strip.runs if run.end == at), None)
    right = next((run for run in strip.runs if run.start == at), None)
    if left is None or right is None or not (_sign(left, order) and _sign(right, order)):
        return None
    return end_of(left.start, BOTTOM), end_of(right.end, TOP)


def _rolle(link: Link) -> Rolle:
    return Rolle(
        link.function,
        link.factor,
        link.derivative,
        end_of(link.start, BOTTOM),
        end_of(link.end, TOP),
        tuple(map(exact_of, link.points)),
        link.signs,
    )
