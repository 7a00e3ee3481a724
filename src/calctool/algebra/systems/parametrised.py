"""A form in parameters for curves and surfaces that have an easy one: graphs, circles, ellipses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from flint import fmpq
from msgspec import Struct, field

from calctool.algebra.build import added, divided, multiplied, raised
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.power import power
from calctool.algebra.real.ring import UNITY, Real, Undecided, whole_power
from calctool.algebra.real.writing import written
from calctool.algebra.systems.ideals.factoring import divides
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, scaled
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.notation.tree import Call, Name, Tree, number

LETTERS = ("t", "s", "u", "v", "w", "r", "p", "q")
Condition = tuple[Tree, str]
Unit = tuple[Real, Tree | None]
"""A constant times what varies: sqrt(2)*cos(t)."""
Units = dict[int, Unit]


class Parametrisation(Struct, frozen=True):
    """Coordinates in the parameters; `where` are conditions on these, as u != 0."""

    points: tuple[tuple[str, Tree], ...]
    parameters: tuple[str, ...]
    where: tuple[Condition, ...] = ()


class _Curve(Struct, frozen=True):
    """What the last unknowns are in parameters of their own."""

    units: Units = field(default_factory=dict)
    parameters: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()


class _Reduced(Struct):
    """The unknowns as polynomials in those that are left, and the equations between these."""

    frame: Frame
    rest: list[Polynomial]
    values: list[Any]
    free: list[int]

    def put(self, i: int, value: Any) -> None:
        """One unknown is a polynomial in others, in all values."""
        gens = list(value.context().gens())
        gens[i] = value
        self.values = [each.compose(*gens) for each in self.values]


def parametrisation(
    frame: Frame, ideal: Ideal, fixed: Mapping[int, Tree]
) -> Parametrisation | None:
    """All points where some unknowns are `fixed`, if the rest is linear but for an easy curve."""
    size = len(frame.names)
    free = [i for i in range(size) if i not in fixed]
    rest = [p for p in ideal.basis if any(int(p.degrees()[i]) for i in free)]
    reduced = _Reduced(frame, rest, list(frame.rational.gens()[:size]), free)
    while (found := _linear(reduced)) is not None:
        _solve_for(reduced, *found)
    letters = _letters(frame)
    units: Units = {i: (each.real, None) for i, each in enumerate(frame.constants, size)}
    units |= {i: _constant(tree) for i, tree in fixed.items()}
    curve = _curve(reduced, ideal, units, letters)
    if curve is None:
        return None
    parameters = [*curve.parameters]
    for i in reduced.free:
        if i not in curve.units:
            parameters.append(next(letters))
            units[i] = (UNITY, Name(parameters[-1]))
    units |= curve.units
    try:
        points = [(n, _tree(v, units)) for n, v in zip(frame.names, reduced.values, strict=True)]
    except Undecided:
        return None
    return Parametrisation(tuple(points), tuple(parameters), curve.where)


def _constant(tree: Tree) -> Unit:
    try:
        return constant_value(tree), None
    except Undecided:
        return UNITY, tree


def _curve(
    reduced: _Reduced, ideal: Ideal, constants: Units, letters: Iterator[str]
) -> _Curve | None:
    """Of the one equation that is left, if there is any."""
    if not reduced.rest:
        return _Curve()
    if len(reduced.rest) > 1:
        return None
    return _ellipse(reduced, letters) or _graph(reduced, ideal, constants, letters)


def _letters(frame: Frame) -> Iterator[str]:
    numbered = (f"t_{n}" for n in range(1, 1 + len(frame.names)))
    return (letter for letter in (*LETTERS, *numbered) if letter not in frame.names)


def _linear(reduced: _Reduced) -> tuple[Polynomial, int] | None:
    """An equation c*x + (others) = 0 with a number c, the simplest and its first unknown."""
    found = [
        (p.total_degree(), len(p), i, p)
        for p in reduced.rest
        for i in reduced.free
        if int(p.degrees()[i]) == 1 and coefficient(p, i, 1).is_constant()
    ]
    if not found:
        return None
    _, _, i, p = min(found, key=lambda each: each[:3])
    return p, i


def coefficient(p: Polynomial, i: int, n: int) -> Polynomial:
    """Of x_i^n, without that power."""
    terms = {(*m[:i], 0, *m[i + 1 :]): c for m, c in p.to_dict().items() if int(m[i]) == n}
    return p.context().from_dict(terms)


def substituted(q: Polynomial, i: int, top: Polynomial, bottom: Polynomial) -> Polynomial:
    """q with x_i = top/bottom, times a power of bottom, without content."""
    degree = int(q.degrees()[i])
    image = q.context().constant(0)
    for n in range(degree + 1):
        image += coefficient(q, i, n) * top**n * bottom ** (degree - n)
    return image.primitive()[1] if image else image


def _solve_for(reduced: _Reduced, p: Polynomial, i: int) -> None:
    top, bottom = -coefficient(p, i, 0), coefficient(p, i, 1)
    scale = fmpq(1, int(bottom.leading_coefficient()))
    reduced.put(i, reduced.frame.fractional(top) * scale)
    reduced.free.remove(i)
    images = [substituted(q, i, top, bottom) for q in reduced.rest]
    reduced.rest = []
    for q in sorted(filter(None, images), key=lambda q: (q.total_degree(), len(q))):
        if not any(divides(known, q) for known in reduced.rest):
            reduced.rest.append(q)


def _graph(
    reduced: _Reduced, ideal: Ideal, constants: Units, letters: Iterator[str]
) -> _Curve | None:
    """a*y + b = 0 where a is nowhere zero on the part: y = -b/a."""
    (p,) = reduced.rest
    moving = [i for i in reduced.free if int(p.degrees()[i])]
    for y in reversed(moving):
        a, b = coefficient(p, y, 1), coefficient(p, y, 0)
        if int(p.degrees()[y]) != 1 or not Ideal([a, *ideal.basis], ideal.context).is_everything:
            continue
        if a.leading_coefficient() < 0:
            a, b = -a, -b
        others = {i: next(letters) for i in moving if i != y}
        units: Units = {i: (UNITY, Name(t)) for i, t in others.items()}
        above, below = (_tree(reduced.frame.fractional(q), constants | units) for q in (-b, a))
        where = ((_tree(reduced.frame.fractional(a.primitive()[1]), constants | units), "!="),)
        return _Curve(units | {y: (UNITY, divided(above, below))}, tuple(others.values()), where)
    return None


def _ellipse(reduced: _Reduced, letters: Iterator[str]) -> _Curve | None:
    """a*x^2 + b*x*y + c*y^2 + ... = 0 with 4ac > b^2, through cos(t) and sin(t)."""
    (p,) = reduced.rest
    moving = [i for i in range(reduced.frame.count) if int(p.degrees()[i])]
    if len(moving) != 2 or p.total_degree() != 2 or not set(moving) <= set(reduced.free):
        return None
    x, y = moving
    at = {(int(m[x]), int(m[y])): Fraction(int(c)) for m, c in p.to_dict().items()}
    a, b, c, d, e, f = (
        at.get(key, Fraction(0)) for key in ((2, 0), (1, 1), (0, 2), (1, 0), (0, 1), (0, 0))
    )
    below = 4 * a * c - b * b
    if below <= 0:
        return None
    h, k = (b * e - 2 * c * d) / below, (b * d - 2 * a * e) / below
    size = -(f + (d * h + e * k) / 2)
    if size / a <= 0:
        return None
    gens = reduced.frame.rational.gens()
    reduced.put(x, gens[x] + _fmpq(h) - gens[y] * _fmpq(b / (2 * a)))
    reduced.put(y, gens[y] + _fmpq(k))
    t = next(letters)
    cosine, sine = Call("cos", (Name(t),)), Call("sin", (Name(t),))
    half = Fraction(1, 2)
    across, up = power(Real.of(size / a), half), power(Real.of(4 * a * size / below), half)
    return _Curve({x: (across, cosine), y: (up, sine)}, (t,))


def _fmpq(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


def _tree(p: Any, units: Units) -> Tree:
    """A polynomial whose variables stand for constants times trees."""
    parts: dict[tuple[Tree, ...], Real] = {}
    for monomial, c in p.to_dict().items():
        scale, varying = Real.of(Fraction(int(c.p), int(c.q))), []
        for i, n in enumerate(map(int, monomial)):
            if n:
                constant, tree = units[i]
                scale = scale * whole_power(constant, n)
                varying += [] if tree is None else [raised(tree, number(n))]
        key = tuple(varying)
        parts[key] = parts[key] + scale if key in parts else scale
    # A number that is added comes first: 2 + cos(t).
    listed = sorted(
        (each for each in parts.items() if each[1].parts), key=lambda each: bool(each[0])
    )
    return added(_term(scale, key) for key, scale in listed)


def _term(scale: Real, varying: Sequence[Tree]) -> Tree:
    if scale.rational is not None:
        return scaled(scale.rational, varying)
    return multiplied((written(scale), *varying))
