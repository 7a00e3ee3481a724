"""No problem of a batch can hurt another: workers that loop, hog, abort and die, for real."""

import faulthandler
import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from calctool import budget
from calctool.notation.tree import Name
from calctool.run.batch import AnswerLine, Settings, run_lines
from calctool.run.batch.crew import ForkedHand, Spawned
from calctool.run.batch.duty import serve
from calctool.run.batch.known import Known
from calctool.run.batch.lines import Given, Line
from calctool.run.child import Bounds, Solver, confine, redirect, solver_for
from calctool.solve.answer import Completeness, OneDerivative, State, Status
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.question import DiffQuestion
from calctool.solve.typed import Typed, question
from calctool.words import Note, Words
from conftest import PATIENCE

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

PATIENT = Settings(2, Bounds(timeout=PATIENCE, memory=1500))
QUICK = Settings(2, Bounds(timeout=2, memory=1500))
"""Enough on a busy machine for a part that is there at once."""


class Here:
    """Workers forked from the test itself, which solve as the test says."""

    def __init__(self, solve: Any) -> None:
        self._solve = solve
        self._processes: list[int] = []

    @property
    def hired(self) -> int:
        return len(self._processes)

    def hire(self, memory: int) -> ForkedHand:
        ours, theirs = multiprocessing.Pipe()
        complaints, errors = os.pipe()
        os.set_blocking(complaints, False)
        parent = os.getpid()
        process = os.fork()
        if process == 0:
            faulthandler.disable()
            redirect(errors)
            ours.close()
            serve(theirs, memory, parent, self._find)
        theirs.close()
        os.close(errors)
        self._processes.append(process)
        return ForkedHand(ours, complaints, process, _status)

    def _find(self, command: str) -> Solver:
        return self._solve if command == "diff" else solver_for(command)

    def close(self) -> None:
        """Every worker was waited for by now."""
        for process in self._processes:
            with pytest.raises(ChildProcessError):
                os.waitpid(process, os.WNOHANG)


def _status(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def lines(*expressions: str, **keys: object) -> Given:
    """What ends only with its time is given little of it."""
    problems = (
        {"id": number, "command": "diff", "expr": text, **NEVER_DONE.get(text, {}), **keys}
        for number, text in enumerate(expressions, 1)
    )
    return Given(Line(n, json.dumps(problem).encode()) for n, problem in enumerate(problems, 1))


def answers(feed: Given, settings: Settings = PATIENT, solve: Any = None) -> list[Any]:
    found = run_lines(feed, settings, crew=Here(solve or dangerous))
    return [json.loads(answer.json) for answer in found]


def first(asked: DiffQuestion) -> DiffAnswer:
    begun = Completeness(State.PARTIAL, Words("begun", "begun"), (Words("rest", "rest"),))
    derivative = OneDerivative(("x",), (), Name("x"))
    return DiffAnswer(
        question=asked, derivatives=(derivative,), status=Status.PARTIAL, completeness=begun
    )


def dangerous(asked: DiffQuestion) -> Iterator[DiffAnswer]:
    """Does what the expression is called."""
    yield first(asked)
    DEEDS.get(asked.source, lambda: None)()
    whole = Completeness(State.COMPLETE, Words("all", "all"))
    yield replace(first(asked), status=Status.COMPLETE, completeness=whole)


def _loop() -> None:
    while True:
        pass


def _deaf() -> None:
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM])
    _loop()


def _hog() -> None:
    _ = list(range(1 << 40))


def _hog_in_c() -> None:
    from flint import fmpz

    fmpz(3) ** (1 << 36)


def _complain_and_abort() -> None:
    os.write(2, b"GNU MP: Cannot allocate memory (size=8)\n")
    os.abort()


def _deeper() -> None:
    _deeper()


def _err() -> None:
    raise KeyError("inner words")


DEEDS = {
    "loop": _loop,
    "deaf": _deaf,
    "hog": _hog,
    "hogc": _hog_in_c,
    "abort": os.abort,
    "gmp": _complain_and_abort,
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "leave": lambda: os._exit(7),
    "goodbye": lambda: os._exit(0),
    "deeper": _deeper,
    "err": _err,
}
NEVER_DONE = {name: {"timeout": 2} for name in ("loop", "deaf")}
REASONS = {
    "loop": "limit.time", "deaf": "limit.time", "hog": "limit.memory", "hogc": "limit.memory",
    "abort": "limit.crash", "gmp": "limit.memory", "killed": "limit.memory",
    "leave": "limit.crash", "goodbye": "limit.crash", "deeper": "limit.depth",
    "err": "internal.fault",
}  # fmt: skip


