"""Constraints and objective with parameters: the system of all partial derivatives of L, where it
is linear in the variables and the multipliers, solved by Cramer's rule."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.extrema.forms.inertia import Inertia, inertia
from calctool.algebra.extrema.scalars import Constant
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.problem import Problem as Refused
from calctool.notation.tree import Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import CandidatePoint, Extreme, PointKind, Test
from calctool.solve.lagrange.extremes.among_candidates import OPEN, unbounded
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.solve.optimum.problem import Problem
from calctool.solve.question import AskedOfTree
from calctool.solve.stationary.linear import Linear, in_names, with_solution
from calctool.solve.stationary.manifold import gradient
from calctool.solve.stationary.slopes import Slopes
from calctool.words.extrema.multipliers import ARGUMENTS, TESTS


def in_parameters(made: LagrangeAnswer, task: Problem) -> LagrangeAnswer:
    """The only candidate; raises a problem where it is not found in terms of the parameters."""
    if any(each.side for each in task.asked):
        names = ", ".join(task.parameters)
        raise Refused("question.no-value", hint="give-where", names=names, name=task.parameters[0])
    linear = _linear(task)
    solution = linear.solution()
    point = _point(task, linear, solution)
    minimum, maximum = (_extreme(point, turn) for turn in (-1, 1))
    solved = with_solution(made, linear, solution, "stationary")
    return replace(solved, points=(point,), feasible=True, minimum=minimum, maximum=maximum)


def _linear(task: Problem) -> Linear:
    """Constraints first, so that the second derivatives of L are the bordered Hessian."""
    names = (*task.letters, *task.names)
    slopes = gradient(task.lagrangian, names)
    hessian = tuple(gradient(each, names) for each in slopes)
    asked = AskedOfTree("", task.lagrangian, names)
    return Linear(asked, Slopes((), slopes, hessian, (), ()))


def _point(task: Problem, linear: Linear, solution: dict[str, Tree]) -> CandidatePoint:
    kind, test = _judged(task, linear)
    return CandidatePoint(
        tuple((name, in_names(solution[name])) for name in task.names),
        in_names(linear.short(substitute(task.f, solution))),
        kind,
        "gradient-zero",
        test,
        strict=True if kind in ("local-minimum", "local-maximum") else None,
        multipliers=tuple((letter, in_names(solution[letter])) for letter in task.letters),
        active=tuple(each.number for each in task.constraints),
    )


def _judged(task: Problem, linear: Linear) -> tuple[PointKind, Test]:
    """By the bordered Hessian, where no parameter stands in it."""
    matrix = tuple(tuple(map(in_names, row)) for row in linear.hessian)
    if len(task.constraints) == len(task.names):
        return "local-minimum", Test("isolated-point", TESTS["isolated-point"], matrix)
    own = _on_tangent_space(linear, len(task.constraints))
    if own is None or own.zero:
        return "undecided", Test("undecided-candidate", TESTS["undecided-candidate"], matrix)
    reason = TESTS["bordered-hessian"].filled(positive=own.positive, negative=own.negative)
    test = Test("bordered-hessian", reason, matrix, (), (own.positive, own.negative, own.zero))
    if own.is_indefinite:
        return "saddle", test
    return ("local-maximum" if own.negative else "local-minimum"), test


def _on_tangent_space(linear: Linear, count: int) -> Inertia | None:
    """The signs of the border do not count: the inertia is that with J in place of -J."""
    try:
        rows = [[Constant(constant_value(entry)) for entry in row] for row in linear.hessian]
        found = inertia(rows)
    except (Undecided, Undefined):
        return None
    if found is None:
        return None
    return Inertia(found.positive - count, found.negative - count, found.zero)


def _extreme(point: CandidatePoint, turn: int) -> Extreme:
    """On a flat set a quadratic function with one stationary point is least there, or greatest, or
    has no bound."""
    if point.test.id == "isolated-point":
        return Extreme(True, point.value, "finite-set", ARGUMENTS["finite-set"], (point.at,))
    id = "quadratic-on-flat-set"
    if point.kind == ("local-minimum" if turn < 0 else "local-maximum"):
        return Extreme(True, point.value, id, ARGUMENTS[id], (point.at,))
    if point.kind == "undecided":
        return OPEN
    return unbounded(turn, "unbounded-on-flat-set", ARGUMENTS["unbounded-on-flat-set"])
