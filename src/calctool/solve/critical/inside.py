"""Whether a solution of ∇f = 0 lies inside the domain of f and the stated one, exactly."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from calctool.algebra.domain.conditions import implied
from calctool.algebra.domain.reduction import truth
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.local.switches import switches
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import Negative, Relation, Sign, Sum
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
        found = [_holds(each, place) for each in self.all]
        return False if False in found else None if None in found else True


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


def _holds(relation: Relation, place: Place) -> bool | None:
    try:
        sign = place.scalar(Sum((relation.left, Negative(relation.right)))).sign()
    except Undefined:
        return False
    except (Undecided, UnknownError):
        return None
    if sign is None:
        return None
    match relation.sign:
        case ">":
            return sign > 0
        case "<":
            return sign < 0
        case "!=":
            return sign != 0
    return sign == 0
