"""All cases of one question, solved: the faces, their candidates, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.solving import solutions
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import Tree
from calctool.solve.attempts import tried
from calctool.solve.optimum.listing.joining import joined
from calctool.solve.optimum.listing.points import Spot, doubts, judged, spots
from calctool.solve.optimum.listing.sets import Sheet, sheets
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.strata.fixed import equation
from calctool.solve.optimum.strata.on_set import Unknown
from calctool.solve.optimum.strata.stratum import Stratum, cases, count_of_cases, strata
from calctool.solve.stationary.manifold import Row
from calctool.words import Words
from calctool.words.extrema import candidates as of_critical
from calctool.words.extrema import multipliers as said
from calctool.words.extrema.kinks import KINKS_OPEN


class Work(Struct, frozen=True):
    """What is known so far; `missing` says what may hide further candidates."""

    setup: Problem
    faces: tuple[Stratum, ...] = ()
    spots: tuple[Spot, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    missing: tuple[Words, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every candidate is known."""
        complete = all(face.found.state == "complete" for face in self.faces)
        return complete and not self.missing

    @property
    def scope(self) -> tuple[tuple[str, Fraction, Fraction], ...]:
        """The box outside of which some case was not searched."""
        found: dict[str, tuple[Fraction, Fraction]] = {}
        for name, low, high in (each for face in self.faces for each in face.found.scope):
            start, end = found.get(name, (low, high))
            found[name] = max(low, start), min(high, end)
        return tuple((name, *found[name]) for name in self.setup.names if name in found)

    @property
    def reached(self) -> bool:
        """Whether a feasible point is known."""
        return bool(self.spots) or any(sheet.is_feasible for sheet in self.sheets)


def begun(setup: Problem) -> Work:
    """The question before any case is solved, with what will be left out."""
    cut = (_cut(setup),) if count_of_cases(setup) > budget.ACTIVE_SETS else ()
    return Work(setup, missing=(*cut, *_uncrossed(setup)))


def _uncrossed(setup: Problem) -> Iterator[Words]:
    """Changes of a formula that were not worked through, unless they miss the constraints."""
    equations = tuple(each.g for each in setup.equalities)
    words = of_critical.SWITCH_OPEN if setup.is_critical else said.SWITCH
    for relation in setup.uncrossed:
        at = added([relation.left, negated(relation.right)])
        found = tried(None, solutions, (*equations, at), setup.names)
        if found is None or not found.is_empty:
            yield words.filled(condition=quoted(relation))


def worked(
    start: Work, gradient: Sequence[Tree] = (), hessian: Sequence[Row] = ()
) -> Iterator[Work]:
    """The same with the points of one more case, and so on; then with their kinds, at last with
    curves and surfaces. `gradient` and `hessian` are those of f, where they were worked out."""
    made = start
    for face in strata(start.setup, gradient):
        made = replace(made, faces=(*made.faces, face))
        made = tried(_with_doubt(made, face), _with_points, made, face)
        yield made
    known, told = list(made.spots), 0
    for count, spot in enumerate(made.spots, 1):
        known[count - 1] = tried(spot, judged, spot, hessian)
        # An answer has all points: of many, several kinds are told at a time.
        if count - told > count // 8 or count == len(known):
            made, told = replace(made, spots=tuple(known)), count
            yield made
    for face in made.faces:
        made = tried(_with_doubt(made, face), _with_sets, made, face)
    yield replace(made, sheets=tuple(joined(made.sheets)))


def _with_points(made: Work, face: Stratum) -> Work:
    left = [*doubts(face)]
    if not face.is_listed:
        left.append(of_critical.REPEATED_OPEN if made.setup.is_critical else said.REPEATING)
    made = replace(made, spots=(*made.spots, *spots(face)), missing=(*made.missing, *left))
    return made if face.is_decided else _with_doubt(made, face)


def _with_sets(made: Work, face: Stratum) -> Work:
    try:
        return replace(made, sheets=(*made.sheets, *sheets(face)))
    except Unknown:
        doubt = unsearched(face)
        if face.on_folds and not face.active:
            doubt = KINKS_OPEN.filled(condition=_condition(face))
        return replace(made, missing=(*made.missing, doubt))


def _with_doubt(made: Work, face: Stratum) -> Work:
    return replace(made, missing=(*made.missing, unsearched(face)))


def unsearched(face: Stratum) -> Words:
    """A piece of which it is open what points are on it."""
    if any(each.origin == "typed" for each in face.active) or not face.task.is_critical:
        return said.CASE_OPEN.filled(case=all_quoted(each.relation for each in face.active))
    words = of_critical.FACES_OPEN if face.is_side else of_critical.SWITCH_OPEN
    if face.is_edge:
        words = of_critical.BOUNDARY_OPEN
    return words.filled(condition=_condition(face))


def _condition(face: Stratum) -> str:
    return all_quoted(map(equation, face.manifold.constraints))


def _cut(setup: Problem) -> Words:
    done = len(cases(setup))
    return said.CUT.filled(count=done, all=count_of_cases(setup))
