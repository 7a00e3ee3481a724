"""An answer that one of its checks refuted says nothing but that."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from calctool.solve.answer import Status
from calctool.solve.optimum.record import OptimumAnswer
from calctool.verify.verdict import Verdict

Made = TypeVar("Made", bound=OptimumAnswer)


def is_refuted(made: OptimumAnswer) -> bool:
    """Whether a check refuted a part of the answer."""
    return any(check.finding.verdict is Verdict.REFUTED for check in made.checks)


def as_fault(made: Made) -> Made:
    """Without anything that the refuted part may have led to."""
    return replace(
        made, status=Status.ERROR, error=("internal.refuted", ""), gradient=(), solving=(),
        points=(), families=(), sets=(), minimum=None, maximum=None,
    )  # fmt: skip
