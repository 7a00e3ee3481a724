"""Judges printed steps: what stands before and after is equal; a system keeps its solutions."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import numpy as np
from mpmath import mp

from calctool.notation.problem import Problem
from calctool.notation.tree import Applied, Relation, Statement, Tree
from calctool.notation.walk import walk
from oracle.ask import Question
from oracle.finding import Finding, short
from oracle.values.evaluate import Point, Real, Unknown, value
from oracle.values.fast import quick
from oracle.values.optimum_case import gradient
from oracle.values.places import all_points, difference
from oracle.values.reading import parts, read
from values import NoValue

SKIPPED = ("zero", "solve-derivative", "solve-second-derivative", "test-value")
"""Each of these tells of one place out of several; the table says what holds everywhere."""
MOST = 120
STARTS = 32
REACH = 9
"""Solutions farther out may lie outside of what was searched, or be none but for rounding."""


def judge(question: Question, answer: dict[str, Any], random: Random) -> Iterator[Finding]:
    statement = read(answer["question"]["expr"])
    of = question.options.get("of")
    points = list(all_points(statement, answer, of, random, 6))
    assumed = tuple(question.options.get("assume", ()))
    for step in list(_all(answer["steps"], assumed))[:MOST]:
        before, after = step["before"]["expr"], step["after"]["expr"]
        if step["rule"] in SKIPPED or before == after:
            continue
        claim = f"{step['rule']}: {before} => {after}"
        if "Tuple(" in before + after:
            if step["verdict"] != "proved" or _is_abbreviated(before, answer):
                continue
            lost = _lost(before, after, step["where"], random)
            if lost:
                yield Finding("step", claim, lost)
            continue
        try:
            old, new = read(before), read(after)
        except (ValueError, KeyError, Problem):
            continue
        if _is_own(old, statement) or _is_own(new, statement):
            continue
        for point in points:
            off = _apart(old, new, point)
            if off:
                yield Finding("step", claim, off)
                break


def _is_abbreviated(text: str, answer: dict[str, Any]) -> bool:
    """Whether names stand in it that are parts of f, and no unknowns."""
    return any(re.search(rf"\b{name}\b", text) for name in answer["names"])


def _all(steps: list[dict[str, Any]], given: tuple[str, ...] = ()) -> Iterator[dict[str, Any]]:
    """Each with what holds for the steps that it is inside of, as the condition of a case."""
    for step in steps:
        where = (*given, *step["where"])
        yield {**step, "where": list(where)}
        yield from _all(step["steps"], where)


def _trees(statement: Statement) -> list[Tree]:
    return [statement.left, statement.right] if isinstance(statement, Relation) else [statement]


def _is_own(found: Statement, statement: Statement) -> bool:
    """Whether the f of the answer, and no function of the question, stands in a formula."""

    def applied(statement: Statement) -> set[str]:
        nodes = (node for tree in _trees(statement) for node in walk(tree))
        return {node.function for node in nodes if isinstance(node, Applied)}

    return not applied(found) <= applied(statement)


def _apart(old: Statement, new: Statement, point: Point) -> str:
    """Where the two sides differ; both equations hold on the curve that the point follows."""
    pairs: list[tuple[Tree, Tree]]
    if isinstance(old, Relation) and isinstance(new, Relation):
        if "" not in point:
            return ""
        pairs = [(each.left, each.right) for each in (old, new) if each.sign == "="]
    elif isinstance(old, Relation) or isinstance(new, Relation):
        return ""
    else:
        pairs = [(old, new)]
    for one, other in pairs:
        known = _with_stand_ins(point, one, other)
        try:
            gaps = [(value(one, known, d), value(other, known, d)) for d in (30, 45)]
        except (NoValue, Unknown):
            continue
        if all(abs(a - b) > 1e-8 * (1 + abs(a)) for a, b in gaps) and _settled(gaps):
            return f"{short(gaps[1][0])} is not {short(gaps[1][1])}"
    return ""


def _settled(gaps: list[tuple[Real, Real]]) -> bool:
    (a, b), (c, d) = gaps
    return bool(abs(a - c) < 1e-9 * (1 + abs(a)) and abs(b - d) < 1e-9 * (1 + abs(b)))


def _with_stand_ins(point: Point, *trees: Tree) -> Point:
    """Names that only steps use, as h, have some number, too."""
    missing = sorted({name for tree in trees for name in tree.names} - set(point))
    numbers = {name: mp.mpf(7 + 3 * place) / 11 for place, name in enumerate(missing)}
    return {**numbers, **point}


# --- systems ------------------------------------------------------------------------------------


def systems(text: str) -> list[list[Relation]] | None:
    """The cases of a line, each with its relations; None for what is no system."""
    if not text.startswith("Tuple("):
        found = read(text)
        return [[found]] if isinstance(found, Relation) else None
    inner = _inner(text)
    if not all(part.startswith("Tuple(") for part in inner):
        return None if (case := _case(inner)) is None else [case]
    cases = [_case(_inner(part)) for part in inner]
    return None if None in cases else [case for case in cases if case is not None]


def _inner(text: str) -> list[str]:
    return [part for part in parts(text[len("Tuple(") : -1]) if part]


def _case(texts: list[str]) -> list[Relation] | None:
    found = [read(text) for text in texts]
    relations = [each for each in found if isinstance(each, Relation)]
    return relations if len(relations) == len(found) else None


def _lost(before: str, after: str, where: list[str], random: Random) -> str:
    """A solution of the system before that is none of any case after."""
    try:
        old, new = systems(before), systems(after)
        conditions = [read(text) for text in where]
    except (ValueError, KeyError, Problem):
        return ""
    if old is None or new is None or len(old) != 1 or not _names(new) <= _names(old):
        return ""
    names = sorted(_names(old))
    conditions = [
        each for each in conditions if isinstance(each, Relation) and each.names & set(names)
    ]
    if any(not each.names <= set(names) for each in conditions):
        return ""
    for _ in range(STARTS):
        x = _solution(old[0], names, random)
        if x is None or np.max(np.abs(x), initial=0.0) > REACH:
            continue
        if not _kept(conditions, names, x, strict=True) or _is_flat(old[0], names, x, random):
            continue
        near = _nearness(old[0], names, x)
        if not any(_kept(case, names, x, near=near) for case in new):
            return "lost: " + ", ".join(f"{n} = {v:.9g}" for n, v in zip(names, x, strict=True))
    return ""


def _names(cases: list[list[Relation]]) -> set[str]:
    return {name for case in cases for each in case for name in each.names}


def _solution(system: list[Relation], names: list[str], random: Random) -> Any:
    equal = [quick(difference(each), names) for each in system if each.sign == "="]
    x = np.array([random.choice((0.0, 1.0, 1.0)) * random.uniform(-3, 3) for _ in names])
    for _ in range(40):
        values = np.array([g(x) for g in equal])
        if not np.all(np.isfinite(values)):
            return None
        rows = np.array([gradient(g, x) for g in equal])
        if not np.all(np.isfinite(rows)):
            return None
        step = np.linalg.lstsq(rows, values, rcond=1e-10)[0]
        x = x - step
        if (
            np.max(np.abs(step), initial=0.0) < 1e-11
            and np.max(np.abs(values), initial=0.0) < 1e-11
        ):
            return x if _kept(system, names, x, strict=True) else None
    return None


def _is_flat(system: list[Relation], names: list[str], x: Any, random: Random) -> bool:
    """Whether an equation holds nearly all around, as that of a function that dies away."""
    for size in (0.2, 0.2 * min(1.0, float(np.min(np.abs(x), initial=1.0)))):
        beside = [x + np.array([random.uniform(-size, size) for _ in names]) for _ in range(5)]
        for each in system:
            if each.sign == "=" and each.names and size > 1e-6:
                g = quick(difference(each), names)
                if max(abs(g(place)) for place in beside) < 1e-7:
                    return True
    return False


def _nearness(system: list[Relation], names: list[str], x: Any) -> float:
    """How close Newton's method may have come: not very, where gradients are dependent."""
    rows = [gradient(quick(difference(g), names), x) for g in system if g.sign == "=" and g.names]
    if not rows or not np.all(np.isfinite(rows)):
        return 1e-5
    return 1e-5 if min(np.linalg.svd(np.array(rows), compute_uv=False)) > 1e-3 else 3e-2


def _kept(
    system: list[Relation],
    names: list[str],
    x: Any,
    *,
    strict: bool = False,
    near: float = 1e-5,
) -> bool:
    """Whether the relations hold, nearly; `strict` asks for inequalities with room to spare."""
    room = 1e-6 if strict else -1e-6
    for each in system:
        off = quick(difference(each), names)(x)
        if not math.isfinite(off):
            return not strict
        if each.sign == "=":
            holds = abs(off) < (1e-9 if strict else near * (1 + float(np.max(np.abs(x)))))
        elif each.sign == "!=":
            holds = abs(off) > room
        else:
            holds = (off if each.sign in (">", ">=") else -off) > room
        if not holds:
            return False
    return True
