"""Whatever part of an answer is not settled, the rest is answered and the part is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn

import pytest

from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.systems import NotPolynomial
from calctool.algebra.unsettled import Unsettled
from calctool.solve.answer import Status
from calctool.solve.attempts import all_tried, tried
from calctool.solve.critical import answering as critical
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.derivation.engine import NoRule, TooLong
from calctool.solve.lagrange import answering as lagrange
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.solve.typed import Typed, question
from openness import assert_nothing_is_hidden

SADDLE = Typed("x^4+y^4-4*x*y+abs(x-5)", wrt=("x", "y"), domain=("x:[-3,3]",))
DISK = Typed("x*y+x", wrt=("x", "y"), subject_to=("x^2+y^2<=1", "x>=0"))


def gives_up(*_: Any, **__: Any) -> NoReturn:
    raise Undecided


def answered(command: str, asked: Typed) -> CriticalAnswer | LagrangeAnswer:
    solve: Any = {"critical": critical.answer, "lagrange": lagrange.answer}[command]
    *_, last = solve(question(command, asked))
    return last  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "part",
    [
        "critical.solving.derivations", "critical.several.concluded", "optimum.conclusion.extremes",
        "critical.several.check_residuals", "critical.several.check_kind",
        "critical.answering.sketch", "stationary.constant.along",
        "optimum.listing.points.recorded", "optimum.listing.work.judged",
        "optimum.listing.work.spots",
        "optimum.listing.on_folds.is_there", "optimum.strata.stratum.candidates",
        "optimum.strata.search.solutions", "optimum.kinds.crease.Crease.judged",
    ],
)  # fmt: skip
def test_critical_without_one_of_its_parts(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    monkeypatch.setattr(f"calctool.solve.{part}", gives_up)
    made = answered("critical", SADDLE)
    assert made.error is None
    assert made.gradient
    assert_nothing_is_hidden(made)


def test_critical_without_the_hessian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("calctool.algebra.extrema.kinds.classify.classify", gives_up)
    made = answered("critical", SADDLE)
    assert made.error is None
    assert made.points
    assert_nothing_is_hidden(made)


@pytest.mark.parametrize(
    ("part", "known"),
    [
        ("optimum.strata.stratum.candidates", False), ("optimum.strata.members.members", True),
        ("optimum.kinds.corner.Corner.judged", True), ("optimum.extremes.decided", True),
        ("optimum.arguments.existence.compact.ground", True),
        *(
            (f"lagrange.{part}", True)
            for part in (
                "checks.check_residuals", "answering.solving", "answering.sketch",
            )
        ),
        *(
            (f"optimum.{part}", True)
            for part in (
                "conclusion.branches", "reduced.course.course", "conclusion.orbits",
                "listing.feasible.has_feasible_point", "conclusion.extremes",
            )
        ),
        ("optimum.listing.points._weights", False), ("optimum.listing.sets._sheet", True),
    ],
)  # fmt: skip
def test_lagrange_without_one_of_its_parts(
    monkeypatch: pytest.MonkeyPatch, part: str, known: bool
) -> None:
    monkeypatch.setattr(f"calctool.solve.{part}", gives_up)
    made = answered("lagrange", DISK)
    assert made.error is None
    assert made.gradient
    assert bool(made.points) or not known
    assert_nothing_is_hidden(made)


def test_what_is_not_settled_leaves_something_open(monkeypatch: pytest.MonkeyPatch) -> None:
    box = Typed("x^4+y^4-4*x*y", domain=("x:[-3,3]", "y:[-3,3]"))
    assert answered("critical", box).status is Status.COMPLETE
    monkeypatch.setattr("calctool.solve.optimum.listing.work.sheets", gives_up)
    assert answered("critical", box).status is Status.PARTIAL


@pytest.mark.parametrize("kind", [Undecided, Undefined, NotPolynomial, TooLong])
def test_every_way_to_give_up_is_caught(kind: Callable[[], Exception]) -> None:
    def part() -> int:
        raise kind()

    assert issubclass(NoRule, Unsettled)
    assert tried(7, part) == 7


def test_what_came_before_is_kept() -> None:
    def parts() -> Any:
        yield 1
        raise Undecided

    assert all_tried(parts) == (1,)


def test_a_fault_of_ours_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        tried(0, lambda: 1 // 0)
