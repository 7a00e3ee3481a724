"""The written documents say what the code does: ids, rules, and every command in the README."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from calctool.present.rules import reference
from calctool.rules import RULES
from calctool.words import batch, boxes, candidates, errors, limits, questions, usage
from calctool.words.moves import MOVES
from calctool.words.notes import NOTES
from calctool.words.stops import STOPS

ROOT = Path(__file__).parents[1]
IDS = (ROOT / "docs" / "ids.txt").read_text().split()
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = re.findall(r"^```console\n\$ (calctool .*)\n((?:.*\n)*?)```$", README, re.MULTILINE)


def test_every_id_is_written_down_for_ever() -> None:
    said = (
        errors.ERRORS,
        questions.ERRORS,
        usage.ERRORS,
        batch.ERRORS,
        STOPS,
        NOTES,
        MOVES,
        limits.STEPS,
        boxes.MOVES,
        candidates.MOVES,
        candidates.TESTS,
        candidates.ARGUMENTS,
    )
    used = {rule.id for rule in RULES} | {id for ids in said for id in ids}
    assert used - set(IDS) == set()
    assert sorted(set(IDS)) == IDS


def test_the_page_of_rules_is_up_to_date() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize(("command", "shown"), SESSIONS)
def test_the_readme_shows_what_is_printed(command: str, shown: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        env={**os.environ, "LANG": "C.UTF-8", "COLUMNS": "80"},
    )
    assert done.stdout.rstrip("\n") == shown.rstrip("\n")
