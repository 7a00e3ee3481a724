"""Judges critical and lagrange: points and sets of them, what is missing, least and greatest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mpmath import mp

from calctool.notation.tree import Derivative, Relation, Tree
from oracle.finding import Finding, short
from oracle.judges import approach, constrained, domain, endless, extremes, missing
from oracle.values import neighbours, search
from oracle.values.evaluate import Point, Real, Unknown, holds, value
from oracle.values.members import is_row
from oracle.values.optimum_case import Optimum, is_rounded, place_of
from oracle.values.reading import Exact, is_turn, parts, relation, tree, with_integers
from oracle.values.table_case import Table
from values import NoValue

TURNS = (-1, 0, 2)
PARAMETERS = ("-7/3", "-1/2", "0", "2/5", "3")


def judge(case: Optimum) -> Iterator[Finding]:
    yield from _derivatives(case)
    for point in case.result["points"]:
        yield from _point(case, point)
    for family in (each for each in case.result["families"] if not is_row(each)):
        for turn in (each for each in TURNS if is_turn(family, each)):
            integers = dict.fromkeys(family["integers"], turn)
            at = {name: with_integers(math, integers).math for name, math in family["at"].items()}
            known = family["value"] and with_integers(family["value"], integers).math
            yield from _point(case, {"at": at, "value": known, "kind": family["kind"]})
    for each in case.result["sets"]:
        yield from _set(case, each)
    yield from missing.judge(case)
    yield from _extremes(case)
    if "lagrangian" in case.result:
        yield from constrained.judge(case)
    elif len(case.names) == 1:
        table = Table(case.question, case.answer, case.random)
        yield from endless.judge(table)
        yield from domain.judge_one(table, case.result.get("domain"))


def _shown(at: dict[str, Any]) -> str:
    return ", ".join(f"{name} = {math['expr']}" for name, math in at.items())


# --- formulas -----------------------------------------------------------------------------------


def _derivatives(case: Optimum) -> Iterator[Finding]:
    """Gradient and Hessian, where the difference quotients settle."""
    if "gradient" not in case.result:
        return
    asked = [
        ((name,), math) for name, math in zip(case.names, case.result["gradient"], strict=True)
    ]
    for row, name in zip(case.result["hessian"], case.names, strict=False):
        asked += [((name, other), math) for other, math in zip(case.names, row, strict=True)]
    for names, math in asked:
        formula = tree(math)
        for _ in range(4):
            point = dict(zip(case.names, map(mp.mpf, case.start()), strict=True))
            try:
                true = [value(Derivative(case.f, names), point, digits) for digits in (30, 50)]
                said = value(formula, point, 50)
            except (NoValue, Unknown):
                continue
            if abs(true[0] - true[1]) < 1e-9 and abs(said - true[1]) > 1e-6 * (1 + abs(said)):
                yield Finding("derivative", f"∂{'∂'.join(names)}: {math['expr']}", short(true[1]))
                return


# --- points -------------------------------------------------------------------------------------


def _point(case: Optimum, point: dict[str, Any]) -> Iterator[Finding]:
    at, shown = point["at"], _shown(point["at"])
    rounded = is_rounded(at)
    try:
        place = place_of(at, case.names, 90)
        found = case.at(place, 24 if rounded else 90)
    except (Unknown, NoValue):
        return
    if found is None:
        if point["value"] is not None and not rounded:
            yield Finding(
                "feasible", f"a point {shown}", "outside the domain or a constraint broken"
            )
        return
    if point["value"] is not None and not Exact(point["value"]).infinite:
        claimed = Exact(point["value"])
        noise = 1e-8 if rounded or claimed.is_rounded else mp.mpf(10) ** -40
        off = abs(claimed.at(90) - found) > noise * (1 + abs(found))
        if off or (not rounded and claimed.misses(found)):
            yield Finding("value", f"f = {claimed} at {shown}", short(found))
    yield from _slopes(case, point, place, rounded)
    yield from _kind(case, point["kind"], place, shown, rounded, strict=point.get("strict"))


def _slopes(
    case: Optimum, point: dict[str, Any], place: list[Real], rounded: bool
) -> Iterator[Finding]:
    """∇f, or that of the Lagrange function with the multipliers given, is zero."""
    known = dict(zip(case.names, place, strict=True))
    subject: Tree = case.f
    if point.get("multipliers"):
        subject = tree(case.result["lagrangian"])
        known |= {name: Exact(math).at(90) for name, math in point["multipliers"].items()}
    elif point.get("why") != "gradient-zero":
        return
    for name in (each for each in case.names if not case.is_at_side(each, known[each])):
        try:
            slopes = [value(Derivative(subject, (name,)), known, digits) for digits in (30, 60)]
        except (NoValue, Unknown):
            continue
        if all(abs(slope) > (1e-5 if rounded else 1e-8) for slope in slopes):
            yield Finding("stationary", _shown(point["at"]), f"∂{name} = {short(slopes[1])}")
            return


def _kind(
    case: Optimum,
    kind: str,
    place: list[Real],
    shown: str,
    rounded: bool,
    *,
    strict: bool | None = None,
) -> Iterator[Finding]:
    try:
        signs = neighbours.signs(case, place, rounded)
    except Unknown:
        return
    for name, sign in (("local-minimum", -1), ("local-maximum", 1)):
        if kind == name and sign in signs:
            yield Finding("kind", f"{shown} is {kind}", "a value beside it is beyond")
        if kind == name and strict and 0 in signs and not rounded:
            yield Finding("kind", f"{shown} is a strict {kind}", "a value beside it is the same")
    is_alike = len(signs - {0}) == 1
    if kind in ("saddle", "neither") and is_alike and neighbours.is_definite(case, place):
        yield Finding("kind", f"{shown} is {kind}", "an extremum: the Hessian is definite")


# --- sets ---------------------------------------------------------------------------------------


def _set(case: Optimum, each: dict[str, Any]) -> Iterator[Finding]:
    if each["points"] is None:
        return
    conditions = [relation(text) for text in each["equations"]]
    parameters = sorted({name for math in each["points"].values() for name in tree(math).names})
    kind = (
        each["kinds"][0]["kind"]
        if len(each["kinds"]) == 1 and not each["kinds"][0]["where"]
        else ""
    )
    for turn in range(len(PARAMETERS)):
        chosen = {
            name: f"({PARAMETERS[(turn + 2 * shift) % len(PARAMETERS)]})"
            for shift, name in enumerate(parameters)
        }
        at = {name: with_integers(math, chosen).math for name, math in each["points"].items()}
        try:
            is_told = _is_in_range(each, {name: tree(chosen[name]) for name in parameters})
            known = _on_set(case, at, conditions)
        except Unknown:
            continue
        if is_told != (known is not None):
            told = f"points {_shown(each['points'])} with {each.get('range', 'any parameter')}"
            yield Finding("set", told, f"{'not ' * is_told}on the set at {_shown(at)}")
            return
        if known is None:
            continue
        yield from _point(case, {"at": at, "value": each["value"], "kind": kind})
        yield from _critical(case, known, _shown(at))


def _on_set(case: Optimum, at: dict[str, Any], conditions: list[Relation | None]) -> Point | None:
    """The place, where it is one of the set."""
    try:
        place = place_of(at, case.names, 90)
        known = dict(zip(case.names, place, strict=True))
        is_there = all(holds(c, known, 90) for c in conditions if c is not None)
        return known if is_there and case.at(place, 90) is not None else None
    except NoValue:
        return None


def _is_in_range(each: dict[str, Any], chosen: dict[str, Tree]) -> bool:
    """Whether the parameters may take these values; Unknown for what cannot be read."""
    ranges = [[relation(text) for text in parts(one)] for one in each.get("range", [])]
    if any(each is None for one in ranges for each in one):
        raise Unknown
    at = {name: value(number, {}, 90) for name, number in chosen.items()}
    return not ranges or any(all(holds(c, at, 90) for c in one if c) for one in ranges)


def _critical(case: Optimum, place: Point, shown: str) -> Iterator[Finding]:
    """Each point of a set is a candidate: no feasible way leads uphill at first order."""
    binding = [*case.equal, *(g for g in case.least_zero if abs(value(g, place, 90)) < 1e-40)]
    if any(case.is_at_side(name, place[name]) for name in case.names):
        return
    try:
        slopes = [constrained.slope(case.f, name, place) for name in case.names]
        if None in slopes or max(abs(x) for x in slopes if x is not None) < 1e-15:
            return
        least = constrained.independence([*binding, case.f], case.names, place)
    except (NoValue, Unknown):
        return
    if least is not None and least > constrained.FREE:
        yield Finding(
            "set", f"a candidate {shown}", f"the gradient is no combination: {short(least)}"
        )


# --- extremes --------------------------------------------------------------


def _extremes(case: Optimum) -> Iterator[Finding]:
    keys = (
        ("global_minimum", "global_maximum")
        if "gradient" in case.result
        else ("minimum", "maximum")
    )
    known = search.values(case)
    if case.result.get("feasible") is False and known:
        yield Finding("feasible", "no point keeps all constraints", known[0][0])
        return
    for key, sign in zip(keys, (1, -1), strict=True):
        yield from extremes.judge(key, case.result[key], sign, [], known, gap=0.5)
        yield from approach.judge(case, key, case.result[key], sign)
        yield from approach.judge_proof(case, case.result[key].get("proof") or [], known)
        yield from extremes.places(
            key,
            case.result[key],
            lambda at: case.at(place_of(at, case.names, 90), 24 if is_rounded(at) else 90),
            is_partial=case.answer["status"] == "partial",
        )
