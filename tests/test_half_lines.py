"""Functions that repeat, on half lines and with isolated points, against dense samples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import mpmath as mp
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import enclose
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import INFINITY, Tree
from calctool.notation.tree import number as whole
from calctool.notation.walk import substitute
from calctool.present.document import Wishes
from calctool.present.table import document
from calctool.render.text import render
from calctool.solve.answer import State
from calctool.solve.exact.record import Exact, Interval
from calctool.solve.table.answering import answer
from calctool.solve.table.record import TableAnswer
from calctool.solve.typed import Typed
from calctool.solve.typed.table import question
from calctool.solve.variation import Extreme, Family

Real = Callable[[Any], Any]
LOW, HIGH, STEP = -14, 21, mp.mpf(1) / 64
NEAR, TINY = mp.mpf(10) ** -12, mp.mpf(10) ** -25


@dataclass(frozen=True)
class Drawn:
    """What is typed, the same in mpmath, and what must be >= 0 (closed) or > 0 for a value."""

    text: str
    value: Real
    needed: tuple[tuple[Real, bool], ...] = ()
    domain: str = ""
    bounds: tuple[Any, Any, bool, bool] = field(default=(-mp.inf, mp.inf, True, True))

    def asked(self, x: Any) -> bool:
        low, high, left, right = self.bounds
        return (low - NEAR <= x if left else low + NEAR < x) and (
            x <= high + NEAR if right else x < high - NEAR
        )

    def holds(self, x: Any) -> bool | None:
        """Whether f has a value; None too close to call."""
        if not self.asked(x):
            return False
        found = [(condition(x), closed) for condition, closed in self.needed]
        if any(v < -TINY or (abs(v) <= TINY and not closed) for v, closed in found):
            return False
        return None if any(abs(v) <= TINY for v, _ in found) else True


WAVES: list[tuple[str, Real]] = [
    ("sin(x)", mp.sin), ("cos(x)", mp.cos), ("-cos(x)", lambda x: -mp.cos(x)),
    ("-sin(x)", lambda x: -mp.sin(x)), ("sin(2*x)", lambda x: mp.sin(2 * x)),
    ("cos(x)^2", lambda x: mp.cos(x) ** 2), ("-sin(x)^2", lambda x: -mp.sin(x) ** 2),
    ("cos(x)-1", lambda x: mp.cos(x) - 1), ("-1-sin(x)", lambda x: -1 - mp.sin(x)),
    ("sin(x)+1/2", lambda x: mp.sin(x) + mp.mpf(1) / 2),
    ("abs(sin(x))", lambda x: abs(mp.sin(x))), ("x-floor(x)-1/2", lambda x: x - mp.floor(x) - 0.5),
]  # fmt: skip


def plain_wave(wave: tuple[str, Real]) -> Drawn:
    return Drawn(wave[0], wave[1])


def rooted(wave: tuple[str, Real]) -> Drawn:
    text, u = wave
    return Drawn(f"sqrt({text})", lambda x: mp.sqrt(max(u(x), 0)), ((u, True),))


def logged(wave: tuple[str, Real]) -> Drawn:
    text, u = wave
    return Drawn(f"ln(2*({text}))", lambda x: mp.log(2 * u(x)), ((u, False),))


def beside(pair: tuple[Drawn, tuple[str, Real]]) -> Drawn:
    one, (text, u) = pair
    return Drawn(f"{one.text}+({text})", lambda x: one.value(x) + u(x), one.needed)


def drifting(pair: tuple[tuple[str, Real], int]) -> Drawn:
    (text, u), n = pair
    return Drawn(f"2*({text})+({n})*x/2", lambda x: 2 * u(x) + mp.mpf(n) * x / 2)


def damped(pair: tuple[tuple[str, Real], int]) -> Drawn:
    (text, u), n = pair
    return Drawn(f"exp(({n})*x/4)*({text})", lambda x: mp.exp(mp.mpf(n) * x / 4) * u(x))


def mirrored(one: Drawn) -> Drawn:
    """A branch on each side: only half of a family belongs to each."""
    return Drawn(f"exp(-abs(x))*({one.text})", lambda x: mp.exp(-abs(x)) * one.value(x), one.needed)


ENDS: list[tuple[str, Any]] = [
    ("0", mp.mpf(0)), ("1", mp.mpf(1)), ("-2", mp.mpf(-2)), ("pi/2", mp.pi / 2), ("pi", +mp.pi),
    ("-pi/6", -mp.pi / 6),
]  # fmt: skip


def on_half_line(given_: tuple[Drawn, tuple[str, Any], bool, bool]) -> Drawn:
    one, (text, end), right, closed = given_
    if right:
        domain, bounds = f"{'[' if closed else '('}{text},oo)", (end, mp.inf, closed, True)
    else:
        domain, bounds = f"(-oo,{text}{']' if closed else ')'}", (-mp.inf, end, True, closed)
    return Drawn(one.text, one.value, one.needed, domain, bounds)


waves = st.sampled_from(WAVES)
slopes = st.sampled_from([-3, -1, 1, 2])
functions = st.one_of(
    waves.map(plain_wave), waves.map(rooted), waves.map(logged),
    st.tuples(waves.map(rooted), waves).map(beside), st.tuples(waves, slopes).map(drifting),
    st.tuples(waves, slopes).map(damped), waves.map(plain_wave).map(mirrored),
)  # fmt: skip
half_lines = st.tuples(functions, st.sampled_from(ENDS), st.booleans(), st.booleans())
drawn = st.one_of(functions, half_lines.map(on_half_line))


# --- what is claimed ----------------------------------------------------------------------------


def constant(tree: Tree) -> Any:
    if INFINITY in (tree, getattr(tree, "operand", None)):
        return mp.inf if tree == INFINITY else -mp.inf
    found = enclose(tree, 40)
    assert found is not None
    low, high = (mp.mpf(end.numerator) / end.denominator for end in found)
    return (low + high) / 2


def number(value: Exact) -> Any:
    return constant(value.expr)


def members(family: Family, few: int = 4) -> Iterator[tuple[Any, bool]]:
    """Some places of the family's formula, each with whether it is claimed."""
    yield from ((at, claims) for _, at, claims in numbered(family, few))


