"""Judges derivatives against difference quotients: formulas, values at a point, places without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

from mpmath import mp

from calctool.notation.tree import Derivative, Name, Relation, Tree, expression
from oracle.ask import Question
from oracle.finding import Finding, short
from oracle.judges import domain
from oracle.judges.slopes import at_a_point, sides, twice
from oracle.values.evaluate import Point, Real, Unknown, holds, value
from oracle.values.function import Function
from oracle.values.places import all_points
from oracle.values.reading import Exact, is_turn, read, relation, tree, with_integers
from oracle.values.table_case import Table
from values import NoValue


def judge(question: Question, answer: dict[str, Any], random: Random) -> Iterator[Finding]:
    statement = read(answer["question"]["expr"])
    of = question.options.get("of")
    for one in answer["result"]["derivatives"]:
        subject: Tree = Name(of) if of else expression(statement)
        asked = Derivative(subject, tuple(one["wrt"]))
        yield from _formula(statement, asked, one, answer, of, random)
        if of is None and len(one["wrt"]) == 1 and len(statement.names) == 1:
            f = Function(expression(statement), one["wrt"][0])
            yield from _special(f, one, answer)
            yield from domain.judge_one(Table(question, answer, random), one.get("domain"))
        if one["at"] is not None and of is None:
            yield from at_a_point(expression(statement), one)


def judge_limit_def(answer: dict[str, Any], random: Random) -> Iterator[Finding]:
    """The answer of limit-def is that of diff in other words."""
    result = answer["result"]
    statement = expression(read(answer["question"]["expr"]))
    wrt = result["wrt"]
    at = result["at"] and {wrt: result["at"]}
    one = {**result, "wrt": [wrt], "at": at, "value": result["derivative"], "tangent": None}
    yield from _quotient(statement, result, random)
    if result["at"] is None:
        if result["derivative"] is not None:
            asked = Derivative(statement, (wrt,))
            yield from _formula(statement, asked, one, answer, None, random)
    elif len(statement.names) == 1 and _meets(result, Exact(result["at"])):
        yield from at_a_point(statement, one)


def _meets(result: dict[str, Any], x: Exact) -> bool:
    """Whether a place has what the answer says that it needs."""
    needed = [relation(text) for text in result.get("domain", {}).get("conditions", [])]
    try:
        return all(holds(each, {result["wrt"]: x.at(60)}, 60) for each in needed if each)
    except (NoValue, Unknown):
        return False


def _quotient(statement: Tree, result: dict[str, Any], random: Random) -> Iterator[Finding]:
    """(f(x + h) − f(x))/h, at x or at the place that was asked for."""
    name, said = result["wrt"], tree(result["quotient"])
    (step,) = said.names - statement.names or {"h"}
    for _ in range(6):
        point = {each: mp.mpf(random.uniform(-3, 3)) for each in sorted(statement.names)}
        if result["at"] is not None:
            point[name] = Exact(result["at"]).at(60)
        h = mp.mpf(random.uniform(-1, 1))
        with mp.workdps(60):
            moved = {**point, name: point.get(name, mp.zero) + h}
        try:
            there, here = value(statement, moved, 60), value(statement, point, 60)
            found = value(said, {**point, step: h}, 60)
        except (NoValue, Unknown):
            continue
        with mp.workdps(60):
            want = (there - here) / h
            if abs(found - want) > 1e-20 * (1 + abs(want)):
                yield Finding("quotient", result["quotient"]["expr"], short(want))
                return


# --- the formula --------------------------------------------------------------------------------


def _formula(
    statement: Any, asked: Derivative, one: dict[str, Any], answer: dict[str, Any],
    of: str | None, random: Random,
) -> Iterator[Finding]:  # fmt: skip
    formula = tree(one["derivative"])
    conditions = [relation(text) for text in one.get("domain", {}).get("conditions", [])]
    for point in all_points(statement, answer, of, random, 24):
        if of is None and answer["status"] == "complete" and "domain" in one:
            yield from _conditions(statement, conditions, point)
        true = twice(asked, point)
        if true is None:
            continue
        try:
            said = value(formula, point, 60)
        except Unknown:
            continue
        except NoValue:
            if _is_left_open(answer, point):
                continue
            said = None
        if said is None or abs(said - true) > 1e-7 * (1 + abs(true)):
            where = ", ".join(
                f"{name} = {short(x)}" for name, x in point.items() if mp.isfinite(_number(x))
            )
            truth = f"{short(true)} at {where}, not {short(said)}"
            yield Finding("derivative", one["derivative"]["expr"], truth)
            return


def _is_left_open(answer: dict[str, Any], point: Point) -> bool:
    """Whether the answer says that it does not know whether there is a derivative here."""
    for missing in answer["completeness"]["missing"]:
        place = re.fullmatch(r"where (.*): .*", missing)
        condition = relation(place[1]) if place else None
        try:
            if condition is not None and holds(condition, point, 60):
                return True
        except (NoValue, Unknown):
            continue
    return False


def _number(found: Any) -> Any:
    return found if isinstance(found, mp.mpf) else mp.inf


def _conditions(
    statement: Tree, conditions: list[Relation | None], point: Point
) -> Iterator[Finding]:
    try:
        value(statement, point, 60)
        is_there = True
    except NoValue:
        is_there = False
    except Unknown:
        return
    try:
        said = all(holds(each, point, 60) for each in conditions if each is not None)
    except NoValue:
        said = False
    except Unknown:
        return
    if said != is_there:
        where = ", ".join(f"{name} = {short(x)}" for name, x in point.items() if name)
        yield Finding("domain", f"conditions {'' if said else 'not '}met at {where}", "not so")


# --- places without a derivative ----------------------------------------------------------------

SPECIAL = tuple(Fraction(k, 2) for k in range(-9, 10))


def _special(f: Function, one: dict[str, Any], answer: dict[str, Any]) -> Iterator[Finding]:
    """Halves, where random questions have their kinks, and every place that is listed."""
    listed = [Exact(math) for math in one["undefined_at"]]
    for family in one.get("families") or []:
        for turn in (each for each in range(-5, 6) if is_turn(family, each)):
            chosen = dict.fromkeys(family["integers"], turn)
            listed.append(with_integers(family["at"][f.name], chosen))
    formula = Function(tree(one["derivative"]), f.name)
    places = listed + [Exact({"expr": str(x)}) for x in SPECIAL]
    for x in places:
        try:
            left, right = sides(f, x)
            said = formula(x.at(60), 60)
        except Unknown:
            continue
        if left is None or right is None or x.is_rounded:
            continue
        seam = seam_at(one, f.name, x)
        if seam is not None:
            yield from _seam(seam, {f.name: x.at(60)}, left, right)
            continue
        exists = bool(mp.isfinite(left) and abs(left - right) < 1e-8 * (1 + abs(left)))
        known = any(abs(x.at(60) - each.at(60)) < 1e-20 for each in listed)
        if exists and known:
            yield Finding("undefined-at", f"no derivative at {x}", short(left))
        elif exists and said is not None and abs(said - left) > 1e-6 * (1 + abs(left)):
            yield Finding(
                "derivative", one["derivative"]["expr"], f"{short(left)} at {x}, not {short(said)}"
            )
        elif not exists and not known and answer["status"] == "complete":
            yield Finding(
                "undefined-at", f"{x} not listed", f"left {short(left)}, right {short(right)}"
            )


def seam_at(one: dict[str, Any], name: str, x: Exact) -> dict[str, Any] | None:
    """What the answer says of a place at which its relations hold."""
    for seam in one.get("seams") or []:
        conditions = [relation(text) for text in seam["where"]]
        try:
            met = [holds(each, {name: x.at(60)}, 60) for each in conditions if each is not None]
        except (NoValue, Unknown):
            continue
        if all(met):
            return dict(seam)
    return None


def _seam(seam: dict[str, Any], at: Point, left: Real, right: Real) -> Iterator[Finding]:
    where = f"where {' and '.join(seam['where'])}"
    for key, true in (("left", left), ("right", right)):
        if seam[key] is not None and not _is(seam[key], at, true):
            yield Finding("seam", f"{key} {seam[key]['expr']} {where}", short(true))
    exists = mp.isfinite(left) and abs(left - right) < 1e-8 * (1 + abs(left))
    if exists != (seam["kind"] == "smooth"):
        yield Finding(
            "seam", f"{seam['kind']} {where}", f"left {short(left)}, right {short(right)}"
        )
    elif seam["value"] is not None and not _is(seam["value"], at, left):
        yield Finding("seam", f"{seam['value']['expr']} {where}", short(left))


def _is(math: dict[str, Any], at: Point, true: Real) -> bool:
    infinite = Exact(math).infinite
    if infinite or mp.isinf(true):
        return bool(infinite * mp.inf == true) if infinite else False
    return bool(abs(value(tree(math), at, 60) - true) < 1e-8 * (1 + abs(true)))
