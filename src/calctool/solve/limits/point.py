"""The derivative at a point from the definition, from both sides where that is needed."""

from __future__ import annotations

from msgspec import Struct

from calctool import budget
from calctool.algebra.domain.requirements import compare
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.point import BLANK, WITHOUT_LIMIT, Local, OneSide, at_point
from calctool.algebra.local.regular import is_regular
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.sign import sign
from calctool.notation.quoted import quoted
from calctool.notation.tree import INFINITY, Applied, LimitSide, Negative, Relation, Sum, Tree
from calctool.notation.walk import substitute, walk
from calctool.solve.answer import Check, Completeness, Derivation, State, Status, Step
from calctool.solve.derivation.engine import NoDerivation
from calctool.solve.exact.record import BothSides, Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.limits.asked import by_rules, judged, place_of, written_out
from calctool.solve.limits.at_point import Sided, approaches
from calctool.solve.limits.chain import NoMethod, TooLong
from calctool.solve.limits.checked import Checker, end_of, needed
from calctool.solve.limits.engine import derive
from calctool.solve.limits.in_letters import in_letters
from calctool.solve.limits.place import Place
from calctool.solve.limits.record import Approach, LimitDefAnswer, LimitDefQuestion
from calctool.solve.validity.at_values import letters
from calctool.verify.equality import check_equality
from calctool.verify.limits import Limits, limits_in
from calctool.verify.verdict import Finding, Verdict
from calctool.words import Words
from calctool.words import limits as words


def at_one_point(question: LimitDefQuestion, point: Tree) -> LimitDefAnswer:
    """The derivative at a point, from its definition."""
    a = exact_value(point)
    work = _Work(question, a, place_of(question, a))
    found = judged(work.answer())
    return in_letters(found) if letters(question.statement, dict(question.at)) else found


