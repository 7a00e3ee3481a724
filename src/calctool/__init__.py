"""A calculus solver that shows its work, checks it, and says whether it is complete.

`import calctool as ct; ct.diff("x^2").derivative`: docs/api.md. What is named here is imported on
first use, so that the command line and `import calctool` stay light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calctool.version import __version__

if TYPE_CHECKING:
    from calctool.api import Problem, Result
    from calctool.api.asking.batch import batch
    from calctool.api.check import check
    from calctool.api.critical import critical
    from calctool.api.diff import diff
    from calctool.api.lagrange import lagrange
    from calctool.api.limit_def import limit_def
    from calctool.api.table import table

__all__ = [
    "Problem",
    "Result",
    "__version__",
    "batch",
    "check",
    "critical",
    "diff",
    "lagrange",
    "limit_def",
    "table",
]


def load_ipython_extension(shell: object) -> None:
    """`%load_ext calctool` in a notebook: %calctool and %%calctool."""
    from calctool.notebook.magic import load

    load(shell)


def unload_ipython_extension(shell: object) -> None:
    """`%unload_ext calctool`."""
    from calctool.notebook.magic import unload

    unload(shell)


_FROM_THE_INTERFACE = frozenset(__all__) - {"__version__"}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _FROM_THE_INTERFACE:
            raise AttributeError(f"module 'calctool' has no attribute {name!r}")
        from calctool import api

        return getattr(api, name)

    def __dir__() -> list[str]:
        return sorted(__all__)
