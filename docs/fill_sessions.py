"""Write the output of every `$ calctool …` session of the README anew, as a user sees it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
SESSION = re.compile(r"^```console\n\$ (calctool .*)\n(?:.*\n)*?```$", re.MULTILINE)


def session(found: re.Match[str]) -> str:
    """One session with what the command prints now, standard error included."""
    command = found.group(1)
    done = subprocess.run(  # noqa: S603 (the README's own commands)
        [sys.executable, "-m", *shlex.split(command)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        env={**os.environ, "LANG": "C.UTF-8", "COLUMNS": "80"},
    )
    shown = done.stdout.rstrip("\n")
    return f"```console\n$ {command}\n{shown}\n```"


def main() -> None:
    text = README.read_text(encoding="utf-8")
    README.write_text(SESSION.sub(session, text), encoding="utf-8")


if __name__ == "__main__":
    main()
