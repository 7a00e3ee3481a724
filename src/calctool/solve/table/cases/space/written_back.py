"""A table in which formulas have other letters than those that were asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from calctool.algebra.cells.space.put_back import PutBack
from calctool.notation.node import Node
from calctool.notation.tree import Tree
from calctool.solve.table.record import TableAnswer

FORMULAS = (
    "domain", "shown", "period", "drift", "points", "intervals", "asymptotes", "families",
    "minimum", "maximum", "roots", "lone_roots", "root_families", "flat", "conditions", "needed",
)  # fmt: skip


def written_back(table: TableAnswer, back: PutBack) -> TableAnswer:
    """With the letters that were asked for in everything that is said of f."""
    return replace(table, **{n: changed(getattr(table, n), back.tree) for n in FORMULAS})


def changed(value: Any, change: Callable[[Tree], Tree]) -> Any:
    """A record with each of its trees changed."""
    if isinstance(value, Node):
        return change(value)  # type: ignore[arg-type]
    if isinstance(value, tuple):
        return tuple(changed(each, change) for each in value)
    if isinstance(value, Struct):
        names = [each.name for each in fields(value)]
        return replace(value, **{n: changed(getattr(value, n), change) for n in names})
    return value
