"""Candidates that were found by boxes are all, where the table of the free variable has as many."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.notation.tree import Call, Name, number
from calctool.solve.answer import Completeness, State
from calctool.solve.optimum.arguments.sides import task_of
from calctool.solve.optimum.listing.work import Work, begun, worked
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.reduced.branches import branches
from calctool.solve.optimum.reduced.by_table import counted
from calctool.solve.optimum.reduced.course import Course, course
from calctool.solve.optimum.strata.on_constraints import Searched
from calctool.solve.typed import Typed
from calctool.solve.typed.lagrange import question
from calctool.words.proofs.roots import METHODS

ONE_SIGN = METHODS["one-sign"]


def searched(f: str, g: str) -> tuple[Work, Course]:
    """As if the search had left something open."""
    task = problem(question(Typed(f, subject_to=(g,), wrt=("x", "y"))))
    *_, work = worked(begun(task))
    made = course(branches(task_of(task)))
    assert made is not None
    (face,) = work.faces
    found = replace(face.found, state="partial")
    face = replace(face, searched=Searched(found, found))
    return replace(work, faces=(face,)), made


def test_as_many_zeros_as_points_are_all() -> None:
    work, made = searched("x*log(x)+y", "y=x^2")
    assert not work.is_whole
    assert counted(work, made).is_whole


def test_with_a_point_less_nothing_is_said() -> None:
    work, made = searched("x^3-3*x+y", "y=x")
    assert counted(work, made).is_whole
    fewer = replace(work, spots=work.spots[:1])
    assert not counted(fewer, made).is_whole


def test_where_a_hypothesis_fails_nothing_is_said() -> None:
    work, made = searched("x*log(x)+y", "y=x^2")
    ((branch, table),) = made.tables
    start, *rest = table.points
    assert start.is_a("endpoint")
    (zero,) = (point for point in rest if point.is_a("stationary"))
    root = Call("cbrt", (added((Name("x"), negated(number(1)))),))
    for other in (
        (branch, replace(table, points=(replace(start, value=zero.at, is_defined=True), *rest))),
        (branch, replace(table, points=(*table.points, replace(zero, kinds=("kink",))))),
        (branch, replace(table, completeness=Completeness(State.PARTIAL, ONE_SIGN))),
        (replace(branch, values=(("y", root),), f=root), table),
    ):
        assert not counted(work, Course((other,))).is_whole
    assert not counted(work, Course(made.tables * 2)).is_whole


def test_a_singular_point_of_a_constraint_is_no_zero() -> None:
    work, made = searched("x+y", "x^3=y^3")
    assert [spot.point.why for spot in work.spots] == ["singular"]
    assert not counted(work, made).is_whole
