"""The house itself: which files import which, how full its folders are."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src"
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")

MOST_CIRCLES = 3
MOST_IN_A_CIRCLE = 8
MOST_IN_A_FOLDER = 15
FULLER_FOLDERS = 2

Graph = dict[str, set[str]]


@cache
def modules() -> dict[str, Path]:
    found = {}
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path) -> Iterator[str]:
    """Every module of calctool that a file names: for annotations and inside functions, too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for each in node.names:
                inner = f"{node.module}.{each.name}"
                yield inner if inner in modules() else node.module
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)


def graph() -> Graph:
    return {
        name: {other for other in imported(path) if other in modules() and other != name}
        for name, path in modules().items()
    }


def circles(arrows: Graph) -> list[set[str]]:
    """The sets of more than one node that all reach each other (Tarjan's algorithm)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[set[str]] = []

    def visit(node: str) -> None:
        order[node] = low[node] = len(order)
        stack.append(node)
        for other in arrows[node]:
            if other not in order:
                visit(other)
            if other in stack:
                low[node] = min(low[node], low[other])
        if low[node] == order[node]:
            at = stack.index(node)
            found.append(set(stack[at:]))
            del stack[at:]

    for node in arrows:
        if node not in order:
            visit(node)
    return [each for each in found if len(each) > 1]


def test_circles_of_imports_are_few_and_small() -> None:
    found = circles(graph())
    assert len(found) <= MOST_CIRCLES, found
    assert all(len(each) <= MOST_IN_A_CIRCLE for each in found), found


def test_each_circle_is_named_in_the_architecture() -> None:
    section = ARCHITECTURE.split("## Circles", 1)[1].split("\n## ", 1)[0]
    said = set(re.findall(r"`([a-z_./]+\.py)`", section))
    files = {
        str(modules()[name].relative_to(SOURCE / "calctool"))
        for circle in circles(graph())
        for name in circle
    }
    assert files == said


@pytest.mark.parametrize(
    ("arrows", "expected"),
    [
        ({"a": {"b"}, "b": set()}, []),
        ({"a": {"b"}, "b": {"a"}, "c": {"a"}}, [{"a", "b"}]),
        (
            {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"e"}, "e": {"d"}},
            [{"a", "b", "c"}, {"d", "e"}],
        ),
    ],
)
def test_circles_are_found(arrows: Graph, expected: list[set[str]]) -> None:
    assert sorted(map(sorted, circles(arrows))) == sorted(map(sorted, expected))


def test_imports_for_annotations_and_inside_functions_count(tmp_path: Path) -> None:
    path = tmp_path / "late.py"
    path.write_text(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from calctool.notation.tree import Tree\n"
        "def late():\n    from calctool.notation import walk\n"
    )
    assert {"calctool.notation.tree", "calctool.notation.walk"} <= set(imported(path))


def test_folders_can_be_taken_in_at_a_glance() -> None:
    sizes = {
        folder: len(list(folder.glob("*.py"))) for folder in SOURCE.rglob("*") if folder.is_dir()
    }
    fuller = [str(folder) for folder, size in sizes.items() if size > MOST_IN_A_FOLDER]
    assert len(fuller) <= FULLER_FOLDERS, fuller


def test_every_file_says_in_one_line_what_it_holds() -> None:
    without = [
        name
        for name, path in modules().items()
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not without


PAGES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "docs/algorithms.md", "docs/glossary.md")
MADE_BY_RECIPES = ("api/value.py",)
PLACE = re.compile(r"`((?:[a-z_]+/)*[a-z_]+\.py|(?:[a-z_]+/)+[a-z_]+)`")


@pytest.mark.parametrize("page", PAGES)
def test_places_that_pages_name_are_there(page: str) -> None:
    """A path from `src/calctool` or the root, or the end of one."""
    text = (ROOT / page).read_text(encoding="utf-8")
    there = [str(path.relative_to(ROOT)) for path in ROOT.glob("*/**") if ".venv" not in str(path)]
    files = [str(path.relative_to(ROOT)) for path in (ROOT / "src").rglob("*.py")]
    files += [str(path.relative_to(ROOT)) for path in (ROOT / "tests").rglob("*.py")]
    files += [str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.py")]
    known = {*there, *files, *MADE_BY_RECIPES}
    lost = [
        place
        for place in PLACE.findall(text)
        if not any(f"/{each}".endswith(f"/{place}") for each in known)
    ]
    assert not lost


def test_the_checks_before_a_commit_are_those_of_make() -> None:
    made = re.search(r"define CHECKED\n(.*?)endef", (ROOT / "Makefile").read_text(), re.DOTALL)
    assert made is not None
    hooks = re.findall(r"entry: (.*?), language", (ROOT / ".pre-commit-config.yaml").read_text())
    assert [*made[1].replace("$(BIN)", ".venv/bin").splitlines(), "make check"] == hooks


def test_a_subcommand_is_spelled_in_files_of_its_own() -> None:
    """And where it is listed, and where Python programs get it from: what is said of all
    subcommands is asked of their records."""
    spelled = re.compile("limit[-_]def")
    files = [file for file in SOURCE.rglob("*.py") if spelled.search(file.read_text("utf-8"))]
    assert len(files) <= 12


_COUNTED = re.compile(
    r"\{(?:count|positive|negative|zero|above|below|done|all|left)\} (?:[a-z]+ ){0,3}?[a-z]+s\b"
)
_NEVER_ONE = (
    "{count} characters",  # more than a limit
    "{count} digits",
    "{count} lines",  # where one is expected
    "{count} derivatives",
    "{count} zeros",  # none and one have words of their own
    "{count} real roots",
    "{count} pieces at most",
)


def test_words_with_a_count_are_right_for_one() -> None:
    texts = [
        node.value
        for file in (SOURCE / "calctool" / "words").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    counted = [text for text in texts if _COUNTED.search(text)]
    assert len(counted) > 3
    assert not [text for text in counted if not any(known in text for known in _NEVER_ONE)]


CLOCK = re.compile(r"\btime\.\w+|^from time import", re.M)
MEASURES = re.compile(r"started = time\.perf_counter\(\)|time\.perf_counter\(\) - started")
LAYERS = ("algebra", "atlas", "budget", "commands", "notation", "rules", "solve", "verify", "words")
STOPPED = "solve/table/stopped.py"
"""What is shown of a search that was stopped may depend on how far it came."""


def test_no_answer_depends_on_a_clock() -> None:
    """The same question has the same answer on a machine that is busy, unless it was stopped."""
    for path in (path for layer in LAYERS for path in (SOURCE / "calctool" / layer).rglob("*.py")):
        if path.relative_to(SOURCE / "calctool").as_posix() != STOPPED:
            assert not CLOCK.search(MEASURES.sub("", path.read_text(encoding="utf-8"))), path


def test_no_answer_depends_on_chance() -> None:
    """Random points are the same each time."""
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^import random|^from random import (?!Random$)", text, re.M), path
        assert "Random()" not in text, path
