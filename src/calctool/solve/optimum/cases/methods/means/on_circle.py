"""A quadratic form of two variables on a circle about the origin: eigenvalues of a 2×2 matrix.

a*x^2 + 2*b*x*y + c*y^2 lies between the eigenvalues times x^2 + y^2, and is equal on eigenvectors.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.cells.systems.decisions import Decisions
from calctool.algebra.field.ring import Element
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ONE, TWO, ZERO, Call, Name, Tree
from calctool.solve.answer import Completeness, State
from calctool.solve.candidates import CandidatePoint, Extreme, PointKind, PointSet, Stretch, Test
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve
from calctool.solve.optimum.cases.forks import Looked, by_letters
from calctool.solve.optimum.cases.methods.means.told import Teller
from calctool.solve.optimum.cases.methods.system import System
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words.extrema import cases as words


def on_circle(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where f is no such form, or the constraint no such circle."""
    task = problem(whole.question)
    if len(task.names) != 2 or len(task.constraints) != 1:
        raise NoMethod
    system = System(task)
    circle = System(replace(task, f=task.constraints[0].g, constraints=()))
    if not (system.is_quadratic and circle.is_quadratic):
        raise NoMethod
    if any(each != ZERO for each in (*system.at_zero[1:], *circle.at_zero[1:])):
        raise NoMethod
    trees = (
        system.at_zero[0],
        *(entry for row in system.hessian for entry in row),
        circle.at_zero[0],
        *(entry for row in circle.hessian for entry in row),
    )

    def looked(at: Looked) -> OptimumAnswer:
        try:
            return _OnCircle(whole, at, task.constraints[0].letter).answer()
        except Undecided:
            raise NoMethod from None

    return by_letters(whole, solve, trees, looked)


class _OnCircle:
    def __init__(self, whole: OptimumAnswer, at: Looked, letter: str) -> None:
        self.whole, self.plain, self.letter = whole, at.plain, letter
        self.decide: Decisions = at.decide
        half = at.decide.field.ring.constant(Fraction(1, 2))
        d, a, b, _, c, k, p, q, _, r = at.decide.elements
        self.constant, self.a, self.b, self.c = d, a * half, b * half, c * half
        if not self.decide.is_zero(q) or not self.decide.is_zero(p - r):
            raise NoMethod
        self.weight = p * half
        if self.decide.is_zero(self.weight):
            raise NoMethod
        self.size = -k / self.weight

    def answer(self) -> OptimumAnswer:
        """The radius squared is `size`."""
        sign = self.decide.sign(self.size)
        tell = Teller(self.whole, "eigenvalues", words.EIGENVALUES)
        if sign < 0:
            return tell.infeasible()
        if not sign:
            return tell.alone(self.tree(self.constant))
        if self.decide.is_zero(self.b):
            return self.diagonal()
        middle = divided(added((self.tree(self.a), self.tree(self.c))), TWO)
        apart = self.a - self.c
        four = self.decide.field.ring.constant(4)
        root = divided(Call("sqrt", (self.tree(apart * apart + four * self.b * self.b),)), TWO)
        low = self.plain(added((middle, negated(root))))
        high = self.plain(added((middle, root)))
        points = (*self.points(low, "local-minimum"), *self.points(high, "local-maximum"))
        return self.told(points, (), low, high)

    def points(self, value: Tree, kind: PointKind) -> tuple[CandidatePoint, ...]:
        """Both eigenvectors (b, λ - a) of the length of the radius."""
        b = self.tree(self.b)
        second = self.plain(added((value, negated(self.tree(self.a)))))
        square = added((multiplied((b, b)), multiplied((second, second))))
        length = self.plain(Call("sqrt", (divided(square, self.tree(self.size)),)))
        x, y = (self.plain(divided(each, length)) for each in (b, second))
        return tuple(
            self.point((self.plain(multiplied((sign, x))), self.plain(multiplied((sign, y)))),
                       value, kind)
            for sign in (negated(ONE), ONE)
        )  # fmt: skip

    def diagonal(self) -> OptimumAnswer:
        sign = self.decide.sign(self.a - self.c)
        first, second = self.tree(self.a), self.tree(self.c)
        if sign == 0:
            return self.everywhere(first)
        radius = self.plain(Call("sqrt", (self.tree(self.size),)))
        kinds: tuple[PointKind, PointKind] = ("local-maximum", "local-minimum")
        own, other = kinds if sign > 0 else tuple(reversed(kinds))
        points = [
            self.point(at, value, kind)
            for value, kind, places in (
                (first, own, ((negated(radius), ZERO), (radius, ZERO))),
                (second, other, ((ZERO, negated(radius)), (ZERO, radius))),
            )
            for at in places
        ]
        low, high = (second, first) if sign > 0 else (first, second)
        return self.told(tuple(points), (), low, high)

    def everywhere(self, value: Tree) -> OptimumAnswer:
        x, y = self.whole.question.wrt
        t = next(n for n in "tsruvw" if n not in {*self.whole.question.parameters, x, y})
        radius = self.plain(Call("sqrt", (self.tree(self.size),)))
        along = tuple(
            (name, multiplied((radius, Call(function, (Name(t),)))))
            for name, function in ((x, "cos"), (y, "sin"))
        )
        kinds = tuple(Stretch((), kind, self.test()) for kind in ("local-minimum", "local-maximum"))
        one = PointSet(self.whole.question.constraints, along, (t,), kinds, self.value(value))
        return self.told((), (one,), value, value)

    # --- what is told ---

    def point(self, at: tuple[Tree, Tree], value: Tree, kind: PointKind) -> CandidatePoint:
        names = self.whole.question.wrt
        weight = self.tree(self.weight)
        return CandidatePoint(
            tuple((name, self.exact(tree)) for name, tree in zip(names, at, strict=True)),
            self.value(value),
            kind,
            "gradient-zero",
            self.test(),
            strict=True,
            multipliers=((self.letter, self.exact(self.plain(divided(value, weight)))),),
            active=(1,),
        )

    def value(self, eigenvalue: Tree) -> Exact:
        at = multiplied((eigenvalue, self.tree(self.size)))
        return self.exact(self.plain(added((at, self.tree(self.constant)))))

    def test(self) -> Test:
        return Test("eigenvalues", words.EIGENVALUES)

    def told(
        self,
        points: tuple[CandidatePoint, ...],
        sets: tuple[PointSet, ...],
        low: Tree,
        high: Tree,
    ) -> OptimumAnswer:
        ends = []
        for eigenvalue, kind in ((low, "local-minimum"), (high, "local-maximum")):
            at = tuple(each.at for each in points if each.kind == kind)
            value = self.value(eigenvalue)
            places = tuple(range(len(sets)))
            ends.append(Extreme(True, value, "eigenvalues", words.EIGENVALUES, at=at, sets=places))
        return replace(
            self.whole,
            points=points,
            sets=sets,
            minimum=ends[0],
            maximum=ends[1],
            completeness=Completeness(State.COMPLETE, words.EIGENVALUES),
            feasible=True,
        )

    def tree(self, element: Element) -> Tree:
        found = self.decide.field.to_tree(element)
        if found is None:
            raise Undecided
        return self.plain(found)

    @staticmethod
    def exact(tree: Tree) -> Exact:
        return Exact(tree, None, None) if tree.names else exact(tree)
