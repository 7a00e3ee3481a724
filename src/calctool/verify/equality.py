"""The second opinion on one equality of a derivation: exact where possible, else sampled."""

from __future__ import annotations

from calctool.algebra.field import prove_equal
from calctool.notation.tree import Negative, Relation, Statement, Sum, Tree
from calctool.verify.agreement import agreement, objection
from calctool.verify.verdict import Finding, Verdict, weakest

NOTHING = Finding(Verdict.UNDECIDED, "nothing-usable")


def check_equality(before: Statement, after: Statement) -> Finding:
    """Whether two expressions are equal wherever `before` has a value.

    Two equations: left with left and right with right, or terms moved across the sign.
    """
    if isinstance(before, Relation) and isinstance(after, Relation):
        return _relations(before, after)
    if isinstance(before, Relation) or isinstance(after, Relation):
        return NOTHING
    return _trees(before, after)


def _trees(before: Tree, after: Tree) -> Finding:
    if before == after:
        return Finding(Verdict.PROVED, "same")
    if prove_equal(before, after):
        # Identities hold on the common domain: whether it shrinks, or the prover errs, shows here.
        return objection(before, after) or Finding(Verdict.PROVED, "identity")
    return agreement(before, after)


def _relations(before: Relation, after: Relation) -> Finding:
    if before.sign != after.sign:
        return NOTHING
    side_by_side = _weaker(_trees(before.left, after.left), _trees(before.right, after.right))
    if side_by_side.verdict in (Verdict.PROVED, Verdict.SAMPLED):
        return side_by_side
    return _trees(_difference(before), _difference(after))


def _difference(relation: Relation) -> Tree:
    return Sum((relation.left, Negative(relation.right)))


def _weaker(one: Finding, other: Finding) -> Finding:
    return one if weakest((one.verdict, other.verdict)) is one.verdict else other
