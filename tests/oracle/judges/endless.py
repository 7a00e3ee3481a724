"""Judges rows without end: cells with one zero each, kinds and values by remainder, the way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from mpmath import mp

from oracle.finding import Finding, short
from oracle.judges.points import kinds
from oracle.values.evaluate import Real, Unknown, value
from oracle.values.function import samples
from oracle.values.members import InCell, is_row, meant, member
from oracle.values.reading import Exact, tree, with_integers
from oracle.values.table_case import Table
from values import NoValue

FAR = (40, 1000, 10**5)
PLAIN = 12
"""Exponent of the sizes among which difference quotients are taken."""
SCALES = ((30.0, 80.0), (1.3, 2.3))
"""Exponents of how far out values are looked at; the second where exponentials end the first."""


def judge(table: Table) -> Iterator[Finding]:
    rows = [family for family in table.result["families"] if is_row(family)]
    for row in rows:
        try:
            yield from _row(table, row)
        except Unknown:
            continue
    if table.is_complete:
        for group in _groups(table, rows):
            yield from _between(table, group)
    yield from _ends(table)
    yield from _members_of_extremes(table)


def _groups(table: Table, rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The rows of stationary points that lead to one place from one side."""
    found: dict[tuple[str, int], list[dict[str, Any]]] = {}
    for row in rows:
        if row["kind"] == "inflection":
            continue
        for to in row.get("accumulates") or []:
            end = Exact({"expr": to})
            try:
                x = member(row, table.name, _range(row)[0] + FAR[0]).at(30)
            except Unknown:
                continue
            side = 0 if end.infinite else int(mp.sign(x - end.at(30)))
            found.setdefault((to, side), []).append(row)
    return list(found.values())


def _row(table: Table, row: dict[str, Any]) -> Iterator[Finding]:
    first, last = _range(row)
    turns = [first, first + 1, first + table.random.randint(2, 30)]
    turns += [first + FAR[1] + table.random.randint(0, 9)]
    for turn in (each for each in turns if last is None or each <= last):
        x = member(row, table.name, turn)
        if isinstance(x, InCell) and len(x.changes()) != 1:
            yield Finding("row", f"one zero in the cell of k = {turn}", f"{len(x.changes())}: {x}")
            return
        if not _is_measured(x):
            continue
        is_gap = row["kind"] in ("pole", "hole")
        if not is_gap and table.f.domain is not None and table.f(x.at(60), 60) is None:
            yield Finding("row", f"k = {turn} in the range", f"{x} is outside the domain")
            return
        yield from _sides(table, row, turn, x)
        kind = meant(row.get("kinds") or [], turn)
        if -PLAIN < mp.log10(abs(x.at(30)) + 1e-40) < PLAIN:
            yield from kinds(table, x, [row["kind"], *([kind["kind"]] if kind else [])])
        yield from _value(table, row, turn, x)
        yield from _near(table.name, row, turn, x)
    yield from _written(table, row)
    if last is None:
        yield from _way(table, row)


def _sides(table: Table, row: dict[str, Any], turn: int, x: Exact) -> Iterator[Finding]:
    """The limits from both sides of a pole, a hole or a jump."""
    said = meant(row.get("sides") or [], turn)
    for side, key in ((-1, "left"), (1, "right")):
        if said is None or said.get(key) is None:
            continue
        limit, at = Exact(said[key]), x.at(140)
        with mp.workdps(140):
            steps = [mp.mpf(10) ** -size * (1 + abs(at)) for size in (30, 40)]
            values = [table.f(at + side * step, 120) for step in steps]
        if None in values:
            continue
        near, nearer = values
        if limit.infinite:
            is_off = limit.infinite * (nearer - near) <= 0 or limit.infinite * nearer < 2
        else:
            is_off = abs(nearer - limit.at(60)) > 1e-5 * (1 + abs(limit.at(60)))
        if is_off:
            yield Finding("row", f"f tends to {limit} {key} of {x}", short(nearer))


def _is_measured(x: Exact) -> bool:
    """Whether sixty digits show what is near a point: not near e^3000."""
    size = abs(x.at(30))
    return size == 0 or bool(abs(mp.log10(size)) < 30)


