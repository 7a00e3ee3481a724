"""A batch on a cluster: a scheduler and two workers on this machine, killed, poisoned, left."""

import importlib.util
import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attacks.launch import members
from calctool import budget
from calctool.notation.problem import Problem
from calctool.run.batch import AnswerLine, Settings
from calctool.run.batch.lines import Given, Line
from calctool.run.child import Bounds
from calctool.run.cluster import connected, on_worker, run_lines
from calctool.run.cluster.chunk import Answers, Chunk, Failed, Killed, Reply
from calctool.run.cluster.pace import Pace
from conftest import PATIENCE, Run, wait_for
from test_batch import (
    ENDLESS,
    ENVIRONMENT,
    MIXED,
    assert_nothing_left,
    batch,
    problem,
    read,
    started,
    write,
)  # fmt: skip

# --- what is sent when, without a cluster -------------------------------------------------------


@dataclass
class Pretended:
    """A cluster that loses, delays and repeats as it likes."""

    threads: int
    chance: random.Random
    poison: frozenset[int] = frozenset()
    deaths: int = 0
    faults: int = 0
    how_often: float = 0.3
    away: dict[int, Chunk] = field(default_factory=dict)
    most_lines: int = 0

    def __post_init__(self) -> None:
        self.pipe, ringer = os.pipe()
        os.write(ringer, b"\0")
        os.close(ringer)

    def submit(self, number: int, chunk: Chunk) -> None:
        self.away[number] = chunk
        self.most_lines = max(self.most_lines, sum(len(one.lines) for one in self.away.values()))

    def arrived(self) -> list[tuple[int, Reply]]:
        number = self.chance.choice([*self.away])
        return [(number, self.reply(self.away.pop(number)))]

    def reply(self, chunk: Chunk) -> Reply:
        if self.poison & {line.number for line in chunk.lines}:
            return Killed()
        if self.deaths and self.chance.random() < self.how_often:
            self.deaths -= 1
            return Killed()
        if self.faults and self.chance.random() < self.how_often:
            self.faults -= 1
            return Failed(Problem("cluster.worker"))
        return Answers(tuple(map(answer, chunk.lines)), 0.1 * len(chunk.lines))

    def fileno(self) -> int:
        return self.pipe

    def close(self) -> None:
        os.close(self.pipe)


def answer(line: Line) -> AnswerLine:
    return AnswerLine(line.number, "complete", b'{"id":%d}' % line.number)


def lines_of(number: int) -> list[Line]:
    return [Line(n, b'{"command":"diff","expr":"x"}') for n in range(1, number + 1)]


def answers_of(cluster: Pretended, number: int) -> list[AnswerLine]:
    try:
        return [*run_lines(Given(lines_of(number)), Settings(1, Bounds()), cluster)]
    finally:
        cluster.close()


