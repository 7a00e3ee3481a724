"""A typed program that uses calctool passes mypy, and its mistakes do not."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_a_typed_program_passes_mypy() -> None:
    """With the settings and the cache of the checks, so that only the program is read anew."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "tests/typed_program.py"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
