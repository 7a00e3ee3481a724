"""What is known of each function, a record each: a family is loaded when one of it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from calctool.atlas.index import COMPOSED, FAMILY
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

    def __init__(self, family: Mapping[str, str]) -> None:
        self._family = family
        self._known: dict[str, Function] = {}

    def __getitem__(self, id: str) -> Function:
        found = self._known.get(id)
        if found is None:
            family: tuple[Function, ...] = import_module(f"{__name__}.{self._family[id]}").FUNCTIONS
            self._known.update((function.id, function) for function in family)
            found = self._known[id]
        return found

    def __contains__(self, id: object) -> bool:
        return id in self._family

    def __iter__(self) -> Iterator[str]:
        return iter(self._family)

    def __len__(self) -> int:
        return len(self._family)


FUNCTIONS = _Atlas(FAMILY)
"""Every function that a tree can contain."""
ABBREVIATIONS = _Atlas(dict.fromkeys(COMPOSED.values(), "composed"))
"""Names that are read as a formula, which every method sees through."""


def facts(id: str, count: int = 1) -> Function:
    """What is known of a function with so many arguments."""
    return FUNCTIONS[id].of(count)
