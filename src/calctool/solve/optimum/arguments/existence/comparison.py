"""Growth compared: what grows in each variable by itself outweighs products of lower weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice, product
from math import inf

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.domain.ranges import range_of
from calctool.notation.tree import (
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.solve.optimum.arguments.one_variable import extreme
from calctool.solve.optimum.arguments.protocol import LINE

_POWERS = (1, 2, 4, 6)
_SIZES = (Fraction(1), Fraction(1, 4), Fraction(1, 24))
_Powers = Mapping[str, Fraction]


class Own(Struct, frozen=True):
    """The terms with one name alone are at least size*|x|^power - loss."""

    name: str
    power: int
    size: Fraction
    loss: Fraction

    @property
    def bound(self) -> Tree:
        """The same as a tree."""
        x = Name(self.name)
        base = x if self.power % 2 == 0 else Call("abs", (x,))
        grown = multiplied((number(self.size), raised(base, number(self.power))))
        return added((grown, number(-self.loss)))


class Mixed(Struct, frozen=True):
    """A term that is at least -size times the product of |x|^power."""

    size: Fraction
    powers: tuple[tuple[str, Fraction], ...]


class Growth(Struct, frozen=True):
    """f is at least the sum of all these bounds, and beyond a level outside of `box`."""

    own: tuple[Own, ...]
    mixed: tuple[Mixed, ...]
    box: Mapping[str, tuple[Fraction, Fraction]]

    @property
    def bound(self) -> Tree:
        """A function that f is nowhere below."""
        terms = [each.bound for each in self.own]
        for each in self.mixed:
            parts = (raised(Call("abs", (Name(n),)), number(p)) for n, p in each.powers)
            terms.append(negated(multiplied((number(each.size), *parts))))
        return added(terms)


def growth(f: Tree, names: Sequence[str], level: Fraction) -> Growth | None:
    """Of an f that is continuous on all of R^n: with r the largest of the |x|^power, products of
    powers are at most r^theta, where theta < 1 is the sum of their shares: f > level for r > R."""
    own: dict[str, list[Tree]] = {name: [] for name in names}
    others: list[Tree] = []
    for term in (part for each in _terms(f) for part in _parted(each)):
        if len(term.names) == 1:
            own[next(iter(term.names))].append(term)
        else:
            others.append(term)
    mixed = [_mixed(term) for term in others]
    known = [each for each in mixed if each is not None]
    if len(known) < len(mixed):
        return None
    grown = [[*_growing(added(own[name]), name)] for name in names]
    if not all(grown):
        return None
    found = [made for powers in _choices(grown) if (made := _compared(powers, known, level))]
    return min(found, key=lambda one: max(high for _, high in one.box.values()), default=None)


def _choices(grown: Sequence[Sequence[Own]]) -> Iterator[tuple[Own, ...]]:
    """The highest powers first, which leave mixed terms the smallest shares."""
    return islice(product(*(each[::-1] for each in grown)), budget.GROWTH_CHOICES)


def _terms(f: Tree, sign: int = 1) -> Iterator[Tree]:
    match f:
        case Sum(terms):
            for term in terms:
                yield from _terms(term, sign)
        case Negative(operand):
            yield from _terms(operand, -sign)
        case _:
            yield f if sign > 0 else negated(f)


def _growing(own: Tree, name: str) -> Iterator[Own]:
    """By the table of what is left without the power."""
    for power in _POWERS:
        for size in _SIZES:
            bare = Own(name, power, size, Fraction(0)).bound
            found = extreme(added((own, negated(bare))), name, LINE, -1)
            if found is not None and found.value is not None and found.value.low is not None:
                yield Own(name, power, size, _up(-found.value.low))
                break


def _up(value: Fraction) -> Fraction:
    """A short fraction that is not smaller."""
    return Fraction(-((-value * 64) // 1), 64)


def _parted(term: Tree) -> Iterator[Tree]:
    """a + b - 1, which is at most a*b where a and b are at least 1 and have names of their own."""
    groups: dict[frozenset[str], list[Tree]] = {}
    for factor, power in _factors(term, 1):
        for part in _split(factor):
            groups.setdefault(part.names, []).append(raised(part, number(power)))
    parts = [multiplied(each) for names, each in groups.items() if names]
    single = len(parts) > 1 and all(len(part.names) == 1 for part in parts)
    sizes = [rational(each) for each in groups.get(frozenset(), ())]
    if not single or any(size is None or size < 1 for size in sizes) or not _at_least_1(parts):
        yield term
        return
    yield from parts
    yield number(1 - len(parts))


def _split(factor: Tree) -> tuple[Tree, ...]:
    """exp(u) and exp(v) of exp(u + v)."""
    match factor:
        case Call("exp", (Sum(terms),)):
            return tuple(Call("exp", (term,)) for term in terms)
    return (factor,)


def _at_least_1(parts: Sequence[Tree]) -> bool:
    found = [extreme(part, next(iter(part.names)), LINE, -1) for part in parts]
    lows = [None if one is None or one.value is None else one.value.low for one in found]
    return all(low is not None and low >= 1 for low in lows)


# --- terms with several names -------------------------------------------------------------------


def _mixed(term: Tree) -> Mixed | None:
    """By coarse ranges, or factor by factor."""
    low = range_of(term, {}).low
    if low > -inf:
        return Mixed(max(-_fraction(low), Fraction(0)), ())
    size = Fraction(1)
    powers: dict[str, Fraction] = {}
    for factor, exponent in _factors(term, 1):
        value = rational(factor)
        if value is not None:
            if not value and exponent < 0:
                return None
            size *= abs(value) ** exponent
        elif isinstance(factor, Name) and exponent > 0:
            powers[factor.id] = powers.get(factor.id, Fraction(0)) + exponent
        elif exponent > 0:
            reach = range_of(factor, {})
            if reach.low > -inf and reach.high < inf:
                most = max(abs(_fraction(reach.low)), abs(_fraction(reach.high)))
                size *= most**exponent
            else:
                return None
        else:
            return None
    return _with_decay(term, size, powers)


def _with_decay(term: Tree, size: Fraction, powers: dict[str, Fraction]) -> Mixed:
    """x*y^3*exp(-y^2): the part in y alone is bounded, by its table."""
    factors = list(_factors(term, 1))
    for name in list(powers):
        alone = [raised(u, number(e)) for u, e in factors if u.names == {name}]
        if len(alone) < 2 or not all(u.names <= {name} or name not in u.names for u, _ in factors):
            continue
        part = multiplied(alone)
        ends = [extreme(part, name, LINE, turn) for turn in (-1, 1)]
        values = [one.value for one in ends if one is not None and one.value is not None]
        sizes = [
            max(abs(v.low), abs(v.high)) for v in values if v.low is not None and v.high is not None
        ]
        if len(sizes) == 2:
            without = [(u, e) for u, e in factors if u.names != {name}]
            rest = _mixed(multiplied(raised(u, number(e)) for u, e in without))
            if rest is not None and name not in dict(rest.powers):
                return Mixed(rest.size * _up(max(sizes)), rest.powers)
    return Mixed(size, tuple(powers.items()))


def _factors(tree: Tree, exponent: int) -> Iterator[tuple[Tree, int]]:
    match tree:
        case Product(factors):
            for factor in factors:
                yield from _factors(factor, exponent)
        case Quotient(top, bottom):
            yield from _factors(top, exponent)
            yield from _factors(bottom, -exponent)
        case Negative(operand):
            yield from _factors(operand, exponent)
        case Power(base, at) if (n := rational(at)) and n.denominator == 1 and n > 0:
            yield from _factors(base, exponent * int(n))
        case Call("abs", (inside,)):
            yield from _factors(inside, exponent)
        case _:
            yield tree, exponent


def _fraction(value: Fraction | float) -> Fraction:
    return Fraction(value)


# --- the comparison -----------------------------------------------------------------------------


def _compared(own: tuple[Own, ...], mixed: Sequence[Mixed], level: Fraction) -> Growth | None:
    """The least of some powers of 2 from which on f is beyond the level.

    least*r - rest, divided by r, grows with r: from where it is positive it grows itself.
    """
    power = {each.name: each.power for each in own}
    shares = [(m.size, sum((p / power[n] for n, p in m.powers), Fraction(0))) for m in mixed]
    if any(share >= 1 for _, share in shares):
        return None
    least = min(each.size for each in own)
    constant = sum((each.loss for each in own), Fraction(0)) + level
    for step in range(budget.GROWTH_STEPS):
        r = Fraction(2) ** step
        rest = sum((size * _root_above(r, share) for size, share in shares), Fraction(0))
        if least * r - rest > max(constant, Fraction(0)):
            ends = {each.name: _root_above(r, Fraction(1, each.power)) for each in own}
            return Growth(own, tuple(mixed), {n: (-end, end) for n, end in ends.items()})
    return None


def _root_above(r: Fraction, power: Fraction) -> Fraction:
    """A short fraction above r^power, r being a power of 2."""
    found = float(r) ** float(power)
    return Fraction(int(found * 1024) + 2, 1024)
