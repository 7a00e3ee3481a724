"""Each hypothesis of each argument for least and greatest values: where it just fails, the
argument claims nothing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.unsettled import Unsettled
from calctool.notation.problem import Problem
from calctool.notation.tree import Tree
from calctool.notation.walk import substitute
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.listed import Candidate, Listed
from calctool.solve.optimum.arguments.order import rungs
from calctool.solve.optimum.arguments.protocol import Bound, Task
from calctool.solve.optimum.arguments.sides import with_sides
from calctool.solve.optimum.extremes import Ladder
from calctool.solve.optimum.kinds.corner import Corner
from calctool.solve.stationary.manifold import Manifold
from texts import relation, tree

HERE = Path(__file__).parent
ROWS: list[dict[str, Any]] = tomllib.loads((HERE / "cases/hypotheses.toml").read_text("utf-8"))[
    "case"
]
RUNGS = {argument.__name__: argument for argument in rungs()}  # type: ignore[attr-defined]
PAGE = (HERE.parent / "docs" / "algorithms.md").read_text("utf-8")


def asked(row: dict[str, Any]) -> Task:
    f, names = tree(row["f"]), tuple(row["names"])
    relations = tuple(map(relation, row.get("where", ())))
    listed = (_seen_from(f, names, row),) if "at" in row else tuple(_listed(row, "values"))
    beyond = tuple(_listed(row, "edges"))
    listing = Listed(
        listed,
        is_whole=row.get("whole", bool(listed)),
        is_all=row.get("all", False),
        outside=(lambda: beyond) if beyond else None,
    )
    return with_sides(Task(f, names, (), relations, listing))


def _listed(row: dict[str, Any], key: str) -> list[Candidate]:
    return [
        Candidate(
            exact(exact_value(tree(value))) if value else None,
            is_flat=row.get("flat", False),
        )
        for value in row.get(key, ())
    ]


def _seen_from(f: Tree, names: tuple[str, ...], row: dict[str, Any]) -> Candidate:
    at = dict(zip(names, map(tree, row["at"]), strict=True))
    stated = list(map(relation, row["where"]))
    gaps = tuple(tree(f"{text.split(sign)[0]}-({text.split(sign)[1]})")
                 for text in row["where"] for sign in (_sign(text),))  # fmt: skip
    sides = tuple({"=": 0, "<=": 1, ">=": -1}[each.sign] for each in stated)
    corner = Corner(Manifold(f, gaps, names), sides, TracedPlace(at))
    return Candidate(exact(exact_value(substitute(f, at))), corner=corner)


def _sign(text: str) -> str:
    return next(sign for sign in ("<=", ">=", "=") if sign in text)


def claimed(row: dict[str, Any]) -> Bound | None:
    """What the argument alone says; smaller questions it may ask of all."""
    below = Ladder() if row.get("below", True) else lambda _task, _turn: None
    try:
        found = RUNGS[row["argument"]](asked(row), row.get("turn", -1), below)
    except (Unsettled, Problem):
        return None
    return found if isinstance(found, Bound) else None


def name_of(row: dict[str, Any]) -> str:
    return f"{row['argument']}: {row['needs']}"


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_an_argument_claims_nothing_where_a_hypothesis_just_fails(row: dict[str, Any]) -> None:
    assert claimed(row) is not None
    assert claimed(row | row["but"]) is None


def test_every_hypothesis_that_is_told_has_its_row() -> None:
    """The page lists the hypotheses of each argument; neither has one that the other has not."""
    told = {
        name: set(needs.split("; "))
        for name, needs in re.findall(r"^\| `(\w+)` \| ([^|`]+) \|$", PAGE, re.MULTILINE)
    }
    rows: dict[str, set[str]] = {}
    for row in ROWS:
        rows.setdefault(row["argument"], set()).add(row["needs"])
    assert told == rows
    assert set(told) == set(RUNGS)
