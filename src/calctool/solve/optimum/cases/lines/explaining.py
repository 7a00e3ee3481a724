"""Why a case with letters is as it is: its system solved line by line, and minors at its points."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.cells.systems.decisions import OPEN, Assumed
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.roots import LINE, zeros
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.notation.system import System
from calctool.notation.tree import Relation, Tree, expression
from calctool.notation.walk import substitute
from calctool.solve.answer import Case, Check, Step
from calctool.solve.attempts import tried
from calctool.solve.exact.order import order
from calctool.solve.optimum.cases.lines.minors import with_minors
from calctool.solve.optimum.cases.lines.signs import signs
from calctool.solve.optimum.cases.lines.solving import solving
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.record import OptimumAnswer
from calctool.verify.verdict import Finding, Verdict


class Explaining(Struct, frozen=True):
    """What the cases of an answer share; `first` leads from its system to equations without
    multipliers."""

    whole: OptimumAnswer
    first: Step | None

    def case(self, case: Case) -> Case:
        """With its lines, where it has letters; other cases have those of the command."""
        one = case.answer
        if not isinstance(one, OptimumAnswer) or one.question is not self.whole.question:
            return case
        groups = [(*one.question.assumed, *group) for group in case.when]
        known = groups[0] if len(groups) == 1 else one.question.assumed
        is_not_zero, plain = _NotZero(groups).holds, self.plain(known)
        points = tuple(
            tried(point, with_minors, point, self.matrix, self.border, plain, is_not_zero)
            for point in one.points
        )
        lines = tried(None, solving, one, self.first, self.equations, is_not_zero, plain)
        return Case(
            case.when,
            replace(one, points=points, solving=() if lines is None else (lines,)),
        )

    def plain(self, known: tuple[Relation, ...]) -> Plain:
        return Plain.where(self.whole.question, known)

    @property
    def matrix(self) -> tuple[tuple[Tree, ...], ...]:
        """The Hessian, or the bordered one; none where it hangs on which constraints are active."""
        if any(each.sign != "=" for each in self.whole.question.constraints):
            return ()
        found = getattr(self.whole, "hessian", ()) or getattr(self.whole, "bordered", ())
        return tuple(found)

    @property
    def border(self) -> int:
        return len(self.whole.question.constraints)

    @property
    def equations(self) -> tuple[Tree, ...]:
        if self.first is not None and isinstance(self.first.after, System):
            return tuple(each.left for each in self.first.after.relations)
        if self.whole.question.constraints:
            return ()
        return tuple(expression(each.derivative) for each in self.whole.gradient)


class _NotZero(Struct, frozen=True):
    """What holds in all of some groups of relations."""

    groups: list[tuple[Relation, ...]]

    def holds(self, tree: Tree) -> bool:
        """Whether a number with letters is certainly not 0."""
        if not tree.names:
            return bool(known_sign(tree))
        return all(self._holds(known, tree) for known in self.groups)

    @staticmethod
    def _holds(known: tuple[Relation, ...], tree: Tree) -> bool:
        if len(tree.names) == 1:
            return _is_zero_outside(tree, next(iter(tree.names)), known)
        try:
            decide = Assumed(known, (tree,))
            return not decide.is_zero(decide.elements[0])
        except OPEN:
            return False


def _is_zero_outside(tree: Tree, letter: str, known: tuple[Relation, ...]) -> bool:
    """Whether each zero of a function of one letter breaks one of the relations in it."""
    found = zeros(tree, letter, (LINE,), whole=True)
    if found.state != "complete" or found.families or found.flat:
        return False
    own = [each for each in known if each.names == {letter}]
    return all(
        zero.at.tree is not None and any(_breaks(each, {letter: zero.at.tree}) for each in own)
        for zero in found.zeros
    )


def _breaks(relation: Relation, put: dict[str, Tree]) -> bool:
    sign = order(substitute(difference(relation), put))
    return sign is not None and not fulfils(sign, relation)


def minors_refuted(cases: tuple[Case, ...]) -> Iterator[Check]:
    """Where the values at which a case was looked at deny a sign that is said of a minor."""
    for case in cases:
        one = case.answer
        if not isinstance(one, OptimumAnswer) or not one.sample:
            continue
        border = len(one.question.constraints)
        for point in one.points:
            if not point.test.minors or any(v.root is not None for _, v in point.at):
                continue
            for minor, sign in zip(point.test.minors, signs(point, border), strict=True):
                there = order(substitute(minor.expr, dict(one.sample)))
                if minor.expr.names and sign and there not in (None, sign):
                    yield Check("minors", Finding(Verdict.REFUTED, "substituted-back", 1))
