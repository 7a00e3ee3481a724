"""Claims with letters beside an answer by cases: at one value in each case, then as formulas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain, islice
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions, is_empty
from calctool.algebra.field import prove_equal
from calctool.notation.tree import Name, Relation, Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Case, Condition
from calctool.solve.candidates import Place
from calctool.solve.check.claimed.record import Bound, Listed
from calctool.solve.check.derivative.assumed import Letters
from calctool.solve.check.record import Judgement
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import equality
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.given import Claim, Given
from calctool.solve.question import Stretch
from calctool.verify.verdict import Verdict as Certainty
from calctool.verify.witness import plain_points
from calctool.words import checking as words

Judge = Callable[[Listed, Given], Judgement]
Values = Mapping[str, Tree]
_MOST = 6
"""Values in each case at which claims are looked at."""
_OPEN = Judgement("undecided", words.CLAIMS_BY_CASES, certainty=Certainty.UNDECIDED)


class Judged(Struct, frozen=True):
    """The verdict for one case, and the letters for which it was looked at; None where the claims
    have no value there."""

    case: Case
    judgement: Judgement | None
    at: Values


def judged_by_cases(
    answer: Any, given: Given, listed: Callable[[Any], Listed], judge: Judge
) -> Judgement:
    """Right where it is so in each case; else what is wrong in one of them, and in which it is
    right."""
    cases = answer.cases or (Case(((),), answer),)
    found = [
        _of_case(replace(e, answer=e.answer or answer), answer.question, given, listed, judge)
        for e in cases
    ]
    right = tuple(each for each in found if each.judgement and each.judgement.verdict == "right")
    if len(right) == len(found):
        return right[0].judgement or _OPEN
    holds: Condition = tuple(group for each in right for group in each.case.when)
    refuted = [e for e in found if e.judgement and e.judgement.verdict in ("wrong", "incomplete")]
    wrong = [e for e in refuted if e.judgement and e.judgement.verdict == "wrong"]
    for each in (*wrong, *refuted):
        assert each.judgement is not None  # noqa: S101 (chosen so)
        at = ", ".join(equality(name, exact(value)) for name, value in each.at.items())
        reason = words.CLAIMS_WRONG_FOR if each in wrong else words.CLAIMS_INCOMPLETE_FOR
        return replace(each.judgement, reason=reason.filled(place=at), holds=holds)
    if right and all(each in right or each.judgement is None for each in found):
        return Judgement("right-on-part", words.CLAIMS_RIGHT_FOR, holds=holds)
    return replace(_OPEN, holds=holds)


def _of_case(
    case: Case, asked: Any, given: Given, listed: Callable[[Any], Listed], judge: Judge
) -> Judged:
    there = listed(case.answer)
    if given.kind == "trends" or there.families or there.sets:
        return Judged(case, _OPEN, {})
    if there.bends is not None and there.bends.families:
        return Judged(case, _OPEN, {})
    last = Judged(case, _OPEN, {})
    for values in islice(_values(case, asked), _MOST):
        at_sample = _at(there, values)
        if at_sample is None:
            return last
        claims = tuple(_claim(each, values) for each in given.claims)
        if any(not _has_value(tree) for each in claims for tree in _trees(each)):
            is_nothing = _say_nothing(case, given.claims) and not [
                p for p in there.points if p.kind != "endpoint"
            ]
            last = Judged(case, None if is_nothing else _OPEN, values)
            continue
        judgement = judge(at_sample, replace(given, claims=claims))
        if judgement.verdict != "right":
            return Judged(case, judgement, values)
        if _are_formulas(case, asked, there, given.claims):
            return Judged(case, judgement, values)
        last = Judged(case, _OPEN, values)
    return last


def _values(case: Case, asked: Any) -> Iterator[Values]:
    """Values of the parameters in a case: its sample, and others."""
    names = asked.parameters
    sample = getattr(case.answer, "sample", ())
    known = {name: at.expr if isinstance(at, Exact) else at for name, at in sample}
    if known.keys() >= set(names):
        yield {name: known[name] for name in names}
    for group in case.when:
        letters = Letters((*asked.assumed, *group))
        plain = islice(filter(letters.keep, plain_points(names)), _MOST // 2)
        for place in chain(plain, filter(letters.keep, letters.places(frozenset(names)))):
            if place.keys() >= set(names):
                yield {name: number(Fraction(place[name])) for name in names}  # type: ignore[arg-type]


def _say_nothing(case: Case, claims: Iterable[Claim]) -> bool:
    """Whether one of the claims has certainly no value, whatever the letters are in the case."""
    needed = [conditions(tree) for claim in claims for tree in _trees(claim)]
    return all(any(is_empty((*each, *group)) for each in needed) for group in case.when)


# --- at one value ---------------------------------------------------------------------------------


def _at(there: Listed, values: Values) -> Listed | None:
    """With values put in; None where places have names of their own."""
    bends = () if there.bends is None else there.bends.places
    places = [at for place in (*(p.at for p in there.points), *bends) for _, at in place]
    if any(at.root is not None or not at.is_known for at in places):
        return None
    question = there.question

    def put(each: Relation) -> Relation:
        return Relation(substitute(each.left, values), each.sign, substitute(each.right, values))

    changes: dict[str, Any] = {
        "statement": substitute(expression(question.statement), values),
        "assumed": (),
    }
    if there.constrained:
        changes["constraints"] = tuple(map(put, question.constraints))
    if isinstance(asked := getattr(question, "domain", None), Stretch):
        changes["domain"] = asked.at(values)
    return replace(
        there,
        question=replace(question, **changes),
        points=tuple(
            replace(p, at=_place(p.at, values), value=_value(p.value, values)) for p in there.points
        ),
        bends=there.bends
        and replace(there.bends, places=tuple(_place(at, values) for at in bends)),
        bounds={
            kind: Bound(
                each.attained,
                _value(each.value, values),
                tuple(_place(at, values) for at in each.at),
            )
            for kind, each in there.bounds.items()
        },
    )


def _value(at: Exact | None, values: Values) -> Exact | None:
    if at is None or not at.expr.names & values.keys():
        return at
    return exact(exact_value(substitute(at.expr, values)))


def _place(place: Place, values: Values) -> Place:
    return tuple((name, _value(at, values) or at) for name, at in place)


def _claim(claim: Claim, values: Values) -> Claim:
    at = claim.at and tuple((name, substitute(tree, values)) for name, tree in claim.at)
    value = claim.value and substitute(claim.value, values)
    return replace(claim, at=at, value=value)


def _trees(claim: Claim) -> Iterable[Tree]:
    yield from (tree for _, tree in claim.at or ())
    if claim.value is not None:
        yield claim.value


def _has_value(tree: Tree) -> bool:
    """Whether a claimed number is one; infinite ones and those with a whole number in them are."""
    return bool(tree.names) or is_infinite(tree) or exact(exact_value(tree)).low is not None


# --- as formulas ----------------------------------------------------------------------------------


def _are_formulas(case: Case, asked: Any, there: Listed, claims: Iterable[Claim]) -> bool:
    """Whether each claim is certainly one of the points, or the extreme, all over the case."""
    for group in case.when:
        put = {r.left.id: r.right for r in group if r.sign == "=" and isinstance(r.left, Name)}
        letters = Letters((*asked.assumed, *(r for r in group if r.sign != "=")))

        def is_same(one: Tree, other: Tree, put: Values = put, letters: Letters = letters) -> bool:
            pair = (letters.freed(substitute(each, put)) for each in (one, other))
            return one == other or bool(prove_equal(*pair))

        for claim in claims:
            if claim.parameter is not None or not _is_there(claim, there, is_same):
                return False
    return True


def _is_there(claim: Claim, there: Listed, is_same: Callable[[Tree, Tree], bool]) -> bool:
    places = [p.at for p in there.points]
    if claim.kind == "inflection" and there.bends is not None:
        places = list(there.bends.places)
    bound = there.bounds.get(claim.kind or "")
    if bound is not None:
        places = list(bound.at)
        if claim.value is not None and bound.value is not None:
            if not is_same(claim.value, bound.value.expr):
                return False
        elif claim.value is not None:
            return False
    if claim.at is None:
        return True
    wanted = dict(claim.at)
    return any(all(is_same(wanted[n], at.expr) for n, at in place) for place in places)
