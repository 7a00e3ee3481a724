"""calctool for Python programs and notebooks: `import calctool as ct; ct.diff("x^2")`.

Nothing heavy is imported here; SymPy is imported when the first SymPy object is wanted.
"""

from calctool.api.ask import critical, diff, lagrange, limit_def, table
from calctool.api.one_variable import DiffResult, LimitDefResult, OneDerivative
from calctool.api.optimum import (
    CriticalPoint,
    CriticalResult,
    Extreme,
    Family,
    LagrangePoint,
    LagrangeResult,
    PointSet,
)
from calctool.api.problem import Problem
from calctool.api.records import Check, Completeness, Note
from calctool.api.result import Result
from calctool.api.step import Step
from calctool.api.values import At
from calctool.api.variation import Asymptote, TableInterval, TablePoint, TableResult

__all__ = [
    "Asymptote",
    "At",
    "Check",
    "Completeness",
    "CriticalPoint",
    "CriticalResult",
    "DiffResult",
    "Extreme",
    "Family",
    "LagrangePoint",
    "LagrangeResult",
    "LimitDefResult",
    "Note",
    "OneDerivative",
    "PointSet",
    "Problem",
    "Result",
    "Step",
    "TableInterval",
    "TablePoint",
    "TableResult",
    "critical",
    "diff",
    "lagrange",
    "limit_def",
    "table",
]
