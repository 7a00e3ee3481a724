"""The cheapest positive numbers with a given product of powers.

For a_i, w_i > 0 the sum Σ w_i*x_i with Π x_i^a_i = T has one stationary point, x_i = a_i*k/w_i, and
is least there: the set of products >= T is strictly convex (weighted inequality of arithmetic and
geometric means).
"""

from __future__ import annotations

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ONE, E, Name, Power, Tree
from calctool.solve.candidates import CandidatePoint, Extreme, Test
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve
from calctool.solve.optimum.cases.forks import Looked, by_letters
from calctool.solve.optimum.cases.methods.means.shapes import (
    Linear,
    Powers,
    is_positive_part,
    powers,
)
from calctool.solve.optimum.cases.methods.means.told import Teller, exact_of
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words.extrema import cases as words


def by_product(whole: OptimumAnswer, solve: Solve, task: Problem, price: Linear) -> Found:
    """The least Σ w_i*x_i where a product of powers of all x_i is given."""
    (equation,) = task.constraints
    goal = powers(equation.g, task.names)
    bases = [u for u, _ in goal.powers]
    if set(bases) != {Name(name) for name in task.names} or len(bases) != len(task.names):
        raise NoMethod
    if not is_positive_part(task, bases, whole.question.assumed):
        raise NoMethod
    by_name = dict(goal.powers)
    exponents = tuple(by_name[Name(name)] for name in task.names)
    trees = (goal.factor, goal.constant, *exponents, *price.slopes)

    def looked(at: Looked) -> OptimumAnswer:
        try:
            return _cheapest(whole, task, goal, exponents, price, at)
        except Undecided:
            raise NoMethod from None

    return by_letters(whole, solve, trees, looked)


def _cheapest(
    whole: OptimumAnswer,
    task: Problem,
    goal: Powers,
    exponents: tuple[Tree, ...],
    price: Linear,
    at: Looked,
) -> OptimumAnswer:
    tell = Teller(whole, "log-concave", words.CHEAPEST)
    factor, constant, *positive = at.decide.elements
    if any(at.decide.sign(each) != 1 for each in positive):
        raise NoMethod
    if not goal.is_log and at.decide.sign(-constant / factor) != 1:
        return tell.infeasible()
    every = at.plain(added(exponents))
    reached = negated(goal.constant)
    level = Power(E, reached) if goal.is_log else divided(reached, goal.factor)
    ratios = [raised(divided(w, a), a) for w, a in zip(price.slopes, exponents, strict=True)]
    size = at.plain(raised(multiplied((level, *ratios)), divided(ONE, every)))
    value = exact_of(at.plain(added((multiplied((every, size)), price.constant))))
    places = tuple(
        (name, exact_of(at.plain(divided(multiplied((a, size)), w))))
        for name, a, w in zip(task.names, exponents, price.slopes, strict=True)
    )
    (equation,) = task.constraints
    rate = size if goal.is_log else at.plain(divided(size, reached))
    point = CandidatePoint(
        places,
        value,
        "local-minimum",
        "gradient-zero",
        Test("log-concave", words.CHEAPEST),
        strict=True,
        multipliers=((equation.letter, exact_of(rate)),),
        active=(equation.number,),
    )
    low = Extreme(True, value, "log-concave", words.CHEAPEST, at=(places,))
    return tell.answer((point,), low, tell.infinite(1, words.TO_THE_EDGE))
