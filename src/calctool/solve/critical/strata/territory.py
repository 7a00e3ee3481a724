"""What the theorems about extreme values may suppose of the domain: closed, bounded, whole."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import implied
from calctool.algebra.extrema import compact
from calctool.algebra.local.crossing import may_jump
from calctool.notation.tree import Name, Relation, Sign, Tree
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.optimum.problem import sides

_CLOSED: dict[Sign, Sign] = {">": ">=", "<": "<="}


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
    stated = tuple(sides(question.domain))
    ends = tuple(
        Relation(each.left, _CLOSED.get(each.sign, each.sign), each.right) for each in stated
    )
    own = tuple(each for each in made.conditions if not implied(each, ends))
    breaks = may_jump(question.statement)
    closed = not breaks and all(each.sign in (">=", "<=") for each in own)
    natural = not question.domain and not breaks
    return Territory(
        natural,
        natural and not own,
        closed,
        closed and _is_bounded((*ends, *own), question.wrt),
        stated == ends,
    )


def _closed(side: Relation) -> Relation:
    return Relation(side.left, _CLOSED.get(side.sign, side.sign), side.right)


def _is_bounded(needs: tuple[Relation, ...], names: tuple[str, ...]) -> bool:
    two_sided = {(need.left.id, need.sign) for need in needs if isinstance(need.left, Name)}
    if all({(name, ">="), (name, "<=")} <= two_sided for name in names):
        return True
    return compact([(_below_zero(need), "<=") for need in needs], names).holds is True


def _below_zero(need: Relation) -> Tree:
    less, more = (need.left, need.right) if need.sign == "<=" else (need.right, need.left)
    return added((less, negated(more)))
