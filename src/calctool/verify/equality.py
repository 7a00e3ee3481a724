"""The second opinion on one equality of a derivation: exact where possible, else sampled."""

from __future__ import annotations

from calctool.algebra.field import Field, prove_equal
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.notation.tree import Call, Negative, Relation, Statement, Sum, Tree
from calctool.notation.walk import transform
from calctool.verify.agreement import SharedPoints, agreement, objection
from calctool.verify.verdict import Finding, Verdict, weakest

NOTHING = Finding(Verdict.UNDECIDED, "nothing-usable")


class Shared:
    """What the checks of one derivation of `start` share: its states have most parts in common."""

    def __init__(self, start: Statement) -> None:
        sides = (start.left, start.right) if isinstance(start, Relation) else (start,)
        self._field = Field()
        self._points = SharedPoints(sides)

    def may_be_nowhere(self) -> bool:
        """Whether the start has no value at any sample point."""
        return self._points.start_has_none()

    def proof(self, before: Tree, after: Tree) -> bool | None:
        # What a field can prove depends on what it has seen; a fresh one has the last word.
        return self._field.prove_equal(before, after) or prove_equal(before, after)

    def objection(self, before: Tree, after: Tree) -> Finding | None:
        return self._points.objection(before, after)

    def agreement(self, before: Tree, after: Tree) -> Finding:
        return self._points.agreement(before, after)


def check_equality(before: Statement, after: Statement, shared: Shared | None = None) -> Finding:
    """Whether two expressions are equal wherever `before` has a value.

    Two equations: left with left and right with right, or terms moved across the sign. Without
    `shared` each question is settled on its own.

    >>> check_equality(tree("sin(2*x)"), tree("2*sin(x)*cos(x)")).verdict.value
    'proved'
    """
    if isinstance(before, Relation) and isinstance(after, Relation):
        return _relations(before, after, shared)
    if isinstance(before, Relation) or isinstance(after, Relation):
        return NOTHING
    return _trees(before, after, shared)


def _trees(before: Tree, after: Tree, shared: Shared | None) -> Finding:
    from calctool.verify.cases import equal_by_cases

    if before == after:
        return Finding(Verdict.PROVED, "same")
    known = shared.proof if shared else prove_equal
    if known(before, after) or equal_by_cases(before, after, known) or _by_values(before, after):
        # Identities hold on the common domain: whether it shrinks, or the prover errs, shows here.
        against = shared.objection if shared else objection
        return against(before, after) or Finding(Verdict.PROVED, "identity")
    return (shared.agreement if shared else agreement)(before, after)


def _by_values(before: Tree, after: Tree) -> bool:
    """With atan(1) as pi/4, and all else that has no names in its exact form."""
    left, right = (transform(side, _worked_out) for side in (before, after))
    return (left, right) != (before, after) and prove_equal(left, right) is True


def _worked_out(part: Tree) -> Tree | None:
    if not isinstance(part, Call) or part.names:
        return None
    try:
        return written(constant_value(part))
    except (Undecided, Undefined):
        return None


def _relations(before: Relation, after: Relation, shared: Shared | None) -> Finding:
    if before.sign != after.sign:
        return NOTHING
    side_by_side = _weaker(
        _trees(before.left, after.left, shared),
        _trees(before.right, after.right, shared),
    )
    if side_by_side.verdict in (Verdict.PROVED, Verdict.SAMPLED):
        return side_by_side
    return _trees(_difference(before), _difference(after), shared)


def _difference(relation: Relation) -> Tree:
    return Sum((relation.left, Negative(relation.right)))


def _weaker(one: Finding, other: Finding) -> Finding:
    return one if weakest((one.verdict, other.verdict)) is one.verdict else other
