"""Contracts of all records: two that are equal are not unequal, and have one hash."""

import pkgutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from types import ModuleType

import pytest
from msgspec import Struct

import calctool


def _below(kind: type[Struct]) -> Iterator[type[Struct]]:
    for inner in kind.__subclasses__():
        if inner.__module__.startswith("calctool."):
            yield inner
        yield from _below(inner)


def _modules() -> list[ModuleType]:
    found = pkgutil.walk_packages(calctool.__path__, "calctool.")
    return [import_module(each.name) for each in found if not each.name.endswith("__main__")]


MODULES = _modules()
NAMES = frozenset(module.__name__ for module in MODULES)


def _records() -> list[type[Struct]]:
    return sorted(set(_below(Struct)), key=lambda kind: (kind.__module__, kind.__name__))


RECORDS = _records()


def _filled(kind: type[Struct], value: object) -> Struct:
    return kind(**dict.fromkeys(kind.__struct_fields__, value))


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_unequal_is_the_opposite_of_equal(kind: type[Struct]) -> None:
    """A record with an `__eq__` of its own may be without a `!=` that asks it."""
    if hasattr(kind, "__post_init__"):
        assert kind.__eq__ is Struct.__eq__
        return
    one, same, other = (_filled(kind, value) for value in ((1, 2), (1, 2), (3, 4)))
    for left in (one, same, other):
        for right in (one, same, other):
            assert (left != right) is not (left == right)
            assert left != right or not kind.__struct_config__.frozen or _hash(left) == _hash(right)
    assert one != other or not kind.__struct_fields__


def _hash(record: Struct) -> int | None:
    """None where a field has to hold something else than a pair of numbers."""
    try:
        return hash(record)
    except (AttributeError, TypeError):
        return None


def test_no_record_is_a_dataclass() -> None:
    """Each would take a millisecond of every start."""
    kinds = [kind for module in MODULES for kind in vars(module).values() if isinstance(kind, type)]
    assert RECORDS
    assert [kind for kind in kinds if kind.__module__ in NAMES and is_dataclass(kind)] == []