def _range(row: dict[str, Any]) -> tuple[int, int | None]:
    (letter,) = row["integers"]
    low, high = row["range"][letter]
    return (0 if low is None else int(low)), (None if high is None else int(high))


def _value(table: Table, row: dict[str, Any], turn: int, x: Exact) -> Iterator[Finding]:
    said = meant(row.get("values") or [], turn)
    if said is None:
        return
    step = next(part["k"][1] for part in row["values"] if part is said)
    with mp.workdps(80):
        here = table.f(x.at(100), 80)
        on = _on(table, said, x)
        if here is None or on is None:
            return
        if abs(here - on) > mp.mpf(10) ** -30 * (1 + abs(here)):
            yield Finding("value", f"f = {said['on']['expr']} at {x}", short(here))
            return
        if said["since"] is None or turn < said["since"] or said["trend"] is None:
            return
        after = table.f(member(row, table.name, turn + step).at(100), 80)
        if after is None:
            return
        rises = after - here
        wrong = {"increasing": rises < 0, "decreasing": rises > 0,
                 "constant": abs(rises) > 1e-40}[said["trend"]]  # fmt: skip
        if wrong:
            yield Finding("row", f"values {said['trend']} from k = {turn}", short(rises))


def _on(table: Table, said: dict[str, Any], x: Exact) -> Real | None:
    try:
        return value(tree(said["on"]), {table.name: x.at(100)}, 80)
    except NoValue:
        return None


def _near(name: str, row: dict[str, Any], turn: int, x: Exact) -> Iterator[Finding]:
    near = row.get("near")
    if not near or turn < FAR[0]:
        return
    apart, earlier = (
        _gap(at, with_integers(near["x"], dict.fromkeys(row["integers"], k)))
        for k, at in ((turn, x), (turn - 30, member(row, name, turn - 30)))
    )
    if mp.sign(apart) not in (0, near["side"]):
        yield Finding("row", f"points on side {near['side']} of {near['x']['expr']}", short(apart))
    limit = Exact(near["limit"])
    left, before = (abs(abs(each) - abs(limit.at(60))) for each in (apart, earlier))
    if turn > FAR[1] and not limit.infinite and left > 0.02 and left >= before:
        yield Finding(
            "row", f"the distance from {near['x']['expr']} tends to {limit}", short(apart)
        )


@mp.workdps(60)
def _gap(one: Exact, other: Exact) -> Real:
    return one.at(60) - other.at(60)


@mp.workdps(60)
def _off(said: Exact, true: Real) -> bool:
    """Whether a rounded number is another one."""
    return bool(abs(said.at(60) - true) > 1e-11 * (1 + abs(true)) or said.misses(true))


def _written(table: Table, row: dict[str, Any]) -> Iterator[Finding]:
    for each in row.get("members") or []:
        x, said = member(row, table.name, each["k"]), Exact(each["x"])
        if _off(said, x.at(60)):
            yield Finding("row", f"k = {each['k']} is {said}", short(x.at(60)))
        here = table.f(x.at(60), 60)
        if each.get("value") and here is not None and _off(Exact(each["value"]), here):
            yield Finding("value", f"f = {each['value']['expr']} at k = {each['k']}", short(here))


@mp.workdps(60)
def _leads(to: Exact, places: list[Real]) -> bool:
    gaps = [-to.infinite * x if to.infinite else abs(x - to.at(60)) for x in places]
    return bool(gaps[2] < gaps[1] < gaps[0])


@mp.workdps(60)
def _tends(to: Exact, values: list[Real]) -> bool:
    if to.infinite:
        return bool(to.infinite * (values[2] - values[1]) > 0)
    gaps = [abs(each - to.at(60)) for each in values]
    return bool(gaps[2] < 1e-8 or gaps[2] < gaps[1])


def _way(table: Table, row: dict[str, Any]) -> Iterator[Finding]:
    """Where the points and the values go."""
    places = [member(row, table.name, far).at(60) for far in FAR]
    for text in row.get("accumulates") or []:
        if not _leads(Exact({"expr": text}), places):
            yield Finding("row", f"points lead to {text}", ", ".join(map(short, places)))
    for said in row.get("values") or []:
        if said["limit"] is None:
            continue
        remainder, modulus = said["k"]
        turns = [far - far % modulus + remainder for far in FAR]
        values = [table.f(member(row, table.name, turn).at(80), 60) for turn in turns]
        known = [each for each in values if each is not None]
        if len(known) == len(FAR) and not _tends(Exact(said["limit"]), known):
            yield Finding(
                "row", f"values tend to {said['limit']['expr']}", ", ".join(map(short, known))
            )