@given(
    number=st.integers(0, 300),
    threads=st.integers(1, 5),
    poison=st.frozensets(st.integers(1, 300), max_size=3),
    seed=st.integers(0, 2**32),
)
def test_contract_every_line_gets_its_answer_in_order(
    number: int, threads: int, poison: frozenset[int], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311
    found = answers_of(Pretended(threads, chance, poison, faults=2), number)
    assert [one.line for one in found] == [*range(1, number + 1)]
    for one in found:
        if one.line in poison:
            assert one.status == "stopped"
            assert json.loads(one.json)["error"]["id"] == "limit.crash"
        else:
            assert one == answer(Line(one.line, b""))


@given(seed=st.integers(0, 2**32))
def test_contract_machines_that_die_condemn_no_line(seed: int) -> None:
    """A death is nobody's fault unless a line dies alone and again."""
    chance = random.Random(seed)  # noqa: S311
    found = answers_of(Pretended(3, chance, deaths=1), 200)
    assert {one.status for one in found} == {"complete"}


def test_no_more_is_away_than_the_cluster_needs() -> None:
    cluster = Pretended(2, random.Random(1))  # noqa: S311
    assert len(answers_of(cluster, 20_000)) == 20_000
    chunk = budget.CHUNK_SECONDS / 0.1
    assert cluster.most_lines <= budget.CHUNKS_AWAY * 2 * chunk


def test_a_worker_that_never_begins_ends_the_run() -> None:
    with pytest.raises(Problem, match=r"cluster\.worker"):
        answers_of(Pretended(1, random.Random(1), faults=10**9, how_often=1), 1)  # noqa: S311


def test_chunks_grow_with_what_is_known_and_shrink_at_the_end() -> None:
    pace = Pace()
    assert pace.size(4) == budget.CHUNK_FIRST_LINES
    for _ in range(20):
        pace.learn(pace.size(4), 0.01 * pace.size(4), 100 * pace.size(4))
    assert pace.size(4) == pytest.approx(budget.CHUNK_SECONDS / 0.01, abs=1)
    assert pace.size(4, left=80) == 10
    assert pace.size(4, left=1) == 1
    for _ in range(40):
        pace.learn(1, 30.0, 100)
    assert pace.size(4) == 1
    long = Pace()
    for _ in range(20):
        long.learn(long.size(1), 0.001, long.size(1) << 16)
    assert long.size(1) == budget.CHUNK_ANSWER_BYTES >> 16


def test_another_version_answers_nothing() -> None:
    reply = on_worker.answered(Chunk((), Settings(1, Bounds()), "0.0"))
    assert isinstance(reply, Failed)
    assert reply.why.id == "cluster.version"


# --- without dask -------------------------------------------------------------------------------


def test_without_dask_it_is_said_how_to_install_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    problems, answers = write(tmp_path / "p", [problem(1)]), tmp_path / "a"
    code, out, err = run(
        "batch", str(problems), "--cluster", "tcp://localhost:1", "-o", str(answers)
    )
    assert (code, out, answers.exists()) == (2, "", False)
    assert "[usage.no-cluster]" in err
    assert 'pip install "calctool[cluster]"' in err


def test_workers_are_those_of_the_cluster(run: Run) -> None:
    code, _, err = run("batch", "-", "--cluster", "tcp://localhost:1", "--workers", "2")
    assert code == 2
    assert "[usage.conflict]" in err


# --- with dask ----------------------------------------------------------------------------------

needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="dask.distributed is not installed"
)
POISON = """
import os, signal
from calctool.run.batch.lines import Given
from calctool.run.cluster import on_worker

genuine = getattr(on_worker, "genuine", on_worker.run_lines)

def run_lines(feed, settings, **how):
    lines = []
    while (line := feed.take()) is not None:
        lines.append(line)
    if any(b'"poison"' in line.data for line in lines):
        os.kill(os.getpid(), signal.SIGKILL)
    return genuine(Given(lines), settings, **how)

# A worker is prepared more than once.
on_worker.genuine, on_worker.run_lines = genuine, run_lines
"""


@dataclass
class Dask:
    """A scheduler and two workers, each in a process group of its own."""

    address: str
    workers: tuple[int, int]

    def process(self, number: int) -> int:
        """The process that runs chunks; its nanny starts another when it dies."""
        (found,) = (
            pid for pid in members(self.workers[number]) if b"spawn_main" in command(pid)
        )  # fmt: skip
        return found


def command(pid: int) -> bytes:
    try:
        return Path("/proc", str(pid), "cmdline").read_bytes()
    except OSError:
        return b""


