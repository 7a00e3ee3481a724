"""Sums of equal powers on a budget, and the cheapest way to a given product or sum of powers.

For weights c_i > 0, prices w_i > 0 and x_i > 0 the sum S = Σ c_i*x_i^r is strictly concave for
0 < r < 1, else strictly convex, so that it has one stationary point on Σ w_i*x_i = M, where x_i is
proportional to (w_i/c_i)^(1/(r - 1)) (Hölder's inequality; Boyd and Vandenberghe, Convex
Optimization, 5.5.3). The cheapest x with a given S is proportional to the same point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.field import prove_equal
from calctool.algebra.real.ring import Undecided
from calctool.notation.printing.unicode import pretty
from calctool.notation.tree import ONE, TWO, ZERO, Call, Name, Tree
from calctool.solve.candidates import CandidatePoint, Extreme, PointKind, Test
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve
from calctool.solve.optimum.cases.forks import Looked, by_letters
from calctool.solve.optimum.cases.methods.means.cheapest import by_product
from calctool.solve.optimum.cases.methods.means.shapes import (
    Linear,
    PowerSum,
    is_positive_part,
    linear,
    power_sum,
)
from calctool.solve.optimum.cases.methods.means.told import Teller, exact_of
from calctool.solve.optimum.problem import Problem, problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words.extrema import cases as words
from calctool.words.extrema.candidates import TESTS

HALF = divided(ONE, TWO)


def on_budget(whole: OptimumAnswer, solve: Solve) -> Found:
    """A sum of powers on a linear equation, or the other way round; NoMethod for all else."""
    task = problem(whole.question)
    if len(task.constraints) != 1 or task.constraints[0].side or len(task.names) < 2:
        raise NoMethod
    (equation,) = task.constraints
    goal, price = power_sum(task.f, task.names), linear(equation.g, task.names)
    is_goal = goal is not None and price is not None
    if not is_goal:
        goal, price = power_sum(equation.g, task.names), linear(task.f, task.names)
    if price is None:
        raise NoMethod
    if goal is None:
        return by_product(whole, solve, task, price)
    bases = [Name(name) for name in task.names]
    assumed = whole.question.assumed
    is_open = is_positive_part(task, bases, assumed)
    if not is_open and not is_positive_part(task, bases, assumed, closed=True):
        raise NoMethod
    apart = () if is_open else _apart(goal, price)
    trees = (
        goal.power, added((ONE, negated(goal.power))), goal.outer, goal.factor, goal.constant,
        price.constant, *goal.weights, *price.slopes, *apart,
    )  # fmt: skip

    def looked(at: Looked) -> OptimumAnswer:
        try:
            return _Solved(whole, task, goal, price, at, is_open=is_open, is_goal=is_goal).answer()
        except Undecided:
            raise NoMethod from None

    return by_letters(whole, solve, trees, looked)


def _apart(goal: PowerSum, price: Linear) -> tuple[Tree, ...]:
    """c_j^(1/r)*w_i - c_i^(1/r)*w_j for i < j: positive where the vertex j has the larger S, if
    r > 0."""
    same = len(set(goal.weights)) == 1
    root = divided(ONE, goal.power)
    sizes = [ONE if same else raised(c, root) for c in goal.weights]
    pairs = combinations(range(len(sizes)), 2)
    return tuple(
        added(
            (
                multiplied((sizes[j], price.slopes[i])),
                negated(multiplied((sizes[i], price.slopes[j]))),
            )
        )
        for i, j in pairs
    )


class _Solved:
    def __init__(
        self,
        whole: OptimumAnswer,
        task: Problem,
        goal: PowerSum,
        price: Linear,
        at: Looked,
        *,
        is_open: bool,
        is_goal: bool,
    ) -> None:
        self.task, self.goal, self.price, self.plain = task, goal, price, at.plain
        self.is_open, self.is_goal = is_open, is_goal
        self.tell = Teller(whole, "power-sum", words.POWER_SUM)
        sign = at.decide.sign
        r, rest, s, factor, constant, money, *others = at.decide.elements
        n = len(task.names)
        positive, self.apart = others[: 2 * n], others[2 * n :]
        if any(sign(each) != 1 for each in positive):
            raise NoMethod
        self.sign = sign
        self.r, self.rest = sign(r), sign(rest)
        self.outer_sign = sign(s)
        self.up = sign(factor) * self.outer_sign
        """1 where f, or the constraint, increases with S."""
        if not self.r or not self.rest or not self.up:
            raise NoMethod
        # What is spent, or reached, must be positive.
        given = -money if self.is_goal else -constant / factor
        self.given = sign(given)

    # --- formulas ---

    def share(self, i: int) -> Tree:
        """What x_i is proportional to."""
        power = divided(ONE, added((self.goal.power, negated(ONE))))
        return raised(divided(self.price.slopes[i], self.goal.weights[i]), self.plain(power))

    def total(self, chosen: Sequence[int]) -> Tree:
        """D = Σ w_i*share_i, which is Σ c_i*share_i^r as well."""
        r = self.goal.power
        power = self.plain(divided(r, added((r, negated(ONE)))))
        terms = []
        for i in chosen:
            w, c = self.price.slopes[i], self.goal.weights[i]
            if power == negated(ONE):
                terms.append(divided(multiplied((c, c)), w))
            elif c == ONE:
                terms.append(raised(w, power))
            else:
                terms.append(multiplied((c, raised(divided(w, c), power))))
        return added(terms)

    def at(self, chosen: Sequence[int]) -> tuple[list[Tree], Tree]:
        """The only stationary point where the other variables are 0, and f there."""
        r = self.goal.power
        money = negated(self.price.constant)
        whole = self.total(chosen)
        if self.is_goal:
            size = divided(money, whole)
            rest = self.plain(added((ONE, negated(r))))
            own = multiplied((raised(money, r), raised(whole, rest)))
            value = self.outer(own)
            if self.is_mean:
                power = self.plain(divided(added((ONE, negated(r))), r))
                value = self.shifted(multiplied((money, raised(whole, power))))
            elif r == HALF and self.goal.outer == ONE:
                value = self.shifted(Call("sqrt", (multiplied((money, whole)),)))
        else:
            reached = self.reached()
            one = self.plain(divided(ONE, r))
            size = raised(divided(reached, whole), one)
            if self.is_mean:
                size = divided(self.level(), raised(whole, one))
            value = added((multiplied((size, whole)), self.price.constant))
        places = [
            self.plain(multiplied((size, self.share(i)))) if i in chosen else ZERO
            for i in range(len(self.task.names))
        ]
        return places, self.shorter(value)

    @property
    def is_mean(self) -> bool:
        """Whether it is (Σ c_i*x_i^r)^(1/r)."""
        return prove_equal(multiplied((self.goal.outer, self.goal.power)), ONE) is True

    def shorter(self, tree: Tree) -> Tree:
        """As it was made, or in plain form."""
        plain = self.plain(tree)
        return plain if len(pretty(plain)) < len(pretty(tree)) else tree

    def level(self) -> Tree:
        """(Σ c_i*x_i^r)^s on the constraint."""
        return divided(negated(self.goal.constant), self.goal.factor)

    def reached(self) -> Tree:
        """S on the constraint."""
        return raised(self.level(), self.plain(divided(ONE, self.goal.outer)))

    def outer(self, own: Tree) -> Tree:
        return self.shifted(raised(own, self.goal.outer))

    def shifted(self, own: Tree) -> Tree:
        return added((multiplied((self.goal.factor, own)), self.goal.constant))

    def vertex(self, i: int) -> Tree:
        """f where only x_i is not 0."""
        w, c, r = self.price.slopes[i], self.goal.weights[i], self.goal.power
        if self.is_goal:
            x = divided(negated(self.price.constant), w)
            if self.is_mean:
                own = raised(c, self.plain(divided(ONE, r)))
                return self.plain(self.shifted(multiplied((own, x))))
            return self.plain(self.outer(multiplied((c, raised(x, r)))))
        x = raised(divided(self.reached(), c), self.plain(divided(ONE, r)))
        if c == ONE and self.is_mean:
            x = self.level()
        return self.plain(added((multiplied((w, x)), self.price.constant)))

    # --- the answer ---

    def answer(self) -> OptimumAnswer:
        if not self.given and not self.is_open:
            return self.origin()
        if self.given != 1:
            return self.tell.nothing() if self.is_goal else self.tell.infeasible()
        concave = self.r > 0 and self.rest > 0
        turn = (1 if concave else -1) * self.up if self.is_goal else (-1 if self.rest > 0 else 1)
        every = range(len(self.task.names))
        best = self.point(tuple(every), turn)
        assert best.value is not None  # noqa: S101 (it was worked out)
        top = Extreme(True, best.value, "power-sum", words.POWER_SUM, at=(best.at,))
        points, other = [best], self.far(-turn)
        if self.r > 0 and self.is_open:
            values = tuple(dict.fromkeys(map(self.vertex, every)))
            both = Call("min" if turn > 0 else "max", values)
            value = both if len(values) > 1 else values[0]
            other = self.tell.extreme(value, words.AT_ONE_ALONE)
        elif self.r > 0:
            ends = self.best_vertices(-turn)
            corners = list(self.faces(-turn))
            points += corners
            at = tuple(each.at for i, each in enumerate(corners) if i in ends)
            best_value = exact_of(self.vertex(ends[0]))
            other = Extreme(True, best_value, "power-sum", words.AT_ONE_ALONE, at=at)
        low, high = (other, top) if turn > 0 else (top, other)
        return self.tell.answer(tuple(points), low, high)

    def origin(self) -> OptimumAnswer:
        """Nothing is spent: all are 0, which is an end of f."""
        if self.r < 0 or self.outer_sign < 0:
            raise NoMethod
        value = self.goal.constant if self.is_goal else self.price.constant
        found = self.tell.alone(value)
        (point,) = found.points
        (equation,) = self.task.constraints
        test = Test("end-of-domain", TESTS["end-of-domain"])
        end = replace(
            point,
            kind="endpoint",
            why="endpoint",
            test=test,
            strict=None,
            regular=True,
            active=(equation.number,),
        )
        return replace(found, points=(end,))

    def far(self, turn: int) -> Extreme:
        """For r < 0: as a variable tends to 0, S, or what others have to cost, tends to oo."""
        if self.is_goal and self.outer_sign < 0:
            return self.tell.extreme(self.goal.constant, words.TO_THE_EDGE)
        return self.tell.infinite(turn, words.TO_THE_EDGE)

    def point(self, chosen: tuple[int, ...], turn: int) -> CandidatePoint:
        places, value = self.at(chosen)
        names = self.task.names
        (equation,) = self.task.constraints
        kind: PointKind = "local-maximum" if turn > 0 else "local-minimum"
        return CandidatePoint(
            tuple((name, exact_of(tree)) for name, tree in zip(names, places, strict=True)),
            exact_of(value),
            kind,
            "gradient-zero",
            Test("power-sum", words.POWER_SUM),
            strict=True,
            multipliers=((equation.letter, exact_of(self.multiplier(value))),),
            active=(equation.number,),
        )

    def multiplier(self, value: Tree) -> Tree:
        """λ = d(value)/dM, by the degree with which the value grows."""
        r, s = self.goal.power, self.goal.outer
        degree = self.plain(multiplied((r, s)))
        if self.is_goal:
            moving = added((value, negated(self.goal.constant)))
            money = negated(self.price.constant)
            return self.plain(divided(multiplied((degree, moving)), money))
        moving = added((value, negated(self.price.constant)))
        return self.plain(divided(moving, multiplied((degree, negated(self.goal.constant)))))

    def best_vertices(self, turn: int) -> list[int]:
        """Those with the least (-1) or greatest f."""
        pairs = list(combinations(range(len(self.task.names)), 2))
        signs = {pair: self.sign(each) for pair, each in zip(pairs, self.apart, strict=True)}
        # S grows with c^(1/r)/w, what it costs with w/c^(1/r).
        rise = turn * (self.up if self.is_goal else -1)
        best = [0]
        for j in range(1, len(self.task.names)):
            own = signs[best[0], j] * rise
            if own > 0:
                best = [j]
            elif own == 0:
                best.append(j)
        return best

    def faces(self, turn: int) -> Iterator[CandidatePoint]:
        """The stationary points of all edges: vertices first, where f goes one way into the set."""
        n = len(self.task.names)
        for size in range(1, n):
            for chosen in combinations(range(n), size):
                point = self.point(chosen, turn)
                if size > 1:
                    point = replace(point, kind="neither", strict=None)
                yield replace(point, why="endpoint", multipliers=None)