def _between(table: Table, rows: list[dict[str, Any]]) -> Iterator[Finding]:
    """Far out f goes one way from each stationary point to the next: none is missing."""
    first = max(_range(row)[0] for row in rows) + 12
    places: set[Real] = set()
    try:
        for row in rows:
            places |= {member(row, table.name, turn).at(60) for turn in range(first, first + 12)}
    except Unknown:
        return
    ordered = sorted(places)
    third = len(ordered) // 3
    inner = ordered[third : 2 * third] if len(rows) > 1 else ordered
    for a, b in pairwise(inner):
        if len(_ways(table, a, b)) > 1:
            yield Finding("row", "no other point far out", f"f turns in ({short(a)}, {short(b)})")
            return


@mp.workdps(60)
def _ways(table: Table, a: Real, b: Real) -> set[int]:
    values = [table.f(x, 60) for x in samples(a, b, 6, table.random)]
    known = [each for each in values if each is not None]
    steps = [(q - p, p) for p, q in pairwise(known)]
    return {int(mp.sign(step)) for step, p in steps if abs(step) > 1e-35 * (1 + abs(p))}


def _ends(table: Table) -> Iterator[Finding]:
    """The limits inferior and superior: values far out lie between them and come near both."""
    for end in table.result.get("ends") or []:
        if end["range"] is None:
            continue
        at, (low, high) = Exact({"expr": end["at"]}), map(Exact, end["range"])
        name = f"f between {low} and {high} as x → {at}"
        for scale in SCALES:
            values = _far_out(table, at, end["side"], scale)
            if len(values) < 100:
                continue
            for bound, found in ((low, min(values)), (high, max(values))):
                other = high if bound is low else low
                is_spike = bound.infinite and has_poles(table, end["at"])
                if not is_spike and _is_beyond(bound, found, scale[0], other):
                    yield Finding("end", name, f"there are values like {short(found)}")
            break


def has_poles(table: Table, end: str) -> bool:
    """Whether f has poles without end there, which samples do not hit."""
    rows = filter(is_row, table.result["families"])
    return any(row["kind"] == "pole" and end in (row.get("accumulates") or []) for row in rows)


@mp.workdps(60)
def _is_beyond(bound: Exact, found: Real, far: float, other: Exact) -> bool:
    """As far out as 10³⁰ a logarithm is 69, and what hangs on one is not near its limit yet; of a
    finite and an infinite bound one may be met in places that samples do not hit."""
    if bound.infinite:
        start = 0 if other.infinite else other.at(60)
        least = 9 if far > 9 and other.infinite else 2
        return not bound.infinite * (found - start) > least
    if other.infinite:
        return bool(other.infinite * (bound.at(60) - found) > 0.05 * (1 + abs(bound.at(60))))
    size = 1 + abs(bound.at(60)) + abs(other.at(60) - bound.at(60))
    return bool(abs(found - bound.at(60)) > (0.05 if far > 9 else 0.3) * size)


def _far_out(table: Table, at: Exact, side: int, scale: tuple[float, float]) -> list[Real]:
    found: list[Real] = []
    for _ in range(150):
        with mp.workdps(240):
            far = mp.mpf(10) ** table.random.uniform(*scale)
            x = at.infinite * far if at.infinite else at.at(240) + side / far
        try:
            here = table.f(x, 240)
        except Unknown:
            return found
        found += [] if here is None else [here]
    return found


def _members_of_extremes(table: Table) -> Iterator[Finding]:
    for key in ("global_minimum", "global_maximum"):
        claim = table.result[key]
        for index, turn in claim.get("members") or []:
            row = table.result["families"][index]
            try:
                found = table.f(member(row, table.name, turn).at(60), 60)
            except Unknown:
                continue
            if found is None or _off(Exact(claim["value"]), found):
                yield Finding("attained", f"{key} at k = {turn} of family {index}", short(found))
