"""Products of powers of positive numbers whose weighted sum is fixed (Cobb-Douglas, likelihoods).

For u_i > 0 with Σ c_i*u_i = M, where c_i, α_i > 0, the product of u_i^α_i has one stationary point,
u_i = α_i*M/(c_i*Σα), and is greatest there: its logarithm is concave, and -oo at the edges
(weighted inequality of arithmetic and geometric means; Boyd and Vandenberghe, Convex Optimization,
3.1.5).
"""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.clean import clean
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import INFINITY, ONE, ZERO, Call, Name, Negative, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import CandidatePoint, Extreme, Test
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve
from calctool.solve.optimum.cases.forks import Looked, by_letters
from calctool.solve.optimum.cases.methods.means.shapes import Powers, is_positive_part, powers
from calctool.solve.optimum.cases.methods.means.told import Teller, exact_of
from calctool.solve.optimum.problem import Problem, problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.stationary.manifold import gradient
from calctool.words.extrema import cases as words


def monomial(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where f is no such product, or sum of logarithms, or its signs are others."""
    task = problem(whole.question)
    if any(each.side for each in task.constraints):
        raise NoMethod
    shape = _shape(task, whole.question.assumed)
    weights, total = _balance(task, [u for u, _ in shape.powers])
    trees = (shape.factor, total, *weights, *(power for _, power in shape.powers))

    def looked(at: Looked) -> OptimumAnswer:
        try:
            return _Solved(whole, task, shape, weights, total, at).answer()
        except Undecided:
            raise NoMethod from None

    return by_letters(whole, solve, trees, looked)


# --- how f is made ------------------------------------------------------------------------------


def _shape(task: Problem, assumed: tuple[Relation, ...]) -> Powers:
    found = powers(task.f, task.names)
    bases = [u for u, _ in found.powers]
    if len(set(bases)) < len(bases) or len(bases) < 2:
        raise NoMethod
    if not is_positive_part(task, bases, assumed):
        raise NoMethod
    return found


def _balance(task: Problem, bases: list[Tree]) -> tuple[tuple[Tree, ...], Tree]:
    """c_i and M with Σ c_i*u_i = M: by the only constraint, or since both hang on one variable."""
    names = task.names
    if len(task.constraints) == 1 and len(bases) == len(names):
        g = task.constraints[0].g
        if [base for base in bases if not isinstance(base, Name)] or set(names) != {
            base.id for base in bases if isinstance(base, Name)
        }:
            raise NoMethod
        slopes = dict(zip(names, gradient(g, names), strict=True))
        if any(not each.names.isdisjoint(names) for each in slopes.values()) or conditions(g):
            raise NoMethod
        total = clean(negated(substitute(g, dict.fromkeys(names, ZERO))))
        return tuple(slopes[base.id] for base in bases if isinstance(base, Name)), total
    if task.constraints or len(names) != 1 or len(bases) != 2:
        raise NoMethod
    (name,) = names
    slopes_ = [gradient(base, names)[0] for base in bases]
    if any(name in each.names for each in slopes_):
        raise NoMethod
    starts = [clean(substitute(base, {name: ZERO})) for base in bases]
    (p, q), (s, t) = slopes_, starts
    # q*(p*x + s) - p*(q*x + t) = q*s - p*t, divided so that both weights may be positive.
    return (ONE, clean(negated(divided(p, q)))), clean(
        added((s, negated(divided(multiplied((p, t)), q))))
    )


# --- the answer ---------------------------------------------------------------------------------


class _Solved:
    def __init__(
        self,
        whole: OptimumAnswer,
        task: Problem,
        shape: Powers,
        weights: tuple[Tree, ...],
        total: Tree,
        at: Looked,
    ) -> None:
        self.whole, self.task, self.shape = whole, task, shape
        self.weights, self.total = weights, total
        self.plain = at.plain
        self.tell = Teller(whole, "log-concave", words.LOG_CONCAVE)
        decide = at.decide
        factor, amount, *others = decide.elements
        self.sign = decide.sign(factor)
        if not self.sign or any(decide.sign(each) != 1 for each in others):
            raise NoMethod
        self.amount = decide.sign(amount)

    def answer(self) -> OptimumAnswer:
        if self.amount != 1:
            return self.nothing()
        every = added(power for _, power in self.shape.powers)
        places = [
            self.plain(divided(multiplied((power, self.total)), multiplied((c, every))))
            for (_, power), c in zip(self.shape.powers, self.weights, strict=True)
        ]
        at = tuple((name, exact_of(tree)) for name, tree in self.coordinates(places))
        value = exact_of(self.plain(self.value(places)))
        kind = "local-maximum" if self.sign > 0 else "local-minimum"
        point = CandidatePoint(
            at,
            value,
            kind,  # type: ignore[arg-type]
            "gradient-zero",
            Test("log-concave", words.LOG_CONCAVE),
            strict=True,
            multipliers=tuple(self.multipliers(every, value)) or None,
            active=(1,) if self.task.constraints else (),
        )
        best = Extreme(True, value, "log-concave", words.LOG_CONCAVE, at=(at,))
        bound = Negative(INFINITY) if self.shape.is_log else self.shape.constant
        worst = self.tell.extreme(bound, words.TO_THE_EDGE)
        low, high = (worst, best) if self.sign > 0 else (best, worst)
        return self.tell.answer((point,), low, high)

    def nothing(self) -> OptimumAnswer:
        """No positive numbers have a sum that is not positive."""
        if not self.task.constraints:
            raise NoMethod
        return self.tell.nothing()

    def coordinates(self, places: list[Tree]) -> Iterator[tuple[str, Tree]]:
        bases = [u for u, _ in self.shape.powers]
        if self.task.constraints:
            found = {base.id: v for base, v in zip(bases, places, strict=True)
                     if isinstance(base, Name)}  # fmt: skip
            yield from ((name, found[name]) for name in self.task.names)
            return
        (name,) = self.task.names
        slope = gradient(bases[0], (name,))[0]
        start = substitute(bases[0], {name: ZERO})
        yield name, self.plain(divided(added((places[0], negated(start))), slope))

    def value(self, places: list[Tree]) -> Tree:
        pairs = list(zip(places, (power for _, power in self.shape.powers), strict=True))
        if self.shape.is_log:
            logs = [multiplied((power, Call("log", (u,)))) for u, power in pairs]
            return added((*logs, self.shape.constant))
        product = multiplied((self.shape.factor, *(raised(u, power) for u, power in pairs)))
        return added((product, self.shape.constant))

    def multipliers(self, every: Tree, value: Exact) -> Iterator[tuple[str, Exact]]:
        """λ = Σα*f/M; of logarithms Σα/M."""
        for each in self.task.constraints:
            moving = added((value.expr, negated(self.shape.constant)))
            above = every if self.shape.is_log else multiplied((every, moving))
            yield each.letter, exact_of(self.plain(divided(above, self.total)))
