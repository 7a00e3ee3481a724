"""The numerator of a function as a product of waves, each with what is added to it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import count

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import divided, multiplied
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, Polynomial
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.waves.circles import names as names_of
from calctool.algebra.roots.waves.circles import on_circles
from calctool.algebra.roots.waves.spectrum import Circle, spectrum
from calctool.algebra.roots.waves.wave import Wave, Waves
from calctool.notation.tree import ZERO, Call, Tree, number
from calctool.notation.walk import substitute

_HALF = ("sine of half the phase", "cosine of half the phase")
"""No names that can be typed."""


def read_waves(tree: Tree, name: str) -> Waves | None:
    """The numerator of the function as a product; None where it has no waves or other ones."""
    read = _read(tree, name)
    if read is None:
        return None
    field, element, circles = read
    num, den, circles = _lowest(field, element, circles)
    if num.is_zero():
        return None
    found = _multiplied(field, num, circles)
    if found is None or not any(_held(field, den, each) for each in circles):
        return found
    return replace(found, below=_typed(field, den, circles))


def in_lowest_terms(tree: Tree, name: str) -> tuple[Tree, Tree, tuple[Tree, ...]] | None:
    """Numerator and denominator, with the phases they are written in; None without waves."""
    read = _read(tree, name)
    if read is None or _hides_waves(*read):
        return None
    field, element, circles = read
    num, den, circles = _lowest(field, element, circles)
    phases = tuple(each.phase for each in circles)
    return _typed(field, num, circles), _typed(field, den, circles), phases


def _hides_waves(field: Field, element: Element, circles: Sequence[Circle]) -> bool:
    """Whether waves stand in a root, a logarithm or the like, as in atan(tan(x)) or exp(tan(x)),
    which may jump where they have no value."""
    return any(
        _holds(field, argument, each.names)
        for index in element.used()
        for argument in field.kernels[index].arguments
        for each in circles
    )


def _lowest(
    field: Field, element: Element, circles: tuple[Circle, ...]
) -> tuple[Polynomial, Polynomial, tuple[Circle, ...]]:
    """Numerator and denominator; of one phase without common factors, s^2 + c^2 being 1, and
    written in half of it where that takes out more."""
    num, den = element.parts()
    if len(circles) > 1 or not _held(field, den, circles[0]):
        return num, den, circles
    (circle,) = circles
    if any(_degree(field, each, circle.names) is None for each in (num, den)):
        return num, den, circles
    if any(_is_mixed(field, each, circle.names) for each in (num, den)):
        num, _ = _halved(field, num, circle.names)
        den, names = _halved(field, den, circle.names)
        circle = Circle(*names, multiplied((number(Fraction(1, 2)), circle.phase)))
    num, den = (_form(field, field.ring.lift(each), circle.names) for each in (num, den))
    common = field.ring.gcd(num, den)
    return num / common, den / common, (circle,)


def _is_mixed(field: Field, p: Polynomial, names: tuple[int, int]) -> bool:
    """Whether it has terms of odd and of even degree."""
    return len({(powers[names[0]] + powers[names[1]]) % 2 for powers, _ in field.ring.terms(p)}) > 1


def _typed(field: Field, p: Polynomial, circles: Sequence[Circle]) -> Tree:
    """As it is typed."""
    values = {
        field.kernels[index].data: Call(kind, (circle.phase,))
        for circle in circles
        for index, kind in zip(circle.names, ("sin", "cos"), strict=True)
    }
    return substitute(_tree(field, p), values)


def _multiplied(field: Field, num: Polynomial, circles: Sequence[Circle]) -> Waves | None:
    if len(circles) == 1:
        return _factored(field, num, circles[0])
    moving: list[tuple[Wave, int]] = []
    still: list[tuple[Tree, int]] = []
    for factor, power in field.ring.factors(num)[1]:
        inner = [each for each in circles if _held(field, factor, each)]
        one = _product(field, factor, inner)
        if one is None:
            return None
        moving += [(wave, times * power) for wave, times in one.moving]
        still += [(part, times * power) for part, times in one.still]
    return Waves(tuple(moving), tuple(still))


def as_sum(tree: Tree, name: str) -> Wave | None:
    """The function itself as a sum of waves; None where it is none."""
    read = _read(tree, name)
    if read is None:
        return None
    field, element, circles = read
    num, den = element.parts()
    if any(_held(field, den, each) or _degree(field, num, each.names) is None for each in circles):
        return None
    below = _tree(field, den)

    def over(one: Wave) -> Wave:
        sine, cosine, base = (
            normalised(divided(each, below)) for each in (one.sine, one.cosine, one.base)
        )
        return Wave(sine, cosine, base, one.phase, tuple(map(over, one.others)))

    return over(spectrum(field, num, circles))


def _read(tree: Tree, name: str) -> tuple[Field, Element, tuple[Circle, ...]] | None:
    """In the generators of sines and cosines."""
    found = on_circles(tree, name)
    if found is None:
        return None
    field = Field()
    element = field.normal(found.inner)
    if element is None:
        return None
    circles = tuple(
        Circle(_index(field, sine), _index(field, cosine), phase)
        for (sine, cosine), phase in zip(map(names_of, count()), found.phases, strict=False)
    )
    return field, element, circles


def _product(field: Field, factor: Polynomial, circles: Sequence[Circle]) -> Waves | None:
    """A factor with waves of these phases."""
    if not circles:
        return Waves((), () if _is_unit(field, factor) else ((_tree(field, factor), 1),))
    if len(circles) == 1:
        return _factored(field, factor, circles[0])
    if any(_degree(field, factor, each.names) is None for each in circles):
        return None
    return Waves(((spectrum(field, factor, circles), 1),), ())


def _index(field: Field, name: str) -> int:
    return next(iter(field.kernel("name", (), name).used()))


def _held(field: Field, p: Polynomial, circle: Circle) -> bool:
    return _holds(field, Element(field.ring, field.ring.lift(p), field.ring.one), circle.names)


def _factored(field: Field, num: Polynomial, circle: Circle) -> Waves | None:
    """By forms in two names: s^2 + c^2 is 1, and half the phase makes all degrees even."""
    ring, names, phase = field.ring, circle.names, circle.phase
    if _is_mixed(field, num, names):
        num, names = _halved(field, num, names)
        if _held(field, num, circle):
            return None  # inside roots and logarithms
        phase = multiplied((number(Fraction(1, 2)), phase))
    form = _form(field, num, names)
    if len(form) > budget.EXPANDED:
        return None
    moving: list[tuple[Wave, int]] = []
    still: list[tuple[Tree, int]] = []
    for factor, power in ring.factors(form)[1]:
        degree = _degree(field, factor, names)
        if degree is None:
            return None
        if degree == 0:
            still += [] if _is_unit(field, factor) else [(_tree(field, factor), power)]
        elif degree > 2:
            moving.append((spectrum(field, factor, (Circle(*names, phase),)), power))
        elif (wave := _wave(field, factor, names, phase, degree)) is not None:
            moving.append((wave, power))
    return Waves(tuple(moving), tuple(still))


def _halved(
    field: Field, num: Polynomial, names: tuple[int, int]
) -> tuple[Polynomial, tuple[int, int]]:
    """With sin(u) = 2sc and cos(u) = c^2 - s^2."""
    s, c = (_index(field, each) for each in _HALF)
    ring = field.ring
    num = ring.lift(num)
    a, b = ring.gens[s], ring.gens[c]
    total = num * 0
    for powers, coefficient in ring.terms(num):
        n, m = powers[names[0]], powers[names[1]]
        rest = tuple(0 if i in names else k for i, k in enumerate(powers))
        total += ring.polynomial({rest: coefficient}) * (2 * a * b) ** n * (b * b - a * a) ** m
    return _form(field, total, (s, c)), (s, c)


def _form(field: Field, num: Polynomial, names: tuple[int, int]) -> Polynomial:
    """Of one degree in the two names, through s^2 + c^2 = 1."""
    ring = field.ring
    s, c = (ring.gens[i] for i in names)
    terms = list(ring.terms(num))
    top = max(powers[names[0]] + powers[names[1]] for powers, _ in terms)
    one, total = s * s + c * c, num * 0
    for powers, coefficient in terms:
        lacking = top - powers[names[0]] - powers[names[1]]
        total += ring.polynomial({powers: coefficient}) * one ** (lacking // 2)
    return total


def _degree(field: Field, factor: Polynomial, names: tuple[int, int]) -> int | None:
    """In the two names; None where they stand inside another generator, too."""
    for i in Element(field.ring, factor, field.ring.one).used():
        if i not in names and any(_holds(field, a, names) for a in field.kernels[i].arguments):
            return 0 if _is_unit(field, factor) else None
    return max(powers[names[0]] + powers[names[1]] for powers, _ in field.ring.terms(factor))


def _is_unit(field: Field, factor: Polynomial) -> bool:
    """Whether it is an exponential, which has no zero."""
    used = list(Element(field.ring, factor, field.ring.one).used())
    return len(factor) == 1 and all(field.kernels[i].kind == "exp" for i in used)


def _holds(field: Field, element: Element, names: tuple[int, int]) -> bool:
    return any(
        i in names or any(_holds(field, a, names) for a in field.kernels[i].arguments)
        for i in element.used()
    )


def _wave(
    field: Field, factor: Polynomial, names: tuple[int, int], phase: Tree, degree: int
) -> Wave | None:
    """A form of degree 1 as it stands, one of degree 2 in the doubled phase; None for s^2 + c^2."""
    found = _coefficients(field, factor, names)
    if degree == 1:
        return Wave(_tree_of(field, found, (1, 0)), _tree_of(field, found, (0, 1)), ZERO, phase)
    a, b, c = (found.get(key, factor * 0) for key in ((2, 0), (1, 1), (0, 2)))
    if b.is_zero() and (a - c).is_zero():
        return None
    sine, cosine, base = (_tree(field, each) for each in (b, c - a, a + c))
    return Wave(sine, cosine, base, multiplied((number(2), phase)))


def _coefficients(
    field: Field, factor: Polynomial, names: tuple[int, int]
) -> dict[tuple[int, int], Polynomial]:
    ring = field.ring
    found: dict[tuple[int, int], dict[tuple[int, ...], int]] = {}
    for powers, coefficient in ring.terms(factor):
        rest = tuple(0 if i in names else k for i, k in enumerate(powers))
        found.setdefault((powers[names[0]], powers[names[1]]), {})[rest] = coefficient
    return {key: ring.polynomial(terms) for key, terms in found.items()}


def _tree_of(field: Field, found: dict[tuple[int, int], Polynomial], key: tuple[int, int]) -> Tree:
    return _tree(field, found[key]) if key in found else ZERO


def _tree(field: Field, polynomial: Polynomial) -> Tree:
    made = field.to_tree(Element(field.ring, polynomial, field.ring.one))
    if made is None:
        raise Undecided
    return made
