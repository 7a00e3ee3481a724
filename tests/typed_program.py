"""A program of a user, as mypy has to take it: right calls pass, wrong ones are told."""

from __future__ import annotations

from typing import assert_type

import calctool as ct
from calctool.api import CheckResult, CriticalResult, DiffResult, OneDerivative, TableResult


def derivative(text: str) -> str:
    result = ct.diff(text, wrt="x", order=2, lang="zh", steps="none", timeout=5)
    assert_type(result, DiffResult)
    one = result.derivatives[0]
    assert_type(one, OneDerivative)
    assert_type(result.status, str)
    assert_type(result.completeness.missing, tuple[str, ...])
    return result.to_latex(whole=True)


def table() -> list[float]:
    result = ct.table("x^3-3*x", domain="[0, 2]", plot=True)
    assert_type(result, TableResult)
    return [float(point.x) for point in result.points]


def optimum() -> None:
    result = ct.critical("x^2+y^2", wrt=["x", "y"], where={"a": 2})
    assert_type(result, CriticalResult)
    print(result.points[0].kind, result.cases)  # noqa: T201


def judged() -> bool:
    result = ct.check("diff", "x^2", answer="2*x", accept=["right"])
    assert_type(result, CheckResult)
    return result.accepted and not result.mistakes


def many() -> list[str]:
    found = ct.batch([{"command": "diff", "expr": "x^2"}], workers=2)
    assert_type(found, list[ct.Result | ct.Problem])
    return [one.id if isinstance(one, ct.Problem) else one.status for one in found]


def wrong() -> None:
    ct.diff("x^2", ordr=2)  # type: ignore[call-arg]
    ct.diff("x^2", lang="de")  # type: ignore[arg-type]
    ct.table("x^2", steps="some")  # type: ignore[arg-type]
    ct.lagrange("x+y")  # type: ignore[call-arg]
    ct.diff("x").nothing  # type: ignore[attr-defined]  # noqa: B018