class _Work(Struct, frozen=True):
    question: LimitDefQuestion
    point: Tree
    place: Place

    @property
    def f(self) -> Tree:
        return self.question.statement

    def answer(self) -> LimitDefAnswer:
        x = self.question.variable
        regular = is_regular(self.f, {x: self.point})
        local = self._local(regular)
        if local.defined is False:
            return self._outside(local)
        sided, missing = self._sided(local, regular)
        checker = Checker(self.place.letters.named, Limits())
        found = tuple(
            Approach(one.side, _worked_out(checker.derivation(one.chain))) for one in sided
        )
        return self._with(local, found, missing, regular)

    def _local(self, regular: bool) -> Local:
        """What f does at the point; for long functions that are smooth there, only that."""
        if regular and self.f.size > budget.LIMIT_EXPANDED_NODES:
            return Local(self.point, True, None, BLANK, BLANK, True, None, "smooth")
        local = at_point(self.f, self.question.variable, self.point)
        if local.kind != "undecided":
            return local
        from calctool.solve.exact.oscillation import with_waves

        return with_waves(self.f, self.question.variable, local)

    def _sided(self, local: Local, regular: bool) -> tuple[tuple[Sided, ...], tuple[Words, ...]]:
        """The rules of limits where they apply, else each side by hand."""
        missing: tuple[Words, ...] = ()
        if regular or local.kind == "undecided":
            try:
                return (Sided("both", derive(self.f, self.place)),), ()
            except NoMethod as none:
                missing = (_why(none),)
        if local.value is None:
            return (), missing
        found = tuple(approaches(self.f, self.place, local))
        worked_out = any(_is_worked_out(one, local) for one in found)
        return (found, ()) if worked_out or not missing else ((), missing)

    def _outside(self, local: Local) -> LimitDefAnswer:
        from calctool.solve.limits.beside import beside

        return LimitDefAnswer(
            question=self.question,
            quotient=self.place.quotient(self.f),
            status=Status.COMPLETE,
            completeness=Completeness(State.COMPLETE, words.OUTSIDE),
            at=exact(self.point),
            exists=False,
            continuous=None,
            kind=local.kind,
            beside=beside(self.question, local, at_one_point),
            checks=(_by_expansion(),),
        )

    def _with(
        self,
        local: Local,
        found: tuple[Approach, ...],
        missing: tuple[Words, ...],
        regular: bool,
    ) -> LimitDefAnswer:
        derived = _value(found)
        open_ = local.kind == "undecided"
        if open_ and derived is not None and not self._is_certain(local, found):
            found, derived = (), None
        smooth = regular or (open_ and derived is not None)
        exists = True if smooth else local.differentiable
        value = (derived or local.derivative) if exists else None
        value = self._by_rules() if exists and value is None else value
        completeness = _completeness(exists, missing)
        return LimitDefAnswer(
            question=self.question, quotient=self.place.quotient(self.f),
            status=Status.PARTIAL, completeness=completeness,
            approaches=found, derivative=value, at=exact(self.point),
            value=None if value is None else exact(value), exists=exists,
            left=_slope(local.left), right=_slope(local.right),
            continuous=True if smooth else local.continuous,
            kind="smooth" if smooth else local.kind,
            between=(None, None) if smooth else self._between(local),
            wanders=(None, None) if local.continuous else self._wanders(local),
            holds=tuple(each for each in _needs(found) if self._is_of_letters(each)),
            checks=tuple(self._checks(local, found, value, regular)),
            names=tuple(self.place.letters.named.items()),
        )  # fmt: skip

    def _is_of_letters(self, relation: Relation) -> bool:
        """Whether a condition says something about the parameters of f, or letters in the point."""
        return bool(relation.names) and relation.names <= self.f.names | self.point.names

    def _between(self, local: Local) -> BothSides:
        if local.kind not in WITHOUT_LIMIT:
            return None, None
        # Few functions oscillate.
        from calctool.solve.exact.oscillation import of_quotient

        return of_quotient(self.f, self.question.variable, local)

    def _wanders(self, local: Local) -> BothSides:
        if all(side is None or side.limit.kind != "none" for side in (local.left, local.right)):
            return None, None
        from calctool.solve.exact.oscillation import of_function

        return of_function(self.f, self.question.variable, local)

    def _is_certain(self, local: Local, found: tuple[Approach, ...]) -> bool:
        """Whether what the steps need is sure, or a condition on what is not known of f."""
        unknown = bool(letters(self.f, dict(self.question.at))) or any(
            isinstance(part, Applied) for part in walk(self.f)
        )
        constant = (each for each in _needs(found) if not each.names)
        return (local.defined is True or unknown) and all(map(_holds, constant))

    def _by_rules(self) -> Tree | None:
        x = self.question.variable
        found = by_rules(self.f, x)
        if isinstance(found, NoDerivation):
            return None
        return exact_value(substitute(written_out(found), {x: self.point}))

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
        elif local.kind != "undecided" and local.left is not BLANK:
            checks.append(_by_expansion())
        checks += [
            Check("definition", _same(known, end_of(one.derivation)))
            for one in found
            if (known := _known(local, one.side)) and not limits_in(end_of(one.derivation))
        ]  # fmt: skip
        known = self._by_rules() if value is not None and regular else None
        if value is not None and known is not None:
            checks.append(Check("rules", check_equality(known, value)))
        return checks


def _known(local: Local, side: LimitSide) -> Tree | None:
    found = {"left": local.left, "right": local.right, "both": None}[side]
    return None if found is None else found.derivative.value


def _is_worked_out(one: Sided, local: Local) -> bool:
    """Whether the chain says more than that the limit is what the expansion gives."""
    lines = one.chain.lines
    if not lines or lines[-1].id == "expansion":
        return False
    return not limits_in(one.chain.end) or local.kind == "oscillation"


def _why(none: NoMethod) -> Words:
    if isinstance(none, TooLong):
        return words.TOO_LONG_HERE
    return words.NO_METHOD_HERE.filled(part=quoted(none.function))


def _completeness(exists: bool | None, missing: tuple[Words, ...]) -> Completeness:
    if exists is None or missing:
        return Completeness(State.PARTIAL, words.NOT_AT_POINT, missing)
    return Completeness(State.COMPLETE, words.AT_POINT)


def _needs(found: tuple[Approach, ...]) -> tuple[Relation, ...]:
    return tuple(each for one in found for each in needed(one.derivation))


def _holds(relation: Relation) -> bool:
    try:
        difference = constant_value(Sum((relation.left, Negative(relation.right))))
        return compare(sign(difference), relation)
    except (Undecided, Undefined):
        return False


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
