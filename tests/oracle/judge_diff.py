"""Judges derivatives against difference quotients: formulas, values at a point, places without."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

from mpmath import mp

from calctool.notation.tree import Derivative, Name, Relation, Tree, expression
from oracle.ask import Question
from oracle.evaluate import Point, Real, Unknown, holds, value
from oracle.finding import Finding, short
from oracle.function import Function
from oracle.places import all_points
from oracle.reading import Exact, read, relation, tree, with_integers
from values import NoValue

FAR = (20, 45)
"""Exponents of the steps of difference quotients at a point."""


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
        if one["at"] is not None and of is None:
            yield from _at(expression(statement), one)


def judge_limit_def(answer: dict[str, Any], random: Random) -> Iterator[Finding]:
    """The answer of limit-def is that of diff in other words."""
    result = answer["result"]
    statement = expression(read(answer["question"]["expr"]))
    wrt = result["wrt"]
    at = result["at"] and {wrt: result["at"]}
    one = {**result, "wrt": [wrt], "at": at, "value": result["derivative"], "tangent": None}
    if result["at"] is None:
        if result["derivative"] is not None:
            asked = Derivative(statement, (wrt,))
            yield from _formula(statement, asked, one, answer, None, random)
    elif len(statement.names) == 1:
        yield from _at(statement, one)


# --- the formula --------------------------------------------------------------------------------


def _formula(
    statement: Any, asked: Derivative, one: dict[str, Any], answer: dict[str, Any],
    of: str | None, random: Random,
) -> Iterator[Finding]:  # fmt: skip
    formula = tree(one["derivative"])
    conditions = [relation(text) for text in one.get("domain", {}).get("conditions", [])]
    for point in all_points(statement, answer, of, random, 24):
        if of is None and answer["status"] == "complete":
            yield from _conditions(statement, conditions, point)
        true = _twice(asked, point)
        if true is None:
            continue
        try:
            said = value(formula, point, 60)
        except Unknown:
            continue
        except NoValue:
            said = None
        if said is None or abs(said - true) > 1e-7 * (1 + abs(true)):
            where = ", ".join(
                f"{name} = {short(x)}" for name, x in point.items() if mp.isfinite(_number(x))
            )
            truth = f"{short(true)} at {where}, not {short(said)}"
            yield Finding("derivative", one["derivative"]["expr"], truth)
            return


def _number(found: Any) -> Any:
    return found if isinstance(found, mp.mpf) else mp.inf


def _twice(asked: Tree, point: Point) -> Real | None:
    """By steps of two lengths; None where they differ, as beside a kink."""
    try:
        first, second = value(asked, point, 30), value(asked, point, 50)
    except (NoValue, Unknown):
        return None
    return second if abs(first - second) < 1e-9 * (1 + abs(second)) else None


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


# --- at a point ---------------------------------------------------------------------------------


def sides(f: Function, x: Exact) -> list[Real | None]:
    """The one-sided derivatives: infinite where quotients grow, None where there are none."""
    found: list[Real | None] = []
    for side in (-1, 1):
        rows = [f.quotient(x.at(8 * far + 60), side, far) for far in (10, *FAR)]
        if None in rows:
            found.append(None)
        elif abs(rows[2] - rows[1]) < 1e-9 * (1 + abs(rows[1])):
            found.append(rows[2])
        elif abs(rows[2]) > 2 * abs(rows[1]) > 4 * abs(rows[0]) and abs(rows[2]) > 1e4:
            found.append(mp.sign(rows[2]) * mp.inf)
        elif abs(rows[2]) < 1e-4 and abs(rows[2]) < abs(rows[1]) / 2:
            found.append(mp.zero)
        else:
            raise Unknown
    return found


def _at(statement: Tree, one: dict[str, Any]) -> Iterator[Finding]:
    (name, math), *more = one["at"].items()
    names = sorted(statement.names | {name})
    if more or names != [name]:
        yield from _at_smooth(statement, one)
        return
    if len(one["wrt"]) > 1:
        yield from _at_smooth(statement, one)
        return
    f, x = Function(statement, name), Exact(math)
    try:
        left, right = sides(f, x)
    except Unknown:
        return
    for key, true in (("left", left), ("right", right)):
        if one[key] is not None and true is not None and not _equal(Exact(one[key]), true):
            yield Finding("side", f"{key} derivative {Exact(one[key])} at {x}", short(true))
    exists = (
        left is not None
        and right is not None
        and mp.isfinite(left)
        and abs(left - right) < 1e-8 * (1 + abs(left))
    )
    if one["exists"] is not None and one["exists"] != exists:
        yield Finding(
            "exists",
            f"a derivative at {x}: {one['exists']}",
            f"left {short(left)}, right {short(right)}",
        )
    elif one["exists"] and one["value"] is not None and not _equal(Exact(one["value"]), left):
        yield Finding("value", f"derivative {Exact(one['value'])} at {x}", short(left))
    yield from _tangent(f, x, one, left)
    if one.get("continuous") is False and exists:
        yield Finding("exists", f"not continuous at {x}", "it has a derivative")


def _equal(claimed: Exact, true: Real) -> bool:
    if claimed.infinite or mp.isinf(true):
        return bool(claimed.at(30) == true)
    return bool(abs(claimed.at(60) - true) < 1e-8 * (1 + abs(true)))


def _at_smooth(statement: Tree, one: dict[str, Any]) -> Iterator[Finding]:
    point = {name: Exact(math).at(60) for name, math in one["at"].items()}
    true = _twice(Derivative(statement, tuple(one["wrt"])), point)
    if true is not None and one["exists"] and one["value"] is not None:
        claimed = Exact(one["value"])
        try:
            if not _equal(claimed, true):
                yield Finding("value", f"derivative {claimed}", short(true))
        except (NoValue, Unknown):
            return


def _tangent(f: Function, x: Exact, one: dict[str, Any], slope: Real | None) -> Iterator[Finding]:
    if one["tangent"] is None or slope is None or mp.isinf(slope):
        return
    said = read(one["tangent"]["expr"])
    line = said.right if isinstance(said, Relation) else said
    with mp.workdps(60):
        for step in (0, 3):
            at = x.at(60) + step
            here, there = f(x.at(60), 60), value(line, {f.name: at}, 60)
            if here is not None and abs(here + step * slope - there) > 1e-8 * (1 + abs(there)):
                yield Finding(
                    "tangent",
                    one["tangent"]["expr"],
                    f"{short(here + step * slope)} at {short(at)}",
                )
                return


# --- places without a derivative ----------------------------------------------------------------

SPECIAL = tuple(Fraction(k, 2) for k in range(-9, 10))


def _special(f: Function, one: dict[str, Any], answer: dict[str, Any]) -> Iterator[Finding]:
    """Halves, where random questions have their kinks, and every place that is listed."""
    listed = [Exact(math) for math in one["undefined_at"]]
    for family in one.get("families") or []:
        for turn in range(-5, 6):
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
