"""What is known of each function, a record each: a family is loaded when one of it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from calctool.atlas.index import FAMILY
from calctool.atlas.record import Function

FAMILIES = (
    "circular",
    "hyperbolic",
    "inverse",
    "exponential",
    "switching",
    "learning",
    "gamma",
    "integrals",
    "bessel",
)
"""The files of records, the functions that everybody uses first."""


class _Atlas(Mapping[str, Function]):
    """Records by id, in the order of the files."""

    def __init__(self) -> None:
        self._known: dict[str, Function] = {}

    def __getitem__(self, id: str) -> Function:
        found = self._known.get(id)
        if found is None:
            family: tuple[Function, ...] = import_module(f"{__name__}.{FAMILY[id]}").FUNCTIONS
            self._known.update((function.id, function) for function in family)
            found = self._known[id]
        return found

    def __contains__(self, id: object) -> bool:
        return id in FAMILY

    def __iter__(self) -> Iterator[str]:
        return iter(FAMILY)

    def __len__(self) -> int:
        return len(FAMILY)


FUNCTIONS = _Atlas()
"""Every function that a tree can contain."""


def facts(id: str, count: int = 1) -> Function:
    """What is known of a function with so many arguments."""
    return FUNCTIONS[id].of(count)
