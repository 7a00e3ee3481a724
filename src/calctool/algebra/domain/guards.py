"""Conditions that matter in one branch of a case distinction only, said without the branch."""

from __future__ import annotations

from fractions import Fraction
from math import inf

from calctool.algebra.build import added, negated
from calctool.algebra.domain.bounds import bounds, is_bound
from calctool.algebra.domain.ranges import decided
from calctool.algebra.domain.reduction import opposite, reduced
from calctool.algebra.field import prove_equal
from calctool.notation.tree import ONE, Name, Negative, Piecewise, Relation, Tree, number

Guards = tuple[Relation, ...]
"""Conditions that all hold where a branch is taken."""


def resolved(needed: Relation, guards: Guards) -> tuple[Relation, ...]:
    """What `needed`, where all the guards hold, says about the whole domain."""
    if not guards:
        return reduced(needed)
    held = tuple(part for guard in guards for part in reduced(guard))
    known = bounds(held)
    if any(r.is_empty for r in known.values()):
        return ()
    return tuple(
        _unguarded(part, held)
        for part in reduced(needed)
        if part not in held and decided(part, known) is not True and not _is_apart(part, held)
    )


def _is_apart(part: Relation, held: Guards) -> bool:
    """Whether u != v says of the same difference what a guard says: x - a != 0 where x != a."""
    if part.sign != "!=":
        return False
    apart = added((part.left, negated(part.right)))
    others = (added((g.left, negated(g.right))) for g in held if g.sign in ("!=", "<", ">"))
    return any(
        other.names == apart.names
        and (prove_equal(apart, other) or prove_equal(apart, negated(other)))
        for other in others
    )


def _unguarded(part: Relation, held: Guards) -> Relation:
    """The condition itself, where it can fail inside the branch only; else what shuts it out."""
    failing = opposite(part)
    outside = bounds(reduced(failing))
    if all(decided(guard, outside) is True for guard in held):
        return part
    if len(held) == 1 and (failing in held or decided(part, bounds(held)) is False):
        return opposite(held[0])
    return _excluded((failing, *held)) or _as_cases(part, held)


def _excluded(together: Guards) -> Relation | None:
    """One name stays out of the stretch that these describe, where one relation can say so."""
    ranges = bounds(together)
    if len(ranges) != 1 or not all(is_bound(each) for each in together):
        return None
    ((name, r),) = ranges.items()
    variable = Name(name)
    if isinstance(r.low, Fraction) and r.low == r.high:
        return Relation(variable, "!=", number(r.low))
    if isinstance(r.low, Fraction) and r.high == inf:
        return Relation(variable, "<=" if r.low_open else "<", number(r.low))
    if isinstance(r.high, Fraction) and r.low == -inf:
        return Relation(variable, ">=" if r.high_open else ">", number(r.high))
    return None


def _as_cases(part: Relation, held: Guards) -> Relation:
    """Off the branch the left side is put so that the condition holds."""
    outside: Tree = part.right
    if part.sign in (">", "!="):
        outside = added((part.right, ONE))
    elif part.sign == "<":
        outside = added((part.right, Negative(ONE)))
    inside: Tree = part.left
    for guard in reversed(held):
        inside = Piecewise(((inside, guard), (outside, None)))
    return Relation(inside, part.sign, part.right)
