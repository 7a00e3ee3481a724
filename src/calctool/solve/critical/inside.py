"""Whether a solution of ∇f = 0 lies inside the domain of f and the stated one, exactly."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from calctool.algebra.domain.conditions import implied
from calctool.algebra.domain.reduction import truth
from calctool.algebra.local.switches import switches
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place
from calctool.notation.tree import Relation, Sign
from calctool.solve.optimum.problem import Problem, sides
from calctool.solve.optimum.strata.folds import two_by_two

_STRICT: dict[Sign, Sign] = {">=": ">", "<=": "<"}


class Inside(Struct, frozen=True):
    """What must hold in a neighbourhood of a point: `natural` for f to be smooth, `stated` by the
    user."""

    natural: tuple[Relation, ...]
    stated: tuple[Relation, ...]

    @property
    def all(self) -> tuple[Relation, ...]:
        """The conditions of the natural and of the stated domain."""
        return (*self.natural, *self.stated)

    def holds(self, place: Place) -> bool | None:
        """Whether the point lies inside; None where a sign was not found."""
        return all_hold_at(place, self.all)


def inside(task: Problem) -> Inside:
    """Boundaries and switches are left out: there the gradient as a formula says nothing."""
    apart = (
        Relation(switch.relation.left, "!=", switch.relation.right)
        for switch in switches(two_by_two(task.f))
    )
    natural = _opened(task.domain)
    needed = (each for each in apart if truth(each) is not True and not implied(each, natural))
    return Inside((*natural, *needed), _opened(sides(task.box)))


def _opened(conditions: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(
        Relation(each.left, _STRICT.get(each.sign, each.sign), each.right) for each in conditions
    )