def parent(pid: int) -> int:
    try:
        return int(Path("/proc", str(pid), "stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    folder = tmp_path_factory.mktemp("dask")
    (folder / "poison.py").write_text(POISON)
    file = folder / "scheduler.json"
    environment = {**ENVIRONMENT, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    processes: list[subprocess.Popen[bytes]] = []

    def start(*arguments: object) -> int:
        dask = [sys.executable, "-m", "dask", *map(str, arguments), "--scheduler-file", str(file)]
        log = (folder / f"{len(processes)}.log").open("wb")
        with log:
            processes.append(
                subprocess.Popen(
                    dask, env=environment, process_group=0, stdout=log, stderr=log, cwd=folder
                )
            )
        return processes[-1].pid

    here = ("--host", "127.0.0.1", "--no-dashboard")
    try:
        start("scheduler", *here, "--port", 0)
        wait_for(file.exists)
        alone = ("--nthreads", 1, "--preload", folder / "poison.py", "--local-directory", folder)
        workers = start("worker", *here, *alone), start("worker", *here, *alone)
        yield Dask(json.loads(file.read_text())["address"], workers)
    finally:
        for process in reversed(processes):
            process.terminate()
        for process in reversed(processes):
            # How dask closes is its own affair: what has not ended soon is ended.
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            for pid in members(process.pid):
                os.kill(pid, signal.SIGKILL)
            process.wait(PATIENCE)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("local")
    batch(write(folder / "p.jsonl", MANY), "-o", folder / "a.jsonl")
    return read(folder / "a.jsonl")


MANY = [*MIXED, *({"id": n, "command": "diff", "expr": f"sin({n}x)^{n}"} for n in range(1, 21))]


def assert_only_ours(err: bytes) -> None:
    """What dask and its friends say of it is for nobody."""
    others = [
        one for one in err.splitlines() if b" done, " not in one and b" answered: " not in one
    ]
    assert others == []


@needs_dask
def test_a_worker_killed_in_the_middle_costs_no_answer(
    dask: Dask, tmp_path: Path, local: list[dict[str, Any]]
) -> None:
    answers = tmp_path / "a.jsonl"
    problems = write(tmp_path / "p.jsonl", MANY)
    with started(problems, "-o", answers, "--cluster", dask.address) as process:
        wait_for(lambda: answers.exists() and answers.stat().st_size > 0)
        os.kill(dask.process(0), signal.SIGKILL)
        _, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, b"Traceback" in err) == (3, False)
    assert_only_ours(err)
    assert_nothing_left(process.pid)
    assert read(answers) == local


@needs_dask
def test_a_line_that_kills_workers_costs_only_itself(
    dask: Dask, tmp_path: Path, local: list[dict[str, Any]]
) -> None:
    lines = [*MANY[:20], {"id": "poison", "command": "diff", "expr": "x"}, *MANY[20:36]]
    answers = tmp_path / "a.jsonl"
    problems = write(tmp_path / "p.jsonl", lines)
    code, _, err = batch(problems, "-o", answers, "--cluster", dask.address)
    assert code == 3
    assert_only_ours(err)
    found = read(answers)
    poisoned = found.pop(20)
    assert found == local[:36]
    assert (poisoned["id"], poisoned["status"]) == ("poison", "stopped")
    assert poisoned["error"]["id"] == "limit.crash"


@needs_dask
def test_an_interrupt_keeps_what_is_done_and_frees_the_workers(
    dask: Dask, tmp_path: Path, local: list[dict[str, Any]]
) -> None:
    lines = [*MANY[:4], *[ENDLESS] * 4, *MANY[4:8]]
    answers = tmp_path / "a.jsonl"
    problems = write(tmp_path / "p.jsonl", lines)
    options = ("-o", answers, "--cluster", dask.address)

    def busy() -> int:
        """Workers of calctool, which the nursery of each process that runs chunks has hired."""
        ours = [pid for one in dask.workers for pid in members(one) if b"nursery" in command(pid)]
        return sum(parent(pid) in ours for pid in ours)

    with started(problems, *options) as process:
        wait_for(lambda: answers.exists() and answers.read_bytes().count(b"\n") == 4)
        wait_for(busy)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert b"4 answered" in err
    assert b"Traceback" not in err
    wait_for(lambda: busy() == 0)
    assert read(answers) == local[:4]
    write(tmp_path / "p.jsonl", [*MANY[:12]])
    code, _, err = batch(problems, *options, "--resume")
    assert b"there already: 4;" in err
    assert read(answers) == local[:12]
    assert code == 3


@needs_dask
@pytest.mark.parametrize(
    ("address", "id"),
    [("no address", "cluster.address"), ("tcp://127.0.0.1:1", "cluster.no-scheduler")],
)
def test_there_is_no_such_scheduler(address: str, id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "CONNECT_SECONDS", 0.5)
    with pytest.raises(Problem) as raised:
        connected(address)
    assert raised.value.id == id


@needs_dask
def test_a_scheduler_without_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "CLUSTER_SECONDS", 0.5)
    file = tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "dask", "scheduler", "--host", "127.0.0.1", "--port", "0"]
    where = ["--no-dashboard", "--scheduler-file", str(file)]
    with subprocess.Popen([*dask, *where], stderr=subprocess.DEVNULL, cwd=tmp_path) as scheduler:
        try:
            wait_for(file.exists)
            there = connected(json.loads(file.read_text())["address"])
            with pytest.raises(Problem, match="no-workers"):
                list(run_lines(Given(lines_of(1)), Settings(1, Bounds()), there))
            scheduler.kill()
            wait_for(raises(lambda: there.threads, "cluster.lost"))
            there.close()
        finally:
            scheduler.kill()


def raises(what: Callable[[], object], id: str) -> Callable[[], bool]:
    def whether() -> bool:
        try:
            what()
        except Problem as problem:
            return problem.id == id
        return False

    return whether
