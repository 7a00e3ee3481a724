"""A quadratic form on an ellipsoid about its centre, or on all that it encloses.

x·A·x lies between the least and the greatest eigenvalue of A - λ*B times x·B·x, and is equal to
them on eigenvectors. Inside f = x·A·x is stationary at the centre alone, if no eigenvalue is 0, and
along a radius it grows where it is positive.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.cells.systems.decisions import Decisions
from calctool.algebra.field import prove_equal
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ZERO, Call, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Completeness, State
from calctool.solve.candidates import CandidatePoint, Extreme, PointKind, PointSet, Stretch, Test
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve
from calctool.solve.optimum.cases.forks import Looked, by_letters
from calctool.solve.optimum.cases.methods.means.eigenvalues import Eigenvalues, Root
from calctool.solve.optimum.cases.methods.means.told import Teller, exact_of
from calctool.solve.optimum.cases.methods.system import System
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.stationary.short import short
from calctool.words.extrema import cases as words


def on_ball(whole: OptimumAnswer, solve: Solve) -> Found:
    """The same on what is round: NoMethod where it is longer in one direction."""
    return on_ellipsoid(whole, solve, is_round=True)


def on_ellipsoid(whole: OptimumAnswer, solve: Solve, *, is_round: bool = False) -> Found:
    """NoMethod where f is no such form, or what is asked no such ellipsoid."""
    task = problem(whole.question)
    if len(task.names) < 2 or len(task.asked) != 1 or len(task.constraints) != 1:
        raise NoMethod
    if task.box or task.inequalities != tuple(each for each in task.constraints if each.side):
        raise NoMethod
    (only,) = task.constraints
    forms = [System(replace(task, f=f, constraints=())) for f in (task.f, only.g)]
    if task.open_sides or not all(each.is_quadratic for each in forms):
        raise NoMethod
    if any(each != ZERO for form in forms for each in form.at_zero[1:]):
        raise NoMethod
    lengths = [row[i] for i, row in enumerate(forms[1].hessian)]
    if is_round and not all(prove_equal(each, lengths[0]) for each in lengths):
        raise NoMethod
    trees = [
        t for form in forms for t in (form.at_zero[0], *(e for row in form.hessian for e in row))
    ]

    def looked(at: Looked) -> OptimumAnswer:
        try:
            return _OnEllipsoid(whole, at, only.letter, only.side).answer()
        except Undecided:
            raise NoMethod from None

    return by_letters(whole, solve, tuple(trees), looked)


class _OnEllipsoid:
    def __init__(self, whole: OptimumAnswer, at: Looked, letter: str, side: int) -> None:
        self.whole, self.plain, self.letter, self.side = whole, at.plain, letter, side
        self.names = whole.question.wrt
        self.decide: Decisions = at.decide
        ring = at.decide.field.ring
        half, n = ring.constant(Fraction(1, 2)), len(self.names)
        first, second = (
            at.decide.elements[k * (n * n + 1) : (k + 1) * (n * n + 1)] for k in (0, 1)
        )
        self.constant, self.size = first[0], -second[0]
        a, b = ([[x * half for x in part[1 + n * i : 1 + n * i + n]] for i in range(n)]
                for part in (first, second))  # fmt: skip
        if any(not self.decide.is_zero(b[i][j]) for i in range(n) for j in range(i)):
            raise NoMethod
        signs = {self.decide.sign(b[i][i]) for i in range(n)}
        if signs not in ({1}, {-1}):
            raise NoMethod
        self.turn = signs.pop()
        if self.turn < 0:
            self.size, self.side = -self.size, -self.side
        weights = [b[i][i] if self.turn > 0 else -b[i][i] for i in range(n)]
        if self.side < 0:
            raise NoMethod
        self.found = Eigenvalues(at.decide, at.plain, a, weights)

    def answer(self) -> OptimumAnswer:
        """x·B·x is `size` on the ellipsoid."""
        tell = Teller(self.whole, "eigenvalues", words.EIGENVALUES)
        sign = self.decide.sign(self.size)
        if sign < 0:
            return tell.infeasible()
        if not sign:
            return tell.alone(self.found.of(self.constant))
        groups = self.found.groups()
        signs = [self.found.sign(group[0]) if self.side else 0 for group in groups]
        if self.side and 0 in signs:
            raise NoMethod
        points: list[CandidatePoint] = []
        sets: list[PointSet] = []
        ends: dict[int, tuple[list[CandidatePoint], list[int]]] = {-1: ([], []), 1: ([], [])}
        if self.side:
            points.append(self.centre(signs))
            for turn, (at, _) in ends.items():
                if turn not in signs:
                    at.append(points[0])
        for number, group in enumerate(groups):
            turns = [t for t, place in ((-1, 0), (1, len(groups) - 1)) if number == place]
            is_one = len(turns) == 2
            kind = self.kind(turns, signs[number])
            found = self.on_surface(group, kind, is_one)
            if isinstance(found, PointSet):
                sets.append(found)
            else:
                points += found
            for turn in turns:
                if self.side and signs[number] != turn:
                    continue
                if isinstance(found, PointSet):
                    ends[turn][1].append(len(sets) - 1)
                else:
                    ends[turn][0].extend(found)
        return self.told(tuple(points), tuple(sets), ends)

    def kind(self, turns: Sequence[int], sign: int) -> PointKind:
        """On the ellipsoid the least eigenvalue is a minimum; with what it encloses only if f
        does not fall along the radius inward."""
        if not turns:
            return "saddle"
        if self.side and sign not in turns:
            return "neither"
        turn = sign if self.side else turns[0]
        return "local-minimum" if turn < 0 else "local-maximum"

    def centre(self, signs: Sequence[int]) -> CandidatePoint:
        kinds: dict[int, PointKind] = {1: "local-minimum", -1: "local-maximum"}
        kind: PointKind = kinds[signs[0]] if len(set(signs)) == 1 else "saddle"
        return CandidatePoint(
            tuple((name, exact_of(ZERO)) for name in self.names),
            exact_of(self.found.of(self.constant)),
            kind,
            "gradient-zero",
            self.test(),
            strict=None if kind == "saddle" else True,
            multipliers=((self.letter, exact_of(ZERO)),),
            active=(),
        )

    def on_surface(
        self, group: list[Root], kind: PointKind, is_one: bool
    ) -> tuple[CandidatePoint, ...] | PointSet:
        root = group[0]
        if len(group) > 1 or root.times > 1:
            return self.set(group, kind, is_one)
        eigenvalue = self.found.value(root)
        radius = self.plain(Call("sqrt", (self.found.of(self.size),)))
        vector = {
            i: self.plain(multiplied((radius, v))) for i, v in self.found.vector(root).items()
        }
        rate = exact_of(self.plain(eigenvalue if self.turn > 0 else negated(eigenvalue)))
        made = []
        for turned in (True, False):
            at = []
            for i, name in enumerate(self.names):
                tree = vector.get(i, ZERO)
                at.append((name, exact_of(self.plain(negated(tree)) if turned else tree)))
            made.append(
                CandidatePoint(
                    tuple(at),
                    exact_of(self.value(eigenvalue)),
                    kind,
                    "gradient-zero",
                    self.test(),
                    strict=None if kind in ("saddle", "neither") else True,
                    multipliers=((self.letter, rate),),
                    active=(1,),
                )
            )
        return tuple(made)

    def set(self, group: list[Root], kind: PointKind, is_one: bool) -> PointSet:
        """All points with one eigenvalue, of which there are more than two."""
        (typed,) = self.whole.question.constraints
        used = {i for root in group for i in root.block}
        none = {name: ZERO for i, name in enumerate(self.names) if i not in used}
        left = short(substitute(typed.left, none)) if none else typed.left
        listed = [Relation(Name(name), "=", ZERO) for name in none]
        for row in self.found.equations(group):
            first = next(iter(row.values()))
            terms = (
                multiplied((self.found.of(c / first), Name(self.names[i]))) for i, c in row.items()
            )
            listed.append(Relation(self.plain.numerator(added(terms)), "=", ZERO))
        points, letters = self.along(group)
        kinds = [kind]
        if is_one and not self.side:
            kinds = ["local-minimum", "local-maximum"]
        value = exact_of(self.value(self.found.value(group[0])))
        told = tuple(Stretch((), each, self.test()) for each in kinds)
        surface = Relation(left, "=", typed.right)
        return PointSet((*listed, surface), points, letters, told, value)

    def along(
        self, group: list[Root]
    ) -> tuple[tuple[tuple[str, Tree], ...] | None, tuple[str, ...]]:
        """A circle by its angle; of other sets their equations are enough."""
        if len(group) != 2 or any(root.times > 1 for root in group):
            return None, ()
        taken = {*self.whole.question.parameters, *self.names}
        t = next(n for n in "tsruvw" if n not in taken)
        radius = self.plain(Call("sqrt", (self.found.of(self.size),)))
        parts: dict[int, list[Tree]] = {}
        for root, function in zip(group, ("cos", "sin"), strict=True):
            for i, v in self.found.vector(root).items():
                share = self.plain(multiplied((radius, v)))
                parts.setdefault(i, []).append(multiplied((share, Call(function, (Name(t),)))))
        points = tuple(
            (name, added(parts[i]) if i in parts else ZERO) for i, name in enumerate(self.names)
        )
        return points, (t,)

    # --- what is told ---

    def value(self, eigenvalue: Tree) -> Tree:
        at = multiplied((eigenvalue, self.found.of(self.size)))
        return self.plain(added((at, self.found.of(self.constant))))

    def test(self) -> Test:
        return Test("eigenvalues", words.EIGENVALUES)

    def told(
        self,
        points: tuple[CandidatePoint, ...],
        sets: tuple[PointSet, ...],
        ends: dict[int, tuple[list[CandidatePoint], list[int]]],
    ) -> OptimumAnswer:
        made = []
        for turn in (-1, 1):
            at, numbers = ends[turn]
            value = at[0].value if at else sets[numbers[0]].value
            places = tuple(each.at for each in at)
            made.append(Extreme(True, value, "eigenvalues", words.EIGENVALUES, at=places,
                                sets=tuple(numbers)))  # fmt: skip
        return replace(
            self.whole,
            points=points,
            sets=sets,
            minimum=made[0],
            maximum=made[1],
            completeness=Completeness(State.COMPLETE, words.EIGENVALUES),
            feasible=True,
        )
