"""A product of powers less a linear function: profits of a firm that makes one good.

f = A*Π x_i^α_i - Σ w_i*x_i with A, α_i, w_i > 0 is stationary for x_i > 0 where α_i*Q = w_i*x_i, Q
being the product; so Q^(1 - Σα) = A*Π (α_i/w_i)^α_i. For Σα < 1 the product is concave (a power of
a geometric mean; Boyd and Vandenberghe, Convex Optimization, 3.1.5), and f is greatest there.
"""

from __future__ import annotations

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ONE, Name, Sum, Tree
from calctool.solve.candidates import CandidatePoint, Extreme, PointKind, Test
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve
from calctool.solve.optimum.cases.forks import Looked, by_letters
from calctool.solve.optimum.cases.methods.means.shapes import (
    Linear,
    Powers,
    is_positive_part,
    linear,
    powers,
)
from calctool.solve.optimum.cases.methods.means.told import Teller, exact_of
from calctool.solve.optimum.problem import Problem, problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words.extrema import cases as words


def profit(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where f is no such difference, or its signs are others."""
    task = problem(whole.question)
    if task.constraints or not isinstance(task.f, Sum):
        raise NoMethod
    shape, costs = _parts(task, task.f)
    bases = [base for base, _ in shape.powers]
    if not is_positive_part(task, bases, whole.question.assumed):
        raise NoMethod
    spare = added((ONE, *(negated(power) for _, power in shape.powers)))
    trees = (
        spare,
        shape.factor,
        *(power for _, power in shape.powers),
        *(negated(slope) for slope in costs.slopes),
    )

    def looked(at: Looked) -> OptimumAnswer:
        try:
            return _profit(whole, shape, costs, spare, at)
        except Undecided:
            raise NoMethod from None

    return by_letters(whole, solve, trees, looked)


def _parts(task: Problem, f: Sum) -> tuple[Powers, Linear]:
    """The product, and the rest; each variable once in the product."""
    names = task.names
    apart = [(term, linear(term, names)) for term in f.terms]
    products = [term for term, found in apart if found is None]
    costs = linear(added(term for term, found in apart if found is not None), names)
    if len(products) != 1 or costs is None:
        raise NoMethod
    shape = powers(products[0], names)
    used = [base.id for base, _ in shape.powers if isinstance(base, Name)]
    if shape.is_log or sorted(used) != sorted(names) or len(used) < len(shape.powers):
        raise NoMethod
    by_name = {base: (base, power) for base, power in shape.powers}
    return Powers(tuple(by_name[Name(n)] for n in names), shape.factor, is_log=False), costs


def _profit(
    whole: OptimumAnswer, shape: Powers, costs: Linear, spare: Tree, at: Looked
) -> OptimumAnswer:
    decide, plain = at.decide, at.plain
    turn = decide.sign(decide.elements[0])
    if not turn or any(decide.sign(each) != 1 for each in decide.elements[1:]):
        raise NoMethod
    prices = [plain(negated(slope)) for slope in costs.slopes]
    exponents = [power for _, power in shape.powers]
    shares = [
        raised(plain(divided(power, price)), power)
        for power, price in zip(exponents, prices, strict=True)
    ]
    product = raised(plain(multiplied((shape.factor, *shares))), plain(divided(ONE, spare)))
    point = tuple(
        (name, exact_of(plain(divided(multiplied((power, product)), price))))
        for name, power, price in zip(whole.question.wrt, exponents, prices, strict=True)
    )
    value = exact_of(plain(added((multiplied((plain(spare), product)), costs.constant))))
    tell = Teller(whole, "power-less-linear", words.RETURNS[turn])
    kind: PointKind = "local-maximum" if turn > 0 else "saddle"
    if turn < 0 and len(exponents) == 1:
        kind = "local-minimum"
    one = CandidatePoint(
        point,
        value,
        kind,
        "gradient-zero",
        Test("power-less-linear", words.RETURNS[turn]),
        strict=None if kind == "saddle" else True,
    )
    best = Extreme(True, value, "power-less-linear", words.RETURNS[turn], at=(point,))
    low, high = (tell.infinite(side, words.FACTORS[side]) for side in (-1, 1))
    if kind == "local-maximum":
        high = best
    elif kind == "local-minimum":
        low = best
    return tell.answer((one,), low, high)
