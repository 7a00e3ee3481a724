"""Periods proved from the tree, and by the field: f(x + T) = f(x)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache

from calctool.algebra import facts
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.field import prove_equal
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.switches import switches
from calctool.algebra.real.power import quotient
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.sign import sign
from calctool.algebra.real.writing import written
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.tree import ZERO, Call, Name, Negative, Relation, Sum, Tree
from calctool.notation.walk import substitute, walk


@lru_cache(maxsize=256)
def period(tree: Tree, name: str) -> Tree | None:
    """A period of the function, halved as often as that is proved; None where none is, or all are.

    >>> plain(period(tree("sin(2*x) + cos(3*x)"), "x"))
    '2*pi'
    """
    if name not in tree.names:
        return None
    try:
        found = _of(tree, name)
    except (Undecided, Undefined, UnknownError):
        return None
    if found is None or not found.parts or _is_constant(tree, name):
        return None
    return written(_shortened(tree, name, found))


def common_period(trees: Iterable[Tree], name: str) -> Tree | None:
    """A period of all these functions; None where none is, or the name occurs nowhere."""
    common = Real({})
    try:
        for tree in trees:
            own = _of(tree, name)
            joined = None if own is None else common_multiple(common, own)
            if joined is None:
                return None
            common = joined
    except (Undecided, Undefined, UnknownError):
        return None
    return written(common) if common.parts else None


def _is_constant(tree: Tree, name: str) -> bool:
    """Whether f, defined on all of the line, is proved to have one value."""
    if switches(tree) or conditions(tree):
        return False
    return prove_equal(derivative(tree, name), ZERO) is True


def _of(tree: Tree, name: str) -> Real | None:
    """A common period of all parts that are periodic; `NOTHING` for a constant."""
    if name not in tree.names:
        return Real({})
    if isinstance(tree, Call) and (turn := facts.of(tree).period):
        rate = rate_of(tree.arguments[0], name)
        if rate is not None:
            full = constant_value(facts.formula(turn))
            return quotient(full, rate if sign(rate) > 0 else -rate)
        moving = _of_moving(tree.arguments[0], name, constant_value(facts.formula(turn)))
        if moving is not None:
            return moving
    sawtooth = _of_sawtooth(tree, name)
    if sawtooth is not None:
        return sawtooth
    if not tree.children:
        return None
    common = Real({})
    for child in tree.children:
        inner = _of(child, name)
        if inner is None:
            return None
        joined = common_multiple(common, inner)
        if joined is None:
            return None
        common = joined
    return common


def _of_moving(argument: Tree, name: str, full: Real) -> Real | None:
    """Where u(x + T) = u(x) + c, as u' has the period T and u is smooth, and c is a rational
    multiple of a full turn: sin(x - sin(x)/2)."""
    if switches(argument) or conditions(argument):
        return None
    try:
        step = _of(derivative(argument, name), name)
        if step is None or not step.parts:
            return None
        ends = (substitute(argument, {name: at}) for at in (written(step), ZERO))
        after, before = map(constant_value, ends)
        turns = quotient(after - before, full).rational
    except (Undecided, Undefined, UnknownError):
        return None
    return None if turns is None else step.times(Fraction(turns.denominator))


def _of_sawtooth(tree: Tree, name: str) -> Real | None:
    """u - floor(u) for linear u, alone or among other terms."""
    if not isinstance(tree, Sum):
        return None
    steps = [t for t in walk(tree) if isinstance(t, Call) and facts.of(t).steps]
    rates = [rate_of(step.arguments[0], name) for step in steps]
    if not steps or any(rate is None or not rate.parts for rate in rates):
        return None
    common = Real({})
    for rate in rates:
        assert rate is not None  # noqa: S101
        each = quotient(Real.of(1), rate if sign(rate) > 0 else -rate)
        joined = common_multiple(common, each)
        if joined is None:
            return None
        common = joined
    return common if _linear_part_cancels(tree, name, common) else None


def _linear_part_cancels(tree: Sum, name: str, step: Real) -> bool:
    return prove_equal(moved_by(tree, name, step), tree) is True


def moved_by(tree: Tree, name: str, step: Real) -> Tree:
    """f(x + T), where the steps of f move by whole numbers: floor(u + n) = floor(u) + n."""
    if isinstance(tree, Call) and facts.of(tree).steps:
        rate = rate_of(tree.arguments[0], name)
        if rate is not None:
            return Sum((tree, written(rate * step)))
    if tree == Name(name):
        return Sum((tree, written(step)))
    children = (moved_by(child, name, step) for child in tree.children)
    return tree.rebuilt(tuple(children)) if tree.children else tree


def rate_of(argument: Tree, name: str) -> Real | None:
    """The slope of a linear argument; what switches is not linear, though it may have a slope."""
    if any(name in switch.relation.names for switch in switches(argument)):
        return None
    slope = derivative(argument, name)
    return None if name in slope.names else constant_value(slope)


def common_multiple(a: Real, b: Real) -> Real | None:
    """The least common multiple of two periods, if their ratio is rational."""
    if not a.parts or not b.parts:
        return b if not a.parts else a
    ratio = quotient(a, b).rational
    if ratio is None:
        return None
    return a.times(Fraction(ratio.denominator)) if ratio > 0 else None


def _shortened(tree: Tree, name: str, found: Real) -> Real:
    """sin(x)^2 and |sin(x)| repeat after half a turn: shorter periods are tried and proved."""
    for parts in (2, 3, 2, 2):
        shorter = found.times(Fraction(1, parts))
        if _repeats(tree, name, shorter):
            found = shorter
    return found


def _repeats(tree: Tree, name: str, step: Real) -> bool:
    """Equal where both are defined, and defined at the same places."""
    shift = {name: Sum((Name(name), written(step)))}
    return prove_equal(substitute(tree, shift), tree) is True and all(
        is_kept(condition, shift) for condition in conditions(tree) if name in condition.names
    )


def is_kept(condition: Relation, shift: Mapping[str, Tree]) -> bool:
    """Whether a condition holds at the same places once these names are moved."""
    u = difference(condition)
    moved = substitute(u, shift)
    if prove_equal(moved, u):
        return True
    return condition.sign in ("!=", "=") and prove_equal(moved, Negative(u)) is True
