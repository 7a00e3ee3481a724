"""The worker keeps its promises when the solver loops, hogs, aborts or dies: real kills."""

import faulthandler
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from msgspec.structs import replace

from calctool.notation.problem import Problem
from calctool.notation.tree import Name
from calctool.run import worker
from calctool.run.child import LENGTH, Bounds, Fault
from calctool.run.reply import messages
from calctool.solve.answer import Completeness, OneDerivative, State, Status
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.question import DiffQuestion
from calctool.words import Words
from conftest import PATIENCE, wait_for

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

X = Name("x")
QUESTION = DiffQuestion("x", X, ("x",))
UNFINISHED = Completeness(State.PARTIAL, Words("begun", "begun"), (Words("kinks", "kinks"),))
FIRST = DiffAnswer(
    question=QUESTION,
    derivatives=(OneDerivative(("x",), (), X),),
    status=Status.PARTIAL,
    completeness=UNFINISHED,
)
WHOLE = replace(
    FIRST, status=Status.COMPLETE, completeness=Completeness(State.COMPLETE, Words("all", "all"))
)
PATIENT = Bounds(timeout=PATIENCE, memory=1200)
QUICK = replace(PATIENT, timeout=2)
"""Enough on a busy machine for a part that is there at once."""


def good(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    yield FIRST
    yield WHOLE


def loops(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    yield FIRST
    while True:
        pass


def deaf(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    """A C call that looks at no signal handler, as FLINT's do."""
    yield FIRST
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    while True:
        pass


def swallows(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    """What careless libraries do with every exception."""
    yield FIRST
    while True:
        with suppress(Exception):
            time.sleep(1)


def hogs(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    yield FIRST
    yield replace(FIRST, notes=tuple(range(1 << 30)))  # type: ignore[arg-type]


def aborts(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    faulthandler.disable()
    yield FIRST
    os.abort()


def aborts_for_memory(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    faulthandler.disable()
    yield FIRST
    os.write(2, b"GNU MP: Cannot allocate memory (size=8)\n")
    os.abort()


def hogs_in_c(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    from flint import fmpz

    faulthandler.disable()
    yield FIRST
    fmpz(3) ** (1 << 34)


def faults_in_c(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    faulthandler.disable()
    yield FIRST
    os.kill(os.getpid(), signal.SIGSEGV)


def is_killed(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    yield FIRST
    os.kill(os.getpid(), signal.SIGKILL)


def leaves(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    yield FIRST
    os._exit(7)


def deeper(question: DiffQuestion) -> Iterator[DiffAnswer]:
    return deeper(question)


def talks_too_much(_question: DiffQuestion) -> Iterator[DiffAnswer]:
    yield FIRST
    yield replace(FIRST, notes=("x" * (80 << 20),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("solve", "reason"),
    [
        (loops, "limit.time"),
        (deaf, "limit.time"),
        (swallows, "limit.time"),
        (hogs, "limit.memory"),
        (hogs_in_c, "limit.memory"),
        (aborts, "limit.crash"),
        (aborts_for_memory, "limit.memory"),
        (faults_in_c, "limit.crash"),
        (is_killed, "limit.memory"),
        (leaves, "limit.crash"),
        (deeper, "limit.depth"),
        (talks_too_much, "limit.size"),
    ],
)
def test_what_was_finished_survives_every_death(solve: object, reason: str) -> None:
    # The child starts as large as the test process has grown by then.
    memory = 4096 if reason in ("limit.size", "limit.depth") else PATIENT.memory
    bounds = replace(QUICK if reason == "limit.time" else PATIENT, memory=memory)
    before = children()
    answer = worker.answer(QUESTION, bounds, solve=solve)  # type: ignore[arg-type]
    assert answer.status is Status.STOPPED
    assert answer.error == (reason, "")
    if solve is not deeper:
        assert answer.derivatives == FIRST.derivatives
        assert answer.completeness.state is State.PARTIAL
        assert answer.completeness.missing == UNFINISHED.missing
    assert children() <= before


def test_the_last_part_is_the_answer() -> None:
    answer = worker.answer(QUESTION, PATIENT, solve=good)
    assert replace(answer, seconds=0.0) == WHOLE
    assert answer.seconds > 0


def test_nothing_finished_is_said_with_the_reason() -> None:
    def stalls(_question: DiffQuestion) -> Iterator[DiffAnswer]:
        time.sleep(PATIENCE)
        yield FIRST

    answer = worker.answer(QUESTION, replace(QUICK, timeout=0.6), solve=stalls)
    assert answer.derivatives == ()
    assert answer.completeness.state is State.UNKNOWN
    assert "--timeout" in answer.completeness.reason.en
    assert "0.6" in answer.completeness.reason.zh


def test_a_problem_found_by_the_solver_reaches_the_user() -> None:
    def refuses(_question: DiffQuestion) -> Iterator[DiffAnswer]:
        raise Problem("syntax.some-id", X.span, hint="some-hint", name="x")
        yield FIRST

    with pytest.raises(Problem) as caught:
        worker.answer(QUESTION, PATIENT, solve=refuses)
    assert (caught.value.id, caught.value.facts) == ("syntax.some-id", {"name": "x"})


def test_a_fault_carries_its_trace_for_authors_only() -> None:
    def errs(_question: DiffQuestion) -> Iterator[DiffAnswer]:
        yield FIRST
        raise ValueError("inner words")

    with pytest.raises(Fault, match="inner words"):
        worker.answer(QUESTION, PATIENT, solve=errs)


def test_no_answer_at_all_is_a_fault() -> None:
    with pytest.raises(Fault):
        worker.answer(QUESTION, PATIENT, solve=lambda _question: iter(()))


def test_an_interrupt_leaves_no_process_behind() -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    before = children()
    with pytest.raises(KeyboardInterrupt):
        worker.answer(QUESTION, Bounds(), solve=loops, meanwhile=interrupt)
    assert children() <= before


def test_the_child_dies_with_its_parent() -> None:
    source = (
        "import sys, os, time; sys.path.insert(0, 'tests'); import test_worker as t\n"
        "def show(_):\n os.write({0}, str(os.getpid()).encode()); time.sleep(60); yield\n"
        "t.worker.answer(t.QUESTION, t.Bounds(), solve=show)"
    )
    read, write = os.pipe()
    with subprocess.Popen([sys.executable, "-c", source.format(write)], pass_fds=[write]) as parent:
        os.close(write)
        child = int(os.read(read, 32))
        parent.kill()
    os.close(read)
    wait_for(lambda: not alive(child))


def test_where_there_is_no_fork() -> None:
    reply = worker.spawn(QUESTION, Bounds(timeout=PATIENCE))
    assert reply.stopped is None
    assert isinstance(list(messages(reply.data))[-1], DiffAnswer)
    assert worker.spawn(QUESTION, Bounds(timeout=0.01)).stopped == "limit.time"


def test_a_message_that_was_cut_off_is_left_out() -> None:
    whole = pickle.dumps(WHOLE)
    data = LENGTH.pack(len(whole)) + whole
    assert list(messages(data + data[:-1])) == [WHOLE]
    assert list(messages(data + data[:3])) == [WHOLE]


def alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def children() -> set[int]:
    """Processes whose parent we are, dead ones included."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as stat:
                if int(stat.read().rsplit(")", 1)[1].split()[1]) == os.getpid():
                    found.append(int(name))
        except OSError:
            continue
    return set(found)
