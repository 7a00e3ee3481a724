"""Several relations at once, as the lines of a solution have them."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from calctool.notation.tree import Relation, Statement


class System(Struct, frozen=True, dict=True):
    """Relations that hold together."""

    relations: tuple[Relation, ...]

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset().union(*(each.names for each in self.relations))


class Alternatives(Struct, frozen=True, dict=True):
    """Systems of which at least one holds; no system at all means that there is no solution."""

    systems: tuple[System, ...]

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset().union(*(each.names for each in self.systems))


Line = Statement | System | Alternatives
