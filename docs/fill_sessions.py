"""The `$ calctool …` sessions of the README and of docs/: found, run as a shell runs them, filled.

Run as a program it writes all of them anew, as a user sees them on a terminal of 80 columns.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
SESSION = re.compile(r"^```console\n\$ (.*)\n((?:.*\n)*?)```$", re.MULTILINE)


def sessions() -> Iterator[tuple[str, str, str]]:
    """The page, the command line and what is shown under it, of every session."""
    for page in PAGES:
        for command, shown in SESSION.findall(page.read_text(encoding="utf-8")):
            yield page.name, command, shown.rstrip("\n")


def printed(command: str) -> str:
    """What a command line prints, standard error included; it runs in a folder of its own."""
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(  # noqa: S603 (the pages' own commands)
            ["bash", "-c", command],  # noqa: S607
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            cwd=folder,
            env={**environment(), "PATH": programs},
        )
    return done.stdout.rstrip("\n")


def environment() -> dict[str, str]:
    """The caller's, without what changes how an answer looks."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("CALCTOOL_LANG", "NO_COLOR", "FORCE_COLOR") and not name.startswith("LC_")
    }
    return {**kept, "LANG": "C.UTF-8", "COLUMNS": "80"}


def main() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        filled = SESSION.sub(
            lambda found: f"```console\n$ {found[1]}\n{printed(found[1])}\n```", text
        )
        if filled != text:
            page.write_text(filled, encoding="utf-8")


if __name__ == "__main__":
    main()
