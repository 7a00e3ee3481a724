"""The derivative at a point from the definition, from both sides where that is needed."""

from __future__ import annotations

from dataclasses import dataclass

from calctool.algebra.local import Local, OneSide, at_point
from calctool.algebra.regular import is_regular
from calctool.notation.plain import plain
from calctool.notation.tree import INFINITY, LimitSide, Negative, Relation, Tree, substitute
from calctool.solve.answer import (
    Approach,
    Check,
    Completeness,
    Derivation,
    Exact,
    LimitDefAnswer,
    State,
    Status,
    Step,
)
from calctool.solve.limits.asked import by_rules, judged, place_of
from calctool.solve.limits.at_point import Sided, approaches
from calctool.solve.limits.chain import NoMethod
from calctool.solve.limits.checked import Checker, end_of, needed
from calctool.solve.limits.engine import derive
from calctool.solve.limits.place import Place
from calctool.solve.question import LimitDefQuestion
from calctool.solve.values import exact, exact_value
from calctool.verify.equality import check_equality
from calctool.verify.limits import Limits, limits_in
from calctool.verify.verdict import Finding, Verdict
from calctool.words import Words
from calctool.words import limits as words


def at_one_point(question: LimitDefQuestion, point: Tree) -> LimitDefAnswer:
    a = exact_value(point)
    work = _Work(question, a, place_of(question, a))
    return judged(work.answer())


@dataclass(frozen=True, slots=True)
class _Work:
    question: LimitDefQuestion
    point: Tree
    place: Place

    @property
    def f(self) -> Tree:
        return self.question.statement

    def answer(self) -> LimitDefAnswer:
        x = self.question.variable
        local = at_point(self.f, x, self.point)
        if local.defined is False:
            return self._outside(local)
        regular = is_regular(self.f, {x: self.point})
        missing: tuple[Words, ...] = ()
        sided: tuple[Sided, ...] = ()
        if regular or local.kind == "undecided":
            try:
                sided = (Sided("both", derive(self.f, self.place)),)
            except NoMethod as none:
                missing = (words.NO_METHOD_HERE.filled(part=plain(none.function)),)
        elif local.value is not None:
            sided = tuple(approaches(self.f, self.place, local))
        checker = Checker(self.place.letters.named, Limits())
        found = tuple(
            Approach(one.side, _worked_out(checker.derivation(one.chain))) for one in sided
        )
        return self._with(local, found, missing, regular)

    def _outside(self, local: Local) -> LimitDefAnswer:
        return LimitDefAnswer(
            self.question, self.place.quotient(self.f), Status.COMPLETE,
            Completeness(State.COMPLETE, words.OUTSIDE), at=exact(self.point), exists=False,
            continuous=None, kind=local.kind, checks=(_by_expansion(),),
        )  # fmt: skip

    def _with(
        self,
        local: Local,
        found: tuple[Approach, ...],
        missing: tuple[Words, ...],
        regular: bool,
    ) -> LimitDefAnswer:
        derived = _value(found)
        smooth = regular or (derived is not None and local.kind == "undecided")
        exists = True if smooth else local.differentiable
        value = (derived or local.derivative) if exists else None
        value = self._by_rules() if exists and value is None else value
        complete = exists is not None and not missing
        reason = words.AT_POINT if complete else words.NOT_AT_POINT
        holds = tuple(
            each for one in found for each in needed(one.derivation) if _is_of(each, self.f)
        )
        return LimitDefAnswer(
            self.question, self.place.quotient(self.f),
            Status.COMPLETE if complete else Status.PARTIAL,
            Completeness(State.COMPLETE if complete else State.PARTIAL, reason, missing),
            approaches=found, derivative=value, at=exact(self.point),
            value=None if value is None else exact(value), exists=exists,
            left=_slope(local.left), right=_slope(local.right),
            continuous=True if smooth else local.continuous,
            kind="smooth" if smooth else local.kind, holds=holds,
            checks=tuple(self._checks(local, found, value, regular)),
            names=tuple(self.place.letters.named.items()),
        )  # fmt: skip

    def _by_rules(self) -> Tree:
        x = self.question.variable
        return exact_value(substitute(by_rules(self.f, x), {x: self.point}))

    def _checks(
        self, local: Local, found: tuple[Approach, ...], value: Tree | None, regular: bool
    ) -> list[Check]:
        checks = [
            Check("derivation", Finding(one.derivation.verdict, "each-step"))
            for one in found
            if one.derivation.steps
        ]
        if value is not None and local.derivative is not None:
            checks.append(Check("definition", _same(local.derivative, value)))
        elif local.kind != "undecided":
            checks.append(_by_expansion())
        checks += [
            Check("definition", _same(known, end_of(one.derivation)))
            for one in found
            if (known := _known(local, one.side)) and not limits_in(end_of(one.derivation))
        ]  # fmt: skip
        if value is not None and regular:
            checks.append(Check("rules", check_equality(self._by_rules(), value)))
        return checks


def _known(local: Local, side: LimitSide) -> Tree | None:
    found = {"left": local.left, "right": local.right, "both": None}[side]
    return None if found is None else found.derivative.value


def _is_of(relation: Relation, f: Tree) -> bool:
    """Whether a condition says something about the parameters of f."""
    return bool(relation.names) and relation.names <= f.names


def _by_expansion() -> Check:
    return Check("definition", Finding(Verdict.PROVED, "expansion"))


def _same(known: Tree, claimed: Tree) -> Finding:
    """Against the exact expansion at the point."""
    infinite = (INFINITY, Negative(INFINITY))
    if known == claimed:
        return Finding(Verdict.PROVED, "expansion")
    if known in infinite or claimed in infinite:
        return Finding(Verdict.REFUTED, "expansion")
    return check_equality(known, claimed)


def _value(found: tuple[Approach, ...]) -> Tree | None:
    """The two-sided value, where it was worked out in one go."""
    if len(found) != 1 or found[0].side != "both":
        return None
    end = end_of(found[0].derivation)
    return None if limits_in(end) else end


def _worked_out(derivation: Derivation) -> Derivation:
    """The value as an exact constant, in a last step of its own."""
    end = end_of(derivation)
    if limits_in(end) or end in (INFINITY, Negative(INFINITY)):
        return derivation
    value = exact_value(end)
    if value == end:
        return derivation
    step = Step("simplify", words.STEPS["simplify"], end, value, check_equality(end, value))
    return Derivation(derivation.start, (*derivation.steps, step))


def _slope(side: OneSide | None) -> Exact | None:
    value = side.derivative.value if side is not None else None
    return None if value is None else exact(value)
