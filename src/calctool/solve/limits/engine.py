"""The one strategy: which way of working out a difference quotient is tried first."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from calctool import budget
from calctool.notation.tree import ZERO, Name, Power, Quotient, Tree, rational
from calctool.solve.limits.chain import Chain, DoesNotHold, Draft, NoMethod, TooLong
from calctool.solve.limits.place import Place
from calctool.solve.limits.ways.algebraic import fraction, polynomial, rational_function
from calctool.solve.limits.ways.composition import composition
from calctool.solve.limits.ways.definitions import by_definition, undefined_function
from calctool.solve.limits.ways.elementary import elementary
from calctool.solve.limits.ways.inverse import inverse_function
from calctool.solve.limits.ways.linear import constant_factor, product, quotient, sum_of_terms
from calctool.solve.limits.ways.powers import factored_power
from calctool.solve.limits.ways.switching import absolute_value, by_cases, constant_between


def derive(f: Tree, place: Place) -> Chain:
    """The chain from the limit of the difference quotient of f to its value; or NoMethod."""
    chain = _derived(f, place)
    if any(line.after.size > budget.LIMIT_STATE_NODES for line in chain.lines):
        raise TooLong(f)
    return chain


def _derived(f: Tree, place: Place) -> Chain:
    if f.is_free_of(place.variable):
        return _constant(f, place)
    ways: tuple[Callable[[], Chain | None], ...] = (
        lambda: polynomial(f, place),
        lambda: constant_factor(f, place, derive),
        lambda: sum_of_terms(f, place, derive),
        lambda: undefined_function(f, place),
        lambda: rational_function(f, place),
        lambda: _as_fraction(f, place),
        lambda: product(f, place, derive),
        lambda: quotient(f, place, derive),
        lambda: factored_power(f, place, derive),
        lambda: absolute_value(f, place, derive),
        lambda: constant_between(f, place),
        lambda: by_cases(f, place, derive),
        lambda: elementary(f, place),
        lambda: inverse_function(f, place, derive),
        lambda: by_definition(f, place, derive),
        lambda: composition(f, place, derive),
    )
    for way in ways:
        with suppress(DoesNotHold):
            chain = way()
            if chain is not None:
                return chain
    raise NoMethod(f)


def _constant(f: Tree, place: Place) -> Chain:
    draft = Draft(place.start(f))
    draft.add("collect", place.limit(ZERO))
    draft.add("let-increment-vanish", ZERO)
    return draft.chain(f)


def _as_fraction(f: Tree, place: Place) -> Chain | None:
    """u^(-n) as 1/u^n."""
    if not isinstance(f, Power) or rational(f.exponent) is None:
        return None
    parts = fraction(f)
    if parts is None or (f.base == Name(place.variable) and _is_long(f)):
        return None
    written = Quotient(parts[0], parts[1])
    inner = derive(written, place)
    draft = Draft(place.start(f))
    draft.add("write-out", inner.start)
    for line in inner.lines:
        draft.add_line(line)
    return draft.chain(f)


def _is_long(f: Power) -> bool:
    value = rational(f.exponent)
    assert value is not None  # noqa: S101 (asked before)
    return max(abs(value.numerator), value.denominator) > budget.LIMIT_FACTORED_POWER
