"""What functions do far out: they grow beyond all bounds in every direction, or tend to zero."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache, reduce
from math import inf
from operator import add

from msgspec import Struct

from calctool.algebra.build import added, negated
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.extrema.affine_forms import Form, linear, rank
from calctool.algebra.extrema.existence.enclosed_form import definite_top
from calctool.algebra.extrema.forms.homogeneous import is_definite
from calctool.algebra.extrema.polynomials import (
    Polynomial,
    context,
    fractions,
    polynomial,
    top_form,
    tree_of,
)
from calctool.algebra.germ.expansion import Expansion
from calctool.algebra.germ.limit import limit_of
from calctool.algebra.real.ring import NOTHING, Undecided, Undefined
from calctool.notation.tree import (
    ONE,
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)
from calctool.notation.walk import substitute


class Coercive(Struct, frozen=True):
    """f -> oo (sign 1) or -oo (sign -1) as the point goes to infinity.

    `leading` is the top form that shows it, next to `others` that are bounded on that side; or the
    `powers` are even ones of linear expressions that are constant together along no line, and the
    others are bounded; without either f is a sum of functions of one variable each.
    """

    sign: int
    leading: Tree | None = None
    others: tuple[Tree, ...] = ()
    powers: tuple[Tree, ...] = ()


def coercive(f: Tree, names: Sequence[str]) -> Coercive | None:
    """Of a function that is continuous on all of R^n; None where it was not shown.

    By a definite top form, or by even powers of linear expressions as written, other terms being
    bounded on that side; or because f is a sum of functions of one variable each of which grows at
    both ends.
    """
    return _coercive(f, tuple(names))


@lru_cache(maxsize=8)  # Asked for the least value, and again for the greatest.
def _coercive(f: Tree, names: tuple[str, ...]) -> Coercive | None:
    terms = f.terms if isinstance(f, Sum) else (f,)
    known = [(term, polynomial(term, names)) for term in terms]
    others = [term for term, p in known if p is None]
    whole = reduce(add, (p for _, p in known if p is not None), 0 * context(len(names)).gens()[0])
    form = top_form(whole)
    sign = is_definite(form, names) if form else 0
    if sign and all(_is_bounded(term, sign) for term in others):
        return Coercive(sign, tree_of(form, names), tuple(others))
    top = definite_top(f, names) if others else None
    if top is not None:
        return Coercive(*top)
    for side in (1, -1):
        if others and _grows_separately(terms, names, side):
            return Coercive(side)
    return next((made for side in (1, -1) if (made := _by_powers(terms, names, side))), None)


def _by_powers(terms: Sequence[Tree], names: Sequence[str], sign: int) -> Coercive | None:
    """Where f stays below a bound, each of the linear expressions does, and so every name."""
    powers: list[Tree] = []
    rows: list[Form] = []
    for term in terms:
        form = _in_even_power(term, names, sign)
        if form is not None:
            powers.append(term)
            rows.append(form)
        elif not _is_bounded(term, sign):
            return None
    if not rows or rank(rows) < len(names):
        return None
    others = tuple(term for term in terms if term not in powers)
    return Coercive(sign, None, others, tuple(powers))


def _in_even_power(term: Tree, names: Sequence[str], sign: int) -> Form | None:
    """The linear part of l, where the term is a number of this sign times an even power of l."""
    size = Fraction(sign)
    while not isinstance(term, Power):
        match term:
            case Negative(operand):
                size, term = -size, operand
            case Quotient(top, bottom) if below := rational(bottom):
                size, term = size / below, top
            case Product((first, last)) if factor := rational(first):
                size, term = size * factor, last
            case _:
                return None
    power = rational(term.exponent)
    if size <= 0 or power is None or power <= 0 or power % 2:
        return None
    found = linear(term.base, names)
    return None if found is None else found[0]


def _is_bounded(term: Tree, sign: int) -> bool:
    """Below for sign 1, above for sign -1."""
    known = range_of(term, {})
    return known.low > -inf if sign > 0 else known.high < inf


def _grows_separately(terms: Sequence[Tree], names: Sequence[str], sign: int) -> bool:
    """A continuous function of one variable that grows at both ends is bounded below."""
    if any(len(term.names) > 1 for term in terms):
        return False
    for name in names:
        own = added(term for term in terms if name in term.names)
        own = own if sign > 0 else negated(own)
        if not all(grows(own, name, side) for side in (1, -1)):
            return False
    return True


def grows(f: Tree, name: str, side: int) -> bool:
    """Whether f certainly tends to oo as its only variable goes to infinity on this side."""
    x = Name(name)
    far = Quotient(ONE, x if side > 0 else Negative(x))
    try:
        found = limit_of(Expansion(name, NOTHING, 1, 4).of(substitute(f, {name: far})))
    except (Undecided, Undefined):
        return False
    return found.kind == "infinite" and found.sign > 0


# --- functions that tend to zero ----------------------------------------------------------------


class _Term(Struct):
    """numerator * exp(exponent) / denominator, times bounded factors."""

    numerator: Polynomial
    exponent: Polynomial
    denominator: Polynomial
    fits: bool = True


def vanishes_far_out(
    f: Tree, names: Sequence[str], ends: Mapping[str, Sequence[int]] | None = None
) -> bool:
    """Of a function that is continuous on a closed set: whether it certainly tends to 0 as its
    point goes to infinity there. `ends` has for a name that is bounded the sides to which it may
    go, 1 and -1; without it there are both.

    Each term is a product of bounded factors with either P*exp(q), where the top form of q is
    negative definite, or q a sum of functions of one name each that fall to -oo wherever that goes
    (each is then at most C - c*abs(x)), or P/Q of lower degree above, where that of Q is definite.
    """
    ways = [tuple((ends or {}).get(name, (1, -1))) for name in names]
    return all(_tends_to_zero(term, names, ways) for term in _terms(f))


def _terms(f: Tree) -> Iterator[Tree]:
    match f:
        case Sum(terms):
            for term in terms:
                yield from _terms(term)
        case Negative(operand):
            yield from _terms(operand)
        case _:
            yield f


def _tends_to_zero(term: Tree, names: Sequence[str], ways: Sequence[Sequence[int]]) -> bool:
    one = context(len(names)).constant(1)
    made = _Term(one, 0 * one, one)
    _take(made, term, 1, names)
    if not made.fits:
        return False
    bottom = made.denominator
    if not bottom.is_constant() and not is_definite(top_form(bottom), names):
        return False
    if not made.exponent.is_constant():
        definite = is_definite(top_form(made.exponent), names) == -1
        return definite or _falls_in_each_name(made.exponent, ways)
    return bool(made.numerator.total_degree() < bottom.total_degree())


def _falls_in_each_name(q: Polynomial, ways: Sequence[Sequence[int]]) -> bool:
    leading: dict[int, tuple[int, Fraction]] = {}
    for powers, c in fractions(q).items():
        used = [i for i, n in enumerate(powers) if n]
        if len(used) > 1:
            return False
        for i in used:
            leading[i] = max(leading.get(i, (0, c)), (powers[i], c))
    return all(
        i in leading and leading[i][1] * way ** leading[i][0] < 0
        for i, sides in enumerate(ways)
        for way in sides
    )


def _take(made: _Term, factor: Tree, power: int, names: Sequence[str]) -> None:
    p = polynomial(factor, names)
    if p is not None and p:
        if power > 0:
            made.numerator *= p**power
        else:
            made.denominator *= p**-power
        return
    match factor:
        case Product(factors):
            for each in factors:
                _take(made, each, power, names)
        case Quotient(top, bottom):
            _take(made, top, power, names)
            _take(made, bottom, -power, names)
        case Negative(operand):
            _take(made, operand, power, names)
        case Power(base, exponent) if (n := rational(exponent)) and n.denominator == 1:
            _take(made, base, power * int(n), names)
        case Call("exp", (u,)) if (q := polynomial(u, names)) is not None:
            made.exponent += power * q
        case _:
            known = range_of(factor, {})
            made.fits = made.fits and power > 0 and -inf < known.low and known.high < inf
