"""Constraints that give variables on the whole set, by one formula or by several."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import INFINITY, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.order import compared
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.far_out import shown, unbounded_along_curve
from calctool.solve.optimum.arguments.listed import Listed
from calctool.solve.optimum.arguments.one_variable import PARAMETER, approach
from calctool.solve.optimum.arguments.protocol import LINE, Ask, Bound, Spot, Task, Turn, put
from calctool.solve.optimum.reduced.branches import Branch, branches
from calctool.solve.optimum.reduced.course import course, substitution
from calctool.solve.stationary.short import short
from calctool.solve.variation import Extreme
from calctool.words import Words
from calctool.words.extrema.extremes import UNBOUNDED
from calctool.words.extrema.ladder import arguments
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.multipliers import ARGUMENTS


def table_of_branches(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """Where one free variable is left: by the variation table of each branch."""
    made = course(branches(task)) if task.relations else None
    found = None if made is None else made.extreme(turn)
    if found is None:
        return None
    branch, one, places = found
    if one.value is None:
        return None
    named = all_quoted(substitution(branch))
    said = ARGUMENTS["one-variable" if named else "one-variable-alone"]
    facts = {"substitution": named, "name": branch.names[0]}
    reason = Words(
        en=said.marked("en", reason=one.reason.en, **facts),
        zh=said.marked("zh", reason=one.reason.zh, **facts),
    )
    best = task.listing.best(turn) if one.attained and task.listing.is_whole else ()
    values = [task.listing.candidates[i].value for i in best]
    same = [value for value in values if value is not None and compared(value, one.value) == 0]
    chosen = best if len(same) == len(best) else ()
    return Bound(
        one.value, bool(one.attained), "one-variable", reason, (), places,
        _toward(task, branch, one), chosen=chosen,
    )  # fmt: skip


def _toward(task: Task, branch: Branch, one: Extreme) -> Curve | None:
    """The curve in the set that leads to where the table comes near its bound."""
    if one.attained or one.toward is None or one.value is None:
        return None
    (free,) = branch.names
    way = approach(branch.function, free, LINE, one.toward, one.value)
    return None if way is None else _led(task, branch, put({free: way}, PARAMETER))


def fewer_variables(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """f of the variables that are left, on all of the space or where that has a value."""
    found = branches(task) if task.relations or task.listing.candidates else ()
    for branch in found:
        if branch.f.names.isdisjoint(branch.names):
            return None
        alone = len(found) == 1 and branch.values and not branch.kept and not branch.where
        if alone and not conditions(branch.function):
            return _over_space(task, turn, below, branch)
        one = unbounded_along_curve(Task(branch.function, branch.names), turn, below)
        if one is not None:
            return _said(task, branch, one)
    return None


def _over_space(task: Task, turn: Turn, below: Ask, branch: Branch) -> Bound | None:
    listed = tuple(replace(each, is_flat=False, corner=None) for each in task.listing.candidates)
    listing = Listed(
        listed,
        task.listing.is_whole,
        orbits=task.listing.orbits,
        is_inner=task.listing.is_inner,
        sign=task.listing.sign,
    )
    inner = below(Task(branch.f, branch.names, listing=listing), turn)
    if inner is None or len(inner.lines) < 2:
        return None if inner is None else _said(task, branch, inner)
    given = tuple(substitution(branch))
    equations = all_quoted(each for each in task.relations if each.sign == "=")
    why = words.SOLVED_FOR.filled(name=all_quoted(each.left for each in given), equation=equations)
    opening = ProofLine("solve-for-name", (*given, Relation(task.f, "=", branch.f)), why)
    made = _said(task, branch, inner)
    reason = arguments.ARGUMENTS["fewer-names"].filled(name=all_quoted(given))
    return replace(made, argument="fewer-names", reason=reason, lines=(opening, *inner.lines))


def _said(task: Task, branch: Branch, inner: Bound) -> Bound:
    """What was said of f without the variables that the constraints give."""
    named, outer = all_quoted(substitution(branch)), ARGUMENTS["fewer-variables"]
    if not named:
        toward = _led(task, branch, inner.toward)
        if toward is None or toward.value is None or inner.argument != "unbounded-along-curve":
            return replace(inner, toward=toward)
        facts = {"curve": shown(toward), "value": quoted(toward.value)}
        said = UNBOUNDED[1 if inner.value.expr == INFINITY else -1].filled(**facts)
        return replace(inner, reason=said, toward=toward)
    reason = Words(
        en=outer.marked("en", substitution=named, reason=inner.reason.en),
        zh=outer.marked("zh", substitution=named, reason=inner.reason.zh),
    )
    spots = tuple(s for each in inner.at if (s := _lifted(task, branch, each)) is not None)
    return replace(inner, reason=reason, at=spots, toward=_led(task, branch, inner.toward))


def _lifted(task: Task, branch: Branch, spot: Spot) -> Spot | None:
    at: dict[str, Tree] = {name: place.expr for name, place in spot if place.is_known}
    if not all(value.names <= at.keys() for _, value in branch.values):
        return None
    known = dict(spot)
    known |= {n: exact(exact_value(substitute(value, at))) for n, value in branch.values}
    return tuple((name, known[name]) for name in task.names if name in known)


def _led(task: Task, branch: Branch, inner: Curve | None) -> Curve | None:
    if inner is None:
        return None
    points = dict(inner.points)
    if not all(value.names <= points.keys() for _, value in (*branch.values, *branch.idle)):
        return None
    points |= {name: short(substitute(value, points)) for name, value in branch.values}
    points |= {name: short(substitute(value, points)) for name, value in branch.idle}
    if not set(task.names) <= points.keys():
        return None
    made = put({name: points[name] for name in task.names}, inner.parameter)
    return replace(made, value=inner.value)
