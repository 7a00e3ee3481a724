"""The kind of a candidate, and by which test."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from calctool.algebra.extrema import Judgement
from calctool.algebra.places.place import Scalar
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointKind, Test
from calctool.solve.exact.at_point import known, roughly
from calctool.solve.exact.record import Exact
from calctool.words.extrema.multipliers import TESTS


class Judged(Struct, frozen=True):
    """`strict` says whether no point near by has the same value, None where that is open;
    `is_constant` that all points near by have it."""

    kind: PointKind
    test: Test
    strict: bool | None = None
    is_constant: bool = False


OPEN = Judged("undecided", Test("undecided-candidate", TESTS["undecided-candidate"]))


LEVEL = Judged("local-minimum", Test("constant-on-set", TESTS["constant-on-set"]), is_constant=True)
"""A minimum and a maximum, of which the first is said: f has one value all around."""

TURNED: dict[PointKind, PointKind] = {
    "local-minimum": "local-maximum",
    "local-maximum": "local-minimum",
}
"""What a point of -f is, by what it is for f."""


def extremum(is_least: bool) -> PointKind:
    """A minimum, or a maximum."""
    return "local-minimum" if is_least else "local-maximum"


def as_test(judged: Judgement, *, long: bool = False) -> Test:
    """The test of a judgement, with constants that can be shown; as decimals where exact ones
    would be too long."""
    counts, shown = judged.inertia, roughly if long else known
    matrix, minors = tried(((), ()), _numbers, judged, shown)
    return Test(
        judged.test_id,
        judged.reason,
        matrix,
        minors,
        None if counts is None else (counts.positive, counts.negative, counts.zero),
    )


def _numbers(
    judged: Judgement, shown: Callable[[Scalar], Exact]
) -> tuple[tuple[tuple[Exact, ...], ...], tuple[Exact, ...]]:
    """The matrix and its minors."""
    rows = tuple(tuple(map(shown, row)) for row in judged.matrix)
    return rows, tuple(map(shown, judged.minors))
