"""An answer for a question in other names as that for the question that was asked."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, divided, negated
from calctool.algebra.field import prove_equal
from calctool.notation.tree import ONE, ZERO, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Completeness, Condition, State
from calctool.solve.candidates import (
    CandidatePoint,
    Curve,
    Extreme,
    Place,
    PointFamily,
    PointSet,
    Stretch,
    Test,
)
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.cases.asked import NoMethod
from calctool.solve.optimum.listing.ranges import ranged
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.stationary.short import short
from calctool.words import Words


class Moved(Struct, frozen=True):
    """How names, f and multipliers are changed back; `whole` is the question that was asked."""

    whole: OptimumAnswer

    # --- what each change says ---

    @abstractmethod
    def of_name(self, name: str, tree: Tree) -> Tree:
        """A value of a variable."""

    @abstractmethod
    def of_f(self, tree: Tree) -> Tree:
        """A value of f."""

    @abstractmethod
    def of_multiplier(self, letter: str, tree: Tree) -> Tree:
        """A value of a multiplier."""

    @abstractmethod
    def relation(self, relation: Relation) -> Relation:
        """One between the names."""

    @abstractmethod
    def reason(self) -> Words:
        """What was put for what."""

    # --- values ---

    @staticmethod
    def exact(tree: Tree, old: Exact) -> Exact:
        return old if tree == old.expr else Exact(tree, None, None)

    def coordinate(self, name: str, value: Exact) -> tuple[str, Exact]:
        if is_infinite(value.expr):
            return name, value
        return name, self.exact(self.of_name(name, _known(value)), value)

    def place(self, place: Place) -> Place:
        return tuple(self.coordinate(name, value) for name, value in place)

    def value(self, value: Exact | None) -> Exact | None:
        """A value of f."""
        if value is None or is_infinite(value.expr):
            return value
        return self.exact(self.of_f(_known(value)), value)

    def trees(self, given: tuple[tuple[str, Tree], ...]) -> tuple[tuple[str, Tree], ...]:
        return tuple((name, self.of_name(name, tree)) for name, tree in given)

    def condition(self, condition: Condition) -> Condition:
        return tuple(tuple(map(self.relation, group)) for group in condition)

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

    def point(self, point: CandidatePoint) -> CandidatePoint:
        multipliers = point.multipliers
        if multipliers is not None:
            multipliers = tuple(
                (letter, self.exact(self.of_multiplier(letter, _known(value)), value))
                for letter, value in multipliers
            )
        return replace(
            point,
            at=self.place(point.at),
            value=self.value(point.value),
            test=self.test(point.test),
            multipliers=multipliers,
        )

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
        tree, points = one.value_tree, one.points
        own = set(one.parameters)
        if points is not None and not any(r.names & own for each in kinds for r in each.where):
            turned = dict(self.parameters(points, one.parameters))
            points = tuple((name, substitute(at, turned)) for name, at in points)
            tree = None if tree is None else substitute(tree, turned)
        made = replace(
            one,
            equations=tuple(map(self.relation, one.equations)),
            points=None if points is None else self.trees(points),
            kinds=kinds,
            value=self.value(one.value),
            value_tree=None if tree is None else self.of_f(tree),
        )
        # Of letters the case says what they keep.
        ranges = (
            tuple(r for r in group if r.names & own and not _is_identity(r))
            for group in ranged(made).ranges
        )
        return replace(made, ranges=tuple(group for group in ranges if group))

    def parameters(
        self, points: tuple[tuple[str, Tree], ...], names: tuple[str, ...]
    ) -> Iterator[tuple[str, Tree]]:
        """Each parameter that is a coordinate in the sample, as what it has to be for that
        coordinate to be it again."""
        left = set(names)
        for name, tree in points:
            if not isinstance(tree, Name) or tree.id not in left:
                continue
            base = self.of_name(name, ZERO)
            slope = added((self.of_name(name, ONE), negated(base)))
            value = short(divided(added((tree, negated(base))), slope))
            if prove_equal(self.of_name(name, value), tree):
                left.remove(tree.id)
                yield tree.id, value

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


def _is_identity(relation: Relation) -> bool:
    return relation.sign == "=" and prove_equal(relation.left, relation.right) is True


def _known(value: Exact) -> Tree:
    if not value.is_known or value.root is not None:
        raise NoMethod
    return value.expr
