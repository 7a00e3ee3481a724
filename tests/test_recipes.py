"""The recipes of CONTRIBUTING.md: each is done in a copy of the project, and what it says runs."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COPIED = ("src", "tests", "docs", "completions", "man", "pyproject.toml")
IGNORED = shutil.ignore_patterns("__pycache__")
NOT_NEEDED = shutil.ignore_patterns("__pycache__", "pictures", "golden", "oracle", "endless")
"""Of the tests and the pages; folders of the source may have such names."""

RECIPES = dict(
    re.findall(
        r"^### (.*?)\n(.*?)(?=^### |\Z)", PAGE.split("## Recipes", 1)[1], re.DOTALL | re.MULTILINE
    )
)
STEP = re.compile(
    r"<!-- (?P<what>after|in|new|sorted|run) ?(?P<where>.*?) -->\n(?:```\w*\n(?P<text>.*?)```\n)?",
    re.DOTALL,
)
PROGRAMS = {
    "python": [],
    "calctool": ["-m", "calctool"],
    "lint-imports": ["-c", "from importlinter.cli import lint_imports_command as c; c()"],
    "pytest": ["-m", "pytest", "-p", "no:cacheprovider", "-p", "no:xdist"],
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in COPIED:
        if (ROOT / name).is_dir():
            ignored = IGNORED if name == "src" else NOT_NEEDED
            shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def after(project: Path, where: str, text: str) -> None:
    """The block behind the first line that begins so."""
    name, _, start = where.partition(": ")
    lines = (project / name).read_text(encoding="utf-8").splitlines(keepends=True)
    (at, *_) = (n for n, line in enumerate(lines) if line.strip().startswith(start))
    lines.insert(at + 1, text)
    (project / name).write_text("".join(lines), encoding="utf-8")


def inside(project: Path, where: str, _: str) -> None:
    """One text for another."""
    name, _, change = where.partition(": ")
    old, new = change.split(" => ")
    text = (project / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (project / name).write_text(text.replace(old, new), encoding="utf-8")


def new(project: Path, where: str, text: str) -> None:
    assert not (project / where).exists()
    (project / where).parent.mkdir(exist_ok=True)
    (project / where).write_text(text, encoding="utf-8")


def in_order(project: Path, where: str, text: str) -> None:
    lines = {*(project / where).read_text(encoding="utf-8").splitlines(), *text.splitlines()}
    (project / where).write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


def run(project: Path, _: str, text: str) -> None:
    """Every command ends well, and what stands below it is in what it says."""
    for command, said in sessions(text):
        name, *arguments = shlex.split(command)
        done = subprocess.run(
            [sys.executable, *PROGRAMS[name], *arguments],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(project / "src"), "CALCTOOL_TIMEOUT": "60"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        assert all(line in done.stdout for line in said), f"{command}\n{done.stdout}"


def sessions(text: str) -> Iterator[tuple[str, list[str]]]:
    for part in text.split("$ ")[1:]:
        command, *said = part.splitlines()
        yield command, said


DONE = {"after": after, "in": inside, "new": new, "sorted": in_order, "run": run}


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_can_be_followed(title: str, project: Path) -> None:
    steps = list(STEP.finditer(RECIPES[title]))
    assert steps[-1]["what"] == "run"
    for step in steps:
        DONE[step["what"]](project, step["where"], step["text"] or "")
