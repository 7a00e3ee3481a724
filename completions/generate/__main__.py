"""Write the completions and the man page into a folder (default: the checkout)."""

import sys
from pathlib import Path

import bash
import fish
import man
import powershell
import zsh

FILES = {
    "completions/calctool.bash": bash,
    "completions/calctool.zsh": zsh,
    "completions/calctool.fish": fish,
    "completions/calctool.ps1": powershell,
    "man/calctool.1": man,
}


def main(folder: Path) -> None:
    for name, made_by in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made_by.script(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2])
