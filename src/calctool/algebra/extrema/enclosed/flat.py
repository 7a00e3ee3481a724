"""A neighbourhood in which a point is least at which second derivatives do not show it.

Give each name a weight w_i > 0 such that a power D/w_i of it is even. If all derivatives D^a f with
w*a < D vanish at p, then f(p + h) - f(p) is a sum of C_a*h^a with w*a >= D, where a!*C_a is a value
of D^a f in the box spanned by p and p + h (Taylor's formula in one name after the other). Let q be
the part of the Taylor polynomial with w*a = D, q >= m*sum r_i with r_i = h_i^(D/w_i), m > 0. With
s = w*a/D weighted means give abs(h^a) <= sum (w_i*a_i/(w*a))*r_i^s, and r_i^s <= r_i*R^(s - 1)
where no r_i of a name in h^a exceeds R. So f(p + h) >= f(p) on a box on which what C_a differs by
from the coefficient of q outweighs m in no r_i.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import factorial, lcm, prod

from flint import arb
from msgspec import Struct

from calctool.algebra.ball.numbers import Lack, between, working
from calctool.algebra.boxes.system import Corner, balls
from calctool.algebra.extrema.enclosed.around import BITS, START, box_around
from calctool.algebra.extrema.enclosed.record import Values, may_vanish
from calctool.algebra.extrema.forms.homogeneous import signs_of
from calctool.algebra.extrema.forms.jets import Form, Jet, jet
from calctool.algebra.extrema.polynomials import Powers
from calctool.algebra.extrema.scalars import Constant, fraction
from calctool.algebra.places.place import Place
from calctool.notation.tree import Tree

ORDERS = (4, 6)
"""Up to which Taylor polynomials are looked at."""
HALVINGS = 12
"""Of the box, and of m."""
MOST = 40
"""Derivatives that are worked out."""

Slope = Callable[[Tree, str], Tree]
"""The derivative of a function in a name."""


class Flat(Struct, frozen=True):
    """q by its terms of weight D, with m, and all boundary monomials of the sum above."""

    form: dict[Powers, Fraction]
    least: Fraction
    degree: int
    weights: tuple[int, ...]
    monomials: tuple[Powers, ...]


def flat_neighbourhood(
    f: Tree, place: Place, names: Sequence[str], switching: Sequence[Tree], slope: Slope
) -> Corner | None:
    """A box around a point in which f has no smaller value. `switching` are functions at whose
    zeros the formula of f changes."""
    found = next((flat for order in ORDERS if (flat := _flat(f, place, names, order))), None)
    if found is None or len(found.monomials) > MOST:
        return None
    trees = [_derivative(f, names, powers, slope) for powers in found.monomials]
    with working(BITS, 1):
        values, switches = Values(trees, names), Values(switching, names)
        at = [arb(between(*place.coordinate(name).bounds(BITS))) for name in names]
        size = START / 2
        for _ in range(HALVINGS):
            box = box_around(at, size)
            on_it = balls(box)
            known = values.at(on_it)
            if not any(map(may_vanish, switches.at(on_it))) and _outweighs(
                found, known, _reach(at, box)
            ):
                return box
            size /= 2
    return None


def _reach(at: Sequence[arb], box: Corner) -> arb:
    """How far the box goes from the point at most."""
    pairs = zip(at, box, strict=True)
    return max(max((high - x).upper(), (x - low).upper()) for x, (low, high) in pairs)


def _outweighs(flat: Flat, derivatives: Sequence[arb | Lack], reach: arb) -> bool:
    rest = [arb(flat.least.numerator) / flat.least.denominator for _ in flat.weights]
    for powers, value in zip(flat.monomials, derivatives, strict=True):
        if isinstance(value, Lack):
            return False
        own = flat.form.get(powers, Fraction(0))
        off = value / prod(map(factorial, powers)) - arb(own.numerator) / own.denominator
        whole = _weight(powers, flat.weights)
        even = min(flat.degree // w for n, w in zip(powers, flat.weights, strict=True) if n)
        beyond = (reach**even) ** (arb(whole - flat.degree) / flat.degree)
        for i, (n, w) in enumerate(zip(powers, flat.weights, strict=True)):
            rest[i] -= abs(off).upper() * beyond.upper() * n * w / whole
    return all(each >= 0 for each in rest)


def _flat(f: Tree, place: Place, names: Sequence[str], order: int) -> Flat | None:
    found = jet(f, place, names, order)
    weights = None if found is None else _weights(found)
    if found is None or weights is None:
        return None
    degree = lcm(*(_pure(found)))
    form: dict[Powers, Fraction] = {}
    for powers, c in found.terms.items():
        over = _weight(powers, weights) - degree
        value = fraction(c)
        if over < 0 or (over == 0 and value is None):
            return None
        if over == 0 and value is not None:
            form[powers] = value
    least = _least(form, weights, degree)
    monomials = tuple(_boundary(weights, degree))
    return None if least is None else Flat(form, least, degree, weights, monomials)


def _pure(found: Jet) -> list[int]:
    """The least power of each name alone; 0 where there is none."""
    return [
        min((p[i] for p in found.terms if sum(p) == p[i] > 0), default=0)
        for i in range(found.count)
    ]


def _weights(found: Jet) -> tuple[int, ...] | None:
    powers = _pure(found)
    if any(n == 0 or n % 2 for n in powers):
        return None
    whole = lcm(*powers)
    return tuple(whole // n for n in powers)


def _weight(powers: Powers, weights: Sequence[int]) -> int:
    return sum(n * w for n, w in zip(powers, weights, strict=True))


def _least(form: dict[Powers, Fraction], weights: Sequence[int], degree: int) -> Fraction | None:
    """An m > 0 with q >= m*sum r_i; None where none was seen."""
    pure = [tuple(degree // w if i == k else 0 for k in range(len(weights)))
            for i, w in enumerate(weights)]  # fmt: skip
    m = min(form.get(powers, Fraction(0)) for powers in pure)
    for _ in range(HALVINGS):
        m /= 2
        if m <= 0:
            return None
        less = {powers: c - m * (powers in pure) for powers, c in form.items()}
        rest: Form = {powers: Constant.of(c) for powers, c in less.items() if c}
        if signs_of(rest, len(weights)) in ("positive", "not-negative"):
            return m
    return None


def _boundary(weights: Sequence[int], left: int) -> Iterator[Powers]:
    """Where Taylor's formula stops, in one name after the other."""
    if left <= 0:
        yield (0,) * len(weights)
    elif weights:
        first, *others = weights
        for n in range(-(-left // first) + 1):
            for rest in _boundary(others, left - n * first):
                yield (n, *rest)


def _derivative(f: Tree, names: Sequence[str], powers: Powers, slope: Slope) -> Tree:
    for name, times in zip(names, powers, strict=True):
        for _ in range(times):
            f = slope(f, name)
    return f
