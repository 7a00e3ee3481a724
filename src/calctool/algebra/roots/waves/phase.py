"""A function with waves of one phase as factors P*sin(u) + Q*cos(u) + R, P, Q, R without waves."""

from __future__ import annotations

from fractions import Fraction
from math import comb, gcd, lcm

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, raised
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, Polynomial
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.notation.tree import ZERO, Call, Name, Quotient, Tree, number, rational
from calctool.notation.walk import transform, walk

SINE, COSINE = "sine of the phase", "cosine of the phase"
"""No names that can be typed."""
_HALF = ("sine of half the phase", "cosine of half the phase")
_AS_QUOTIENTS = {
    "tan": ("sin", "cos"), "cot": ("cos", "sin"), "sec": ("", "cos"), "csc": ("", "sin"),
}  # fmt: skip


class Wave(Struct, frozen=True):
    """sine*sin(phase) + cosine*cos(phase) + base, three functions without waves."""

    sine: Tree
    cosine: Tree
    base: Tree
    phase: Tree

    @property
    def tree(self) -> Tree:
        """The function itself."""
        terms = (
            multiplied((self.sine, Call("sin", (self.phase,)))),
            multiplied((self.cosine, Call("cos", (self.phase,)))),
            self.base,
        )
        return added(each for each in terms if rational(each) != 0)


class Waves(Struct, frozen=True):
    """A product: the `still` factors have no waves; each with how often it is one."""

    moving: tuple[tuple[Wave, int], ...]
    still: tuple[tuple[Tree, int], ...]


def has_waves(tree: Tree, name: str) -> bool:
    """Whether a wave in the name occurs."""
    return any(_is_wave(part, name) for part in walk(tree))


def read_waves(tree: Tree, name: str) -> Waves | None:
    """The numerator of the function as a product; None where it has no waves or other ones."""
    written = on_circle(tree, name)
    if written is None:
        return None
    phase, inner = written
    field = Field()
    element = field.normal(inner)
    if element is None:
        return None
    num, den = element.parts()
    sine, cosine = (_index(field, each) for each in (SINE, COSINE))
    if any(field.ring.degrees(den)[i] for i in (sine, cosine)) or num.is_zero():
        return None
    return _factored(field, num, (sine, cosine), phase)


def on_circle(tree: Tree, name: str) -> tuple[Tree, Tree] | None:
    """(u, the function in the names of sin(u) and cos(u)); None for none or several phases."""
    tree = as_quotients(tree)
    angles = dict.fromkeys(
        part.arguments[0] for part in walk(tree) if isinstance(part, Call) and _is_wave(part, name)
    )
    if not angles or any(has_waves(angle, name) for angle in angles):
        return None
    first = next(iter(angles))
    ratios = {angle: rational(normalised(divided(angle, first))) for angle in angles}
    found = [ratio for ratio in ratios.values() if ratio is not None]
    if len(found) < len(ratios):
        return None
    unit = Fraction(gcd(*(r.numerator for r in found)), lcm(*(r.denominator for r in found)))
    times = {angle: (ratio or 0) / unit for angle, ratio in ratios.items()}
    if any(abs(n) > budget.WAVE_MULTIPLE for n in times.values()):
        return None
    phase = multiplied((number(unit), first))

    def written(part: Tree) -> Tree | None:
        if not isinstance(part, Call) or not _is_wave(part, name):
            return None
        return multiple(part.function, int(times[part.arguments[0]]))

    inner = transform(tree, written)
    return None if has_waves(inner, name) else (phase, inner)


def _is_wave(part: Tree, name: str) -> bool:
    return isinstance(part, Call) and part.function in ("sin", "cos") and name in part.names


def as_quotients(tree: Tree) -> Tree:
    """With sines and cosines for tan, cot, sec and csc."""
    return transform(tree, _as_quotient)


def _as_quotient(part: Tree) -> Tree | None:
    if not isinstance(part, Call) or part.function not in _AS_QUOTIENTS or not part.names:
        return None
    top, bottom = _AS_QUOTIENTS[part.function]
    inner = as_quotients(part.arguments[0])
    above = Call(top, (inner,)) if top else number(1)
    return Quotient(above, Call(bottom, (inner,)))


def multiple(kind: str, n: int) -> Tree:
    """sin(n*u) or cos(n*u) as a form of degree |n| in sin(u) and cos(u)."""
    first, size = 1 if kind == "sin" else 0, abs(n)
    s, c = Name(SINE), Name(COSINE)
    terms = []
    for j in range(first, size + 1, 2):
        sign = (-1) ** (j // 2) * (-1 if kind == "sin" and n < 0 else 1)
        parts = (number(sign * comb(size, j)), raised(s, number(j)), raised(c, number(size - j)))
        terms.append(multiplied(parts))
    return added(terms) if terms else ZERO


# --- factors ------------------------------------------------------------------------------------


def _index(field: Field, name: str) -> int:
    return next(iter(field.kernel("name", (), name).used()))


def _factored(field: Field, num: Polynomial, names: tuple[int, int], phase: Tree) -> Waves | None:
    """By forms in two names: s^2 + c^2 is 1, and half the phase makes all degrees even."""
    ring = field.ring
    parities = {(powers[names[0]] + powers[names[1]]) % 2 for powers, _ in ring.terms(num)}
    if len(parities) > 1:
        num, names = _halved(field, num, names)
        phase = multiplied((number(Fraction(1, 2)), phase))
    form = _form(field, num, names)
    if len(form) > budget.EXPANDED:
        return None
    moving: list[tuple[Wave, int]] = []
    still: list[tuple[Tree, int]] = []
    for factor, power in ring.factors(form)[1]:
        degree = _degree(field, factor, names)
        if degree == 0:
            still += [] if _is_unit(field, factor) else [(_tree(field, factor), power)]
        elif degree is not None and degree <= 2:
            if (wave := _wave(field, factor, names, phase, degree)) is not None:
                moving.append((wave, power))
        else:
            return None
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
