"""The inequality of the arithmetic and the geometric mean for sums of positive monomials."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from calctool.algebra.build import added, multiplied
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.affine_forms import form_tree
from calctool.algebra.extrema.posynomial import Means, Terms, means, monomial, monomials
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import (
    ONE,
    ZERO,
    Call,
    Name,
    Quotient,
    Relation,
    Tree,
    number,
)
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.line import TOP
from calctool.solve.exact.order import order
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.inequalities.convex import convex
from calctool.solve.optimum.arguments.listed import Candidate, Listed
from calctool.solve.optimum.arguments.one_variable import PARAMETER, tends
from calctool.solve.optimum.arguments.protocol import (
    LINE,
    Ask,
    Bound,
    Lacks,
    Spot,
    Task,
    Turn,
    claim,
    put,
)
from calctool.solve.optimum.arguments.values import NOTHING, sign
from calctool.solve.stationary.short import short
from calctool.words.extrema.ladder import inequalities as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def means_of_terms(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:
    """The least value of a sum of positive terms that balance; the greatest of its reciprocal."""
    if task.relations or not all(_is_positive(task, name) for name in task.names):
        return None
    terms = monomials(task.f, task.names)
    if terms is not None:
        return _least(task, terms, below) if turn < 0 and _are_positive(terms) else None
    if isinstance(task.f, Quotient):
        return _reciprocal(task, turn, below)
    return None


def _are_positive(terms: Terms) -> bool:
    return len(terms) > 1 and all(c > 0 for c in terms.values())


def _is_positive(task: Task, name: str) -> bool:
    """Whether it is bound to (0, oo), or to [0, oo), from which the bound follows at 0, too."""
    side = task.side(name)
    return side.end == LINE.end and order(side.start) == 0


def _is_open(task: Task) -> bool:
    """Whether no name can be 0."""
    apart = {need.left for need in conditions(task.f) if need.right == ZERO}
    return all(not task.side(name).closed[0] or Name(name) in apart for name in task.names)


def _least(task: Task, terms: Terms, below: Ask) -> Bound | Lacks | None:
    nothing = tuple(c * 0 for c in next(iter(terms)))
    moving = {powers: c for powers, c in terms.items() if powers != nothing}
    found = means(moving)
    if found is None or nothing in terms:
        return _by_exponentials(task, terms, below)
    return _balanced(task, found)


def _balanced(task: Task, found: Means) -> Bound:
    value = exact(exact_value(found.value))
    trees = [monomial(powers, c, task.names) for powers, c in found.terms]
    place = found.place(task.names)
    spots: tuple[Spot, ...] = ()
    if place is not None:
        spots = (tuple((name, exact(exact_value(tree))) for name, tree in place.items()),)
    shares = [
        tree if w == found.weights[0] else multiplied((number(found.weights[0] / w), tree))
        for tree, w in zip(trees, found.weights, strict=True)
    ]
    same = tuple(Relation(a, "=", b) for a, b in pairwise(shares))
    weights = all_quoted(map(number, found.weights))
    lines = (
        ProofLine(
            "positive-terms",
            (),
            words.POSITIVE_TERMS.filled(terms=all_quoted(trees)),
            also=tuple(Relation(tree, ">=", ZERO) for tree in trees),
        ),
        ProofLine("means", claim(task.f, -1, value, True), words.MEANS.filled(weights=weights)),
        ProofLine("equal-means", same, words.EQUAL_MEANS, sort="place"),
    )
    reason = ARGUMENTS["am-gm"]
    return Bound(value, True, "am-gm", reason, lines, spots)


def _by_exponentials(task: Task, terms: Terms, below: Ask) -> Bound | Lacks | None:
    """With x = e^u a sum of positive monomials is a sum of exponentials, which is convex."""
    outside = added(
        number(c) if not any(powers) else multiplied(
            (number(c), Call("exp", (form_tree(powers, task.names),)))
        )
        for powers, c in terms.items()
    )  # fmt: skip
    is_open = _is_open(task)
    inner = convex(Task(outside, task.names, (), (), task.listing), -1, below)
    if not isinstance(inner, Bound):
        return inner
    if not inner.attained and not is_open:
        return None
    lines = (
        ProofLine("log-convex", (), words.LOG_CONVEX),
        *(line for line in inner.lines if line.rule != "convex-by-rules"),
    )
    toward = None
    if inner.toward is not None:
        points = {name: short(Call("exp", (tree,))) for name, tree in inner.toward.points}
        toward = put(points, PARAMETER) if tends(task.f, points, inner.value) else None
    reason = ARGUMENTS["log-convex"]
    return Bound(inner.value, inner.attained, "log-convex", reason, lines, (), toward)


def _reciprocal(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:
    """f = 1/g with g a sum of positive terms: sup f = 1/inf g, and inf f = 1/sup g = 0."""
    assert isinstance(task.f, Quotient)  # noqa: S101
    turned = Quotient(task.f.denominator, task.f.numerator)
    terms = monomials(turned, task.names)
    if terms is None or not _are_positive(terms):
        return None
    g = added(monomial(powers, c, task.names) for powers, c in terms.items())
    opening = ProofLine("reciprocal", (Relation(Quotient(ONE, task.f), "=", g),), words.RECIPROCAL)
    if turn < 0:
        return _to_zero(task, opening) if _is_open(task) else None
    inner = means_of_terms(Task(g, task.names, task.sides, (), _turned(task)), -1, below)
    if not isinstance(inner, Bound):
        return inner
    value = TOP if sign(inner.value) == 0 else exact(exact_value(Quotient(ONE, inner.value.expr)))
    if not inner.value.is_known:
        return None
    last = ProofLine(
        "reciprocal", claim(task.f, 1, value, inner.attained), words.LEAST_OF_RECIPROCAL
    )
    lines = (opening, *inner.lines, last)
    reason = ARGUMENTS["reciprocal"]
    return Bound(value, inner.attained, "reciprocal", reason, lines, inner.at, inner.toward)


def _turned(task: Task) -> Listed:
    """The candidates of 1/f."""
    kept = (each for each in task.listing.candidates if each.is_certain)
    return Listed(tuple(Candidate(_one_over(each.value), is_flat=each.is_flat) for each in kept))


def _one_over(value: Exact | None) -> Exact | None:
    if value is None or not value.is_known or not sign(value):
        return None
    return exact(exact_value(Quotient(ONE, value.expr)))


def _to_zero(task: Task, opening: ProofLine) -> Bound | None:
    """A sum of positive monomials that is not constant is not bounded: one grows in its name."""
    t = Name(PARAMETER)
    for curve in _curves(task.names, t):
        if tends(task.f, curve, NOTHING):
            last = ProofLine("reciprocal", claim(task.f, -1, NOTHING, False), words.TO_ZERO)
            reason = ARGUMENTS["reciprocal"]
            lines = (opening, last)
            return Bound(NOTHING, False, "reciprocal", reason, lines, (), put(curve, PARAMETER))
    return None


def _curves(names: Sequence[str], t: Tree) -> list[dict[str, Tree]]:
    ways = (t, Quotient(ONE, t))
    return [
        {other: way if other == name else ONE for other in names} for name in names for way in ways
    ]
