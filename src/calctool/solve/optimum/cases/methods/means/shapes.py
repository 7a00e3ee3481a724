"""Formulas of courses in economics: linear, products of powers, sums of equal powers."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.clean import clean
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.reduction import reduced
from calctool.algebra.field import prove_equal
from calctool.notation.tree import (
    ONE,
    TWO,
    ZERO,
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
)
from calctool.notation.walk import substitute
from calctool.solve.optimum.problem import Problem
from calctool.solve.stationary.manifold import gradient


class Linear(Struct, frozen=True):
    """Σ slopes_i*x_i + constant, in the order of the variables."""

    slopes: tuple[Tree, ...]
    constant: Tree


class Powers(Struct, frozen=True):
    """factor * Π u^α + constant, or Σ α*log u + constant where `is_log`."""

    powers: tuple[tuple[Tree, Tree], ...]
    factor: Tree
    is_log: bool
    constant: Tree = ZERO


class PowerSum(Struct, frozen=True):
    """factor * (Σ weights_i*x_i^power)^outer + constant, in the order of the variables."""

    weights: tuple[Tree, ...]
    power: Tree
    outer: Tree
    factor: Tree
    constant: Tree


# --- linear -------------------------------------------------------------------------------------


def linear(tree: Tree, names: tuple[str, ...]) -> Linear | None:
    """None where it is something else."""
    slopes = gradient(tree, names)
    if any(not each.names.isdisjoint(names) for each in slopes):
        return None
    if any(not each.names.isdisjoint(names) for each in conditions(tree)):
        return None
    return Linear(slopes, clean(substitute(tree, dict.fromkeys(names, ZERO))))


# --- products of powers -------------------------------------------------------------------------


def powers(tree: Tree, names: Iterable[str]) -> Powers:
    """Any product is one, with each factor as a base."""
    own = set(names)
    moving, constant = _parted(tree, own)
    if len(moving) > 1 or (moving and _log(moving[0], own) is not None):
        logs = [_log(each, own) for each in moving]
        if all(logs):
            pairs = tuple(each for each in logs if each is not None)
            return Powers(pairs, ONE, is_log=True, constant=constant)
        moving = [added(moving)]
    pairs_, factor = _product(moving[0] if moving else ONE, own)
    return Powers(pairs_, factor, is_log=False, constant=constant)


def _parted(tree: Tree, names: set[str]) -> tuple[list[Tree], Tree]:
    """The terms with variables, and the sum of the others."""
    terms = tree.terms if isinstance(tree, Sum) else (tree,)
    moving = [each for each in terms if not each.names.isdisjoint(names)]
    return moving, added(each for each in terms if each.names.isdisjoint(names))


def _product(tree: Tree, names: set[str]) -> tuple[tuple[tuple[Tree, Tree], ...], Tree]:
    """Bases with exponents, and what is free of variables."""
    match tree:
        case _ if tree.names.isdisjoint(names):
            return (), tree
        case Negative(inner):
            pairs, rest = _product(inner, names)
            return pairs, negated(rest)
        case Product(factors):
            found = [_product(each, names) for each in factors]
            pairs = tuple(pair for own, _ in found for pair in own)
            return pairs, multiplied(rest for _, rest in found if rest != ONE)
        case Quotient(top, bottom) if bottom.names.isdisjoint(names):
            pairs, rest = _product(top, names)
            return pairs, divided(rest, bottom)
        case Power(base, exponent) if exponent.names.isdisjoint(names):
            return ((base, exponent),), ONE
        case Call("sqrt", (Product(factors),)):
            return tuple((each, divided(ONE, TWO)) for each in factors), ONE
        case Call("sqrt", (base,)):
            return ((base, divided(ONE, TWO)),), ONE
    return ((tree, ONE),), ONE


def _log(term: Tree, names: set[str]) -> tuple[Tree, Tree] | None:
    match term:
        case Call("log", (u,)):
            return u, ONE
        case Negative(inner):
            found = _log(inner, names)
            return None if found is None else (found[0], negated(found[1]))
        case Product(factors):
            logs = [each for each in factors if not each.names.isdisjoint(names)]
            if len(logs) != 1:
                return None
            inside = _log(logs[0], names)
            others = [each for each in factors if each is not logs[0]]
            return None if inside is None else (inside[0], multiplied((*others, inside[1])))
        case Quotient(top, bottom) if bottom.names.isdisjoint(names):
            above = _log(top, names)
            return None if above is None else (above[0], divided(above[1], bottom))
    return None


# --- sums of powers -----------------------------------------------------------------------------


def power_sum(tree: Tree, names: tuple[str, ...]) -> PowerSum | None:
    """None where it is something else, or one of the variables is missing."""
    own = set(names)
    moving, constant = _parted(tree, own)
    if len(moving) > 1:
        return _sum(added(moving), names, ONE, ONE, constant)
    pairs, factor = _product(moving[0], own) if moving else ((), ONE)
    if len(pairs) != 1:
        return None
    ((base, exponent),) = pairs
    return _sum(base, names, exponent, factor, constant)


def _sum(
    base: Tree, names: tuple[str, ...], outer: Tree, factor: Tree, constant: Tree
) -> PowerSum | None:
    moving, inner = _parted(base, set(names))
    if inner != ZERO or len(moving) != len(names):
        return None
    found: dict[str, tuple[Tree, Tree]] = {}
    for term in moving:
        parts = _term(term, set(names))
        if parts is None:
            return None
        name, power, weight = parts
        found[name] = power, weight
    if set(found) != set(names):
        return None
    listed = [found[name] for name in names]
    power = listed[0][0]
    if any(p != power and not prove_equal(p, power) for p, _ in listed):
        return None
    return PowerSum(tuple(weight for _, weight in listed), power, outer, factor, constant)


def _term(term: Tree, names: set[str]) -> tuple[str, Tree, Tree] | None:
    """c*x^r as x, r and c."""
    if isinstance(term, Quotient) and term.numerator.names.isdisjoint(names):
        pairs, rest = _product(term.denominator, names)
        turn, factor = negated(ONE), divided(term.numerator, rest)
    else:
        pairs, factor = _product(term, names)
        turn = ONE
    if len(pairs) != 1 or not isinstance(pairs[0][0], Name):
        return None
    ((base, exponent),) = pairs
    assert isinstance(base, Name)  # noqa: S101 (it was looked at)
    return base.id, clean(multiplied((turn, exponent))), factor


# --- where the variables are positive -----------------------------------------------------------


def is_positive_part(
    task: Problem,
    bases: Iterable[Tree],
    assumed: tuple[Relation, ...],
    *,
    closed: bool = False,
) -> bool:
    """Whether the set is asked for just where all of them are positive, or, `closed`, at least 0,
    while letters are as assumed; of conditions on letters alone nothing is said."""
    names = set(task.names)
    needs = [each for each in task.needs if not each.names.isdisjoint(names)]
    sides = [each.relation for each in task.inequalities if each.origin != "natural"]
    sign = ">=" if closed else ">"
    positive = [Relation(u, sign, ZERO) for u in bases]  # type: ignore[arg-type]
    if not all(implied(each, (*needs, *sides)) for each in positive):
        return False
    plain = [next(iter(reduced(each)), each) for each in positive]
    known = (*positive, *assumed)
    return all(implied(each, known) or each in plain for each in (*needs, *sides))
