"""Random trees in the form the parser gives them, for tests of whatever takes a tree.

`trees()` is the strategy to start from; `trees(applied=False, derivatives=False)` gives
expressions that have a value when their names have one, and `value` works it out in mpmath.
"""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from calctool.atlas import FUNCTIONS
from calctool.notation.tree import (
    PI,
    Applied,
    Call,
    Constant,
    Derivative,
    Name,
    Negative,
    Number,
    Piecewise,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    number,
)

Trees = st.SearchStrategy[Tree]

MANY = ("min", "max")
FIRST_IS_WHOLE = tuple(id for id in FUNCTIONS if FUNCTIONS[id].index_first)
SECOND_IS_WHOLE = ("root", "log")
SIGNS = ("=", "<", "<=", ">", ">=", "!=")
DECIMALS = ("0.1", "0.25", "2.5", "3.0", "1e3", "2.5e-2")


def whole(least: int, most: int) -> Trees:
    return st.integers(least, most).map(lambda value: Number(Fraction(value)))


def decimals() -> Trees:
    return st.sampled_from(DECIMALS).map(lambda typed: Number(Fraction(typed), typed=typed))


def leaves(names: Sequence[str]) -> Trees:
    named = st.sampled_from(tuple(names)).map(Name)
    constants = st.sampled_from((PI, Constant("e")))
    return st.one_of(named, named, whole(0, 12), decimals(), constants)


def trees(
    names: Sequence[str] = ("x", "y"),
    depth: int = 3,
    *,
    functions: Sequence[str] = tuple(FUNCTIONS),
    applied: bool = True,
    derivatives: bool = True,
) -> Trees:
    """Canonical trees of at most `depth` levels above their leaves."""
    level = leaves(names)
    for _ in range(depth):
        kinds = [
            level,
            arithmetic(level),
            powers(level, names),
            calls(level, functions),
            piecewise(level),
        ]
        if applied:
            kinds.append(undefined(level))
        if derivatives:
            kinds.append(unfinished(level, names))
        level = st.one_of(kinds)
    return level


def arithmetic(inner: Trees) -> Trees:
    several = st.lists(inner, min_size=2, max_size=4).map(tuple)
    return st.one_of(
        inner.map(Negative),
        several.map(Sum),
        several.map(Product),
        st.builds(Quotient, inner, inner),
    )


def powers(inner: Trees, names: Sequence[str]) -> Trees:
    """Constant exponents are small, so that no tower of numbers grows; 0^0 cannot be read."""
    bases = inner.filter(lambda tree: tree != Constant("e") and bool(tree.names))
    small = st.one_of(
        whole(1, 6),
        whole(1, 3).map(Negative),
        st.fractions(Fraction(-3), Fraction(3), max_denominator=5).filter(bool).map(number),
        st.sampled_from(tuple(names)).map(Name),
    )
    with_names = inner.filter(lambda tree: bool(tree.names))
    return st.builds(Power, bases, st.one_of(small, small, with_names))


def calls(inner: Trees, functions: Sequence[str] = tuple(FUNCTIONS)) -> Trees:
    return st.sampled_from(tuple(functions)).flatmap(lambda id: call(id, inner))


def call(id: str, inner: Trees) -> Trees:
    """One function with as many arguments as it takes, orders and degrees being whole numbers."""
    function = FUNCTIONS[id]
    if id in MANY:
        arguments = st.lists(inner, min_size=1, max_size=4).map(tuple)
    elif id in FIRST_IS_WHOLE:
        arguments = st.tuples(whole(0, 3), inner)
    elif id in SECOND_IS_WHOLE:
        pairs = st.tuples(inner, whole(2, 5))
        arguments = pairs if function.least == 2 else st.one_of(st.tuples(inner), pairs)
    else:
        arguments = st.tuples(*[inner] * function.least)
    return arguments.map(lambda found: Call(id, found))


def relations(inner: Trees, signs: Sequence[str] = SIGNS) -> st.SearchStrategy[Relation]:
    return st.builds(Relation, inner, st.sampled_from(tuple(signs)), inner)


def piecewise(inner: Trees) -> Trees:
    some = st.lists(st.tuples(inner, relations(inner)), min_size=1, max_size=2)
    last = st.one_of(st.just([]), st.tuples(inner, st.none()).map(lambda branch: [branch]))
    return st.builds(lambda first, rest: Piecewise((*first, *rest)), some, last)


def undefined(inner: Trees) -> Trees:
    """f(u), f'(u), f^(2,1)(u, v)."""
    orders = st.lists(st.integers(0, 5), min_size=1, max_size=2).map(tuple)
    return st.tuples(st.sampled_from("fghFGH"), orders).flatmap(
        lambda found: st.tuples(*[inner] * len(found[1])).map(
            lambda arguments: Applied(found[0], arguments, found[1])
        )
    )


def unfinished(inner: Trees, names: Sequence[str]) -> Trees:
    variables = st.lists(st.sampled_from(tuple(names)), min_size=1, max_size=3).map(tuple)
    return st.builds(Derivative, inner, variables)