def test_a_poisoned_problem_costs_only_itself() -> None:
    poisons = [name for deed in REASONS for name in (deed, "x", "y")]
    found = answers(lines(*poisons))
    assert [answer["id"] for answer in found] == list(range(1, len(poisons) + 1))
    for name, answer in zip(poisons, found, strict=True):
        if name in REASONS:
            assert answer["error"]["id"] == REASONS[name]
            assert "inner words" not in json.dumps(answer)
        else:
            assert answer["status"] == "complete"


@pytest.mark.parametrize("name", sorted(set(REASONS) - {"err"}))
def test_what_was_finished_survives(name: str) -> None:
    (answer,) = answers(lines(name))
    assert answer["status"] == "stopped"
    assert answer["completeness"]["missing"] == ["rest"]
    assert answer["result"]["derivatives"][0]["derivative"]["expr"] == "x"
    assert next(iter(answer)) == "id"


def test_a_worker_that_dies_of_something_else_is_no_verdict(tmp_path: Path) -> None:
    def dies_once(asked: DiffQuestion) -> Iterator[DiffAnswer]:
        mark = tmp_path / asked.source
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        yield from dangerous(asked)

    found = answers(lines("x", "y", "z"), solve=dies_once)
    assert [answer["status"] for answer in found] == ["complete"] * 3


def test_a_problem_that_cannot_even_be_written_down_is_answered() -> None:
    def answers_nonsense(asked: DiffQuestion) -> Iterator[Any]:
        yield replace(first(asked), checks=_Poison())  # type: ignore[arg-type]

    found = answers(lines("x", "y"), solve=answers_nonsense)
    assert [answer["status"] for answer in found] == ["stopped"] * 2
    assert found[0]["error"]["id"] == "limit.crash"
    assert found[0]["result"] is None


class _Poison:
    def __iter__(self) -> Iterator[object]:
        os.abort()


def test_no_line_gets_more_than_the_run_allows() -> None:
    (answer,) = answers(lines("deaf", timeout=1e9), QUICK)
    assert answer["error"]["id"] == "limit.time"
    assert " 2 " in answer["error"]["message"]
    (answer,) = answers(lines("loop", timeout=0.2), replace(QUICK, bounds=Bounds(timeout=PATIENCE)))
    assert "0.2" in answer["error"]["message"]


def test_order_is_kept_and_look_ahead_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "WINDOW", 5)
    taken: list[int] = []

    def watched() -> Iterator[Line]:
        for number in range(1, 40):
            taken.append(number)
            yield Line(number, b'{"command": "diff", "expr": "%s"}' % names[number % 7])

    names = [b"loop", b"x", b"y", b"z", b"a", b"b", b"c"]
    settings = Settings(2, Bounds(timeout=0.3, memory=1500))
    for given, answer in enumerate(run_lines(Given(watched()), settings, crew=Here(dangerous)), 1):
        assert answer.line == given
        assert len(taken) <= given + 5


def test_workers_are_replaced_before_they_are_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "WORKER_PROBLEMS", 3)
    crew = Here(dangerous)
    found = list(run_lines(lines(*"abcdfgh"), replace(PATIENT, workers=1), crew=crew))
    assert [answer.status for answer in found] == ["complete"] * 7
    assert crew.hired == 3


def test_nothing_is_left_when_the_run_is_abandoned() -> None:
    endless = lines(*["x", *["loop"] * 9], timeout=PATIENCE)
    run = run_lines(endless, PATIENT, crew=Here(dangerous))
    assert next(run).status == "complete"
    run.close()


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's order is Linux's own")
@pytest.mark.parametrize(("parent", "status"), [(os.getpid, 7), (lambda: -1, 0)])
def test_a_worker_ends_when_its_parent_is_gone(parent: Callable[[], int], status: int) -> None:
    known = parent()
    child = os.fork()
    if child == 0:
        confine(1500, None, known)
        os._exit(7)
    assert _status(child) == status


def test_no_lines_need_no_workers() -> None:
    crew = Here(dangerous)
    assert list(run_lines(Given(()), PATIENT, crew=crew)) == []
    bad = Given([Line(1, b"nonsense")])
    assert [answer.status for answer in run_lines(bad, PATIENT, crew=crew)] == ["error"]
    assert crew.hired == 0


