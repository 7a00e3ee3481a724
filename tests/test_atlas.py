"""The records of functions: what is made from them is up to date, and who may read what."""

from __future__ import annotations

import ast
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_the_index_is_up_to_date() -> None:
    written = runpy.run_path(str(ROOT / "docs" / "write_index.py"))
    assert written["PLACE"].read_text("utf-8") == written["written"]()


@pytest.mark.parametrize("layer", ["algebra", "verify"])
def test_the_second_opinion_reads_no_line_of_the_textbook(layer: str) -> None:
    for path in (ROOT / "src" / "calctool" / layer).rglob("*.py"):
        read = {at.attr for at in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(at, ast.Attribute)}  # fmt: skip
        assert "lines" not in read or "atlas" not in path.read_text("utf-8"), path
