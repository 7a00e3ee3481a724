"""Completions and the man page: up to date, and what the shells themselves make of them."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from calctool.cli.surface import surface
from conftest import PATIENCE, needed

ROOT = Path(__file__).parents[1]
COMPLETIONS = ROOT / "completions"
MADE = (
    "completions/calctool.bash",
    "completions/calctool.zsh",
    "completions/calctool.fish",
    "completions/calctool.ps1",
    "man/calctool.1",
)
OFFERS = [
    ("calctool cri", {"critical"}),
    ("calctool --ver", {"--version"}),
    ("calctool --lang ", {"en", "zh"}),
    ("calctool diff x --la", {"--lang"}),
    ("calctool --lang zh diff x --mi", {"--mixed"}),
    ("calctool diff x --lang ", {"en", "zh"}),
    ("calctool diff x --lang=z", {"zh"}),
    ("calctool diff x --steps ", {"full", "brief", "none"}),
    ("calctool rules --format ", {"text", "markdown", "latex", "html"}),
    ("calctool rules cha", {"chain", "chain-several"}),
    ("calctool rules funct", {"functions"}),
    ("calctool table x --save-plot ", {"a.svg", "folder/"}),
    ("calctool diff x -o ", {"d.json", "folder/"}),
    ("calctool batch ", {"b.jsonl", "folder/"}),
    ("calctool diff x --order ", set()),
]
"""What is typed, and what is offered for its last word."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.svg", "b.jsonl", "c.cfg", "d.json"):
        (tmp_path / name).touch()
    (tmp_path / "folder").mkdir()
    return tmp_path


def test_what_is_generated_is_up_to_date(tmp_path: Path) -> None:
    made_by = [sys.executable, COMPLETIONS / "generate", tmp_path]
    subprocess.run(made_by, check=True)
    for name in MADE:
        assert (ROOT / name).read_text("utf-8") == (tmp_path / name).read_text("utf-8"), name


@pytest.mark.parametrize("name", MADE)
def test_every_command_and_every_option_is_in_it(name: str) -> None:
    text = (ROOT / name).read_text("utf-8").replace("\\-", "-")
    for command in surface():
        assert command.name in text
        for option in command.options:
            bare = option.name if name != "completions/calctool.fish" else f"-l {option.name[2:]}"
            assert bare in text
            assert all(choice in text for choice in option.choices)


@pytest.mark.parametrize("name", MADE)
def test_completions_never_start_calctool(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"[`$]\(?\(?calctool\b|calctool --help \||& calctool", text)


def test_the_wheel_installs_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    installed = wheel["shared-data"]
    assert set(installed) == set(MADE) - {"completions/calctool.ps1"}
    assert "share/zsh/site-functions/_calctool" in installed.values()


# --- the shells themselves ----------------------------------------------------------------------


@pytest.mark.parametrize(("typed", "offered"), OFFERS)
def test_bash(typed: str, offered: set[str], folder: Path) -> None:
    words = " ".join(f"'{word}'" for word in re.split(r" |(?<=\w)(=)(?=\w)", typed) if word)
    last = "" if not typed.endswith(" ") else " ''"
    script = (
        f"source '{COMPLETIONS}/calctool.bash'; COMP_WORDS=({words}{last}); "
        "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _calctool; "
        "printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run(
        [needed("bash"), "--norc", "-c", script],
        cwd=folder, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert set(done.stdout.split()) == {name.rstrip("/") for name in offered}


@pytest.mark.parametrize(("typed", "offered"), OFFERS)
def test_fish(typed: str, offered: set[str], folder: Path) -> None:
    script = f"source '{COMPLETIONS}/calctool.fish'; complete -C '{typed}'"
    done = subprocess.run(
        [needed("fish"), "--no-config", "-c", script],
        cwd=folder, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    found = {line.split("\t")[0].rpartition("=")[2] for line in done.stdout.splitlines()}
    assert found == offered


def test_zsh(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    functions = tmp_path_factory.mktemp("functions")
    shutil.copy(COMPLETIONS / "calctool.zsh", functions / "_calctool")
    zsh = Zsh(needed("zsh"), folder, functions)
    try:
        for typed, offered in OFFERS:
            found = {name.rstrip("/") for name in zsh.offers(typed)}
            assert found == {name.rstrip("/") for name in offered}, typed
    finally:
        zsh.close()


class Zsh:
    """An interactive zsh on a terminal of its own, which writes its offers to a file."""

    def __init__(self, program: str, folder: Path, functions: Path) -> None:
        self.file = functions / "offers"
        environment = {
            **os.environ,
            "TERM": "dumb",
            "CALCTOOL_FUNCTIONS": str(functions),
            "CALCTOOL_OFFERS": str(self.file),
        }
        ours, theirs = pty.openpty()
        self.terminal = ours
        self.process = subprocess.Popen(
            [program, "-f", "-i"],
            cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
            start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        os.write(ours, f"source '{Path(__file__).parent}/shells/capture.zsh'\n".encode())
        self.until(lambda: b"\nready" in self.seen)

    seen = b""

    def until(self, is_there) -> None:
        end = time.monotonic() + PATIENCE
        while not is_there() and time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.02)[0]:
                self.seen += os.read(self.terminal, 1 << 16)
        assert is_there()

    def offers(self, typed: str) -> list[str]:
        self.file.write_text("")
        clear, ask = "\x15", "\x14"
        os.write(self.terminal, f"{clear}{typed}{ask}".encode())
        self.until(lambda: self.file.read_text().endswith("::end\n"))
        return self.file.read_text().split()[:-1]

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)


# --- the man page -------------------------------------------------------------------------------


def test_the_man_page_renders_without_warnings() -> None:
    done = subprocess.run(
        [needed("man"), "--warnings=w", "-E", "UTF-8", "-l", str(ROOT / "man" / "calctool.1")],
        capture_output=True, encoding="utf-8", check=True,
        env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MANPAGER": "cat"},
    )  # fmt: skip
    assert done.stderr == ""
    shown = re.sub(r"\s+", " ", done.stdout)
    for said in ('calctool critical "x^4+y^4-4*x*y+1"', "--subject-to g=c", "EXIT STATUS"):
        assert said in shown
