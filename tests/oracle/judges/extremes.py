"""Judges a least and a greatest value against all values that are known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mpmath import mp

from oracle.finding import Finding, short
from oracle.values.evaluate import Real, Unknown
from oracle.values.members import member
from oracle.values.reading import Exact, is_turn
from oracle.values.table_case import Table

Known = list[tuple[str, Real]]
"""Names of places, with the values there."""
FEW = 20
"""Values that show nothing of a bound that is only approached."""
DEEP = (15, 50)
"""Exponents of the distances from ends and of the far places where values are looked at last."""


def judge_one(table: Table, result: dict[str, Any]) -> Iterator[Finding]:
    """Of a function of one variable."""
    exact, shallow, deep = _values(table)
    plain = [
        one for x in table.places(40, near=False) for one in _known(table, "", lambda _, x=x: x)
    ]
    for key, sign in (("global_minimum", 1), ("global_maximum", -1)):
        claim = result[key]
        yield from judge(key, claim, sign, exact, exact + shallow + deep)
        if not _is_flat(table):
            yield from places(key, claim, lambda at: _at(table, at))
        value = claim["value"] and Exact(claim["value"])
        if value and value.infinite == -sign and _stays(sign, plain, shallow + deep):
            yield Finding("extreme", f"{key} {value}: unbounded", "values stay bounded")
        if table.is_complete and claim["attained"]:
            yield from _everywhere(key, claim, table)


def _stays(sign: int, plain: Known, known: Known) -> bool:
    """Whether nothing beside ends and far away is beyond the values at any place."""
    best = [min((sign * v for _, v in some), default=mp.inf) for some in (plain, known)]
    return bool(best[1] > best[0] - 1e-3 * abs(best[0]) and abs(best[1]) < 1e6)


def judge(
    key: str, claim: dict[str, Any], sign: int, exact: Known, known: Known, gap: float = 0.1
) -> Iterator[Finding]:
    """`exact` are values at places that are known exactly, so that equality means something.

    What is approached has to be seen as near as `gap`.
    """
    if claim["value"] is None or claim["attained"] is None:
        return
    value = Exact(claim["value"])
    if value.infinite:
        if claim["attained"]:
            yield Finding("extreme", f"{key} {value} attained", "no value is infinite")
        return
    want = value.at(120)
    noise = 1e-9 if value.is_rounded else mp.mpf(10) ** -30
    with mp.workdps(60):
        for place, found in known:
            if sign * (want - found) > noise * (1 + abs(want)):
                yield Finding("extreme", f"{key} {value}", f"{short(found)} at {place}")
                return
        if claim["attained"]:
            return
        for place, found in exact:
            if not value.is_rounded and abs(found - want) < noise * (1 + abs(want)):
                yield Finding("attained", f"{key} {value} not attained", f"attained at {place}")
                return
        gaps = [sign * (found - want) for _, found in known]
        if len(gaps) > FEW and min(gaps) > gap * (1 + abs(want)):
            yield Finding("extreme", f"{key} {value} approached", f"a gap of {short(min(gaps))}")


def places(
    key: str,
    claim: dict[str, Any],
    at: Callable[[dict[str, Any]], Real | None],
    *,
    is_partial: bool = False,
) -> Iterator[Finding]:
    """A value that is attained is attained where the answer says so, or says that it is open."""
    if not claim["attained"] or claim["value"] is None:
        return
    value = Exact(claim["value"])
    if not (is_partial or claim["at"] or claim["families"] or claim["sets"]):
        yield Finding("attained", f"{key} {value} attained", "no place is given")
    for place in claim["at"]:
        rounded = value.is_rounded or any(Exact(math).is_rounded for math in place.values())
        try:
            found = at(place)
        except Unknown:
            continue
        noise = 1e-8 if rounded else mp.mpf(10) ** -40
        if found is None and rounded:
            continue
        if found is None or abs(found - value.at(90)) > noise * (1 + abs(found)):
            shown = ", ".join(f"{name} = {math['expr']}" for name, math in place.items())
            yield Finding("attained", f"{key} {value} at {shown}", f"there f = {short(found)}")


def _is_flat(table: Table) -> bool:
    """Whether f is constant on some stretch, which then is the place."""
    stretches = table.result.get("intervals", [])
    return any(stretch["trend"] == "constant" for stretch in stretches)


def _at(table: Table, place: dict[str, Any]) -> Real | None:
    return table.f(Exact(place[table.name]).at(90), 90)


def _everywhere(key: str, claim: dict[str, Any], table: Table) -> Iterator[Finding]:
    """Points that are listed with the extreme value are places of the extreme."""
    places = [Exact(place[table.name]).at(60) for place in claim["at"]]
    for index in claim["families"]:
        family = table.result["families"][index]
        turns = [k for k in range(-4, 5) if is_turn(family, k)]
        places += [member(family, table.name, k).at(60) for k in turns]
    value = Exact(claim["value"])
    for point in table.result["points"]:
        x = Exact(point.get("x") or point["at"][table.name])
        if point["value"] is None or x.infinite or x.is_rounded or value.is_rounded:
            continue
        with mp.workdps(60):
            same = abs(Exact(point["value"]).at(60) - value.at(60)) < mp.mpf(10) ** -40
            if same and not claim["sets"] and all(abs(x.at(60) - p) > 1e-30 for p in places):
                yield Finding("attained", f"{key} {value} at the places listed", f"also at {x}")


def _values(table: Table) -> tuple[Known, Known, Known]:
    """At places known exactly, at samples, and at those that are very near or very far."""
    exact = [Exact(point.get("x") or point["at"][table.name]) for point in table.result["points"]]
    exact += [end for each in table.pieces or [] for end in (each.start, each.end)]
    exact = [x for x in exact if not x.infinite]
    known: Known = []
    for x in exact:
        if not x.is_rounded:
            known += _known(table, str(x), lambda digits, x=x: x.at(digits), 120)
    shallow = [
        one
        for x in table.places(150, everywhere=True)
        for one in _known(table, short(x), lambda _, x=x: x)
    ]
    deep: Known = []
    for far in DEEP:
        step = mp.mpf(10) ** -far
        for x in exact:
            if not x.is_rounded:
                for side in (1, -1):
                    deep += _known(
                        table,
                        f"{x} {'+' if side > 0 else '-'} 1e-{far}",
                        lambda digits, x=x, side=side, step=step: x.at(digits) + side * step,
                        200,
                    )
        for side in (1, -1):
            x = side / step
            deep += _known(table, short(x), lambda _, x=x: x, 200)
    return known, shallow, deep


def _known(table: Table, name: str, place: Callable[[int], Real], digits: int = 60) -> Known:
    try:
        with mp.workdps(digits):
            found = table.f(place(digits), digits)
    except Unknown:
        return []
    return [] if found is None else [(name, found)]
