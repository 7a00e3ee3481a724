"""The verdict on claims of points, intervals and extremes."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from calctool.solve.answer import State
from calctool.solve.candidates import CandidatePoint, Place, PointKind, Test
from calctool.solve.check.claimed.extremes import judged_extremes
from calctool.solve.check.claimed.intervals import judged_trends
from calctool.solve.check.claimed.multipliers import judged_multipliers
from calctool.solve.check.claimed.points import judged_points
from calctool.solve.check.claimed.record import Bound, Found, Listed
from calctool.solve.check.claimed.right import right_claims
from calctool.solve.check.record import Judgement, RightClaims
from calctool.solve.given import Given
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import TablePoint
from calctool.verify.verdict import Verdict as Certainty
from calctool.words import Words
from calctool.words import checking as words

_EXTREMES = ("minimum", "maximum")


def judged_claims(answer: Any, given: Given) -> Judgement:
    """All claims of one answer together: wrong if one is refuted, else incomplete, else right.

    Claims about an answer by cases are right if they are so in each case, else undecided: nothing
    says for which parameters they were meant.
    """
    if len(answer.cases) > 1 or (answer.question.parameters and not answer.cases):
        found_ = [judged_claims(each.answer, given) for each in answer.cases if each.answer]
        if found_ and all(each.verdict == "right" for each in found_):
            return found_[0]
        return Judgement("undecided", words.CLAIMS_BY_CASES, certainty=Certainty.UNDECIDED)
    extremes = [claim for claim in given.claims if claim.kind in _EXTREMES]
    trends = [claim for claim in given.claims if claim.start is not None]
    points = [claim for claim in given.claims if claim not in (*extremes, *trends)]
    listed = _listed(answer)
    wants_all = given.none or (given.complete and not trends)
    found = [judged_points(listed, points, all_of_them=wants_all)]
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


def right_of(answer: Any, given: Given) -> RightClaims | None:
    """What would have been right of the kind that is claimed; None where it cannot be said."""
    if len(answer.cases) > 1 or (answer.question.parameters and not answer.cases):
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


_TEST = Test("", Words(en="", zh=""))
_KINDS: tuple[PointKind, ...] = ("local-minimum", "local-maximum", "endpoint")
_CRITICAL = ("stationary", "kink", "vertical-tangent", "local-minimum", "local-maximum")


def _of_table(answer: TableAnswer) -> Listed:
    name = answer.question.variable

    def place(at: Any) -> Place:
        return ((name, at),)

    points = tuple(
        _candidate(point, place(point.at))
        for point in answer.points
        if point.is_defined and (point.is_a(*_CRITICAL) or point.is_a("endpoint"))  # type: ignore[arg-type]
    )
    return Listed(
        answer.question,
        points,
        (),
        (),
        {"minimum": _bound(answer.minimum, place), "maximum": _bound(answer.maximum, place)},
        answer.completeness.state is State.COMPLETE and not answer.families,
    )


def _candidate(point: TablePoint, at: Place) -> CandidatePoint:
    kind: PointKind = next((kind for kind in _KINDS if kind in point.kinds), "neither")
    if "undecided" in point.kinds:
        kind = "undecided"
    missing = point.is_a("kink", "vertical-tangent")
    why: Any = "gradient-missing" if missing else "gradient-zero"
    return CandidatePoint(at, point.value, kind, why, _TEST)
