"""The kind of a candidate, and by which test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from calctool.algebra.extrema import Judgement
from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undecided, Undefined
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


def on_union(found: Sequence[tuple[Judged, bool]], test: Test) -> Judged:
    """A point of a set made of parts, by what it is on each; whether the part certainly has other
    points near by comes with it. A part on which f has one value, or that is the point alone,
    agrees with any."""
    every = [each for each, _ in found]
    if any(each.kind in ("neither", "saddle") for each in every):
        return Judged("neither", test)
    left = [each for each in every if each.test.id != "isolated-point" and each != LEVEL]
    kinds = {each.kind for each in left}
    if not kinds:
        return LEVEL if LEVEL in every else every[0] if every else OPEN
    if "undecided" in kinds:
        return OPEN
    if len(kinds) > 1:
        opposed = {each.kind for each, is_there in found if is_there and each.strict}
        return Judged("neither", test) if len(opposed) > 1 else OPEN
    is_strict = all(each.strict for each in left) and LEVEL not in every
    return Judged(kinds.pop(), test, True if is_strict else None)


def first_decided(tests: Iterable[Callable[[], Judged]]) -> Judged:
    """What the first test says that decides; one may raise Undecided and Undefined."""
    for test in tests:
        try:
            found = test()
        except (Undecided, Undefined):
            continue
        if found is not OPEN:
            return found
    return OPEN


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
