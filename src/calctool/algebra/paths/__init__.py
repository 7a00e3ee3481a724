"""Polynomial systems by paths: numbers near all solutions, each enclosed, and counted."""

from typing import TYPE_CHECKING

from calctool.later import later

if TYPE_CHECKING:
    from calctool.algebra.paths.counted import NotCounted, path_solutions

__all__ = ["NotCounted", "path_solutions"]

if not TYPE_CHECKING:
    __getattr__ = later(
        __name__,
        {
            "counted": ("NotCounted", "path_solutions"),
        },
    )
