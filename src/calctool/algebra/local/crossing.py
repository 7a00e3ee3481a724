"""Whether a function may jump where its formula changes, or two branches agree there."""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.domain.ranges import decided
from calctool.algebra.field import Field, prove_equal
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.switches import Switch, all_switches
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import ONE, ZERO, Name, Piecewise, Relation, Tree, number
from calctool.notation.walk import substitute


def may_jump(tree: Tree) -> bool:
    """Whether any switch of the tree may leave it discontinuous on its domain."""
    return any(map(is_open, all_switches(tree)))


def is_open(switch: Switch) -> bool:
    """Whether the part may jump at this switch: always at a jump, and where branches differ."""
    if switch.kind != "branch" or not isinstance(switch.tree, Piecewise):
        return switch.kind == "jump"
    return not _agree(switch.tree, switch.relation)


def _agree(tree: Piecewise, at: Relation) -> bool:
    """Whether a branch whose condition changes there has the value of the branches after it."""
    for place, (value, condition) in enumerate(tree.branches):
        if condition is None or Relation(condition.left, "=", condition.right) != at:
            continue
        rest = tree.branches[place + 1 :]
        if condition.sign in ("=", "!=") or not rest:
            return False
        if not _are_equal(value, rest[0][0] if rest[0][1] is None else Piecewise(rest), at):
            return False
    return True


def _are_equal(value: Tree, other: Tree, at: Relation) -> bool:
    """Where the equation holds: by what it says of one name, or as a multiple of it."""
    difference = added((at.left, negated(at.right)))
    for name in sorted(difference.names):
        place = _solved(difference, name)
        if place is not None:
            here, there = (_chosen(substitute(f, {name: place})) for f in (value, other))
            return prove_equal(here, there) is True
    field = Field()
    apart, zero = field.normal(added((value, negated(other)))), field.normal(difference)
    if apart is None or zero is None or zero.num.is_zero():
        return False
    return bool((apart / zero).den.total_degree() == apart.den.total_degree())


def _chosen(tree: Tree) -> Tree:
    """The branch that is taken where the conditions tell it."""
    if isinstance(tree, Piecewise):
        for value, condition in tree.branches:
            holds = True if condition is None else decided(condition)
            if holds is None:
                return tree
            if holds:
                return _chosen(value)
    return tree


def _solved(difference: Tree, name: str) -> Tree | None:
    """The name, where the equation difference = 0 is linear in it with a number as slope."""
    constant = substitute(difference, {name: ZERO})
    slope = _rational(added((substitute(difference, {name: ONE}), negated(constant))))
    if not slope:
        return None
    line = added((constant, _times(slope, Name(name))))
    return _times(-1 / slope, constant) if prove_equal(line, difference) else None


def _times(factor: Fraction, tree: Tree) -> Tree:
    return multiplied((number(factor), tree))


def _rational(tree: Tree) -> Fraction | None:
    try:
        return None if tree.names else constant_value(tree).rational
    except (Undecided, Undefined):
        return None
