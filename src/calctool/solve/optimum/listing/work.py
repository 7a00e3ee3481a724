"""All cases of one question, solved: the faces, their candidates, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.solving import solutions
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import Tree
from calctool.solve.attempts import tried
from calctool.solve.optimum.listing.points import Spot, doubts, spots
from calctool.solve.optimum.listing.sets import Sheet, sheets
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.strata.stratum import Stratum, cases, count_of_cases, strata
from calctool.words import Words
from calctool.words.extrema import multipliers as said


class Work(Struct, frozen=True):
    """What is known so far; `missing` says what may hide further candidates."""

    setup: Problem
    faces: tuple[Stratum, ...] = ()
    spots: tuple[Spot, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    missing: tuple[Words, ...] = ()
    lifted: tuple[tuple[str, Tree], ...] = ()
    """Variables that move with the one that repeats, in terms of it."""

    @property
    def is_whole(self) -> bool:
        """Whether every candidate is known."""
        complete = all(face.found.state == "complete" for face in self.faces)
        return complete and not self.missing

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
    for relation in setup.uncrossed:
        at = added([relation.left, negated(relation.right)])
        found = tried(None, solutions, (*equations, at), setup.names)
        if found is None or not found.is_empty:
            yield said.SWITCH.filled(condition=quoted(relation))


def worked(start: Work) -> Iterator[Work]:
    """The same with the candidates of one more case, and so on."""
    made = start
    for face in strata(start.setup):
        made = replace(made, faces=(*made.faces, face))
        made = tried(_with_doubt(made, face), _with_candidates, made, face)
        yield made
    yield made


def _with_candidates(made: Work, face: Stratum) -> Work:
    setup = made.setup
    left = (*doubts(setup, face), *(() if face.is_listed else (said.REPEATING,)))
    made = replace(
        made,
        spots=(*made.spots, *spots(setup, face)),
        sheets=(*made.sheets, *sheets(setup, face)),
        missing=(*made.missing, *left),
    )
    return made if face.is_decided else _with_doubt(made, face)


def _with_doubt(made: Work, face: Stratum) -> Work:
    doubt = said.CASE_OPEN.filled(case=all_quoted(c.relation for c in face.active))
    return replace(made, missing=(*made.missing, doubt))


def _cut(setup: Problem) -> Words:
    done = sum(1 for _ in cases(setup))
    return said.CUT.filled(count=done, all=count_of_cases(setup))
