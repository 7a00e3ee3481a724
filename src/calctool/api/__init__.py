"""calctool for Python programs and notebooks: `import calctool as ct; ct.diff("x^2")`.

Nothing heavy is imported here; SymPy is imported when the first SymPy object is wanted.
"""

from calctool.api.asking.batch import batch
from calctool.api.check import CheckResult, Mistake, Witness, check
from calctool.api.critical import CriticalPoint, CriticalResult, critical
from calctool.api.diff import DiffResult, OneDerivative, diff
from calctool.api.lagrange import LagrangePoint, LagrangeResult, lagrange
from calctool.api.limit_def import LimitDefResult, limit_def
from calctool.api.optimum import Extreme, Family, PointSet
from calctool.api.problem import Problem
from calctool.api.records import Check, Completeness, Note
from calctool.api.result import Result
from calctool.api.step import Step
from calctool.api.table import Asymptote, TableInterval, TablePoint, TableResult, table
from calctool.api.values import At

__all__ = [
    "Asymptote",
    "At",
    "Check",
    "CheckResult",
    "Completeness",
    "CriticalPoint",
    "CriticalResult",
    "DiffResult",
    "Extreme",
    "Family",
    "LagrangePoint",
    "LagrangeResult",
    "LimitDefResult",
    "Mistake",
    "Note",
    "OneDerivative",
    "PointSet",
    "Problem",
    "Result",
    "Step",
    "TableInterval",
    "TablePoint",
    "TableResult",
    "Witness",
    "batch",
    "check",
    "critical",
    "diff",
    "lagrange",
    "limit_def",
    "table",
]
