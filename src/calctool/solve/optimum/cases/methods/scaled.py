"""The answer for a letter that is 1 or -1 as that for all numbers of its sign."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.cells.systems.weights import Form
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import ZERO, Call, Name, Negative, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Completeness, Condition, State
from calctool.solve.candidates import (
    CandidatePoint,
    Curve,
    Extreme,
    PointFamily,
    PointSet,
    Stretch,
    Test,
)
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.cases.asked import (
    NoMethod,
    put,
)
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.listing.ranges import ranged
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words import Words
from calctool.words.extrema import cases as words


class Units(Struct, frozen=True):
    """Weights with 1 for a letter, and how f and the constraints change with them."""

    letter: str
    weights: Form
    power: Fraction
    logs: Fraction
    constant: Tree
    """What is added to f and free of variables."""
    of_constraints: tuple[Fraction, ...]


class Scaled(Struct, frozen=True):
    """The answer for the letter 1 or -1 as that for all numbers of its sign and the given size."""

    whole: OptimumAnswer
    units: Units
    size: Tree
    plain: Plain
    numbers: Mapping[str, int]
    """The constraint of each multiplier, counted from 1."""

    # --- one number ---

    def factor(self, power: Fraction) -> Tree:
        return raised(self.size, number(power)) if power else number(1)

    def put(self, tree: Tree, power: Fraction) -> Tree:
        """A number of the sample that has this weight, in the letters as they are."""
        others = {
            name: multiplied((Name(name), self.factor(-weight)))
            for name, weight in self.units.weights.items()
            if name in tree.names and name != self.units.letter and weight
        }
        return self.plain(multiplied((substitute(tree, others), self.factor(power))))

    def exact(self, value: Exact, power: Fraction) -> Exact:
        if is_infinite(value.expr) or value.expr == ZERO:
            return value
        if not power and not value.expr.names & set(self.units.weights):
            return value
        if not value.is_known or value.root is not None:
            raise NoMethod
        return Exact(self.put(value.expr, power), None, None)

    def coordinate(self, name: str, value: Exact) -> tuple[str, Exact]:
        return name, self.exact(value, self.units.weights.get(name, Fraction(0)))

    def place(self, place: tuple[tuple[str, Exact], ...]) -> tuple[tuple[str, Exact], ...]:
        return tuple(self.coordinate(name, value) for name, value in place)

    def value(self, value: Exact | None) -> Exact | None:
        """A value of f."""
        if value is None or is_infinite(value.expr):
            return value
        if not self.units.logs and self.units.constant == ZERO:
            return self.exact(value, self.units.power)
        if not value.is_known:
            raise NoMethod
        return Exact(self.of_f(value.expr), None, None)

    def of_f(self, tree: Tree) -> Tree:
        own = self.units
        # The constant is in the sample with the letter put in.
        sign = number(-1) if isinstance(self.size, Negative) else number(1)
        there = substitute(own.constant, {own.letter: sign})
        moving = self.put(added((tree, negated(there))), own.power)
        terms = [moving, own.constant]
        if own.logs:
            terms.insert(1, multiplied((number(own.logs), Call("log", (self.size,)))))
        return self.plain(added(terms))

    # --- relations ---

    def condition(self, condition: Condition) -> Condition:
        return tuple(tuple(map(self.relation, group)) for group in condition)

    def relation(self, relation: Relation) -> Relation:
        """In x, and in the letters that are left: B > 2 as b > 2*a^v."""
        weight = self.units.weights.get(getattr(relation.left, "id", ""), Fraction(0))
        if isinstance(relation.left, Name) and weight:
            if relation.right == ZERO:
                return relation
            return Relation(relation.left, relation.sign, self.put(relation.right, weight))
        put_in = {
            name: multiplied((Name(name), self.factor(-weight)))
            for name, weight in self.units.weights.items()
            if name in relation.names and weight
        }
        made = put(relation, put_in)
        if relation.sign == "=" and relation.right == ZERO:
            return Relation(self.plain.numerator(made.left), "=", ZERO)
        return Relation(self.plain(made.left), made.sign, self.plain(made.right))

    def trees(self, given: tuple[tuple[str, Tree], ...]) -> tuple[tuple[str, Tree], ...]:
        weights = self.units.weights
        return tuple((name, self.put(tree, weights.get(name, Fraction(0)))) for name, tree in given)

    # --- what was found ---

    def answer(self, one: OptimumAnswer) -> OptimumAnswer:
        if one.completeness.scope or one.completeness.undecided:
            raise NoMethod
        missing = tuple(
            each for each in one.completeness.missing if each not in one.completeness.unjudged
        )
        state = State.PARTIAL if missing else State.COMPLETE
        return replace(
            self.whole,
            points=tuple(map(self.point, one.points)),
            families=tuple(map(self.family, one.families)),
            sets=tuple(map(self.set, one.sets)),
            minimum=self.extreme(one.minimum),
            maximum=self.extreme(one.maximum),
            completeness=Completeness(state, self.reason(), missing),
            sample=one.question.where,
            **self.whole.of_case(one),
        )

    def reason(self) -> Words:
        own = self.units
        moved = {name: w for name, w in own.weights.items() if name != own.letter}
        if own.power and own.constant == ZERO and not own.logs:
            moved["f"] = own.power
        changes = [
            Relation(Name(name), "=", self.plain(multiplied((Name(_unit(name)), self.factor(w)))))
            for name, w in moved.items()
        ]
        sign = -1 if isinstance(self.size, Negative) else 1
        there = Relation(Name(own.letter), "=", number(sign))
        return words.SCALED.filled(changes=all_quoted(changes), there=quoted(there))

    def point(self, point: CandidatePoint) -> CandidatePoint:
        multipliers = point.multipliers
        if multipliers is not None:
            multipliers = tuple(self.multiplier(*each) for each in multipliers)
        return replace(
            point,
            at=self.place(point.at),
            value=self.value(point.value),
            test=self.test(point.test),
            multipliers=multipliers,
        )

    def multiplier(self, letter: str, value: Exact) -> tuple[str, Exact]:
        number = self.numbers[letter]
        return letter, self.exact(value, self.units.power - self.units.of_constraints[number - 1])

    def test(self, test: Test) -> Test:
        """By the law of inertia the signs of a Hessian are those at the sample."""
        return Test(test.id, self.reason(), inertia=test.inertia)

    def family(self, family: PointFamily) -> PointFamily:
        if family.row is not None:
            raise NoMethod
        return replace(
            family,
            at=self.trees(family.at),
            value=self.value(family.value),
            test=self.test(family.test),
        )

    def set(self, one: PointSet) -> PointSet:
        kinds = tuple(
            Stretch(tuple(map(self.relation, each.where)), each.kind, self.test(each.test))
            for each in one.kinds
        )
        tree = one.value_tree
        scaled = replace(
            one,
            equations=tuple(map(self.relation, one.equations)),
            points=None if one.points is None else self.trees(one.points),
            kinds=kinds,
            value=self.value(one.value),
            value_tree=None if tree is None else self.of_f(tree),
        )
        return ranged(scaled)

    def extreme(self, extreme: Extreme | None) -> Extreme | None:
        if extreme is None:
            return None
        return replace(
            extreme,
            value=self.value(extreme.value),
            reason=self.reason() if extreme.argument != "nowhere-defined" else extreme.reason,
            at=tuple(map(self.place, extreme.at)),
            approached=self.curve(extreme.approached),
            proof=(),
            open=None,
        )

    def curve(self, curve: Curve | None) -> Curve | None:
        if curve is None:
            return None
        value = None if curve.value is None else self.of_f(curve.value)
        return replace(curve, points=self.trees(curve.points), value=value)


def _unit(name: str) -> str:
    """X for x."""
    return name.upper() if name.upper() != name else f"{name}0"
