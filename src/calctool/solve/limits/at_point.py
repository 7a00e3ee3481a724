"""The difference quotient at a point where the rules do not apply: a kink, a jump, a root."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra import facts
from calctool.algebra.clean import clean
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.germ.limit import Limit as Value
from calctool.algebra.limit.fundamental import applied
from calctool.algebra.limit.settle import gathered, settled
from calctool.algebra.local.one_side import on_side
from calctool.algebra.local.point import Local, OneSide
from calctool.algebra.local.regular import is_regular
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.notation.tree import (
    ONE,
    ZERO,
    Call,
    LimitSide,
    Product,
    Relation,
    Tree,
)
from calctool.notation.walk import substitute
from calctool.solve.limits.chain import Chain, Draft, NoMethod
from calctool.solve.limits.engine import derive
from calctool.solve.limits.place import Place, difference, over
from calctool.verify.limits import is_continuous


class Sided(Struct, frozen=True):
    """A chain from one side or from both; it may end with the limit sign where there is none."""

    side: LimitSide
    chain: Chain


def approaches(f: Tree, place: Place, local: Local) -> Iterator[Sided]:
    """From both sides at once where that works, else from each side from which f is defined."""
    if local.left is not None and local.right is not None and _alike(local.left, local.right):
        whole = _Side(f, place, local, local.right, "both").chain()
        if whole is not None:
            yield Sided("both", whole)
            return
    sides: tuple[tuple[LimitSide, OneSide | None], ...] = (
        ("left", local.left), ("right", local.right),
    )  # fmt: skip
    for side, found in sides:
        if found is not None:
            chain = _Side(f, replace(place, side=side), local, found, side).chain()
            if chain is not None:
                yield Sided(side, chain)


def _alike(left: OneSide, right: OneSide) -> bool:
    """Whether the quotient does the same on both sides, whatever that is."""
    a, b = left.derivative, right.derivative
    return a.kind == b.kind and a.value == b.value and a.sign == b.sign


class _Side:
    """The work on one side: f there without its switches, then h out of the quotient."""

    def __init__(
        self, f: Tree, place: Place, local: Local, found: OneSide, side: LimitSide
    ) -> None:
        self.f, self.place, self.local, self.side = f, place, local, side
        self.found: Value = found.derivative
        self.draft = Draft(place.limit(self._quotient(f)))

    def _quotient(self, f: Tree) -> Tree:
        value = self.local.value
        assert value is not None  # noqa: S101 (f is defined at the point)
        change = difference(self.place.there(f), value)
        return over(change if change.names else settled(change), self.place.h)

    def chain(self) -> Chain | None:
        branch = self._branch()
        if branch is None:
            return None
        if branch != self.f:
            branch = clean(branch)
            self._proved("one-branch", self.place.limit(self._quotient(branch)))
        smooth = self._smooth(branch)
        if smooth is not None:
            for line in smooth.lines:
                self.draft.add_line(line)
            return self.draft.chain(self.f)
        return self._by_hand(self._quotient(branch))

    def _branch(self) -> Tree | None:
        x, point = self.place.variable, self.place.base
        left, right = (on_side(self.f, x, point, side) for side in (-1, 1))
        if self.side == "both":
            return left if left == right else self.f if self._is_open() else None
        return left if self.side == "left" else right

    def _is_open(self) -> bool:
        """Whether the quotient of f itself can be simplified to something continuous."""
        return self._continuous(self._simple(self._quotient(self.f))) is not None

    def _smooth(self, branch: Tree) -> Chain | None:
        """The derivation for a branch that goes smoothly through the point with f's value."""
        x, point = self.place.variable, self.place.base
        if not is_regular(branch, {x: point}) or self.found.kind != "finite":
            return None
        try:
            here = written(constant_value(substitute(branch, {x: point})))
            return derive(branch, self.place) if here == self.local.value else None
        except (NoMethod, Undecided, Undefined):
            return None

    def _by_hand(self, quotient: Tree) -> Chain | None:
        simple = self._simple(quotient)
        self.draft.add("simplify", self.place.limit(simple))
        value = self.found.value
        if value is None:
            return self.draft.chain(self.f)
        if self.found.kind == "infinite":
            self._proved("grows-without-bound", value)
        elif self._continuous(simple) == value:
            self.draft.add("let-increment-vanish", value)
        elif value == ZERO and (bound := self._squeezed(simple)) is not None:
            self._proved("squeeze", value, where=(bound,))
        else:
            self._proved("expansion", value)
        return self.draft.chain(self.f)

    def _proved(self, id: str, after: Tree, where: tuple[Relation, ...] = ()) -> None:
        self.draft.add(id, after, where=where, proof="expansion")

    def _simple(self, quotient: Tree) -> Tree:
        return gathered(settled(quotient), self.place.increment)

    def _continuous(self, operand: Tree) -> Tree | None:
        """The value at h = 0, known limits put in, where it has one."""
        h = self.place.increment
        if not is_continuous(operand):
            return None
        try:
            return written(constant_value(substitute(applied(operand, h), {h: ZERO})))
        except (Undecided, Undefined):
            return None

    def _squeezed(self, operand: Tree) -> Relation | None:
        """|F(…)| <= c for a factor F such that what is left tends to 0."""
        factors = operand.factors if isinstance(operand, Product) else (operand,)
        for factor in factors:
            bound = facts.bound(facts.of(factor)) if isinstance(factor, Call) else None
            if bound is not None:
                rest = [each for each in factors if each != factor]
                if rest and self._continuous(Product((ONE, *rest))) == ZERO:
                    return Relation(Call("abs", (factor,)), "<=", bound)
        return None
