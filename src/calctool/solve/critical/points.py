"""Solutions of ∇f = 0 as candidates: coordinates, value, kind with its test, families."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.extrema.kinds.classify import classify
from calctool.algebra.places.balls_first import degree, quick
from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Root
from calctool.notation.tree import Name, Tree
from calctool.solve.attempts import tried
from calctool.solve.candidates import CandidatePoint, PointFamily, Test
from calctool.solve.critical.record import CriticalQuestion
from calctool.solve.exact.at_point import known, recorded
from calctool.solve.optimum.kinds.record import as_test
from calctool.solve.optimum.strata.repeats import letters, moved
from calctool.solve.stationary.repeating import Turns
from calctool.solve.stationary.slopes import Slopes
from calctool.words.extrema.candidates import TESTS

OPEN = Test("not-classified", TESTS["not-classified"])


class Found(Struct, frozen=True):
    """A solution as the answer has it: one point, and the family that it stands for."""

    root: Root
    point: CandidatePoint
    family: PointFamily | None = None


def found(root: Root, question: CriticalQuestion) -> Found:
    """A solution that nobody has classified yet; raises Unsettled where it cannot be shown."""
    at = recorded(root.place, question.wrt)
    root = replace(root, place=quick(root.place))
    height = scalar_value(root, question.statement)
    value = None if height is None else tried(None, known, height)
    point = CandidatePoint(at, value, "undecided", "gradient-zero", OPEN)
    if not root.periods:
        return Found(root, point)
    trees = {name: place.expr for name, place in at}
    integers = letters(root, frozenset(question.wrt))
    for (name, step), integer in zip(root.periods, integers, strict=True):
        trees[name] = moved(trees[name], step, Name(integer))
    over = tried(None, Turns(root.periods, integers).value, question.statement, at, value)
    family = PointFamily(tuple(trees.items()), integers, "undecided", over, OPEN)
    return Found(root, point, family)


def classified(one: Found, question: CriticalQuestion, slopes: Slopes) -> Found:
    """The same with its kind, by the Hessian or by what lies beyond it, or as it was."""
    return tried(one, _classified, one, question, slopes)


def _classified(one: Found, question: CriticalQuestion, slopes: Slopes) -> Found:
    judged = classify(question.statement, one.root.place, question.wrt, slopes.hessian)
    test = as_test(judged, long=degree(one.root.place) > budget.SHOWN_DEGREE)
    point = replace(one.point, kind=judged.kind, test=test, strict=judged.strict)
    family = one.family and replace(one.family, kind=judged.kind, test=test, strict=judged.strict)
    return Found(one.root, point, family)


def scalar_value(root: Root, f: Tree) -> Scalar | None:
    """The value of f at a solution, to compare it with others."""
    try:
        return root.place.scalar(f)
    except (Undecided, Undefined):
        return None
