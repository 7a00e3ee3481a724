"""Packages whose names are imported when they are first asked for: a start is made of imports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module


def later(package: str, where: Mapping[str, Sequence[str]]) -> Callable[[str], object]:
    """The `__getattr__` of a package (PEP 562); `where` lists the names of each module in it.

    No name may be that of a module that lies in the package itself: importing that would put the
    module in its place.
    """
    home = {name: module for module, names in where.items() for name in names}

    def found(name: str) -> object:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{home[name]}"), name)

    return found
