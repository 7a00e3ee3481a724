"""The examples in docstrings, run; `tree`, `relation` and `plain` are there without an import."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

from calctool.notation.printing.plain import plain
from texts import relation, tree

SOURCE = Path(__file__).parent.parent / "src"
GIVEN = {"tree": tree, "relation": relation, "plain": plain}
WITH_EXAMPLES = sorted(
    ".".join(path.relative_to(SOURCE).with_suffix("").parts)
    for path in SOURCE.rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_say_what_happens(name: str) -> None:
    module = import_module(name)
    given = {**vars(module), **GIVEN}
    failed, tried = doctest.testmod(module, globs=given)
    assert tried
    assert not failed


def test_what_other_layers_import_most_has_examples() -> None:
    assert len(WITH_EXAMPLES) >= 25