def numbered(family: Family, few: int) -> Iterator[tuple[int, Any, bool]]:
    first, last = family.reach
    start = first if first is not None else last if last is not None else 0
    for k in range(start - few, start + few + 1):
        at = constant(substitute(family.at, {family.integer: whole(k)}))
        yield k, at, (first is None or k >= first) and (last is None or k <= last)


def is_claimed(table: TableAnswer, x: Any) -> bool:
    """Whether the listed domain, repeated where the answer says so, holds x."""
    assert table.domain is not None
    assert table.shown is not None
    places = [x]
    if table.period is not None and not is_whole(table):
        shift, start = constant(table.period), number(table.shown[0])
        first = x - mp.floor((x - start) / shift) * shift
        places = [first - shift, first, first + shift]
    return any(_holds(each, at) for each in table.domain for at in places)


def is_whole(table: TableAnswer) -> bool:
    return any("oo" in plain(e.expr) for each in table.domain or () for e in (each.start, each.end))


def _holds(each: Interval, x: Any) -> bool:
    start, end = number(each.start), number(each.end)
    left = x >= start - NEAR if each.closed[0] else x > start + NEAR
    return left and (x <= end + NEAR if each.closed[1] else x < end - NEAR)


def special(one: Drawn) -> Iterator[Any]:
    """Ends and points at which a condition only just holds, found by looking for its maxima."""
    yield from (end for end in one.bounds[:2] if mp.isfinite(end))
    for condition, _ in one.needed:
        found = [(x, condition(x)) for x in GRID]
        for (a, u), (b, v), (c, w) in zip(found, found[1:], found[2:], strict=False):
            if v >= u and v >= w and abs(v) < STEP:
                yield _peak(condition, a, c)
            if u * v < 0 and abs(condition(x := _root(condition, a, b))) < NEAR:
                yield x


def _root(condition: Real, low: Any, high: Any) -> Any:
    """A zero or a jump between places of different sign."""
    rises = condition(low) < 0
    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if (condition(middle) < 0) == rises else (low, middle)
    return (low + high) / 2


def _peak(condition: Real, low: Any, high: Any) -> Any:
    for _ in range(90):
        third = (high - low) / 3
        a, b = low + third, high - third
        low, high = (a, high) if condition(a) < condition(b) else (low, b)
    return (low + high) / 2


GRID = [mp.mpf(LOW) + n * STEP + mp.mpf(1) / 997 for n in range(int((HIGH - LOW) / STEP))]


def check(one: Drawn) -> None:
    """Everything the table says, against samples far beyond what it shows."""
    near = [x + h for x in special(one) for h in (0, mp.mpf(10) ** -7, -(mp.mpf(10) ** -7))]
    places = [*GRID, *near]
    inside = [x for x in places if one.holds(x) or (one.holds(x) is None and one.asked(x))]
    try:
        *_, table = answer(question(Typed(one.text, domain=(one.domain,) if one.domain else ())))
    except Problem as problem:
        assert problem.id == "question.defined-nowhere"  # noqa: PT017
        assert not inside, one.text
        return
    if table.domain is not None:
        for x in places:
            assert (one.asked(x) and is_claimed(table, x)) == (x in inside), (one.text, x)
    values = [(x, one.value(x)) for x in inside]
    for turn, found in ((1, table.maximum), (-1, table.minimum)):
        check_extreme(one, found, turn, values)
    check_families(one, table)
    if table.completeness.state is State.COMPLETE:
        check_turning(one, table)


