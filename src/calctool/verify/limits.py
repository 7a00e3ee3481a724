"""The second opinion on an equality between states that contain limits still to be found.

Exact: the limit laws (both sides without the limit signs are one expression), and continuity after
the fundamental limits. Always: both sides at tiny increments of either sign, in ball arithmetic.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct, field

from calctool.algebra.facts import is_jumping
from calctool.algebra.field import Field
from calctool.algebra.limit.fundamental import applied, instances
from calctool.algebra.limit.settle import settled
from calctool.algebra.limit.undone import undone
from calctool.budget import LIMIT_POINTS
from calctool.notation.tree import (
    TWO,
    ZERO,
    Call,
    Limit,
    Name,
    Piecewise,
    Power,
    Product,
    Sum,
    Tree,
)
from calctool.notation.walk import substitute, transform, walk
from calctool.verify.agreement import agreement, objection
from calctool.verify.tiny import approach
from calctool.verify.verdict import Finding, Verdict

Inner = Mapping[str, Tree]


class Limits(Struct):
    """One for each problem: what was worked out for one step serves the others.

    States need to be equal only where `start` has a value, the function that is differentiated.
    """

    start: Tree = ZERO
    field: Field = field(default_factory=Field)

    def check(self, before: Tree, after: Tree, inner: Inner) -> Finding:
        """Whether two states are equal, given that the limits in the second one exist.

        `inner` says what the increments of inner functions stand for: k = u(x + h) - u(x).
        """
        if before == after:
            return Finding(Verdict.PROVED, "same")
        if not limits_in(before):
            return self._equal(before, after)
        if _is_loose(before, after):
            return Finding(Verdict.UNDECIDED, "nothing-usable")
        proof = self._by_laws(before, after, inner) or self._by_continuity(before, after, inner)
        seen = approach(before, after, 1 if proof else LIMIT_POINTS)
        return seen if seen.verdict is Verdict.REFUTED or proof is None else proof

    def _by_laws(self, before: Tree, after: Tree, inner: Inner) -> Finding | None:
        """Limits of sums, products and quotients: nothing else may have changed."""
        before, after = _with_letters(before, after)
        left, right = limits_in(before), limits_in(after)
        kinds = {(limit.variable, limit.side) for limit in (*left, *right)} - {
            (name, "both") for name in inner
        }
        if not right or len(kinds) != 1:
            return None
        ((outer, _),) = kinds
        if not all(self._vanishes(tree, outer) for tree in inner.values()):
            return None
        if self._proved(_bare(before, inner), _bare(after, inner)):
            return Finding(Verdict.PROVED, "limit-laws")
        return None

    def _vanishes(self, tree: Tree, variable: str) -> bool:
        """Whether the tree tends to 0 with the variable: it is continuous, and 0 there."""
        at_zero = settled(substitute(tree, {variable: ZERO}))
        return is_continuous(tree) and bool(self.field.prove_equal(at_zero, ZERO))

    def _by_continuity(self, before: Tree, after: Tree, inner: Inner) -> Finding | None:
        """Each limit that is gone is the value of its continuous operand, known limits put in.

        Where that does not decide it, those of both states are compared.
        """
        still = [
            _Open(limit, Name(f"limit_{number}"), substitute(limit.operand, inner))
            for number, limit in enumerate(limits_in(after), start=1)
        ]
        letters: dict[Tree, Tree] = {one.limit: one.letter for one in still}
        try:
            found = self._same_values(before, transform(after, letters.get), still)
            return found or (self._same_values(before, after, []) if still else None)
        except _NoValueError:
            return None

    def _same_values(self, before: Tree, after: Tree, still: list[_Open]) -> Finding | None:
        letters: dict[Tree, Tree] = {one.limit: one.letter for one in still}
        used = False

        def value(at: Tree) -> Tree | None:
            nonlocal used
            if at in letters or not isinstance(at, Limit):
                return letters.get(at)
            theorems, found = self._value(at, still)
            used = used or theorems
            return found

        found = self._equal(transform(before, value), transform(after, value))
        if found.verdict is Verdict.PROVED:
            return Finding(Verdict.PROVED, "fundamental-limit" if used else "continuity")
        if found.verdict is Verdict.SAMPLED and not still:
            return Finding(Verdict.SAMPLED, found.method, found.points)
        return None

    def _value(self, limit: Limit, still: list[_Open]) -> tuple[bool, Tree]:
        """The operand at the point; whether fundamental limits were used."""
        h = limit.variable
        letters = {one.operand: one.letter for one in still if h in one.operand.names}
        operand = transform(limit.operand, letters.get)
        known = list(instances(operand, h))
        if not all(self._vanishes(one.small, h) for one in known):
            raise _NoValueError
        operand = applied(operand, h)
        if not is_continuous(operand):
            raise _NoValueError
        return bool(known), substitute(operand, {h: limit.point})

    def _proved(self, left: Tree, right: Tree) -> bool:
        if self.field.prove_equal(left, right):
            return True
        plainer = tuple(undone(_without_sizes(side)) for side in (left, right))
        return plainer != (left, right) and bool(self.field.prove_equal(*plainer))

    def _equal(self, left: Tree, right: Tree) -> Finding:
        """As check_equality, on this problem's field."""
        if left == right:
            return Finding(Verdict.PROVED, "same")
        inside = Sum((left, Product((ZERO, self.start)))) if self.start.names else left
        if self._proved(left, right):
            return objection(inside, right) or Finding(Verdict.PROVED, "identity")
        return agreement(inside, right)


@lru_cache(maxsize=64)
def limits_in(tree: Tree) -> tuple[Limit, ...]:
    """The limits that are still to be found, in a state of a derivation."""
    return tuple(part for part in walk(tree) if isinstance(part, Limit))


def _is_loose(before: Tree, after: Tree) -> bool:
    """Whether an increment stands outside the limit that it belongs to."""
    variables = {limit.variable for limit in (*limits_in(before), *limits_in(after))}
    bare = transform(after, lambda at: ZERO if isinstance(at, Limit) else None)
    return not bare.names.isdisjoint(variables)


def _with_letters(before: Tree, after: Tree) -> tuple[Tree, Tree]:
    """Letters for the limits that both states share, while others are worked out."""
    shared = [limit for limit in limits_in(before) if limit in limits_in(after)]
    letters: dict[Tree, Tree] = {
        limit: Name(f"limit_{number}") for number, limit in enumerate(shared, start=1)
    }
    if len(shared) == len(limits_in(after)):
        return before, after
    return transform(before, letters.get), transform(after, letters.get)


def _without_sizes(tree: Tree) -> Tree:
    """|u|^2 as u^2."""

    def change(at: Tree) -> Tree | None:
        match at:
            case Power(Call("abs", (u,)), exponent) if exponent == TWO:
                return Power(transform(u, change), TWO)
        return None

    return transform(tree, change)


def _bare(tree: Tree, inner: Inner) -> Tree:
    """Without the limit signs, the inner increments written out."""
    without = transform(tree, lambda at: at.operand if isinstance(at, Limit) else None)
    return substitute(without, inner)


def is_continuous(tree: Tree) -> bool:
    """Whether the tree is made of continuous functions only."""
    return not any(
        isinstance(part, Piecewise | Limit)
        or (isinstance(part, Call) and is_jumping(part.function))
        for part in walk(tree)
    )


class _Open(Struct, frozen=True):
    """A limit that stays open in the second state, and the letter for its value."""

    limit: Limit
    letter: Name
    operand: Tree


class _NoValueError(Exception):
    """The operand is not continuous at the point, or that is not known."""
