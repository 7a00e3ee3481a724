"""`calctool batch` as a whole: killed, cut off, full, interrupted, streamed, gone on with."""

import gzip
import itertools
import json
import os
import pty
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest

from attacks.launch import members
from calctool import budget
from calctool.cli.terminal.progress import progress
from calctool.render import wire
from calctool.run.batch.lines import opened
from calctool.run.batch.tally import Tally
from conftest import PATIENCE, Run, wait_for

COMMAND = [sys.executable, "-m", "calctool", "batch"]
ENDLESS = {"command": "diff", "expr": "endless"}
PATH = os.pathsep.join(
    filter(None, [f"{Path(__file__).parent}/endless", os.environ.get("PYTHONPATH")])
)
ENVIRONMENT = {**os.environ, "PYTHONPATH": PATH}
"""In which the endless question has no end."""


def problem(number: int) -> dict[str, Any]:
    return {"id": number, "command": "diff", "expr": f"x^{number} + {number}*x"}


MIXED = [
    *map(problem, range(1, 9)),
    {"command": "table", "expr": "x^3-3x"},
    {"command": "limit-def", "expr": "x^2", "lang": "zh"},
    {"id": "bad", "command": "diff", "expr": "sin("},
    {"id": "note", "command": "diff", "expr": "1/2x"},
    {"id": {"deep": [1]}, "command": "diff", "expr": "x", "surprise": 1},
    *map(problem, range(9, 33)),
]


def write(path: Path, problems: list[dict[str, Any]]) -> Path:
    text = "".join(json.dumps(one) + "\n" for one in problems).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)
    return path


def read(path: Path) -> list[dict[str, Any]]:
    """Answers without what differs from run to run."""
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    assert text.endswith(b"\n") or not text
    return [{**json.loads(line), "seconds": 0} for line in text.splitlines()]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The answers of a run that nothing happened to."""
    folder = tmp_path_factory.mktemp("whole")
    code, _, _ = batch(write(folder / "p.jsonl", MIXED), "-o", str(folder / "a.jsonl"))
    assert code == 3
    return read(folder / "a.jsonl")


def started(*arguments: object, **how: Any) -> subprocess.Popen[bytes]:
    """In a process group of its own, so that what it leaves behind can be seen."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "process_group": 0, **how}
    return subprocess.Popen([*COMMAND, *map(str, arguments)], env=ENVIRONMENT, **pipes)


def batch(*arguments: object, **how: Any) -> tuple[int, bytes, bytes]:
    with started(*arguments, **how) as process:
        out, err = process.communicate(timeout=PATIENCE)
    assert_nothing_left(process.pid)
    assert b"Traceback" not in (err or b"")
    return process.returncode, out, err


def assert_nothing_left(group: int) -> None:
    """Nothing that was started outlives the run, or not for long."""
    wait_for(lambda: not members(group))


# --- answers ------------------------------------------------------------------------------------


def test_one_answer_for_each_line_in_order(expected: list[dict[str, Any]]) -> None:
    assert len(expected) == len(MIXED)
    for asked, answer in zip(MIXED, expected, strict=True):
        assert next(iter(answer)) == "id"
        assert answer["id"] == asked.get("id")
        if answer["question"] is not None:
            assert answer["question"]["source"] == asked["expr"]
    validator = jsonschema.Draft202012Validator(wire.schema())
    for number in range(7, 13):
        validator.validate(expected[number])
    assert [one["status"] for one in expected].count("error") == 2
    assert any("\u4e00" <= letter <= "\u9fff" for letter in expected[9]["completeness"]["reason"])
    assert expected[11]["notes"]


def test_answers_are_those_of_single_runs(run: Run, expected: list[dict[str, Any]]) -> None:
    for number in (0, 8, 10, 11):
        code, out, _ = run(str(MIXED[number]["command"]), str(MIXED[number]["expr"]), "--json")
        single = {**json.loads(out), "seconds": 0}
        assert single == {key: value for key, value in expected[number].items() if key != "id"}
        assert code == (0 if single["status"] == "complete" else 2)


def test_all_complete_is_exit_code_zero(tmp_path: Path) -> None:
    code, out, err = batch(write(tmp_path / "p", [problem(1)] * 3), "--workers", 1)
    assert code == 0
    assert len(out.splitlines()) == 3
    assert b"3 answered: 3 complete, 0 partial, 0 stopped, 0 errors" in err


def test_steps_can_be_left_out(tmp_path: Path) -> None:
    _, out, _ = batch(write(tmp_path / "p", [problem(1)]), "--steps", "none")
    assert json.loads(out)["steps"] == []


