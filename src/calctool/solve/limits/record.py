"""The question and the answer of `limit-def`, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from msgspec import Struct
from msgspec.structs import replace

from calctool.notation.tree import LimitSide, Relation, Tree
from calctool.solve.answer import (
    AtPoint,
    Completeness,
    Derivation,
    OneDerivative,
    State,
    Status,
    Told,
)
from calctool.solve.exact.record import BothSides, Exact
from calctool.solve.question import AskedOfTree, DiffQuestion
from calctool.words import Words
from calctool.words.titles import DERIVATIVE_TO_COME


class LimitDefQuestion(AskedOfTree, frozen=True, kw_only=True):
    """The derivative of a tree worked out from its definition, at `at` if that is given.

    `delta` asks for increments written Δx, as Chinese textbooks do; else they are letters.
    """

    at: tuple[tuple[str, Tree], ...] = ()
    delta: bool = False
    command: ClassVar[str] = "limit-def"

    def as_diff(self) -> DiffQuestion:
        """The same function to the rules, at the same point."""
        return replace(super().as_diff(), at=self.at)

    @property
    def point(self) -> Tree | None:
        """The point asked for; None for the derivative as a function."""
        return self.at[0][1] if self.at else None


class Approach(Struct, frozen=True):
    """The limit of the difference quotient from one side or from both, with its derivation."""

    side: LimitSide
    derivation: Derivation


class Beside(Struct, frozen=True):
    """What f comes to from each side of a point at which it has no value.

    A side is None where f has no values there, no limit, or none that is known; `wanders` says what
    f comes near then. With the common limit as its value, f is the `extended` one.
    """

    left: Exact | None
    right: Exact | None
    wanders: BothSides
    extended: LimitDefAnswer | None = None

    @property
    def limit(self) -> Exact | None:
        """That of f, from all sides from which it has values; None for infinity and for none."""
        known = None not in (self.left, self.right) and self.left == self.right
        return self.left if known and self.extended is not None else None


class LimitDefAnswer(Told, frozen=True, kw_only=True):
    """Everything `calctool limit-def` has to say.

    `derivative` is a tree in the variable, or a constant at a point; at a point `exists`, `left`,
    `right`, `continuous` and `kind` are those of AtPoint. `names` are what the steps abbreviate.
    """

    if TYPE_CHECKING:
        question: LimitDefQuestion

    TO_COME: ClassVar[Words] = DERIVATIVE_TO_COME
    quotient: Tree
    approaches: tuple[Approach, ...] = ()
    derivative: Tree | None = None
    at: Exact | None = None
    value: Exact | None = None
    exists: bool | None = None
    left: Exact | None = None
    right: Exact | None = None
    continuous: bool | None = None
    kind: str = "smooth"
    between: BothSides = (None, None)
    """What the quotient comes near from a side from which it has no limit."""
    wanders: BothSides = (None, None)
    """What f comes near from a side from which it has no limit."""
    beside: Beside | None = None
    """Where f has no value at the point."""
    conditions: tuple[Relation, ...] = ()
    holds: tuple[Relation, ...] = ()
    by_letters: AtPoint | None = None
    """For which letters the derivative at the point is that, and what is for others."""
    places: OneDerivative | None = None
    """Where the derivative exists, as `diff` says it."""

    @property
    def single(self) -> Tree | None:
        """The derivative, or its value where a point was asked for and it is known exactly."""
        if self.question.point is None:
            return self.derivative
        return self.value.expr if self.value is not None and self.value.is_known else None

    @classmethod
    def nothing_yet(cls, question: LimitDefQuestion) -> Self:
        """The statement stands for the quotient that was not come to."""
        nothing = Completeness(State.UNKNOWN, Words(en="", zh=""), (cls.TO_COME,))
        return cls(
            question=question,
            quotient=question.statement,
            status=Status.STOPPED,
            completeness=nothing,
        )


Answer = LimitDefAnswer