def test_where_there_is_no_fork() -> None:
    feed = lines("x^2", "x^3", "oops(")
    found = list(run_lines(feed, replace(PATIENT, workers=1), crew=Spawned()))
    assert [answer.status for answer in found] == ["complete", "complete", "error"]
    assert multiprocessing.active_children() == []


def test_workers_come_from_a_nursery() -> None:
    found = list(run_lines(lines("x^2", "sin(x)"), PATIENT))
    assert [answer.status for answer in found] == ["complete", "complete"]


# --- answers that are known already -------------------------------------------------------------


def test_the_same_question_is_worked_out_once() -> None:
    def only_once(given: DiffQuestion) -> Iterator[DiffAnswer]:
        if given.source in ("x**2", " x^2"):
            os.abort()
        yield from dangerous(given)

    found = answers(lines("x^2", "x**2", " x^2"), replace(PATIENT, workers=1), only_once)
    assert [answer["status"] for answer in found] == ["complete"] * 3
    assert [answer["question"]["source"] for answer in found] == ["x^2", "x**2", " x^2"]
    assert [answer["id"] for answer in found] == [1, 2, 3]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Typed("x^2"), Typed("x*x"), False),
        (Typed("2x"), Typed("2*x"), True),
        (Typed("0.1*x"), Typed("0.10*x"), False),
        (Typed("a*x", wrt=["x"]), Typed("a*x", wrt=["a"]), False),
        (Typed("x", at="0.1"), Typed("x", at="0.10"), False),
        (Typed("x", at="1"), Typed("x", at=" 1 "), True),
        (Typed("x", order="2"), Typed("x"), False),
    ],
)
def test_what_is_the_same_question(one: Typed, other: Typed, same: bool) -> None:
    known = Known()
    known.keep(replace(first(question("diff", one)), status=Status.COMPLETE), 10)
    found = known.get(question("diff", other))
    assert (found is not None) is same
    if found is not None:
        assert found.question.source == other.expression


def test_notes_follow_the_line_and_not_the_answer() -> None:
    asked = question("diff", Typed("1/2x"))
    own = Note("by-definition", Words("own", "own"))
    known = Known()
    known.keep(replace(first(asked), status=Status.PARTIAL, notes=(*asked.notes, own)), 10)
    found = known.get(question("diff", Typed("(1/2)*x")))
    assert asked.notes
    assert found is not None
    assert found.notes == (own,)


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "KNOWN_ANSWERS", 2)
    known = Known()
    asked = [question("diff", Typed(text)) for text in ("x", "y", "z")]
    for one in asked:
        known.keep(replace(first(one), status=Status.COMPLETE), 10)
    known.keep(replace(first(question("diff", Typed("t"))), status=Status.STOPPED), 10)
    known.keep(replace(first(question("diff", Typed("u"))), status=Status.COMPLETE), 1 << 30)
    assert [known.get(one) is not None for one in asked] == [False, True, True]
    assert known.get(question("diff", Typed("t"))) is None
    assert known.get(question("diff", Typed("u"))) is None


def test_an_answer_says_which_line_it_answers() -> None:
    (answer,) = run_lines(Given([Line(7, b"[]")]), PATIENT, crew=Here(dangerous))
    assert isinstance(answer, AnswerLine)
    assert (answer.line, answer.status) == (7, "error")


LINES = (
    {"command": "table", "expr": "x*cot(5*x)"}, {"command": "table", "expr": "abs(x^2-1)"},
    {"command": "critical", "expr": "x^4+y^4-4*x*y+1"}, {"command": "diff", "expr": "x^x"},
    {"command": "critical", "expr": "x^2/2+3*cos(x)+y^2"},
    {"command": "lagrange", "expr": "x*y*z", "subject_to": ["x+y+z=1"]},
    {"command": "table", "expr": "x^3-3*a*x", "wrt": "x"},
    {"command": "limit-def", "expr": "1/x", "at": "2"},
)  # fmt: skip


def test_the_same_lines_answered_twice_at_once_are_answered_alike() -> None:
    """Each run is the other's load."""
    text = "\n".join(json.dumps(line) for line in LINES)

    def answered(_: int) -> list[str]:
        command = [sys.executable, "-m", "calctool", "batch", "-", "--timeout", "300"]
        run = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
        return sorted(map(without_times, run.stdout.splitlines()))

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(answered, range(2))
    assert len(one) == len(LINES)
    assert one == other


def without_times(line: str) -> str:
    return re.sub(r'"(seconds|elapsed)": ?[-+.e0-9]+', "", line)