def check_extreme(
    one: Drawn, found: Extreme | None, turn: int, values: list[tuple[Any, Any]]
) -> None:
    if found is None or found.attained is None or found.value is None:
        return
    bound = number(found.value) * turn
    best = max((value * turn for _, value in values), default=-mp.inf)
    if not mp.isfinite(bound):
        far = [x * 50 for x in GRID if one.holds(x * 50)]
        assert max(best, *(one.value(x) * turn for x in far)) > 5, (one, "bounded")
        return
    assert best <= bound + 1e-9, (one, turn, "beyond the bound")
    assert best >= bound - 0.05, (one, turn, "the bound is not reached")
    if found.attained:
        for at in found.at:
            x = number(at)
            assert one.holds(x) is not False, (one, x)
            assert abs(one.value(x) * turn - bound) < 1e-9
    else:
        assert best < bound - 1e-20, (one, turn, "attained")


def check_families(one: Drawn, table: TableAnswer) -> None:
    listed = [number(point.at) for point in table.points]
    listed += [x for family in table.families for x, claims in members(family, 12) if claims]
    for family in table.families:
        for k, x, claims in numbered(family, 4):
            if claims:
                assert one.asked(x), (one, family)
            if claims and family.value is not None:
                value = constant(substitute(family.value.expr, {family.integer: whole(k)}))
                assert abs(value - one.value(x)) < 1e-9 * max(1, abs(value)), (one.text, k)
            if family.kind == "stationary":
                is_listed = any(abs(at - x) < NEAR for at in listed)
                assert claims == is_stationary(one, x) or is_listed, (one.text, family, x)
            elif claims and family.kind in ("local-minimum", "local-maximum"):
                turn = 1 if family.kind == "local-maximum" else -1
                beside_ = [x - 1e-5, x + 1e-5]
                assert all(turn * (one.value(y) - one.value(x)) <= 1e-15 for y in beside_)


def is_stationary(one: Drawn, x: Any) -> bool:
    if not one.holds(x) or not all(one.holds(x + h) for h in (-1e-4, 1e-4)):
        return False
    left, right = ((one.value(x) - one.value(x - h)) / h for h in (1e-13, -1e-13))
    scale = max(abs(one.value(x + h)) for h in (-0.01, 0, 0.01))
    return max(abs(left), abs(right)) < 1e-7 * scale


def check_turning(one: Drawn, table: TableAnswer) -> None:
    """No turning point and no end is missing from a list that is called complete."""
    shift = table.period or (table.drift and table.drift[0])
    turns = [0] if shift is None else [constant(shift) * n for n in range(-40, 41)]
    known = [number(point.at) for point in table.points if point.at.is_known]
    known += [number(p.at) + turn for p in table.points if not p.at.is_known for turn in turns]
    known += [x for family in table.families for x, claims in members(family, 40) if claims]
    ends = [x for x in special(one) if one.holds(x) is None and LOW < x < HIGH]
    assert all(any(abs(x - at) < NEAR for at in known) for x in ends), (one.text, "ends")
    for a, b, c in zip(GRID, GRID[1:], GRID[2:], strict=False):
        if all(one.holds(x) for x in (a, b, c)):
            u, v, w = map(one.value, (a, b, c))
            if (v - u) * (w - v) < 0:
                assert any(a - STEP <= x <= c + STEP for x in known), (one, b)


@settings(max_examples=30, phases=(Phase.generate,), report_multiple_bugs=False)
@given(drawn)
def test_what_repeats_is_right_everywhere(one: Drawn) -> None:
    with mp.workdps(40):
        check(one)


@pytest.mark.parametrize("wave", WAVES, ids=lambda wave: wave[0])
def test_every_wave_under_a_root(wave: tuple[str, Real]) -> None:
    """Isolated points, also at the start of a period, and ends on both sides."""
    with mp.workdps(40):
        check(rooted(wave))
        check(on_half_line((rooted(wave), ENDS[0], True, True)))


def test_an_end_with_the_least_value_is_named_beside_those_that_repeat() -> None:
    *_, table = answer(question(Typed("max(sin(x),0)", domain=("[0,oo)",))))
    page = document(table, Wishes("en", "none"))
    shown = render(page, width=120, colour=False, ascii_only=True)
    (line,) = (line for line in shown.splitlines() if "Least value" in line)
    assert "x = 0" in line
    assert "k = 0, 1, 2" in line
