"""The verdict on an implicit derivative: compared on the curve, where alone it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.field import prove_equal
from calctool.algebra.local.regular import is_outside
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import LINE, zeros
from calctool.algebra.tidy.modulo import equal_where
from calctool.budget import CHECK_BITS
from calctool.notation.tree import (
    Negative,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    expression,
    number,
)
from calctool.notation.walk import substitute, walk
from calctool.rules.apply import differentiate
from calctool.rules.mistakes import BY_ID
from calctool.solve.check.derivative.breaks import differences
from calctool.solve.check.derivative.formula import is_unfinished, said_place, shown
from calctool.solve.check.record import Judgement, Missing, Named
from calctool.solve.diff.implicit import difference
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.exact.rounding import equality
from calctool.solve.exact.values import exact
from calctool.verify.verdict import Verdict as Certainty
from calctool.verify.witness import Comparison, Place, compared_at
from calctool.words import checking as words


class OnCurve(Struct, frozen=True):
    """A derivative of y on the curve f = 0, and what is needed to compare others with it."""

    f: Tree
    x: str
    y: str
    slope: Tree


def on_curve(answer: DiffAnswer) -> OnCurve | None:
    """The first derivative of an implicit question."""
    statement, of = answer.question.statement, answer.question.of
    if not isinstance(statement, Relation) or of is None or not answer.derivatives:
        return None
    one = answer.derivatives[0]
    found = one.derivative
    tree = found.right if isinstance(found, Relation) else expression(found)
    return OnCurve(difference(statement), one.wrt[0], of, tree)


def judged_on_curve(right: OnCurve, claimed: Tree) -> Judgement:
    """Refuted at a point of the curve, proved by the equation, else undecided."""
    places = list(_points(right))
    seen = compared_at(right.slope, claimed, places)
    if seen.witness is not None:
        found = shown(seen.witness, right.slope, claimed)
        mistakes = _mistakes(right, claimed, places)
        said = words.DIFFER.filled(place=said_place(found))
        return Judgement("wrong", said, found, mistakes=mistakes)
    if is_unfinished(claimed):
        return _open(seen)
    if prove_equal(right.slope, claimed) or equal_where(right.slope, claimed, right.f):
        return _by_domain(right, claimed, seen)
    return _open(seen)


def _open(seen: Comparison) -> Judgement:
    count = len(seen.agreed)
    said = words.AGREES.filled(points=count) if count else words.NO_POINTS
    certainty = Certainty.SAMPLED if count else Certainty.UNDECIDED
    return Judgement("undecided", said, agrees_at=count, certainty=certainty)


def _points(right: OnCurve) -> Iterator[Place]:
    """Points of the curve: y solved for at rational x, or x at rational y."""
    others = sorted(right.f.names - {right.x, right.y})
    fixed = {name: Fraction(n + 2) for n, name in enumerate(others)}
    trees = {name: number(value) for name, value in fixed.items()}
    count = 0
    for free, solved in ((right.x, right.y), (right.y, right.x)):
        for text in ("1", "2", "1/2", "-1", "3", "-2", "1/3", "5", "-3/2", "7/10"):
            at = Fraction(text)
            g = substitute(right.f, {**trees, free: number(at)})
            try:
                listed = zeros(g, solved, (LINE,)).zeros[:3]
            except Undecided:
                continue
            for zero in listed:
                low, high = zero.at.refined(max(CHECK_BITS) // 2)
                yield {**fixed, free: at, solved: low if low == high else (low, high)}
                count += 1
            if count >= 12:
                return


# --- where it has a value -----------------------------------------------------------------------


def _by_domain(right: OnCurve, claimed: Tree, seen: Comparison) -> Judgement:
    """The points of the curve at which only the right slope has a value."""
    known = (*conditions(right.f), *conditions(right.slope))
    missing: list[Missing] = []
    for condition in conditions(claimed):
        if implied(condition, known):
            continue
        places = _where_it_fails(right, condition)
        if places is None:
            return replace(_open(seen), reason=words.DOMAIN_OPEN)
        for place in places:
            if not is_outside(right.slope, place) and is_outside(claimed, place):
                at = tuple((name, exact(tree)) for name, tree in place.items())
                said = words.NO_VALUE.filled(place=", ".join(equality(*each) for each in at))
                missing.append(Missing(said, (at,)))
    if missing:
        return Judgement("right-on-part", words.EQUAL_ON_PART, missing=tuple(missing))
    return Judgement("right", words.EQUAL_ON_CURVE)


def _where_it_fails(right: OnCurve, condition: Relation) -> list[dict[str, Tree]] | None:
    """The points of the curve where the condition, in one of the two names, has equal sides."""
    (apart,) = differences((condition,))
    if condition.sign not in ("!=", ">", "<") or len(apart.names) != 1:
        return None
    (name,) = apart.names
    other = right.y if name == right.x else right.x
    if name not in (right.x, right.y) or not right.f.names <= {right.x, right.y}:
        return None
    found = zeros(apart, name, (LINE,))
    if found.state != "complete" or condition.sign != "!=":
        return None
    places: list[dict[str, Tree]] = []
    for zero in found.zeros:
        if zero.at.tree is None:
            return None
        beside = zeros(substitute(right.f, {name: zero.at.tree}), other, (LINE,))
        if beside.state != "complete" or any(each.at.tree is None for each in beside.zeros):
            return None
        places += [
            {name: zero.at.tree, other: each.at.tree}
            for each in beside.zeros
            if each.at.tree is not None
        ]
    return places


# --- mistakes -----------------------------------------------------------------------------------


def _mistakes(right: OnCurve, claimed: Tree, places: list[Place]) -> tuple[Named, ...]:
    found = [
        Named(BY_ID[id])
        for id, wrong in _candidates(right)
        if wrong is not None and _fits(right, wrong, claimed, places)
    ]
    unique = list({each.mistake.id: each for each in found}.values())
    if len(unique) == 1:
        return (Named(unique[0].mistake, certain=True),)
    return tuple(unique)


def _fits(right: OnCurve, wrong: Tree, claimed: Tree, places: list[Place]) -> bool:
    seen = compared_at(wrong, claimed, places)
    if seen.witness is not None or not seen.agreed:
        return False
    return bool(prove_equal(wrong, claimed)) or equal_where(wrong, claimed, right.f)


def _candidates(right: OnCurve) -> Iterator[tuple[str, Tree | None]]:
    in_x, in_y = differentiate(right.f, right.x), differentiate(right.f, right.y)
    if in_x is None or in_y is None:
        return
    yield "implicit.sign", Quotient(in_x, in_y)
    yield "implicit.inverted", Negative(Quotient(in_y, in_x))
    yield "implicit.inverted", Quotient(in_y, in_x)
    for part in walk(right.f):
        if isinstance(part, Product) and {right.x, right.y} <= part.names:
            own = {name: differentiate(part, name) for name in (right.x, right.y)}
            sign = Negative if _is_subtracted(right.f, part) else _same
            for name, whole in ((right.y, in_y), (right.x, in_x)):
                term = own[name]
                if term is None:
                    continue
                less = Sum((whole, Negative(sign(term))))
                pair = (in_x, less) if name == right.y else (less, in_y)
                yield "implicit.product", Negative(Quotient(*pair))


def _same(tree: Tree) -> Tree:
    return tree


def _is_subtracted(f: Tree, part: Tree) -> bool:
    return any(isinstance(each, Negative) and each.operand == part for each in walk(f))
