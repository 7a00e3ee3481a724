"""Sums, constant factors, products and quotients: the limit laws."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from calctool.algebra.build import negated
from calctool.algebra.limit.expand import NotPolynomial
from calctool.notation.tree import ONE, ZERO, Name, Negative, Product, Quotient, Relation, Sum, Tree
from calctool.solve.limits.chain import Chain, Draft
from calctool.solve.limits.place import Place, difference, over, times, total
from calctool.solve.limits.ways.algebraic import expander, raised_twice

Derive = Callable[[Tree, Place], Chain]


def scaled(f: Tree, x: str) -> tuple[Tree, Tree]:
    """(c, u) with f = c*u and c free of x; c is 1 where there is no such factor."""
    match f:
        case Negative(operand):
            c, u = scaled(operand, x)
            return negated(c), u
        case Product(factors):
            free = [each for each in factors if each.is_free_of(x)]
            rest = [each for each in factors if not each.is_free_of(x)]
            if free and rest:
                return times(*free), times(*rest)
        case Quotient(numerator, denominator) if denominator.is_free_of(x):
            c, u = scaled(numerator, x)
            return over(c, denominator), u
        case Quotient(Product() as numerator, denominator):
            c, u = scaled(numerator, x)
            return c, over(u, denominator)
        case Quotient(numerator, denominator) if numerator.is_free_of(x) and numerator != ONE:
            return numerator, Quotient(ONE, denominator)
    return ONE, f


def constant_factor(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """c*u by the limit law for constant factors; None where there is none."""
    c, u = scaled(f, place.variable)
    if c == ONE:
        return None
    inner = derive(u, place)
    draft = Draft(place.start(f))
    draft.add("constant-factor", _scaled_by(c, inner.start))
    draft.continue_with([inner])
    return draft.chain(f)


def sum_of_terms(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """Term by term; a polynomial part stays together."""
    if not isinstance(f, Sum):
        return None
    parts = [scaled(part, place.variable) for part in _parts(f, place)]
    draft = Draft(place.start(f))
    if len(parts) == 1:
        c, u = parts[0]
        if u == f:
            return None
        inner = derive(u, place)
        draft.add("collect", place.limit(times(c, place.quotient(u))))
        draft.add("constant-factor", _scaled_by(c, inner.start))
        draft.continue_with([inner])
        return draft.chain(f)
    chains = [derive(u, place) for _, u in parts]
    draft.add("group-terms", place.limit(total(times(c, place.quotient(u)) for c, u in parts)))
    limits = [_scaled_by(c, chain.start) for (c, _), chain in zip(parts, chains, strict=True)]
    draft.add("sum-of-limits", total(limits))
    draft.continue_with(chains)
    return draft.chain(f)


def _parts(f: Sum, place: Place) -> list[Tree]:
    """The terms that are not constant, the polynomial ones as one part at its first place."""
    polynomial: list[Tree] = []
    others: list[Tree] = []
    for term in f.terms:
        if term.is_free_of(place.variable):
            continue
        try:
            expander(place).terms(place.there(term))
            polynomial.append(term)
        except NotPolynomial:
            others.append(term)
    if len(polynomial) < 2:
        return [*polynomial, *others]
    return [Sum(tuple(polynomial)), *others]


def product(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """Add and subtract: in each term one factor changes."""
    if not isinstance(f, Product):
        return None
    factors = f.factors
    chains = [derive(u, place) for u in factors]
    split, limits = [], []
    for i, u in enumerate(factors):
        before = [place.here(each) for each in factors[:i]]
        after = factors[i + 1 :]
        moved = [place.there(each) for each in after]
        split.append(times(*before, place.slope(u), *moved))
        still = [place.here(each) for each in after]
        limits.append(times(*before, _open(chains[i], u, place), *still))
    draft = Draft(place.start(f))
    draft.add("add-and-subtract", place.limit(total(split)))
    draft.add("product-of-limits", total(limits))
    draft.continue_with(_distinct(chains))
    return draft.chain(f)


def quotient(f: Tree, place: Place, derive: Derive) -> Chain | None:
    """u/v by adding and subtracting a mixed term; None where f is no quotient."""
    if not isinstance(f, Quotient):
        return None
    u, v = f.numerator, f.denominator
    if u.is_free_of(place.variable):
        return _reciprocal(f, u, v, place, derive)
    chains = [derive(u, place), derive(v, place)]
    (u0, v0), (u1, v1) = map(place.here, (u, v)), map(place.there, (u, v))
    draft = Draft(place.start(f))
    where = (Relation(v0, "!=", ZERO),)
    numerator = difference(times(u1, v0), times(u0, v1))
    draft.add("common-denominator", place.limit(over(numerator, place.h, v1, v0)), where=where)
    split = total((times(place.slope(u), v0), negated(times(u0, place.slope(v)))))
    draft.add("add-and-subtract", place.limit(over(split, v1, v0)))
    top = total(
        (
            times(_open(chains[0], u, place), v0),
            negated(times(u0, _open(chains[1], v, place))),
        )
    )
    draft.add("quotient-of-limits", Quotient(top, raised_twice(v0)))
    draft.continue_with(_distinct(chains))
    return draft.chain(f)


def _reciprocal(f: Tree, c: Tree, v: Tree, place: Place, derive: Derive) -> Chain:
    inner = derive(v, place)
    v0, v1 = place.here(v), place.there(v)
    draft = Draft(place.start(f))
    where = (Relation(v0, "!=", ZERO),)
    top = times(c, difference(v0, v1)) if c != ONE else difference(v0, v1)
    draft.add("common-denominator", place.limit(over(top, place.h, v1, v0)), where=where)
    split = times(negated(place.quotient(v)), over(c, v1, v0))
    draft.add("split-quotient", place.limit(split))
    draft.add("quotient-of-limits", negated(over(times(c, inner.start), raised_twice(v0))))
    draft.continue_with([inner])
    return draft.chain(f)


def _scaled_by(c: Tree, limit: Tree) -> Tree:
    """c*lim, or lim/n for c = 1/n."""
    match c:
        case Negative(operand):
            return Negative(_scaled_by(operand, limit)) if operand != ONE else Negative(limit)
        case Quotient(numerator, denominator) if numerator == ONE:
            return Quotient(limit, denominator)
    return times(c, limit)


def _open(chain: Chain, u: Tree, place: Place) -> Tree:
    """The limit that stays open; that of the variable itself is 1."""
    return ONE if u == Name(place.variable) else chain.start


def _distinct(chains: list[Chain]) -> list[Chain]:
    return reduce(lambda kept, chain: kept if chain in kept else [*kept, chain], chains, [])
