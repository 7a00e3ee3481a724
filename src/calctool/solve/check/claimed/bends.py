"""Claims of inflection points beside those of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calctool.algebra.local.regular import is_outside
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name, Relation, expression
from calctool.solve.candidates import Place, PointFamily, Test
from calctool.solve.check.claimed.match import (
    Coordinates,
    claimed_in,
    claimed_places,
    covers,
    in_family,
    placed,
    same_place,
)
from calctool.solve.check.claimed.points import is_flat, named
from calctool.solve.check.claimed.record import Bends, Found, Listed
from calctool.solve.check.record import Missing
from calctool.solve.exact.rounding import shown
from calctool.solve.given import Claim
from calctool.solve.table.record import TableAnswer
from calctool.words import Words
from calctool.words import checking as words

_TEST = Test("", Words(en="", zh=""))


def bends_of(made: TableAnswer, *, is_whole: bool) -> Bends:
    """The inflection points that a table lists; `is_whole` is what is known of the table."""
    name = made.question.variable
    places = tuple(((name, p.at),) for p in made.distinct_points if p.is_a("inflection"))
    families = tuple(_families(made, name, places))
    return Bends(places, families, is_whole and not made.beyond)


def _families(made: TableAnswer, name: str, places: tuple[Place, ...]) -> Iterator[PointFamily]:
    for each in made.families:
        bends = each.kind == "inflection" or any(each.place == at for ((_, at),) in places)
        if bends and each.at is not None:
            at = ((name, each.at),)
            rounded = () if each.rounded is None else ((name, each.rounded),)
            yield PointFamily(
                at, (each.integer,), "neither", None, _TEST, None, (each.reach,), rounded=rounded
            )


def judged_bends(
    answer: Listed, claims: Sequence[Claim], *, critical: Sequence[Claim], all_of_them: bool
) -> Found:
    """Each claimed inflection point against those of the table.

    Where one is claimed that is not among the `critical` points that were claimed, all are meant.
    """
    bends = answer.bends
    if bends is None or not claims:
        return Found()
    wrong: list[Missing] = []
    mistakes: list[str] = []
    is_open = False
    for claim in claims:
        for at in claimed_places(claim):
            there = _is_bend(bends, at)
            is_open = is_open or there is None
            if there is False:
                wrong.append(Missing(_not_one(answer, at), (placed(at),)))
                mistakes += ["critical.test-inconclusive"] if is_flat(answer, at) else []
                break
    asks_all = all_of_them and any(claim not in critical for claim in claims)
    missing = tuple(_missing(bends, claims)) if asks_all else ()
    return Found(
        tuple(wrong),
        missing,
        named(*mistakes),
        is_open or (asks_all and not _is_known(bends, claims)),
    )


def _is_bend(bends: Bends, at: Coordinates) -> bool | None:
    found = [same_place(placed(at), place) for place in bends.places]
    found += [in_family(at, family) for family in bends.families]
    if True in found:
        return True
    return None if None in found or not bends.is_whole else False


def _not_one(answer: Listed, at: Coordinates) -> Words:
    outside = is_outside(expression(answer.question.statement), dict(at))
    said = words.OUTSIDE_DOMAIN if outside else words.NO_INFLECTION
    return said.filled(place=shown(placed(at)))


def _rows(claims: Sequence[Claim]) -> list[tuple[Coordinates, str]]:
    return [(claim.at, claim.parameter) for claim in claims if claim.at and claim.parameter]


def _is_known(bends: Bends, claims: Sequence[Claim]) -> bool:
    """Whether nothing is open of which inflection points are claimed."""
    rows = _rows(claims)
    return bends.is_whole and all(covers(rows, each) is not None for each in bends.families)


def _missing(bends: Bends, claims: Sequence[Claim]) -> Iterator[Missing]:
    claimed = [at for claim in claims for at in claimed_places(claim)]
    rows = _rows(claims)
    for place in bends.places:
        at = tuple((name, value.expr) for name, value in place)
        repeats = any(in_family(at, family) for family in bends.families)
        if repeats or any(same_place(placed(each), place) for each in claimed):
            continue
        if not claimed_in(at, rows):
            yield Missing(_one(shown(place), words.POINT_MISSING), (place,))
    for family in bends.families:
        if covers(rows, family) is False:
            at_ = ", ".join(quoted(Relation(Name(n), "=", tree)) for n, tree in family.at)
            yield Missing(_one(at_, words.FAMILY_MISSING))


def _one(place: str, phrase: Words) -> Words:
    kind = words.KINDS["inflection"]
    return Words(
        en=phrase.marked("en", place=place, kind=kind.en),
        zh=phrase.marked("zh", place=place, kind=kind.zh),
    )
