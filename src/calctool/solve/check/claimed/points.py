"""Claims of critical points, and of candidates under constraints, beside the complete answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calctool.algebra.local.regular import is_regular
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name, Relation, Tree, expression
from calctool.notation.walk import substitute
from calctool.rules.apply import differentiate
from calctool.rules.mistakes import BY_ID
from calctool.solve.candidates import CandidatePoint
from calctool.solve.check.claimed.feasible import objection
from calctool.solve.check.claimed.kinds import Item, agrees, kinds_on
from calctool.solve.check.claimed.left_out import why_left_out
from calctool.solve.check.claimed.match import (
    Coordinates,
    claimed_in,
    claimed_places,
    covers,
    in_family,
    on_set,
    placed,
    same_place,
)
from calctool.solve.check.claimed.record import Found, Listed
from calctool.solve.check.record import Missing, Named
from calctool.solve.exact.order import order
from calctool.solve.exact.rounding import shown
from calctool.solve.given import Claim
from calctool.words import Words
from calctool.words import checking as words


def named(*ids: str) -> tuple[Named, ...]:
    """What a word can mean: certain where that is one thing."""
    listed = dict.fromkeys(ids)
    return tuple(Named(BY_ID[id], certain=len(listed) == 1) for id in listed)


def judged_points(answer: Listed, claims: Sequence[Claim], *, all_of_them: bool) -> Found:
    """Each claimed point against those that are there; what is there and was not claimed is
    missing where the claims are meant to be `all_of_them`."""
    wrong: list[Missing] = []
    mistakes: list[str] = []
    met: list[Item] = []
    is_open = False
    for claim in claims:
        for at in claimed_places(claim):
            found, item, kinds = _place(answer, at)
            if item is not None:
                met.append(item)
            if found:
                fits = agrees(answer, claim, item, kinds)
                said, ids = (None, []) if fits is not False else _other(answer, claim, at, kinds)
            else:
                fits = found
                said, ids = (None, []) if found is None else _not_there(answer, at)
                if found is False and said is None and answer.is_whole:
                    said = words.NOT_A_POINT.filled(place=shown(placed(at)))
            is_open = is_open or (said is None and not fits)
            if said is not None:
                wrong.append(Missing(said, (placed(at),)))
                mistakes += ids
                break
    missing = list(_missing(answer, claims, met)) if all_of_them else []
    if all_of_them and any(covers(_repeating(claims), each) is None for each in answer.families):
        is_open = True
    return Found(
        tuple(wrong),
        tuple(part for part, _ in missing),
        named(*mistakes, *(id for _, id in missing if not wrong)),
        is_open,
    )


def critical_among(answer: Listed, claims: Sequence[Claim]) -> list[Claim]:
    """Those claims whose points are among the critical points, or may be."""
    return [
        claim
        for claim in claims
        if all(_place(answer, at)[0] is not False for at in claimed_places(claim))
    ]


def in_words(phrase: Words, place: str, **inner: Words) -> Words:
    """A phrase about a place, with other phrases in it."""
    en = phrase.marked("en", place=place, **{name: each.en for name, each in inner.items()})
    zh = phrase.marked("zh", place=place, **{name: each.zh for name, each in inner.items()})
    return Words(en=en, zh=zh)


def _place(answer: Listed, at: Coordinates) -> tuple[bool | None, Item | None, frozenset[str]]:
    """Whether a point is one of those there, which, and of what kind."""
    is_open = False
    for point in answer.points:
        same = same_place(placed(at), point.at)
        if same:
            return True, point, frozenset({point.kind})
        is_open = is_open or same is None
    for family in answer.families:
        inside = in_family(at, family)
        if inside:
            return True, family, frozenset({family.kind})
        is_open = is_open or inside is None
    for each in answer.sets:
        there = on_set(at, each)
        if there:
            return True, None, kinds_on(each, at)
        is_open = is_open or there is None
    return (None if is_open else False), None, frozenset()


# --- claims that are wrong ----------------------------------------------------------------------


def _other(
    answer: Listed, claim: Claim, at: Coordinates, kinds: frozenset[str]
) -> tuple[Words, list[str]]:
    """That a point is of another kind."""
    kind = min(kinds)
    claimed = claim.kind or ""
    inner = {"kind": words.KINDS[kind], "claimed": words.KINDS[claimed]}
    said = in_words(words.KIND_IS, shown(placed(at)), **inner)
    return said, [_of_kind(answer, claimed, kind, at)]


def _not_there(answer: Listed, at: Coordinates) -> tuple[Words | None, list[str]]:
    """What can be said of a point that is none, whether the list is complete or not."""
    values = dict(at)
    question = answer.question
    f = expression(question.statement)
    found = objection(answer, at)
    if found is not None:
        return found[0], [found[1]]
    if answer.constrained:
        return None, []
    for name in question.wrt:
        slope = differentiate(f, name)
        if slope is None or not is_regular(f, values):
            continue
        sign = order(substitute(slope, values))
        if sign:
            said = words.SLOPE_NOT_ZERO.filled(place=shown(placed(at)), name=name)
            return said, _inflection(f, name, values, question.wrt)
    return None, []


def _inflection(f: Tree, name: str, values: dict[str, Tree], wrt: tuple[str, ...]) -> list[str]:
    slope = differentiate(f, name)
    second = differentiate(slope, name) if slope is not None and len(wrt) == 1 else None
    if second is not None and order(substitute(second, values)) == 0:
        return ["critical.inflection-listed"]
    return ["critical.not-critical"]


def _of_kind(answer: Listed, claimed: str, kind: str, at: Coordinates) -> str:
    extrema = ("local-minimum", "local-maximum")
    if claimed in extrema and kind in extrema:
        return "critical.kind-swapped"
    if kind == "saddle" and claimed in extrema:
        return "critical.saddle-as-extremum"
    if kind == "neither" and claimed in extrema and len(answer.question.wrt) == 1:
        return "critical.inflection-as-extremum"
    if kind in extrema and claimed == "neither" and is_flat(answer, at):
        return "critical.test-inconclusive"
    return "critical.kind"


def is_flat(answer: Listed, at: Coordinates) -> bool:
    """Whether the second derivative is 0 at a point of the line."""
    if len(answer.question.wrt) != 1:
        return False
    name = answer.question.wrt[0]
    slope = differentiate(expression(answer.question.statement), name)
    made = differentiate(slope, name) if slope is not None else None
    return made is not None and order(substitute(made, dict(at))) == 0


# --- what is missing ----------------------------------------------------------------------------


def _missing(
    answer: Listed, claims: Sequence[Claim], met: list[Item]
) -> Iterator[tuple[Missing, str]]:
    families = _repeating(claims)
    claimed = [placed(c.at) for c in claims if c.at is not None and not c.parameter]
    left = [
        point
        for point in answer.points
        if not any(point is each for each in met)
        and not claimed_in(coordinates(point), families)
        and not any(in_family(coordinates(point), family) for family in answer.families)
    ]
    for point in left:
        said = in_words(words.POINT_MISSING, shown(point.at), kind=words.KINDS[point.kind])
        yield Missing(said, (point.at,)), why_left_out(answer, point, claimed)
    for family in answer.families:
        if covers(families, family) is not False:
            continue
        at = ", ".join(quoted(Relation(Name(n), "=", t)) for n, t in family.at)
        said = in_words(words.FAMILY_MISSING, at, kind=words.KINDS[family.kind])
        yield Missing(said), "critical.family-missing"
    for each in answer.sets if answer.wants_sets else ():
        equations = ", ".join(map(quoted, each.equations))
        yield Missing(words.SET_MISSING.filled(equations=equations)), "critical.set-missing"


def _repeating(claims: Sequence[Claim]) -> list[tuple[Coordinates, str]]:
    """The claimed families, each with its parameter."""
    return [(c.at, c.parameter) for c in claims if c.at is not None and c.parameter]


def coordinates(point: CandidatePoint) -> Coordinates:
    return tuple((name, at.expr) for name, at in point.at)
