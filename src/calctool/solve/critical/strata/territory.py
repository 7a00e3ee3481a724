"""What the theorems about extreme values may suppose of the domain: closed, bounded, whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import implied
from calctool.algebra.extrema import compact
from calctool.algebra.local.crossing import may_jump
from calctool.notation.tree import Name, Relation, Tree
from calctool.solve.critical.record import CriticalAnswer, CriticalQuestion
from calctool.solve.exact.line import is_infinite


class Territory(Struct, frozen=True):
    """The domain with the edges that it lacks.

    `closed`: it is closed, and f is continuous on it; `bounded`: it is bounded; `whole`: these
    edges all belong to the domain. `natural` is the domain of f as written.
    """

    natural: bool
    everywhere: bool
    closed: bool
    bounded: bool
    whole: bool

    @property
    def kind(self) -> Literal["everywhere", "natural", "compact", "other"]:
        """The hypothesis on the domain that theorems ask for."""
        if self.everywhere:
            return "everywhere"
        if self.closed and self.bounded and self.whole:
            return "compact"
        return "natural" if self.natural else "other"


def territory(made: CriticalAnswer) -> Territory:
    """What the theorems may suppose of the domain of a question."""
    question = made.question
    ends = tuple(_ends(question))
    own = tuple(each for each in made.conditions if not implied(each, ends))
    breaks = may_jump(question.statement)
    closed = not breaks and all(each.sign in (">=", "<=") for each in own)
    natural = not question.domain and not breaks
    return Territory(
        natural,
        natural and not own,
        closed,
        closed and _is_bounded((*ends, *own), question.wrt),
        all(_is_whole(question)),
    )


def _ends(question: CriticalQuestion) -> Iterator[Relation]:
    for name, stretch in question.domain:
        if not is_infinite(stretch.start):
            yield Relation(Name(name), ">=", stretch.start)
        if not is_infinite(stretch.end):
            yield Relation(Name(name), "<=", stretch.end)


def _is_whole(question: CriticalQuestion) -> Iterator[bool]:
    for _, stretch in question.domain:
        for end, closed in zip((stretch.start, stretch.end), stretch.closed, strict=True):
            yield closed or is_infinite(end)


def _is_bounded(needs: tuple[Relation, ...], names: tuple[str, ...]) -> bool:
    two_sided = {(need.left.id, need.sign) for need in needs if isinstance(need.left, Name)}
    if all({(name, ">="), (name, "<=")} <= two_sided for name in names):
        return True
    return compact([(_below_zero(need), "<=") for need in needs], names).holds is True


def _below_zero(need: Relation) -> Tree:
    sides = (need.left, need.right) if need.sign == "<=" else (need.right, need.left)
    return added((sides[0], negated(sides[1])))
