"""A linear function on a sphere about the origin: b·x lies between -|b|*r and |b|*r.

Equality holds at x = ±r*b/|b| only (Cauchy and Schwarz); where b = 0 the function is constant.
"""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.field.ring import Element
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ZERO, Call, Tree
from calctool.solve.candidates import (
    CandidatePoint,
    Extreme,
    PointKind,
    PointSet,
    Stretch,
    Test,
)
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve
from calctool.solve.optimum.cases.forks import Looked, by_letters
from calctool.solve.optimum.cases.methods.means.shapes import Linear, linear
from calctool.solve.optimum.cases.methods.means.told import Teller, exact_of
from calctool.solve.optimum.cases.methods.system import System
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words.extrema import cases as words


def on_sphere(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where f is not linear, or the constraint no sphere about the origin."""
    task = problem(whole.question)
    if len(task.names) < 2 or len(task.constraints) != 1:
        raise NoMethod
    (equation,) = task.constraints
    goal = linear(task.f, task.names)
    sphere = System(replace(task, f=equation.g, constraints=()))
    if equation.side or goal is None or not sphere.is_quadratic:
        raise NoMethod
    if any(each != ZERO for each in sphere.at_zero[1:]):
        raise NoMethod
    trees = (
        added(multiplied((b, b)) for b in goal.slopes),
        sphere.at_zero[0],
        *(entry for row in sphere.hessian for entry in row),
    )

    def looked(at: Looked) -> OptimumAnswer:
        try:
            return _on_sphere(whole, goal, equation.letter, at)
        except Undecided:
            raise NoMethod from None

    return by_letters(whole, solve, trees, looked)


def _on_sphere(whole: OptimumAnswer, goal: Linear, letter: str, at: Looked) -> OptimumAnswer:
    decide, plain = at.decide, at.plain
    length, value, *entries = decide.elements
    n = len(goal.slopes)
    weight = entries[0]
    for i in range(n):
        for j in range(n):
            other = entries[i * n + j] - weight if i == j else entries[i * n + j]
            if not decide.is_zero(other):
                raise NoMethod
    if decide.is_zero(weight):
        raise NoMethod
    tell = Teller(whole, "cauchy-schwarz", words.CAUCHY)
    size = decide.sign(-value / weight)
    if size < 0:
        return tell.infeasible()
    if not size:
        return tell.alone(goal.constant)
    if decide.is_zero(length):
        return _constant(tell, goal)

    def tree(given: Element) -> Tree:
        found = decide.field.to_tree(given)
        if found is None:
            raise Undecided
        return plain(found)

    # With w*|x|^2/2 + g(0) = 0: the weight w is the second derivative.
    radius = Call("sqrt", (tree(-(value + value) / weight),))
    norm = Call("sqrt", (tree(length),))
    points: list[CandidatePoint] = []
    kinds: tuple[tuple[int, PointKind], ...] = ((-1, "local-minimum"), (1, "local-maximum"))
    for turn, kind in kinds:
        share = divided(radius, norm)
        places = [multiplied((b, share)) for b in goal.slopes]
        height = multiplied((radius, norm))
        rate = divided(norm, multiplied((tree(weight), radius)))
        signed = (lambda t: t) if turn > 0 else negated
        points.append(
            CandidatePoint(
                tuple(
                    (name, exact_of(plain(signed(each))))
                    for name, each in zip(whole.question.wrt, places, strict=True)
                ),
                exact_of(plain(added((goal.constant, signed(height))))),
                kind,
                "gradient-zero",
                Test("cauchy-schwarz", words.CAUCHY),
                strict=True,
                multipliers=((letter, exact_of(plain(signed(rate)))),),
                active=(1,),
            )
        )
    low, high = (
        Extreme(True, each.value, "cauchy-schwarz", words.CAUCHY, at=(each.at,)) for each in points
    )
    return tell.answer(tuple(points), low, high)


def _constant(tell: Teller, goal: Linear) -> OptimumAnswer:
    value = exact_of(goal.constant)
    test = Test("cauchy-schwarz", words.CAUCHY)
    kinds = tuple(Stretch((), kind, test) for kind in ("local-minimum", "local-maximum"))
    constraints = tell.whole.question.constraints
    one = PointSet(constraints, None, (), kinds, value)
    end = Extreme(True, value, "cauchy-schwarz", words.CAUCHY, sets=(0,))
    return replace(tell.answer((), end, end), sets=(one,))
