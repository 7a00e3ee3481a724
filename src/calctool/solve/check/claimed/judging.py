"""The verdict on claims of points, intervals and extremes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from calctool.solve.answer import State
from calctool.solve.candidates import Place
from calctool.solve.check.claimed.bends import bends_of, judged_bends
from calctool.solve.check.claimed.by_cases import judged_by_cases
from calctool.solve.check.claimed.extremes import judged_extremes
from calctool.solve.check.claimed.intervals import judged_trends
from calctool.solve.check.claimed.multipliers import judged_multipliers
from calctool.solve.check.claimed.points import critical_among, judged_points
from calctool.solve.check.claimed.record import Bound, Found, Listed
from calctool.solve.check.claimed.right import right_claims
from calctool.solve.check.record import Judgement, RightClaims
from calctool.solve.critical.line.flats import flats
from calctool.solve.critical.line.one_variable import candidates, completeness
from calctool.solve.given import Claim, Given
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.solve.table.record import TableAnswer
from calctool.verify.verdict import Verdict as Certainty
from calctool.words import checking as words

_EXTREMES = ("minimum", "maximum")


def judged_claims(answer: Any, given: Given) -> Judgement:
    """All claims of one answer together: wrong if one is refuted, else incomplete, else right.

    Where there are parameters, in each case of them.
    """
    if answer.question.parameters:
        if given.kind != "trends":
            return judged_by_cases(answer, given, _listed, _at_numbers)
        found = [_judged(each.answer or answer, given) for each in answer.cases]
        if found and all(each.verdict == "right" for each in found):
            return found[0]
        return Judgement("undecided", words.CLAIMS_BY_CASES, certainty=Certainty.UNDECIDED)
    return _judged(answer, given)


def _judged(answer: Any, given: Given) -> Judgement:
    """Without parameters, or in one case of them."""
    extremes = [claim for claim in given.claims if claim.kind in _EXTREMES]
    trends = [claim for claim in given.claims if claim.start is not None]
    points = [claim for claim in given.claims if claim not in (*extremes, *trends)]
    listed = _listed(answer)
    wants_all = given.none or (given.complete and not trends)
    found = list(_of_points(listed, points, all_of_them=wants_all))
    found.append(judged_extremes(listed, extremes))
    if trends:
        found.append(judged_trends(answer, trends))
    is_other = False
    if isinstance(answer, LagrangeAnswer):
        multipliers, is_other = judged_multipliers(answer, given.claims)
        found.append(multipliers)
    together = _together(found, is_whole=listed.is_whole or not wants_all)
    if is_other and together.verdict == "right":
        return replace(together, reason=words.CLAIMS_RIGHT_PLUS)
    return together


def _of_points(answer: Listed, claims: list[Claim], *, all_of_them: bool) -> Iterator[Found]:
    """Of points, and of inflection points where the question is about them; elsewhere such a claim
    is one of a critical point that is no extremum."""
    bends = [claim for claim in claims if claim.kind == "inflection"]
    if answer.bends is None:
        others = [replace(c, kind="neither") if c in bends else c for c in claims]
        yield judged_points(answer, others, all_of_them=all_of_them)
        return
    critical = critical_among(answer, bends)
    kept = [replace(c, kind=None) if c in critical else c for c in claims]
    listed = [claim for claim in kept if claim.kind != "inflection"]
    yield judged_points(answer, listed, all_of_them=all_of_them)
    yield judged_bends(answer, bends, critical=critical, all_of_them=all_of_them)


def _at_numbers(listed: Listed, given: Given) -> Judgement:
    """Claims of points and extremes without letters."""
    extremes = [claim for claim in given.claims if claim.kind in _EXTREMES]
    points = [claim for claim in given.claims if claim not in extremes]
    wants_all = given.none or given.complete
    found = [*_of_points(listed, points, all_of_them=wants_all)]
    found.append(judged_extremes(listed, extremes))
    return _together(found, is_whole=listed.is_whole or not wants_all)


def right_of(answer: Any, given: Given) -> RightClaims | None:
    """What would have been right of the kind that is claimed; None where it cannot be said."""
    if len(answer.cases) == 1:
        answer = answer.cases[0].answer or answer
    elif answer.question.parameters:
        return None
    return right_claims(answer, _listed(answer), given)


def _together(found: list[Found], *, is_whole: bool) -> Judgement:
    wrong = tuple(part for each in found for part in each.wrong)
    missing = tuple(part for each in found for part in each.missing)
    mistakes = tuple(part for each in found for part in each.mistakes)
    if len(mistakes) > 1:
        mistakes = tuple({each.mistake.id: each for each in mistakes}.values())
    if wrong:
        return Judgement(
            "wrong", words.CLAIMS_WRONG, missing=missing, extra=wrong, mistakes=mistakes
        )
    if any(each.open for each in found) or not (is_whole or missing):
        return Judgement("undecided", words.CLAIMS_OPEN, certainty=Certainty.UNDECIDED)
    if missing:
        return Judgement("incomplete", words.CLAIMS_INCOMPLETE, missing=missing, mistakes=mistakes)
    return Judgement("right", words.CLAIMS_RIGHT)


# --- what the answers of three commands have in common ------------------------------------------


def _listed(answer: Any) -> Listed:
    if isinstance(answer, TableAnswer):
        return _of_table(answer)
    bounds = {
        "minimum": _bound(answer.minimum, tuple),
        "maximum": _bound(answer.maximum, tuple),
    }
    return Listed(
        answer.question,
        answer.points,
        answer.families,
        answer.sets,
        bounds,
        answer.completeness.state is State.COMPLETE,
        isinstance(answer, LagrangeAnswer),
    )


def _bound(extreme: Any, places: Any) -> Bound:
    if extreme is None:
        return Bound(None, None)
    return Bound(extreme.attained, extreme.value, tuple(map(places, extreme.at)))


def _of_table(answer: TableAnswer) -> Listed:
    name = answer.question.variable

    def place(at: Any) -> Place:
        return ((name, at),)

    turns, families = candidates(answer)
    return Listed(
        answer.question,
        tuple(turn.candidate for turn in turns),
        families,
        flats(answer),
        {"minimum": _bound(answer.minimum, place), "maximum": _bound(answer.maximum, place)},
        completeness(answer).state is State.COMPLETE,
        bends=bends_of(answer, is_whole=answer.completeness.state is State.COMPLETE),
        wants_sets=False,
    )
