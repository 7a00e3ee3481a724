"""How much a question may take: what is asked for, else CALCTOOL_TIMEOUT, else the defaults."""

from __future__ import annotations

import os

from calctool import budget
from calctool.run.child import Bounds
from calctool.solve.typed.options.values import decimal, integer

VARIABLE = "CALCTOOL_TIMEOUT"


def allowed(
    timeout: object, memory: object, *, names: tuple[str, str] = ("timeout", "max_memory")
) -> Bounds:
    """Seconds and megabytes as they were typed, None where nothing was; `names` are for errors.

    Raises Problem `usage.bad-value`.
    """
    name, asked = names[0], timeout
    if asked is None:
        name, asked = VARIABLE, os.environ.get(VARIABLE) or budget.TIMEOUT_S
    most = budget.MEMORY_MB if memory is None else memory
    return Bounds(
        decimal(name, str(asked), budget.TIMEOUT_RANGE_S),
        integer(names[1], str(most), budget.MEMORY_RANGE_MB),
    )
