"""Closed forms of isolated zeros: rational numbers, and LambertW where x and exp(x) meet.

A candidate solves the equation exactly; it is this zero when it lies where there is only one.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calctool import budget
from calctool.algebra.build import divided, multiplied, negated
from calctool.algebra.field import is_zero
from calctool.algebra.field.ring import Element, UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.analytic import Analytic, written
from calctool.algebra.roots.points.isolated import Isolated
from calctool.algebra.roots.points.nearby import exact_candidates
from calctool.algebra.roots.points.point import Point, exact_point, rational_point, simplest_between
from calctool.notation.tree import ONE, Call, Negative, Sum, Tree, number
from calctool.notation.walk import substitute

Line = tuple[Element, Element]
"""(a, b) for a + b*x."""


def recognised(p: Analytic, low: Fraction, high: Fraction, side: int) -> Point:
    """The only zero of p between low and high, in its exact form where that is proved."""
    source = Isolated(p.curve, low, high, side)
    for bits in budget.RECOGNISED_BITS:
        nearest = simplest_between(*source.bounds(bits))
        if nearest.denominator <= budget.RECOGNISED_DENOMINATOR and _is_zero_at(p, nearest):
            return rational_point(nearest)
    point = Point(None, *source.bounds(budget.POINT_BITS), source)
    for tree in _candidates(p):
        try:
            found = exact_point(tree)
        except (Undecided, Undefined):
            continue
        if low <= found.low and found.high <= high and _solves(p, tree):
            return found
    for found in _multiples(p, point):
        if low <= found.low and found.high <= high and _sign(p, found) == 0:
            return found
    return point


def _multiples(p: Analytic, point: Point) -> Iterator[Point]:
    """Rational multiples of pi, or of a constant of the equation, that are very close."""
    margin = max(abs(point.low), abs(point.high)) / 2**budget.RECOGNISED_MARGIN
    return exact_candidates(p.tree, p.name, point.low - margin, point.high + margin)


def _sign(p: Analytic, point: Point) -> int | None:
    try:
        return p.curve.sign(point)
    except (Undecided, Undefined):
        return None


def _is_zero_at(p: Analytic, value: Fraction) -> bool:
    try:
        return p.curve.at(value) == 0
    except (Undecided, Undefined):
        return False


def _solves(p: Analytic, tree: Tree) -> bool:
    return bool(is_zero(substitute(p.tree, {p.name: tree})))


def _candidates(p: Analytic) -> Iterator[Tree]:
    """Solutions of equations in x and exp(k*x), or in x and log(x), in closed form."""
    others = [i for i in p.moving if p.kernel(i).kind != "name"]
    if len(others) != 1 or len(p.moving) != 2:
        return
    (variable,) = (i for i in p.moving if i != others[0])
    kernel, x = p.kernel(others[0]), p.field.ring.generator(variable)
    try:
        if kernel.kind == "exp" and (rate := _rate(p, kernel.arguments[0], x)) is not None:
            k = written(p, rate / kernel.step)
            yield from _solutions(p, variable, others[0], k)
        elif kernel.kind == "log" and (kernel.arguments[0] - x).num.is_zero():
            for tree in _solutions(p, others[0], variable, ONE):
                yield Call("exp", (tree,))
    except UnknownError:
        return


def _rate(p: Analytic, argument: Element, x: Element) -> Element | None:
    """k, where the argument is k*x."""
    rate = argument / x
    return None if any(p.moves(index) for index in rate.used()) else rate


def _solutions(p: Analytic, line: int, growth: int, k: Tree) -> Iterator[Tree]:
    """Of P(u, exp(k*u)) = 0 with u and exp(k*u) as generators `line` and `growth`."""
    terms = _terms(p, line, growth)
    powers = {m for _, m in terms}
    if len(powers) == 2 and 0 in powers and max(n for n, _ in terms) <= 1:
        m = max(powers)
        k = multiplied((number(m), k))
        a, b, c, d = (
            written(p, terms[key]) if key in terms else None
            for key in ((0, 0), (1, 0), (0, m), (1, m))
        )
        if d is None and b is not None and c is not None:
            yield from _straight(a, b, c, k)
        elif b is None and d is not None and a is not None:
            yield from _product(a, c, d, k)
    elif len(terms) == 2:
        yield from _binomial(p, terms, k)


def _terms(p: Analytic, line: int, growth: int) -> dict[tuple[int, int], Element]:
    """The coefficients by the powers of the two generators."""
    ring = p.field.ring
    found: dict[tuple[int, int], dict[tuple[int, ...], int]] = {}
    for powers, c in p.terms():
        rest = tuple(0 if i in (line, growth) else n for i, n in enumerate(powers))
        found.setdefault((powers[line], powers[growth]), {})[rest] = c
    return {key: Element(ring, ring.polynomial(each), ring.one) for key, each in found.items()}


def _straight(a: Tree | None, b: Tree, c: Tree, k: Tree) -> Iterator[Tree]:
    """a + b*u + c*exp(k*u) = 0: u = -a/b - W(c*k*exp(-k*a/b)/b)/k."""
    shift = divided(a, b) if a is not None else number(0)
    inner = Call("exp", (negated(multiplied((k, shift))),)) if a is not None else ONE
    for w in _branches(divided(multiplied((c, k, inner)), b)):
        yield negated(Sum((shift, divided(w, k)))) if a is not None else negated(divided(w, k))


def _product(a: Tree, c: Tree | None, d: Tree, k: Tree) -> Iterator[Tree]:
    """a + (c + d*u)*exp(k*u) = 0: u = W(-a*k*exp(k*c/d)/d)/k - c/d."""
    shift = divided(c, d) if c is not None else number(0)
    inner = Call("exp", (multiplied((k, shift)),)) if c is not None else ONE
    for w in _branches(negated(divided(multiplied((a, k, inner)), d))):
        u = divided(w, k)
        yield Sum((u, Negative(shift))) if c is not None else u


def _binomial(p: Analytic, terms: dict[tuple[int, int], Element], k: Tree) -> Iterator[Tree]:
    """u^n = r*exp(q*u), as u = s*exp(q*u/n) with s^n = r: u = -n/q*W(-q*s/n)."""
    (first, a), (second, b) = sorted(terms.items(), reverse=True)
    n, m = first[0] - second[0], second[1] - first[1]
    if n <= 0 or m == 0:
        return
    rate = multiplied((number(Fraction(m, n)), k))
    ratio = written(p, -b / a)
    for side in (1, -1):
        size = ratio if side > 0 or n % 2 == 0 else negated(ratio)
        s = size if n == 1 else Call("root", (size, number(n)))
        s = s if side > 0 else negated(s)
        for w in _branches(negated(multiplied((rate, s)))):
            yield negated(divided(w, rate))


def _branches(argument: Tree) -> Iterator[Tree]:
    yield Call("LambertW", (argument,))
    yield Call("LambertW", (argument, Negative(ONE)))
