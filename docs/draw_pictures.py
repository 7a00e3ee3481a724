"""The pictures of the README, drawn by the commands that stand under them.

Run as a program it draws all of them anew, into docs/pictures or the folder it is given.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
COMMAND = re.compile(r"`(calctool [^`]*--save-plot (\w+\.svg))`")


def commands() -> dict[str, str]:
    """The name of each picture and the command line that draws it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return {name: command for command, name in COMMAND.findall(text)}


def draw(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for command in commands().values():
        subprocess.run(  # noqa: S603 (the README's own commands)
            [sys.executable, "-m", *shlex.split(command), "--lang", "en"],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            check=True,
        )


if __name__ == "__main__":
    draw(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else FOLDER)
