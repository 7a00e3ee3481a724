"""Benchmarks can be run, and their history names what got slower by more than runs differ."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


def test_what_got_slower(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from history import slower
    from timing import Figure

    figures = {
        "twice as long": Figure(2.0, False),
        "half as many": Figure(1.0, True),
        "as before": Figure(1.05, False),
        "never steady": Figure(1.4, False),
        "better": Figure(0.5, False),
        "new": Figure(9.0, False),
    }
    earlier = [
        {"twice as long": 1.0, "half as many": 2.0, "as before": 1.0, "never steady": 1.5},
        {"twice as long": 1.1, "half as many": 2.1, "as before": 1.0, "never steady": 1.0},
        {"as before": 1.1, "never steady": 0.9, "better": 1.0},
    ]
    named = [line.split(":")[1].strip() for line in slower(figures, earlier)]
    assert named == ["twice as long", "half as many"]


@pytest.mark.parametrize("name", sorted(file.stem for file in BENCHMARKS.glob("*.py")))
def test_every_benchmark_still_finds_what_it_measures(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    assert import_module(name).__doc__


def test_a_first_run_has_nothing_to_be_compared_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from history import slower
    from timing import Figure

    assert list(slower({"new": Figure(1.0, False)}, [])) == []


def test_the_table_of_the_readme_is_made_of_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import readme

    text = readme.README.read_text("utf-8")
    lines = text.split(readme.HEAD, 1)[1].split("\n\n", 1)[0].splitlines()
    for row in readme.ROWS:
        assert sum(line.startswith(f"| {row.says} |") for line in lines) == 1, row.says
    new = readme.written(text, {name: 9.87654 for row in readme.ROWS for name in row.figures})
    assert new.count("9.88 |") + new.count("9.9 |") + new.count("10 |") >= len(readme.ROWS)
    assert readme.written(text, {}) == text
