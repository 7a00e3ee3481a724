"""Points without end by what a function does at them: neighbours that are alike are one line."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from math import ceil, floor, lcm

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.clean import clean
from calctool.algebra.real.ring import UNITY, Real, Undecided
from calctool.algebra.real.writing import written
from calctool.notation.tree import Name, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.exact.record import Reach
from calctool.solve.exact.values import exact_value
from calctool.solve.validity.endless.along import Does, Judged
from calctool.solve.validity.endless.moving import Line

PLACE = "\ue013"
"""The name of the number start + k*step, whatever the start."""
_SHORT = 2
"""So few points that are alike are told one by one."""


class Course(Struct, frozen=True):
    """Points `at` for the numbers start + k*step in `PLACE`, for each of some ascending starts.

    These numbers lie in the `reach`; they are the points themselves, or whole numbers.
    """

    at: Tree
    letter: str
    step: Real
    starts: tuple[Real, ...]
    reach: Reach

    def lines(self) -> Iterator[Line]:
        """One for each start."""
        yield from (self.line(start, self.step, self.within(start)) for start in self.starts)

    def within(self, start: Real) -> Reach:
        """For which k a number lies in the reach."""
        first, last = self.reach
        own, step = start.rational, self.step.rational
        if self.reach == (None, None) or own is None or step is None:
            return None, None
        return (
            None if first is None else ceil((first - own) / step),
            None if last is None else floor((last - own) / step),
        )

    def line(self, start: Real, step: Real, reach: Reach) -> Line:
        """The points for start + k*step."""
        return Line(
            clean(substitute(self.at, {PLACE: self.number(start, step)})), self.letter, reach
        )

    def number(self, start: Real, step: Real) -> Tree:
        """start + k*step."""
        turned = _times(Name(self.letter), step)
        return added((written(start), turned)) if start.parts else turned


class Run(Struct, frozen=True):
    """Neighbours at which the same is found."""

    line: Line
    does: Does


class _Track(Struct, frozen=True):
    """What the points from one start on do, written in PLACE."""

    start: Real
    runs: tuple[Judged, ...]

    @property
    def ends(self) -> tuple[Does | None, Does | None]:
        """What goes on without end to each side."""
        (first, start), (last, end) = self.runs[0], self.runs[-1]
        return start if first[0] is None else None, end if last[1] is None else None

    def at(self, k: int) -> Does | None:
        found = (does for reach, does in self.runs if _holds(reach, k))
        return next(found, None)


def _holds(reach: Reach, k: int) -> bool:
    return (reach[0] is None or reach[0] <= k) and (reach[1] is None or k <= reach[1])


def grouped(course: Course, judged: list[list[Judged]]) -> Iterator[Run]:
    """The points of all lines of a course, as few lines as possible; of single points one each."""
    alike: dict[tuple[Does | None, Does | None], list[_Track]] = {}
    known: list[Does] = []
    for start, runs in zip(course.starts, judged, strict=True):
        back = divided(added((Name(PLACE), negated(written(start)))), written(course.step))
        read = [(reach, _once(does.seen({course.letter: back}), known)) for reach, does in runs]
        rows = [does for reach, does in read if reach[0] is None or reach[0] != reach[1]]
        numbers = (course.number(start, course.step), course.letter)
        track = _Track(
            start, tuple((reach, _as_others(does, reach, rows, numbers)) for reach, does in read)
        )
        alike.setdefault(track.ends, []).append(track)
    for tracks in alike.values():
        yield from _joined(course, tracks)


def _once(does: Does, known: list[Does]) -> Does:
    """The same object for what is alike."""
    first = next((each for each in known if each.is_like(does)), None)
    if first is None:
        known.append(does)
    return first or does


def _as_others(does: Does, reach: Reach, rows: list[Does], numbers: tuple[Tree, str]) -> Does:
    """What a single point does as it is said of others, where that is the same for it."""
    if reach[0] is None or reach[0] != reach[1]:
        return does
    place = exact_value(substitute(numbers[0], {numbers[1]: number(reach[0])}))
    found = (each for each in rows if each.put_in(PLACE, place).is_like(does))
    return next(found, does)


def _joined(course: Course, tracks: list[_Track]) -> Iterator[Run]:
    """Tracks at equal distances are one with a shorter step."""
    starts = [track.start for track in tracks]
    parts = next(n for n in range(len(tracks), 0, -1) if _is_spread(starts, course.step, n))
    each, step = len(tracks) // parts, course.step.times(Fraction(1, parts))
    for first in range(each):
        yield from _runs(course, tracks[first::each], step)


def _runs(course: Course, tracks: list[_Track], step: Real) -> Iterator[Run]:
    count, start = len(tracks), tracks[0].start
    ends = [k for track in tracks for reach, _ in track.runs for k in reach if k is not None]
    low, high = count * (min(ends, default=0) - 2), count * (max(ends, default=0) + 2)
    if high - low > budget.MEMBERS:
        raise Undecided
    before, after = (all(track.ends[side] is not None for track in tracks) for side in (0, 1))
    listed = ((i, tracks[i % count].at(i // count)) for i in range(low, high))
    for does, group in groupby(listed, key=lambda one: one[1]):
        if does is None:
            continue
        numbers = [i for i, _ in group]
        reach = (
            None if numbers[0] == low and before else numbers[0],
            None if numbers[-1] == high - 1 and after else numbers[-1],
        )
        whole = reach if None in reach or len(numbers) > _SHORT else None
        for own in [whole] if whole is not None else [(i, i) for i in numbers]:
            yield _run(course, (start, step), own, does)


def _run(course: Course, numbers: tuple[Real, Real], reach: Reach, does: Does) -> Run:
    line = course.line(*numbers, reach)
    return Run(line, does.seen({PLACE: course.number(*numbers)}))


def _times(letter: Name, step: Real) -> Tree:
    """k*pi/2, with one fraction bar."""
    whole = step.times(Fraction(den := _denominator(step)))
    factors = (letter,) if whole == UNITY else (letter, written(whole))
    return divided(multiplied(factors), number(den))


def _denominator(step: Real) -> int:
    return lcm(*(c.denominator for c in step.parts.values()))


def _is_spread(places: list[Real], length: Real, parts: int) -> bool:
    """Whether the places stay the same when all are moved by one part of the length."""
    if len(places) % parts:
        return False
    each = len(places) // parts
    step = length.times(Fraction(1, parts))
    return all(b - a == step for a, b in zip(places, places[each:], strict=False))
