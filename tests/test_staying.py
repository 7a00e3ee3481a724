"""The process that stays for the next question: one for a caller, and gone with it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest

import calctool as ct
from calctool.run import nursery, staying, worker
from calctool.run.child import Bounds
from calctool.solve.answer import Status, Told
from calctool.solve.typed import Typed, question
from conftest import PATIENCE, wait_for
from test_worker import alive

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

PATIENT = Bounds(timeout=PATIENCE)
ENDLESS = Typed("sin(x*y)*exp(x-y^3)*cos(x+y)+x*y*cos(x*y)")


def diff(text: str, bounds: Bounds = PATIENT) -> Told:
    return worker.answer(question("diff", Typed(text)), bounds, stays=True)


def its_process() -> int:
    found = staying._stay.nursery
    assert found is not None
    return found._process.pid


@pytest.fixture(autouse=True)
def _nothing_stays() -> Iterator[None]:
    yield
    staying.close()


def test_one_process_stays_for_all_questions() -> None:
    before = diff("x^2")
    first = its_process()
    for command, typed in (
        ("limit-def", Typed("x^2")),
        ("table", Typed("x^3")),
        ("critical", Typed("x^2+y^2")),
        ("lagrange", Typed("x+y", subject_to=("x^2+y^2=1",))),
    ):
        found = worker.answer(question(command, typed), PATIENT, stays=True)
        assert found.status is Status.COMPLETE
    assert its_process() == first
    assert diff("x^2").derivatives == before.derivatives


def test_the_answer_is_that_of_a_process_of_its_own() -> None:
    asked = question("table", Typed("x^3-3*x"))
    one, other = (worker.answer(asked, PATIENT, stays=stays) for stays in (True, False))
    assert (one.points, one.intervals, one.checks) == (other.points, other.intervals, other.checks)


def test_what_is_out_of_time_is_stopped_and_the_next_one_answered() -> None:
    stopped = worker.answer(question("critical", ENDLESS), Bounds(timeout=0.5), stays=True)
    assert stopped.status in (Status.STOPPED, Status.PARTIAL)
    first = its_process()
    assert diff("x^3").status is Status.COMPLETE
    assert its_process() == first


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_another_one_is_started_when_it_has_died(number: int) -> None:
    diff("x")
    first = its_process()
    os.kill(first, number)
    wait_for(lambda: not alive(first))
    assert diff("x^2").status is Status.COMPLETE
    assert its_process() != first


def test_a_question_is_asked_again_when_it_dies_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    heard, killed = staying.read_until, []

    def kill_first(replies: int, end: float, *_: object) -> tuple[bytes, str | None]:
        if not killed:
            killed.append(its_process())
            os.kill(killed[0], signal.SIGKILL)
        return heard(replies, end)

    monkeypatch.setattr(staying, "read_until", kill_first)
    assert diff("x*sin(x)").status is Status.COMPLETE
    assert killed


def test_an_interrupt_ends_the_question_only(monkeypatch: pytest.MonkeyPatch) -> None:
    forked: list[int] = []
    fork = staying._Stay.fork

    def noted(self: staying._Stay, *order: int) -> tuple[staying.Nursery, int]:
        made = fork(self, *order)
        forked.append(made[1])
        return made

    def interrupted(_replies: int, _end: float, *_: object) -> NoReturn:
        raise KeyboardInterrupt

    diff("x")
    first = its_process()
    with monkeypatch.context() as patched:
        patched.setattr(staying._Stay, "fork", noted)
        patched.setattr(staying, "read_until", interrupted)
        with pytest.raises(KeyboardInterrupt):
            worker.answer(question("critical", ENDLESS), PATIENT, stays=True)
    (process,) = forked
    assert not alive(process)
    os.kill(first, signal.SIGINT)
    assert diff("x^2").status is Status.COMPLETE
    assert its_process() == first


def test_an_interrupted_order_is_not_taken_for_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    diff("x")
    first = its_process()

    def interrupted(_self: object) -> NoReturn:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(staying.Nursery, "_reply", interrupted)
        with pytest.raises(KeyboardInterrupt):
            diff("x")
    assert diff("x^2").status is Status.COMPLETE
    assert its_process() != first


def test_any_thread_may_ask() -> None:
    found: dict[int, str] = {}

    def ask(power: int) -> None:
        found[power] = str(ct.diff(f"x^{power}").derivative)

    threads = [threading.Thread(target=ask, args=(power,)) for power in range(3, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {power: f"{power}*x**{power - 1}" for power in range(3, 9)}


def test_a_forked_copy_has_one_of_its_own() -> None:
    diff("x")
    first = its_process()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            diff("x^2")
            os.write(write, str(its_process()).encode())
        finally:
            staying.close()
            os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    other = int(os.read(read, 32))
    os.close(read)
    assert other != first
    assert diff("x^2").status is Status.COMPLETE
    assert its_process() == first


@pytest.mark.parametrize("end", ["", "os.kill(os.getpid(), 9)", "os._exit(0)"])
def test_it_ends_with_its_caller(end: str) -> None:
    source = (
        "import os, sys; sys.path.insert(0, 'tests'); import test_staying as t\n"
        f"t.diff('x'); print(t.its_process(), flush=True); {end}"
    )
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", source],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as caller:
        out, err = caller.communicate(timeout=PATIENCE)
    assert not err
    wait_for(lambda: not alive(int(out)))


class Idle:
    """A trade that nobody asks for anything."""

    IDLE_SECONDS = 0.0

    def __init__(self) -> None:
        self.done: list[str] = []

    def first_work(self) -> Iterator[Callable[[], object]]:
        yield lambda: self.done.append("one")
        yield lambda: 1 / 0
        yield lambda: self.done.append("two")

    def prepare(self, number: int) -> None: ...

    def work(self, *order: int) -> NoReturn:
        raise AssertionError(order)


def test_without_questions_it_does_its_first_work_and_ends() -> None:
    idle = Idle()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        nursery._obey(theirs, idle, set())
    assert idle.done == ["one", "two"]