def test_a_stream_is_answered_line_by_line() -> None:
    with started("-", stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in range(1, 4):
            process.stdin.write(json.dumps(problem(number)).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(PATIENCE) == 0
    assert_nothing_left(process.pid)


def test_packed_files_in_and_out(tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    problems = write(tmp_path / "p.jsonl.gz", MIXED)
    code, _, _ = batch(problems, "-o", tmp_path / "a.jsonl.gz")
    assert code == 3
    assert read(tmp_path / "a.jsonl.gz") == expected


def test_a_slow_problem_is_stopped_with_what_was_proved(tmp_path: Path) -> None:
    problems = write(tmp_path / "p", [problem(1), {**ENDLESS, "timeout": 1}, problem(2)])
    _, out, _ = batch(problems)
    one, slow, two = map(json.loads, out.splitlines())
    assert (one["status"], two["status"]) == ("complete", "complete")
    assert (slow["status"], slow["error"]["id"]) == ("stopped", "limit.time")
    assert slow["result"]["derivatives"][0]["derivative"]["expr"] == "1"


# --- files --------------------------------------------------------------------------------------


def test_answers_are_never_overwritten(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("mine")
    problems = write(tmp_path / "p", [problem(1)])
    code, _, err = run("batch", str(problems), "-o", str(tmp_path / "a"))
    assert (code, (tmp_path / "a").read_text()) == (5, "mine")
    assert "[file.has-answers]" in err
    assert "--resume" in err
    code, _, err = run("batch", str(problems), "-o", str(tmp_path / "a"), "--resume")
    assert (code, (tmp_path / "a").read_text()) == (5, "mine")
    assert "[file.not-answers]" in err


@pytest.mark.parametrize(
    ("arguments", "code", "id"),
    [
        ([], 2, "usage.missing-file"),
        (["no-such-file"], 5, "file.cannot-read"),
        (["/"], 5, "file.cannot-read"),
        (["nul\0"], 5, "file.cannot-read"),
        (["-", "--resume"], 2, "usage.resume-needs-file"),
        (["-", "--resume", "-o", "/dev/null"], 2, "usage.resume-needs-file"),
        (["-", "-o", "no-such-folder/a"], 5, "file.cannot-write"),
        (["-", "--workers", "1000000"], 2, "usage.bad-value"),
        (["-", "--workers", "0"], 2, "usage.bad-value"),
        (["-", "--timeout", "never"], 2, "usage.bad-value"),
    ],
)
def test_trouble_is_told(run: Run, arguments: list[str], code: int, id: str) -> None:
    found, out, err = run("batch", *arguments)
    assert (found, out) == (code, "")
    assert f"[{id}]" in err


def test_answers_never_go_through_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    problems = write(tmp_path / "p", [problem(1)])
    code, _, _ = run("batch", str(problems), "-o", str(tmp_path / "link"))
    assert code == 5
    assert not (tmp_path / "elsewhere").exists()


def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    answers = tmp_path / "a"
    with started("-", "-o", answers, stdin=subprocess.PIPE) as first:
        first.stdin.write(json.dumps(problem(1)).encode() + b"\n")
        first.stdin.flush()
        wait_for(lambda: answers.exists() and answers.stat().st_size > 0)
        code, _, err = batch("-", "-o", answers, "--resume", stdin=subprocess.DEVNULL)
        assert (code, b"[file.in-use]" in err) == (5, True)
        first.communicate(b"")
    assert first.returncode == 0


def test_a_damaged_file_is_answered_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "p.gz").write_bytes(write(tmp_path / "q.gz", [problem(1)]).read_bytes() * 2)
    os.truncate(tmp_path / "p.gz", os.path.getsize(tmp_path / "p.gz") - 5)
    code, out, err = batch(tmp_path / "p.gz")
    assert code == 5
    assert len(out.splitlines()) >= 1
    assert b"[file.damaged]" in err


# --- going on -----------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz"])
def test_a_killed_run_goes_on(tmp_path: Path, expected: list[dict[str, Any]], suffix: str) -> None:
    problems = write(tmp_path / "p.jsonl", MIXED)
    answers = tmp_path / f"a.{suffix}"
    with started(problems, "-o", answers, "--workers", 1) as process:
        wait_for(lambda: answers.exists() and answers.stat().st_size > 0)
        process.kill()
        process.communicate(timeout=PATIENCE)
    assert_nothing_left(process.pid)
    with answers.open("ab") as torn:
        torn.write(b'{"id":99,"schema' if suffix == "jsonl" else b"\x1f\x8b\x08\x00\x00")
    code, _, err = batch(problems, "-o", answers, "--resume")
    assert code == 3
    assert b"were there already" in err
    assert read(answers) == expected
    before = answers.read_bytes()
    assert batch(problems, "-o", answers, "--resume")[0] == 3
    assert answers.read_bytes() == before


def test_killed_workers_cost_nothing(tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    answers = tmp_path / "a.jsonl"
    lines = [*MIXED, {**ENDLESS, "timeout": 3}]
    with started(write(tmp_path / "p", lines), "-o", answers, "--workers", 2) as process:
        wait_for(lambda: len(members(process.pid)) > 2)
        # The nursery is the first of the others, its workers come after it.
        wait_for(lambda: answers.exists() and answers.stat().st_size > 0)
        nursery, *workers = sorted(set(members(process.pid)) - {process.pid})
        # All workers at once: a problem that died with two of them is taken for the cause.
        for one in workers:
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        time.sleep(0.05)
        with suppress(ProcessLookupError):
            os.kill(nursery, signal.SIGKILL)
        process.communicate(timeout=PATIENCE)
    assert process.returncode == 3
    assert_nothing_left(process.pid)
    *found, stopped = read(answers)
    assert found == expected
    assert stopped["status"] == "stopped"


def test_a_full_disk_can_be_gone_on_with(tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, resource.RLIM_INFINITY))

    problems, answers = write(tmp_path / "p", MIXED), tmp_path / "a.jsonl"
    code, _, err = batch(problems, "-o", answers, preexec_fn=little_room)
    assert code == 5
    assert b"[file.cannot-write]" in err
    there = read(answers)
    assert there == expected[: len(there)]
    assert there
    assert batch(problems, "-o", answers, "--resume")[0] == 3
    assert read(answers) == expected


def test_no_room_at_all(tmp_path: Path) -> None:
    code, _, err = batch(write(tmp_path / "p", MIXED), "-o", "/dev/full")
    assert code == 5
    assert b"no space is left" in err


def test_a_reader_who_leaves_ends_the_run(tmp_path: Path) -> None:
    with started(write(tmp_path / "p", MIXED)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(PATIENCE) == 141
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert_nothing_left(process.pid)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_keeps_what_is_done(
    tmp_path: Path, expected: list[dict[str, Any]], number: int, code: int
) -> None:
    problems = write(tmp_path / "p", [*MIXED[:5], ENDLESS, *MIXED[5:]])
    answers = tmp_path / "a.jsonl"
    with started(problems, "-o", answers) as process:
        wait_for(lambda: answers.exists() and answers.read_bytes().count(b"\n") == 5)
        os.killpg(process.pid, number)
        _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == code
    assert b"5 answered" in err
    assert b"Traceback" not in err
    assert_nothing_left(process.pid)
    assert read(answers) == expected[:5]


# --- progress -----------------------------------------------------------------------------------


def test_a_terminal_gets_a_bar(tmp_path: Path) -> None:
    problems = write(tmp_path / "p", MIXED)
    ours, theirs = pty.openpty()
    with started(problems, "-o", tmp_path / "a", stdout=subprocess.DEVNULL, stderr=theirs) as run:
        os.close(theirs)
        shown = b"".join(drained(ours))
        assert run.wait(PATIENCE) == 3
    os.close(ours)
    assert "━".encode() in shown
    assert b" done, " in shown


def drained(descriptor: int) -> Iterator[bytes]:
    while select.select([descriptor], [], [], PATIENCE)[0]:
        try:
            data = os.read(descriptor, 1 << 16)
        except OSError:
            return
        if not data:
            return
        yield data


def test_elsewhere_a_line_comes_now_and_then(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = itertools.count(0.0, budget.PROGRESS_SECONDS / 4)
    monkeypatch.setattr(
        "calctool.cli.terminal.progress.time", SimpleNamespace(monotonic=clock.__next__)
    )
    stream = opened(str(write(tmp_path / "p", MIXED)))
    stream.take()
    tally = Tally(stream)
    with progress(tally, "en", on_stdout=False) as shown:
        shown.show()
        for status in ("complete", "complete", "stopped"):
            tally.count(status)
        for _ in range(5):
            shown.show()
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("3 done, 1 not complete, ")
    assert "left" in line
    assert tally.total == len(MIXED)


def test_what_was_there_does_not_count_for_the_rate(tmp_path: Path) -> None:
    tally = Tally(opened(str(write(tmp_path / "p", MIXED))))
    assert (tally.total, tally.seconds_left) == (None, None)
    tally.count("complete")
    tally.go_on()
    assert (tally.done, tally.kept, tally.failed, tally.rate) == (1, 1, 0, 0.0)
