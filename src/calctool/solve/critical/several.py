"""Several variables: ∇f = 0 and f at its edges and kinks, every candidate classified, the extremes
among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from calctool.algebra.solutions import Solutions
from calctool.notation.quoted import all_quoted
from calctool.solve.answer import Check
from calctool.solve.attempts import all_tried, tried
from calctool.solve.critical.completeness import completeness
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.critical.shown import shown_point, shown_set
from calctool.solve.critical.solving import solving
from calctool.solve.exact.at_point import middle
from calctool.solve.optimum.checks import extremes_checked
from calctool.solve.optimum.conclusion import concluded
from calctool.solve.optimum.extremes import UNSETTLED
from calctool.solve.optimum.faults import as_fault, is_refuted
from calctool.solve.optimum.listing.families import families
from calctool.solve.optimum.listing.work import Work, begun, unsearched, worked
from calctool.solve.optimum.near import beside
from calctool.solve.optimum.problem import problem
from calctool.solve.stationary.slopes import Slopes
from calctool.verify.optimum.neighbourhoods import check_kind, confirmed
from calctool.verify.systems import check_count, check_residuals
from calctool.words import Words
from calctool.words.extrema import candidates as said
from calctool.words.extrema.kinks import REGION_BY_REGION

_WORST = ("complete", "box", "partial")


def several(so_far: CriticalAnswer, slopes: Slopes) -> Iterator[CriticalAnswer]:
    """The points as soon as they are found, then with their kinds, at last the extremes."""
    question = so_far.question
    task = problem(question, is_critical=True)
    made, start = so_far, begun(task)
    for work in worked(start, slopes.gradient, slopes.hessian):
        is_solved = any(not face.is_inner for face in work.faces)
        if is_solved and made is so_far:
            made = _with_system(made, work, slopes)
            if is_refuted(made):
                yield as_fault(made)
                return
        made = _listing(made, work, (said.EDGES_TO_COME,))
        yield made
    if made.solving == so_far.solving:
        made = _with_system(made, work, slopes)
    made = _listing(made, work)
    yield as_fault(made) if is_refuted(made) else made
    if is_refuted(made):
        return
    made = tried(_without_extremes(made), _concluded, made, work)
    near = all_tried(_compared, made, work)
    places = [point.at for point in made.points]
    beyond = all_tried(extremes_checked, task, made.minimum, made.maximum, places)
    made = replace(made, checks=(*made.checks, *near, *beyond))
    yield as_fault(made) if is_refuted(made) else made


def _inner(work: Work) -> Solutions:
    """All zeros of the gradient, for each formula of f on its own part of the domain."""
    found = [face.found for face in work.faces if face.is_inner]
    if len(found) == 1:
        return found[0]
    worst = max(found, key=lambda each: _WORST.index(each.state), default=None)
    if worst is None:
        return Solutions((), (), "complete", "regions", REGION_BY_REGION)
    return Solutions(
        tuple(root for face in work.faces if face.is_inner for root in face.roots),
        tuple(part for each in found for part in each.components),
        worst.state,
        "regions",
        REGION_BY_REGION if worst.state == "complete" else worst.reason,
        tuple(dict.fromkeys(words for each in found for words in each.missing)),
        worst.scope,
        tuple(box for each in found for box in each.undecided),
        tuple(move for each in found for move in each.moves),
    )


def _with_system(made: CriticalAnswer, work: Work, slopes: Slopes) -> CriticalAnswer:
    """With the way from the gradient to its zeros, which are put back into it."""
    solved = _inner(work)
    return replace(
        made,
        solving=all_tried(solving, work.setup, work.faces, slopes.gradient, solved),
        checks=(*made.checks, *all_tried(_checks, solved, slopes)),
    )


def _checks(solved: Solutions, slopes: Slopes) -> Iterator[Check]:
    places = [root.place for root in solved.roots]
    if places:
        yield Check("residual", check_residuals(slopes.gradient, places))
    counted = check_count(solved.counts, len(places))
    if counted is not None and solved.state == "complete":
        yield Check("count", counted)


# --- as the answer has it -------------------------------------------------------------------------


def _listing(made: CriticalAnswer, work: Work, to_come: Iterable[Words] = ()) -> CriticalAnswer:
    open_sets = (
        said.WHOLE_SET_OPEN.filled(equations=all_quoted(sheet.record.equations))
        for sheet in work.sheets
        if sheet.is_feasible is None
    )
    unsolved = (
        unsearched(face)
        for face in work.faces
        if not face.is_inner and face.found.state == "partial"
    )
    missing = (*work.missing, *unsolved, *open_sets, *to_come)
    made = replace(made, completeness=completeness(_inner(work), work.scope, missing))
    return _candidates(made, work)


def _candidates(made: CriticalAnswer, work: Work) -> CriticalAnswer:
    return replace(
        made,
        points=tuple(map(shown_point, work.spots)),
        families=families(work),
        sets=tuple(shown_set(each, made.question.wrt) for each in work.sheets),
    )


def _concluded(made: CriticalAnswer, work: Work) -> CriticalAnswer:
    end = concluded(work)
    return replace(
        _listing(made, end.work), families=end.families, minimum=end.minimum, maximum=end.maximum
    )


def _without_extremes(made: CriticalAnswer) -> CriticalAnswer:
    """Where no argument came to an end."""
    least, greatest = (each.extreme for each in UNSETTLED)
    return replace(made, minimum=least, maximum=greatest)


def _compared(made: CriticalAnswer, work: Work) -> Iterator[Check]:
    """Values of f near each point, which may object to what it is said to be."""
    question = made.question
    near = []
    for spot, point in zip(work.spots, made.points, strict=True):
        if not spot.face.is_inner:
            near += [found for found in (beside(spot),) if found is not None]
            continue
        centre = middle(spot.place, question.wrt)
        if point.kind != "undecided" and centre is not None:
            near.append(check_kind(question.statement, centre, point.kind))
    if near:
        yield Check("classification", confirmed(near))
