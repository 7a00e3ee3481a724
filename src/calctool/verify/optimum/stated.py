"""What a line of an argument states beside relations, as data."""

from __future__ import annotations

from msgspec import Struct

from calctool.notation.tree import Tree


class Tends(Struct, frozen=True):
    """`f` tends to `limit` along a curve as the parameter tends to oo; oo and -oo are limits too,
    and a limit may depend on names that the curve leaves alone."""

    f: Tree
    curve: tuple[tuple[str, Tree], ...]
    limit: Tree
    parameter: str = "t"
