"""Conditions on parameters in the JSON form."""

from __future__ import annotations

from typing import Literal

from calctool.notation.tree import Relation
from calctool.render.wire.contract import Math, Record
from calctool.render.wire.formula import Formulas
from calctool.solve.answer import Condition


class Comparison(Record):
    """A relation between parameters."""

    left: Math
    relation: Literal["<", "<=", ">", ">=", "=", "!="]
    right: Math


def comparisons(condition: Condition, formulas: Formulas) -> list[list[Comparison]]:
    """All relations of one of the groups hold; [] is never, [[]] always."""
    return [[_comparison(each, formulas) for each in group] for group in condition]


def _comparison(relation: Relation, formulas: Formulas) -> Comparison:
    left, right = formulas.math(relation.left), formulas.math(relation.right)
    return Comparison(left=left, relation=relation.sign, right=right)
