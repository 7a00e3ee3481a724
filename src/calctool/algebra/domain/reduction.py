"""A condition in its plainest equivalent form: 2*x - 3 > 0 as x > 3/2, sqrt(x) != 0 as x != 0.

A condition is reduced under the other conditions that its own parts put on the domain.
"""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.domain.ranges import decided, range_of
from calctool.algebra.germ.expansion import Expansion
from calctool.algebra.local.quadratic import difference, zeros
from calctool.algebra.real.ring import NOTHING, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.atlas import facts
from calctool.notation.between import TURNED
from calctool.notation.tree import (
    ONE,
    ZERO,
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Relation,
    Sign,
    Tree,
    rational,
)

OPPOSITE: dict[Sign, Sign] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}


def reduced(condition: Relation) -> tuple[Relation, ...]:
    """Conditions that together say the same; () where it always holds."""
    known = truth(condition)
    if known is True:
        return ()
    if known is False:
        return (condition,)
    simpler = tuple(_simpler(condition))
    if simpler == (condition,):
        return simpler
    return tuple(part for each in simpler for part in reduced(each))


def truth(condition: Relation) -> bool | None:
    """True or False where the condition holds, or fails, whatever the names stand for."""
    found = decided(condition)
    if found is not None or condition.names:
        return found
    try:
        return Expansion("", NOTHING, 0, 2).holds(condition)
    except (Undecided, Undefined):
        return None


def opposite(condition: Relation) -> Relation:
    """What holds just where a condition fails and both of its sides have values.

    >>> plain(opposite(relation("x < 1")))
    'x >= 1'
    """
    return Relation(condition.left, OPPOSITE[condition.sign], condition.right)


def _simpler(condition: Relation) -> Iterator[Relation]:
    polynomial = _solved(condition)
    if polynomial is not None:
        yield from polynomial
    elif (of_arguments := _of_extreme(condition)) is not None:
        yield from of_arguments
    elif rational(condition.right) == 0:
        yield from _about_zero(condition.left, condition.sign, condition)
    else:
        yield condition


def _of_extreme(condition: Relation) -> tuple[Relation, ...] | None:
    """max(u, v) < w where both are, min(u, v) < w where one is and the other cannot be."""
    left, s, right = condition.left, condition.sign, condition.right
    if not _is_extreme(left):
        left, s, right = right, TURNED[s], left
    if not isinstance(left, Call) or not _is_extreme(left) or s in ("=", "!="):
        return None
    listed = [Relation(each, s, right) for each in left.arguments]
    if (left.function == "max") == (s in ("<", "<=")):
        return tuple(listed)
    open_ones = [each for each in listed if truth(each) is not False]
    return (open_ones[0],) if len(open_ones) == 1 else None


def _is_extreme(tree: Tree) -> bool:
    return isinstance(tree, Call) and tree.function in ("max", "min")


def _about_zero(u: Tree, s: Sign, as_it_is: Relation) -> Iterator[Relation]:
    match u:
        case Negative(inner):
            yield Relation(inner, TURNED[s], ZERO)
        case Quotient(top, bottom) if s == "!=" or range_of(bottom, {}).positive:
            yield Relation(top, s, ZERO)
        case Product(factors):
            yield from _of_product(factors, s, as_it_is)
        case Power(base, exponent) if (r := rational(exponent)) is not None and r > 0:
            yield from _of_power(base, r.numerator % 2 == 0, s, as_it_is)
        case Call("sqrt", (inner,)) if s in ("!=", ">"):
            yield Relation(inner, s, ZERO)
        case Call("abs", (inner,)):
            yield from _of_power(inner, True, s, as_it_is)
        case Call("log", (inner,)):
            yield Relation(inner, s, ONE)
        case Call(function, (_,)) if s == "!=" and facts(function).zeros == ():
            return
        case Call(function, (inner,)) if facts(function).sign:
            yield Relation(inner, s, ZERO)
        case _:
            yield as_it_is


def _of_power(base: Tree, even: bool, s: Sign, as_it_is: Relation) -> Iterator[Relation]:
    if not even or s == "!=":
        yield Relation(base, s, ZERO)
    elif s == ">":
        yield Relation(base, "!=", ZERO)
    else:
        yield as_it_is


def _of_product(factors: tuple[Tree, ...], s: Sign, as_it_is: Relation) -> Iterator[Relation]:
    """Factors of one sign fall away; for != each factor has a condition of its own."""
    if s == "!=":
        yield from (Relation(factor, "!=", ZERO) for factor in factors)
        return
    ranges = [range_of(factor, {}) for factor in factors]
    rest = [f for f, r in zip(factors, ranges, strict=True) if not (r.positive or r.negative)]
    turns = sum(r.negative for r in ranges) % 2
    if len(rest) == len(factors) or not rest:
        yield as_it_is
    else:
        left = rest[0] if len(rest) == 1 else Product(tuple(rest))
        yield Relation(left, TURNED[s] if turns else s, ZERO)


def _solved(condition: Relation) -> tuple[Relation, ...] | None:
    """Linear conditions, and quadratic ones that single out points or one stretch, solved."""
    if len(condition.names) != 1:
        return None
    (name,) = condition.names
    coefficients = difference(condition.left, condition.right, name)
    if coefficients is None or not 2 <= len(coefficients) <= 3:
        return None
    s = condition.sign if coefficients[-1] > 0 else TURNED[condition.sign]
    at = [written(zero) for zero in zeros(coefficients) or ()]
    variable = Name(name)
    if len(coefficients) == 2 or len(at) == 1:
        return _at_one(variable, s, at[0], double=len(coefficients) == 3)
    if not at:
        return None
    if s == "!=":
        return tuple(Relation(variable, "!=", each) for each in at)
    if s in ("<", "<="):
        return (Relation(variable, TURNED[s], at[0]), Relation(variable, s, at[1]))
    return None


def _at_one(variable: Tree, s: Sign, at: Tree, double: bool) -> tuple[Relation, ...] | None:
    """(x - a)^n s 0 for n = 1 or 2."""
    if not double:
        return (Relation(variable, s, at),)
    if s in (">", "!="):
        return (Relation(variable, "!=", at),)
    return (Relation(variable, "=", at),) if s in ("<=", "=") else None
