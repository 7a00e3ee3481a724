"""Polynomial systems by paths: numbers near all solutions, each enclosed, and counted."""

from calctool.algebra.paths.counted import NotCounted, path_solutions

__all__ = ["NotCounted", "path_solutions"]
