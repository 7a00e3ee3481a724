"""The written documents say what the code does: ids, rules, and every command in the README."""

import doctest
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from calctool import budget
from calctool.commands import COMMANDS, command
from calctool.present.rules import reference
from calctool.rules import every
from calctool.rules.mistakes import MISTAKES
from calctool.words import limits
from calctool.words.extrema import candidates, extremes
from calctool.words.faults import bridge, checking, defined, errors, questions, usage
from calctool.words.faults.stops import STOPS
from calctool.words.help import batch
from calctool.words.moves import MOVES
from calctool.words.notes import NOTES
from calctool.words.proofs import boxes

ROOT = Path(__file__).parents[1]
IDS = (ROOT / "docs" / "ids.txt").read_text().split()
README = (ROOT / "README.md").read_text(encoding="utf-8")
sys.path.insert(0, str(ROOT / "docs"))

import draw_pictures  # noqa: E402 (these lie beside the pages)
from fill_sessions import PAGES, environment, printed, sessions  # noqa: E402

FIRST_EXAMPLES = [line for name in COMMANDS for line in command(name).first_examples]
INLINE = re.compile(r"(?<!`)`(calctool [^`]*)`(?!`)")
SESSIONS = list(sessions())
LINES = sorted({
    line
    for page in (*PAGES, ROOT / "CHANGELOG.md")
    for line in INLINE.findall(page.read_text(encoding="utf-8"))
    if re.search('"| rules| --', line) and not re.search("[A-Z]{2}|…|batch|-o ", line)
})  # fmt: skip
"""What stands in the middle of a sentence and holds nothing to be filled in."""


def test_every_id_is_written_down_for_ever() -> None:
    said = (
        errors.ERRORS,
        questions.ERRORS,
        usage.ERRORS,
        batch.ERRORS,
        bridge.ERRORS,
        checking.ERRORS,
        defined.ERRORS,
        {mistake.id: mistake for mistake in MISTAKES},
        STOPS,
        NOTES,
        MOVES,
        limits.STEPS,
        boxes.MOVES,
        candidates.MOVES,
        candidates.TESTS,
        extremes.ARGUMENTS,
    )
    used = {rule.id for rule in every()} | {id for ids in said for id in ids}
    assert used - set(IDS) == set()
    assert sorted(set(IDS)) == IDS


def test_the_page_of_rules_is_up_to_date() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        pytest.param(command, shown, id=f"{page}-{n}")
        for n, (page, command, shown) in enumerate(SESSIONS)
    ],
)
def test_a_page_shows_what_is_printed(command: str, shown: str) -> None:
    assert printed(command) == shown


@pytest.mark.parametrize("line", LINES)
def test_a_command_line_in_a_sentence_runs(line: str) -> None:
    assert "[usage." not in (said := printed(line)), said
    assert "[internal." not in said


def test_the_pictures_are_up_to_date(tmp_path: Path) -> None:
    draw_pictures.draw(tmp_path)
    shown = set(re.findall(r"\(docs/pictures/([^)]*)\)", README))
    assert shown == set(draw_pictures.commands()) == {file.name for file in tmp_path.iterdir()}
    for name in shown:
        assert (tmp_path / name).read_text() == (draw_pictures.FOLDER / name).read_text(), name


def test_the_batch_of_the_readme_runs(tmp_path: Path) -> None:
    command, problems = re.search(
        r"```sh\n(calctool batch .*)\n```(?:.*\n)+?```json\n([^`]*)```", README
    ).groups()
    (tmp_path / "problems.jsonl").write_text(problems)
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in (tmp_path / "answers.jsonl").read_text().splitlines()]
    assert [answer["id"] for answer in answers] == [1, 2]
    assert {answer["status"] for answer in answers} == {"complete"}


def test_the_python_of_the_readme_runs() -> None:
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert failed == 0
    assert tried == 2


def marks(page: Path) -> set[str]:
    """The headings of a page as a forge makes marks of them."""
    heads = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {"#" + re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads}


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target, part in re.findall(r"\]\((?!http)([^)#]*)(#[^)]*)?\)", page.read_text("utf-8")):
            found = page.parent / target if target else page
            assert found.exists(), (page.name, target)
            if part:
                heads = re.findall(r"^#+ (.*)$", found.read_text("utf-8"), re.MULTILINE)
                marks = {
                    "#" + re.sub(r"[^\w -]", "", head).lower().replace(" ", "-") for head in heads
                }
                assert part in marks, (page.name, part)


def test_the_limits_are_those_of_the_code() -> None:
    page = (ROOT / "docs" / "limits.md").read_text("utf-8")
    stated = re.findall(r"^\| .* \| ([\d,]+)[^|]*\| `(\w+)` \|$", page, re.MULTILINE)
    assert len(stated) >= 8
    for number, name in stated:
        assert float(number.replace(",", "")) == getattr(budget, name), name


@pytest.mark.parametrize("example", [*FIRST_EXAMPLES, *(
    example
    for name in COMMANDS
    if name not in ("batch", "sheet", "repl", "mcp", "schema")
    for example in command(name).examples
)])  # fmt: skip
def test_examples_of_the_help_run_as_pasted(example: str) -> None:
    said = printed(example)
    assert "error:" not in said
    assert len(said.splitlines()) > 3


def test_each_help_begins_with_two_examples_of_its_own() -> None:
    assert len(FIRST_EXAMPLES) == 7
    for name in COMMANDS:
        assert all(example.split()[1] == name for example in command(name).examples)
