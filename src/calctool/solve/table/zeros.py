"""The zeros of f' as the steps show them: equation, solutions, and the method that found all."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.roots import Link, Point
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.solve.exact.line import BOTTOM, TOP, end_of, exact_of
from calctool.solve.exact.record import Exact
from calctool.solve.table.line.runs import Strip
from calctool.solve.variation import Rolle, Root, Zeros


def listed_zeros(strips: tuple[Strip, ...], shown: dict[Tree, Tree]) -> tuple[Zeros, ...]:
    """One record for each formula that f' has, with its zeros on all pieces where it holds.

    `shown` gives the form in which a formula is written, where that is another one.
    """
    return tuple(_grouped(strips, shown))


def _grouped(strips: tuple[Strip, ...], shown: dict[Tree, Tree]) -> Iterator[Zeros]:
    by_formula: dict[Tree, list[Strip]] = {}
    for strip in strips:
        by_formula.setdefault(strip.piece.slope, []).append(strip)
    for formula, group in by_formula.items():
        roots = tuple(
            Root(exact_of(zero.at), zero.multiplicity, _within(zero.at, strip))
            for strip in group
            for zero in strip.slope_roots.zeros
        )
        spans = tuple(
            (end_of(strip.piece.start, BOTTOM), end_of(strip.piece.end, TOP)) for strip in group
        )
        first = group[0].slope_roots
        equation = Relation(shown.get(formula, formula), "=", ZERO)
        chain = tuple(map(_rolle, first.chain))
        yield Zeros(equation, roots, first.method, first.reason, chain, spans)


def _within(at: Point, strip: Strip) -> tuple[Exact, Exact] | None:
    """The two runs beside a zero, where f' has a known sign on both."""
    left = next(run for run in strip.runs if run.end == at)
    right = next(run for run in strip.runs if run.start == at)
    if not left.sign or not right.sign:
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
