"""Whether any point keeps all constraints: a closed set that is not empty has a point nearest to
the origin, which is a candidate for the least distance."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.build import added
from calctool.algebra.domain.conditions import conditions, is_empty
from calctool.notation.tree import TWO, Name, Power
from calctool.solve.optimum.listing.work import Work, begun, worked
from calctool.solve.optimum.strata.reach import has_points


def has_feasible_point(work: Work) -> bool | None:
    """None where that stays open."""
    task = work.setup
    needs = [need for each in task.constraints for need in conditions(each.g)]
    if is_empty((*task.relations, *needs, *task.open_sides)):
        return False
    if task.open_sides:
        stated = (each for each in task.relations if each.sign != "=")
        equations = tuple(each.g for each in task.equalities)
        return has_points(equations, (*stated, *task.open_sides, *task.domain), task.names)
    if needs:
        return None
    distance = added(Power(Name(name), TWO) for name in task.names)
    *_, last = worked(begun(replace(task, f=distance)))
    if last.reached:
        return True
    return False if last.is_whole and not last.sheets else None
