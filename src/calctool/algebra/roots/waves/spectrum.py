"""A polynomial in sines and cosines of some phases as a sum of waves: products become sums."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import comb

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, divided, multiplied
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, Polynomial
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.limits.far_forms import normalised, simplified
from calctool.algebra.roots.waves.wave import Wave
from calctool.notation.tree import ZERO, Name, Tree, number

Turns = tuple[int, ...]
"""How often each phase stands in the phase of a wave, the first number but 0 being positive."""
Whole = tuple[int, int]
"""a + i*b"""
_Terms = dict[tuple[int, ...], int]


class Circle(Struct, frozen=True):
    """The generators of the sine and the cosine of a phase."""

    sine: int
    cosine: int
    phase: Tree

    @property
    def names(self) -> tuple[int, int]:
        """Both generators."""
        return self.sine, self.cosine


def spectrum(field: Field, p: Polynomial, circles: Sequence[Circle]) -> Wave:
    """The polynomial, its waves in no order; Undecided for too many."""
    ring = field.ring
    own = [index for circle in circles for index in circle.names]
    terms = list(ring.terms(p))
    top = max(sum(powers[index] for index in own) for powers, _ in terms)
    parts: dict[Turns, tuple[_Terms, _Terms]] = {}
    for powers, coefficient in terms:
        rest = tuple(0 if i in own else n for i, n in enumerate(powers))
        degrees = [(powers[each.sine], powers[each.cosine]) for each in circles]
        scale = coefficient * 2 ** (top - sum(map(sum, degrees)))
        for turns, (real, imaginary) in _exponentials(degrees).items():
            key, side = _upward(turns)
            cosine, sine = parts.setdefault(key, ({}, {}))
            cosine[rest] = cosine.get(rest, 0) + scale * real
            sine[rest] = sine.get(rest, 0) - scale * side * imaginary
    base: Tree = ZERO
    waves: list[Wave] = []
    for turns, (cosine, sine) in parts.items():
        over, under = (_tree(field, each, 2**top) for each in (sine, cosine))
        if not any(turns):
            base = under
        elif over != ZERO or under != ZERO:
            waves.append(Wave(over, under, ZERO, _turned(turns, circles)))
    if not waves or len(waves) > budget.WAVE_TERMS:
        raise Undecided
    first, *others = waves
    return Wave(first.sine, first.cosine, base, first.phase, tuple(others))


def _turned(turns: Turns, circles: Sequence[Circle]) -> Tree:
    """The sum of multiples of the phases, as a constant times one of them where it is that."""
    phases = [each.phase for each in circles]
    for first in (*map(Name, phases[0].names), phases[0]):
        ratios = [normalised(divided(each, first)) for each in phases]
        if not any(ratio.names for ratio in ratios):
            steps = (multiplied((number(n), each)) for n, each in zip(turns, ratios, strict=True))
            return multiplied((simplified(added(steps)), first))
    return added(multiplied((number(n), each)) for n, each in zip(turns, phases, strict=True))


def _exponentials(degrees: Sequence[tuple[int, int]]) -> dict[Turns, Whole]:
    """2^d times a product of sines and cosines, d its degree, in powers of exp(i*u)."""
    found: dict[Turns, Whole] = {}
    for parts in product(*(_of_one(sine, cosine).items() for sine, cosine in degrees)):
        value = (1, 0)
        for _, each in parts:
            value = _times(value, each)
        found[tuple(turn for turn, _ in parts)] = value
    return found


def _of_one(sine: int, cosine: int) -> dict[int, Whole]:
    """(z - 1/z)^sine*(-i)^sine*(z + 1/z)^cosine"""
    unit = ((1, 0), (0, -1), (-1, 0), (0, 1))[sine % 4]
    found: dict[int, Whole] = {}
    for j in range(sine + 1):
        for m in range(cosine + 1):
            turn = sine + cosine - 2 * (j + m)
            size = (-1) ** j * comb(sine, j) * comb(cosine, m)
            a, b = found.get(turn, (0, 0))
            found[turn] = (a + size * unit[0], b + size * unit[1])
    return found


def _times(a: Whole, b: Whole) -> Whole:
    return a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]


def _upward(turns: Turns) -> tuple[Turns, int]:
    """The phase or its negative, with which of the two it is."""
    side = next((1 if n > 0 else -1 for n in turns if n), 1)
    return tuple(side * n for n in turns), side


def _tree(field: Field, terms: _Terms, divisor: int) -> Tree:
    kept = {powers: n for powers, n in terms.items() if n}
    if not kept:
        return ZERO
    whole = Element(field.ring, field.ring.polynomial(kept), field.ring.one)
    made = field.to_tree(whole / divisor)
    if made is None:
        raise Undecided
    return made
