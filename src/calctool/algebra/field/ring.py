"""Fractions of integer polynomials in generators that grow on demand, with monic relations.

Invariant: where the expression that an element came from is defined, the element's denominator
is not zero and the fraction has its value. Generators know nothing of calculus here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from math import comb
from typing import Any

from flint import fmpz, fmpz_mpoly_ctx

from calctool import budget
from calctool.algebra.factoring import factored
from calctool.algebra.unsettled import Unsettled

Polynomial = Any
"""`flint.fmpz_mpoly`, which has no type information of its own."""


class UnknownError(Unsettled):
    """Outside what is decided exactly, or beyond the budget: never a verdict."""


class Ring:
    """Generators are ordered by age, the newest first, so that relations lead with the newest."""

    def __init__(self) -> None:
        self.count = 0
        self.work = 0
        self.relations: dict[int, tuple[int, Polynomial]] = {}
        self.least_power = budget.DEGREE
        self._factored: dict[str, tuple[int, list[tuple[Polynomial, int]]]] = {}
        self._open(budget.GENERATORS)

    def _open(self, capacity: int) -> None:
        if capacity > budget.MOST_GENERATORS:
            raise UnknownError("generators")
        self.capacity = capacity
        self.context, self.gens, self.one = _context(capacity)
        moved = self.relations.items()
        self.relations = {index: (power, self.lift(p)) for index, (power, p) in moved}

    def lift(self, p: Polynomial) -> Polynomial:
        """A polynomial of an earlier, smaller ring in this one."""
        return p if p.context() is self.context else p.project_to_context(self.context)

    def new(self) -> int:
        """The index of a fresh generator."""
        if self.count == self.capacity:
            self._open(min(2 * self.capacity, max(budget.MOST_GENERATORS, self.capacity + 1)))
        self.count += 1
        return self.count - 1

    def generator(self, index: int) -> Element:
        """A generator as an element."""
        return Element(self, self.gens[index], self.one)

    def constant(self, value: Fraction | int) -> Element:
        """A rational number as an element."""
        numerator, denominator = value.as_integer_ratio()
        below = self.one if denominator == 1 else self.context.constant(denominator)
        return Element(self, self.context.constant(numerator), below)

    def relate(self, index: int, power: int, value: Element, times: Element | None = None) -> None:
        """times*generator^power = value, made of older generators (or a lower power)."""
        num, den = value.parts()
        factor = den if times is None else self.times(den, times.parts()[0])
        self.relations[index] = (power, factor * self.gens[index] ** power - num)
        self.least_power = min(self.least_power, power)

    def spend(self, amount: int) -> None:
        """Count work; UnknownError after too much."""
        self.work += amount
        if self.work > budget.WORK:
            raise UnknownError("work")

    def times(self, a: Polynomial, b: Polynomial) -> Polynomial:
        """A product with the relations used up; UnknownError where it is too long."""
        self.work += len(a) * len(b)
        if self.work > budget.WORK:
            raise UnknownError("work")
        product = a * b
        if len(product) > budget.TERMS:
            raise UnknownError("terms")
        return self.reduce(product) if self.relations else product

    def bounded(self, p: Polynomial) -> Polynomial:
        """The polynomial itself; UnknownError where it has too many terms."""
        if len(p) > budget.TERMS:
            raise UnknownError("terms")
        return p

    def degrees(self, p: Polynomial) -> tuple[int, ...]:
        """By index of generator, 0 of the zero polynomial."""
        found: tuple[int, ...] = p.degrees() if p else (0,) * self.capacity
        return found[::-1]

    def terms(self, p: Polynomial) -> Iterator[tuple[tuple[int, ...], int]]:
        """(powers by index of generator, coefficient) of each term."""
        for monomial, coefficient in zip(p.monoms(), p.coeffs(), strict=True):
            yield tuple(map(int, monomial[::-1])), int(coefficient)

    def polynomial(self, terms: Mapping[tuple[int, ...], int]) -> Polynomial:
        """The inverse of `terms`, also of those that were taken before the ring grew."""
        more = self.capacity - len(next(iter(terms), ()))
        none = (0,) * more if terms else ()
        return self.context.from_dict({none + powers[::-1]: c for powers, c in terms.items()})

    def reduce(self, p: Polynomial) -> Polynomial:
        """The remainder by all relations, the newest first."""
        if not self.relations or p.total_degree() < self.least_power:
            return p
        degrees = self.degrees(p)
        for index in range(self.count - 1, -1, -1):
            known = self.relations.get(index) if degrees[index] else None
            if known is None or degrees[index] < known[0]:
                continue
            power, relation = known
            times, terms = degrees[index] // power, len(relation) - 1
            self.spend(len(p) * comb(times + terms - 1, terms - 1) if terms > 1 else len(p))
            p = self.bounded(divmod(p, relation)[1])
            degrees = self.degrees(p)
        return p

    def gcd(self, a: Polynomial, b: Polynomial) -> Polynomial:
        """A common divisor, the greatest one unless that would be too much work."""
        if a.is_one() or b.is_one():
            return self.one
        if is_constant(a) or is_constant(b):
            return self.context.constant(int(fmpz(a.content()).gcd(b.content())))
        self.spend(len(a) + len(b))
        if max(a.total_degree(), b.total_degree()) > budget.DEGREE:
            return self.one
        return a.gcd(b)

    def factors(self, p: Polynomial) -> tuple[int, list[tuple[Polynomial, int]]]:
        """(content with sign, irreducible factors); what is too large stays, but for generators."""
        if is_constant(p):
            return int(p.leading_coefficient()), []
        if p.total_degree() > budget.DEGREE or len(p) > budget.EXPANDED:
            return self._generators_of(p)
        self.spend(50 * len(p))
        key = str(p)
        if key not in self._factored:
            self._factored[key] = factored(p)
        content, found = self._factored[key]
        return content, [(self.lift(factor), power) for factor, power in found]

    def _generators_of(self, p: Polynomial) -> tuple[int, list[tuple[Polynomial, int]]]:
        common = p.term_content()
        powers = self.degrees(common)
        found = [(self.gens[index], int(power)) for index, power in enumerate(powers) if power]
        rest = p / common
        if rest.is_constant():
            return int((p / common).leading_coefficient() * common.leading_coefficient()), found
        return int(common.leading_coefficient()), [(rest, 1), *found]


@cache
def _context(capacity: int) -> tuple[Any, tuple[Polynomial, ...], Polynomial]:
    """What all rings of this capacity compute in, its generators by age, and 1."""
    context = fmpz_mpoly_ctx.get([f"g{index}" for index in reversed(range(capacity))], "lex")
    return context, context.gens()[::-1], context.constant(1)


def is_constant(p: Polynomial) -> bool:
    """Whether there is no generator in it."""
    return len(p) < 2 and bool(p.is_constant())


class Element:
    """num/den in lowest terms as far as the budget allows, den with a positive leading term."""

    __slots__ = ("_key", "den", "num", "ring")

    def __init__(self, ring: Ring, num: Polynomial, den: Polynomial) -> None:
        self.ring, self.num, self.den = ring, num, den
        self._key = ""

    def parts(self) -> tuple[Polynomial, Polynomial]:
        """Numerator and denominator in the ring as it is now."""
        if self.num.context() is not self.ring.context:
            self.num = self.ring.lift(self.num)
        if self.den.context() is not self.ring.context:
            self.den = self.ring.lift(self.den)
        return self.num, self.den

    @property
    def key(self) -> str:
        """A text that is the same for equal elements of one ring."""
        if not self._key:
            self._key = f"{self.num}/{self.den}"
        return self._key

    @property
    def value(self) -> Fraction | None:
        """The value of a rational number, else None."""
        if is_constant(self.num) and is_constant(self.den):
            top = int(self.num.leading_coefficient()) if self.num else 0
            return Fraction(top, int(self.den.leading_coefficient()))
        return None

    def _other(self, other: Element | Fraction | int) -> Element:
        return other if isinstance(other, Element) else self.ring.constant(other)

    def lowest(self) -> Element:
        """Common factors cancelled."""
        num, den = self.parts()
        if den.is_zero():
            raise UnknownError("zero denominator")
        if num.is_zero():
            return self.ring.constant(0)
        if not den.is_one():
            common = self.ring.gcd(num, den)
            if not common.is_one():
                num, den = num / common, den / common
        return Element(self.ring, num, den).with_sign()

    def with_sign(self) -> Element:
        """The leading term of the denominator positive."""
        if self.den.leading_coefficient() < 0:
            return Element(self.ring, -self.num, -self.den)
        return self

    def __add__(self, other: Element | Fraction | int) -> Element:
        ring, (a, b), (c, d) = self.ring, self.parts(), self._other(other).parts()
        if b == d:
            total = Element(ring, ring.bounded(a + c), b)
            return total if b.is_one() else total.lowest()
        common = ring.gcd(b, d)
        left, right = (d, b) if common.is_one() else (d / common, b / common)
        num = ring.bounded(ring.times(a, left) + ring.times(c, right))
        return Element(ring, num, ring.times(b, left)).lowest()

    def __neg__(self) -> Element:
        return Element(self.ring, -self.num, self.den)

    def __sub__(self, other: Element | Fraction | int) -> Element:
        return self + -self._other(other)

    def __rsub__(self, other: Fraction | int) -> Element:
        return self._other(other) - self

    def __mul__(self, other: Element | Fraction | int) -> Element:
        ring, (a, b), (c, d) = self.ring, self.parts(), self._other(other).parts()
        if b.is_one() and d.is_one():
            return Element(ring, ring.times(a, c), b)
        if a.is_zero() or c.is_zero():
            return ring.constant(0)
        first, second = ring.gcd(a, d), ring.gcd(c, b)
        if not first.is_one():
            a, d = a / first, d / first
        if not second.is_one():
            c, b = c / second, b / second
        made = Element(ring, ring.times(a, c), ring.times(b, d))
        # What had no common factor has none now, unless the relations reduced it.
        return made.lowest() if ring.relations else made.with_sign()

    __radd__ = __add__
    __rmul__ = __mul__

    def inverse(self) -> Element:
        """1/u; UnknownError for zero."""
        num, den = self.parts()
        if num.is_zero():
            raise UnknownError("division by zero")
        made = Element(self.ring, den, num)
        return made.lowest() if self.ring.relations else made.with_sign()

    def __truediv__(self, other: Element | Fraction | int) -> Element:
        return self * self._other(other).inverse()

    def __rtruediv__(self, other: Fraction | int) -> Element:
        return self.inverse() * other

    def __pow__(self, power: int) -> Element:
        """By repeated multiplication: the caller sees to it that the power is small."""
        if power < 0:
            return self.inverse() ** -power
        if power == 1:
            return self
        num, den = self.parts()
        return Element(self.ring, self._raised(num, power), self._raised(den, power))

    def _raised(self, p: Polynomial, power: int) -> Polynomial:
        if p.is_one():
            return p
        terms, bits = len(p), max((abs(int(c)).bit_length() for c in p.coeffs()), default=0)
        size = comb(power + terms - 1, terms - 1) if 1 < terms < 20 else terms**power
        if size > budget.TERMS or (bits > 1 and bits * power > budget.NUMBER_BITS):
            raise UnknownError("power")
        self.ring.spend(size)
        return self.ring.reduce(p**power)

    def used(self) -> Iterator[int]:
        """Indices of the generators in it."""
        num, den = self.parts()
        found = self.ring.degrees(num)
        if not is_constant(den):
            found = tuple(map(max, found, self.ring.degrees(den)))
        return (index for index, degree in enumerate(found) if degree)
