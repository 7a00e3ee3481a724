"""What a command may import before it answers: a start is made of little else."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

import calctool
from conftest import PATIENCE

SOURCE = Path(calctool.__file__).parent

HEAVY = {
    "asyncio", "ctypes", "dataclasses", "email", "flint", "http", "inspect", "json", "logging",
    "matplotlib", "mpmath", "msgspec", "multiprocessing", "numpy", "pathlib", "pydantic", "random",
    "rich", "shellingham", "shutil", "socket", "ssl", "subprocess", "sympy", "tempfile",
    "textwrap", "traceback", "typer", "typing_extensions", "unittest", "xml",
}  # fmt: skip
WORDS = {"msgspec"}
"""Help, version, and what is wrong before Typer is asked."""
TYPER = {*WORDS, "typer", "inspect", "pathlib", "shutil", "traceback"}
"""The last four are Typer's."""
CHILD = {*WORDS, "flint", "inspect", "random", "traceback"}
"""python-flint reads signatures; the random points of checks are those of random."""

_LOADED = """
import sys
before = set(sys.modules)
from calctool.cli import start
start.begin()
{work}
waiting = {{name for name, module in sys.modules.items() if type(module) is start._Later}}
print(*({heavy!r} & set(sys.modules) - before - waiting), file=sys.stderr)
"""
_PARENT = "from calctool.cli import app; app.run({argv!r})"
_CHILD = """
from calctool.run.child import solver_for
from calctool.solve.typed import Typed, question
for _ in solver_for({command!r})(question({command!r}, Typed({text!r}, subject_to={sides!r}))):
    pass
"""


def loaded(work: str) -> set[str]:
    source = _LOADED.format(work=work, heavy=HEAVY)
    command = [sys.executable, "-c", source]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
    return set(ran.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("argv", "allowed"),
    [
        (["--help"], WORDS),
        (["--version"], WORDS),
        ([], WORDS),
        (["derivate", "x"], WORDS),
        (["diff", "--help"], TYPER),
        (["sheet", "--help"], TYPER),
        (["repl", "--help"], TYPER),
        (["mcp", "--help"], TYPER),
        (["diff", "1/(1+sigm(-x))"], TYPER),
        (["diff", "x^2", "--ordr", "2"], TYPER),
        (["diff", "x^2"], TYPER),
        (["diff", r"\frac{1}{x}"], TYPER),
        (["diff", "x^2", "--json"], {*TYPER, "json"}),
        (["limit-def", "x^2"], TYPER),
        (["table", "x^2"], TYPER),
        (["critical", "x^2+y^2"], TYPER),
        (["lagrange", "x+y", "--subject-to", "x^2+y^2=1"], TYPER),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_the_process_that_asks(argv: list[str], allowed: set[str]) -> None:
    assert loaded(_PARENT.format(argv=argv)) <= allowed


@pytest.mark.parametrize(
    ("command", "text", "sides"),
    [
        ("diff", "1/(1+exp(-x))", ()),
        ("limit-def", "(2-y)^2", ()),
        ("table", "3*x**4-4*x**3-12*x**2+32", ()),
        ("critical", "x^2+y^2", ()),
        ("lagrange", "x+y", ("x^2+y^2=1",)),
    ],
)
def test_the_process_that_answers(command: str, text: str, sides: tuple[str, ...]) -> None:
    found = loaded(_CHILD.format(command=command, text=text, sides=sides))
    assert "flint" in found
    assert found <= CHILD


RARE = {
    "algebra.cells", "algebra.extrema.squares", "rules.mistakes", "solve.check",
    "solve.optimum.cases", "solve.table.cases",
}  # fmt: skip
"""What hardly a question needs: letters by cases, sums of squares, answers to be checked."""
TABLE = {"algebra.roots.methods", "algebra.roots.search", "algebra.unknown", "solve.table"}
OPTIMUM = {"algebra.extrema", "algebra.paths", "algebra.systems", "solve.optimum", "verify.optimum"}
ARGUMENTS = {"solve.optimum.arguments.inequalities", "solve.optimum.listing.on_folds"}

_OWN = """
import sys
{work}
print(*(name for name in sys.modules if name.startswith("calctool.")), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("command", "text", "sides", "unneeded"),
    [
        ("diff", "1/(1+exp(-x))", (), {*RARE, *TABLE, *OPTIMUM, "solve.limits", "verify.limits"}),
        ("limit-def", "(2-y)^2", (), {*RARE, *TABLE, *OPTIMUM}),
        ("table", "3*x**4-4*x**3-12*x**2+32", (), {*RARE, *OPTIMUM, "solve.limits"}),
        ("critical", "x^2+y^2", (), {*RARE, *TABLE, *ARGUMENTS, "solve.limits"}),
        ("lagrange", "x+y", ("x^2+y^2=1",), {*RARE, *TABLE, *ARGUMENTS, "solve.limits"}),
    ],
)
def test_what_a_simple_question_does_not_need_is_not_imported(
    command: str, text: str, sides: tuple[str, ...], unneeded: set[str]
) -> None:
    source = _OWN.format(work=_CHILD.format(command=command, text=text, sides=sides))
    ran = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, timeout=PATIENCE, check=True
    )
    loaded = ran.stderr.splitlines()[-1].split()
    folders = tuple(f"calctool.{each}." for each in unneeded)
    assert not [name for name in loaded if f"{name}.".startswith(folders)]


def test_what_waits_is_there_when_it_is_used() -> None:
    work = "import textwrap, subprocess; assert textwrap.dedent(' x') == 'x'"
    found = loaded(work)
    assert "textwrap" in found
    assert "subprocess" not in found


LATER = [
    path.parent for path in sorted(SOURCE.rglob("__init__.py")) if "later(" in path.read_text()
]


@pytest.mark.parametrize("folder", LATER, ids=lambda folder: folder.name)
def test_names_that_are_imported_later_are_those_that_types_know(folder: Path) -> None:
    name = ".".join(("calctool", *folder.relative_to(SOURCE).parts))
    package = importlib.import_module(name)
    parsed = ast.walk(ast.parse((folder / "__init__.py").read_text("utf-8")))
    imports = [node for node in parsed if isinstance(node, ast.ImportFrom) and node.module]
    known = {
        each.name: importlib.import_module(node.module)
        for node in imports
        if node.module and node.module.startswith(name)
        for each in node.names
    }
    assert set(known) == set(package.__all__)
    for each, module in known.items():
        assert getattr(package, each) is getattr(module, each)
        assert not (folder / each).exists()
        assert not (folder / f"{each}.py").exists()
