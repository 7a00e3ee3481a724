"""Products of powers of positive numbers whose weighted sum is fixed (Cobb-Douglas, likelihoods).

For u_i > 0 with Σ c_i*u_i = M, where c_i, α_i > 0, the product of u_i^α_i has one stationary point,
u_i = α_i*M/(c_i*Σα), and is greatest there: its logarithm is concave, and -oo at the edges
(weighted inequality of arithmetic and geometric means; Boyd and Vandenberghe, Convex Optimization,
3.1.5).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.clean import clean
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.reduction import reduced
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import (
    INFINITY,
    ONE,
    ZERO,
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
)
from calctool.notation.walk import substitute
from calctool.solve.answer import Completeness, State
from calctool.solve.candidates import CandidatePoint, Extreme, Test
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve
from calctool.solve.optimum.cases.forks import Looked, by_letters
from calctool.solve.optimum.problem import Problem, problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.stationary.manifold import gradient
from calctool.words.extrema import cases as words


class Shape(Struct, frozen=True):
    """f = factor * Π u^α, or factor * Σ α*log u + constant where `is_log`."""

    powers: tuple[tuple[Tree, Tree], ...]
    factor: Tree
    is_log: bool
    constant: Tree = ZERO


def monomial(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where f is no such product, or sum of logarithms, or its signs are others."""
    task = problem(whole.question)
    if task.box or any(each.side for each in task.asked):
        raise NoMethod
    shape = _shape(task)
    weights, total = _balance(task, [u for u, _ in shape.powers])
    trees = (shape.factor, total, *weights, *(power for _, power in shape.powers))

    def looked(at: Looked) -> OptimumAnswer:
        try:
            return _Solved(whole, task, shape, weights, total, at).answer()
        except Undecided:
            raise NoMethod from None

    return by_letters(whole, solve, trees, looked)


# --- how f is made ------------------------------------------------------------------------------


def _shape(task: Problem) -> Shape:
    names = set(task.names)
    logs = _logs(task.f, names)
    found = logs if logs is not None else _product(task.f, names)
    bases = [u for u, _ in found.powers]
    if len(set(bases)) < len(bases) or len(bases) < 2:
        raise NoMethod
    needs = [each for each in task.domain if not each.names.isdisjoint(names)]
    positive = [Relation(u, ">", ZERO) for u in bases]
    if not all(implied(each, needs) for each in positive):
        raise NoMethod
    if not all(implied(each, positive) or each in map(_upright, positive) for each in needs):
        raise NoMethod
    return found


def _upright(positive: Relation) -> Relation:
    """u > 0 in its plainest form."""
    return next(iter(reduced(positive)), positive)


def _product(f: Tree, names: set[str]) -> Shape:
    powers: list[tuple[Tree, Tree]] = []
    rest: list[Tree] = []
    for factor in f.factors if isinstance(f, Product) else (f,):
        if factor.names.isdisjoint(names):
            rest.append(factor)
        elif isinstance(factor, Power) and factor.exponent.names.isdisjoint(names):
            powers.append((factor.base, factor.exponent))
        elif isinstance(factor, Call) and factor.function == "sqrt":
            powers.append((factor.arguments[0], divided(ONE, added((ONE, ONE)))))
        else:
            powers.append((factor, ONE))
    return Shape(tuple(powers), multiplied(rest) if rest else ONE, is_log=False)


def _logs(f: Tree, names: set[str]) -> Shape | None:
    powers: list[tuple[Tree, Tree]] = []
    constant: list[Tree] = []
    for term in f.terms if isinstance(f, Sum) else (f,):
        if term.names.isdisjoint(names):
            constant.append(term)
            continue
        found = _log(term, names)
        if found is None:
            return None
        powers.append(found)
    return Shape(tuple(powers), ONE, is_log=True, constant=added(constant))


def _log(term: Tree, names: set[str]) -> tuple[Tree, Tree] | None:
    match term:
        case Call("log", (u,)):
            return u, ONE
        case Negative(inner):
            found = _log(inner, names)
            return None if found is None else (found[0], negated(found[1]))
        case Product(factors):
            logs = [each for each in factors if not each.names.isdisjoint(names)]
            if len(logs) != 1:
                return None
            inside = _log(logs[0], names)
            others = [each for each in factors if each is not logs[0]]
            return None if inside is None else (inside[0], multiplied((*others, inside[1])))
        case Quotient(top, bottom) if bottom.names.isdisjoint(names):
            above = _log(top, names)
            return None if above is None else (above[0], divided(above[1], bottom))
    return None


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
        shape: Shape,
        weights: tuple[Tree, ...],
        total: Tree,
        at: Looked,
    ) -> None:
        self.whole, self.task, self.shape = whole, task, shape
        self.weights, self.total = weights, total
        self.plain = at.plain
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
        at = tuple((name, self.exact(tree)) for name, tree in self.coordinates(places))
        value = self.exact(self.plain(self.value(places)))
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
        bound = Negative(INFINITY) if self.shape.is_log else ZERO
        worst = Extreme(False, exact(bound), "log-concave", words.TO_THE_EDGE)
        low, high = (worst, best) if self.sign > 0 else (best, worst)
        return self.told((point,), low, high)

    def nothing(self) -> OptimumAnswer:
        """No positive numbers have a sum that is not positive."""
        if not self.task.constraints:
            raise NoMethod
        none = Extreme(False, None, "infeasible", words.INFEASIBLE)
        return self.told((), none, none)

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
        return multiplied((self.shape.factor, *(raised(u, power) for u, power in pairs)))

    def multipliers(self, every: Tree, value: Exact) -> Iterator[tuple[str, Exact]]:
        """λ = Σα*f/M; of logarithms Σα/M."""
        for each in self.task.constraints:
            above = every if self.shape.is_log else multiplied((every, value.expr))
            yield each.letter, self.exact(self.plain(divided(above, self.total)))

    def told(
        self, points: tuple[CandidatePoint, ...], low: Extreme, high: Extreme
    ) -> OptimumAnswer:
        changes = {"feasible": bool(points)} if self.task.constraints else {}
        return replace(
            self.whole,
            points=points,
            minimum=low,
            maximum=high,
            completeness=Completeness(State.COMPLETE, words.LOG_CONCAVE),
            **changes,
        )

    @staticmethod
    def exact(tree: Tree) -> Exact:
        return Exact(tree, None, None) if tree.names else exact(tree)
