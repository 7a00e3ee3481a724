"""The question `endless` takes for ever in each interpreter that has this folder on its path.

A question that is slow today is quick on another machine, or next year.
"""

import time
from collections.abc import Iterator
from typing import Any

from calctool.run import child

_genuine = child.solver_for


def _solver_for(command: str) -> child.Solver:
    solve = _genuine(command)

    def answers(question: Any) -> Iterator[Any]:
        parts = solve(question)
        if question.source == "endless":
            yield next(parts)
            while True:
                time.sleep(1)
        yield from parts

    return answers


child.solver_for = _solver_for
