"""The second opinion on one equality of a derivation: exact where possible, else sampled."""

from __future__ import annotations

from collections.abc import Callable

from calctool.algebra.field import Field, prove_equal
from calctool.notation.tree import Negative, Relation, Statement, Sum, Tree
from calctool.verify.agreement import agreement, objection
from calctool.verify.cases import equal_by_cases
from calctool.verify.verdict import Finding, Verdict, weakest

NOTHING = Finding(Verdict.UNDECIDED, "nothing-usable")

Proof = Callable[[Tree, Tree], bool | None]


def check_equality(before: Statement, after: Statement, proof: Proof | None = None) -> Finding:
    """Whether two expressions are equal wherever `before` has a value.

    Two equations: left with left and right with right, or terms moved across the sign. `proof` is
    shared by the steps of one derivation; without it each question is settled on its own.
    """
    if isinstance(before, Relation) and isinstance(after, Relation):
        return _relations(before, after, proof)
    if isinstance(before, Relation) or isinstance(after, Relation):
        return NOTHING
    return _trees(before, after, proof)


def shared_proof() -> Proof:
    """For the steps of one derivation: its states share most of their parts, and so their work."""
    shared = Field()

    def proof(before: Tree, after: Tree) -> bool | None:
        # What a field can prove depends on what it has seen; a fresh one has the last word.
        return shared.prove_equal(before, after) or prove_equal(before, after)

    return proof


def _trees(before: Tree, after: Tree, proof: Proof | None) -> Finding:
    if before == after:
        return Finding(Verdict.PROVED, "same")
    known = proof or prove_equal
    if known(before, after) or equal_by_cases(before, after, known):
        # Identities hold on the common domain: whether it shrinks, or the prover errs, shows here.
        return objection(before, after) or Finding(Verdict.PROVED, "identity")
    return agreement(before, after)


def _relations(before: Relation, after: Relation, proof: Proof | None) -> Finding:
    if before.sign != after.sign:
        return NOTHING
    side_by_side = _weaker(
        _trees(before.left, after.left, proof),
        _trees(before.right, after.right, proof),
    )
    if side_by_side.verdict in (Verdict.PROVED, Verdict.SAMPLED):
        return side_by_side
    return _trees(_difference(before), _difference(after), proof)


def _difference(relation: Relation) -> Tree:
    return Sum((relation.left, Negative(relation.right)))


def _weaker(one: Finding, other: Finding) -> Finding:
    return one if weakest((one.verdict, other.verdict)) is one.verdict else other
