"""The table at one sample carried over to its cell: formulas for places, values and limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.cells.at_places import AtPlaces
from calctool.algebra.cells.plain_form import plainest
from calctool.algebra.cells.region import Region
from calctool.algebra.real.letters import letters_known
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import rational_point
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import INFINITY, Name, Relation, Sum, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Completeness, State
from calctool.solve.exact.line import BOTTOM, TOP, is_infinite
from calctool.solve.exact.order import compared, order
from calctool.solve.exact.record import Exact, Interval
from calctool.solve.exact.rounding import equality
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.table.cases.limits import limit_of
from calctool.solve.table.cases.places import Places, is_same
from calctool.solve.table.cases.repeated import Repeated, far_limits
from calctool.solve.table.cases.zeros import Zeros
from calctool.solve.table.course import outgrown
from calctool.solve.table.ends.asymptotes import far_out, vertical
from calctool.solve.table.extremes import Course, extreme
from calctool.solve.table.line.pieces import Piece
from calctool.solve.table.line.values import edge
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import (
    Asymptote,
    Extreme,
    Kind,
    Swing,
    TableInterval,
    TablePoint,
)
from calctool.words import Words
from calctool.words import table as words

_JUMPS: tuple[Kind, ...] = ("jump", "discontinuity", "undecided", "pole", "hole")


class NotTheSame(Unsettled):
    """A formula and the table at the sample contradict each other: nothing is carried over."""


class Carried(Struct):
    """One table at `sample` of `f`, in which the parameter is still a letter."""

    sample: TableAnswer
    whole: TableAnswer
    cell: Region
    places: Places
    missing: list[Words] = []

    @property
    def name(self) -> str:
        return self.whole.question.variable

    @property
    def f(self) -> Tree:
        return self.whole.question.statement

    def table(self) -> TableAnswer:
        """The table of the cell. Raises Cut where it is not one for all of it."""
        points = tuple(map(self.point, self.sample.points))
        intervals = tuple(self.interval(each, points) for each in self.sample.intervals)
        made = replace(
            self.whole,
            domain=self.domain(),
            shown=self.ends(self.sample.shown),
            points=points,
            intervals=intervals,
            asymptotes=tuple(self.asymptotes(points)),
            sample=tuple((n, exact(number(v))) for n, v in sorted(self.cell.sample.items())),
            sketch=self.sample.sketch,
        )
        again = Repeated(self.sample, self.f, self.name, self.cell)
        made = again.carried(made)
        made = replace(
            made,
            minimum=self.extreme(made, -1),
            maximum=self.extreme(made, 1),
            flat=tuple(map(self.stretch, self.sample.flat)),
        )
        made = replace(made, swings=tuple(self.swings(made)))
        zeros = Zeros(self.sample, self.places, again.turn)
        made = zeros.carried(made)
        self.missing += again.missing + zeros.missing
        state = self.sample.completeness.state
        missing = tuple(dict.fromkeys((*self.sample.completeness.missing, *self.missing)))
        if missing and state is State.COMPLETE:
            state = State.PARTIAL
        reason = words.CARRIED if not missing else self.sample.completeness.reason
        return replace(made, completeness=Completeness(state, reason, missing))

    # --- places ---

    def place(self, at: Exact) -> Exact:
        found = self.places.of_table(at)
        if found is None:
            self.missing.append(words.PLACE_OPEN.filled(place=equality(self.name, at)))
            return Exact(at.expr, at.low, at.high, is_known=False)
        return found

    def ends(self, pair: tuple[Exact, Exact] | None) -> tuple[Exact, Exact] | None:
        return None if pair is None else (self.place(pair[0]), self.place(pair[1]))

    def domain(self) -> tuple[Interval, ...] | None:
        if self.sample.domain is None:
            return None
        return tuple(map(self.stretch, self.sample.domain))

    def stretch(self, one: Interval) -> Interval:
        return Interval(self.place(one.start), self.place(one.end), one.closed)

    # --- values ---

    def value(self, at: Exact, known: Exact | None) -> Exact | None:
        """f there, where the sample has a value; NotTheSame where they contradict each other."""
        if known is None:
            return None
        if not at.is_known:
            return None
        tree = substitute(self.f, {self.name: at.expr})
        if at.root is not None:
            return Exact(tree, None, None)
        return self.checked(plainest(tree, self.cell), known)

    def checked(self, tree: Tree, known: Exact) -> Exact:
        at_sample = exact(exact_value(self.cell.at_sample(tree)))
        if not is_same(at_sample, known) and compared(at_sample, known) is not None:
            raise NotTheSame
        return Exact(tree, None, None) if tree.names else at_sample

    def point(self, point: TablePoint) -> TablePoint:
        at = self.place(point.at)
        value = self.value(at, point.value)

        def side(limit: Exact | None, turn: int) -> Exact | None:
            if limit is None:
                return None
            if limit == point.value and not point.is_a(*_JUMPS):
                return value
            return self.limit(at, limit, turn)

        return replace(
            point,
            at=at,
            value=value,
            left=side(point.left, -1),
            right=side(point.right, 1),
        )

    def interval(self, one: TableInterval, points: tuple[TablePoint, ...]) -> TableInterval:
        by_place = {old.at: new for old, new in zip(self.sample.points, points, strict=True)}

        def end(at: Exact, limit: Exact | None, side: int) -> Exact | None:
            if limit is None:
                return None
            known = by_place.get(at)
            if known is not None:
                return known.right if side > 0 else known.left
            return self.limit(self.place(at), limit, side)

        return replace(
            one,
            start=self.place(one.start),
            end=self.place(one.end),
            left=end(one.start, one.left, 1),
            right=end(one.end, one.right, -1),
            sample=None,
            bend_sample=None,
        )

    def limit(self, at: Exact, known: Exact, side: int) -> Exact | None:
        """The limit of f as x comes to a place from one side, in the whole cell."""
        found = self._limit(at, side)
        if found is None:
            return self.by_trend(known)
        if is_infinite(known.expr) or is_infinite(found.expr):
            if known.expr != found.expr:
                raise NotTheSame
            return found
        return self.checked(plainest(self.cell.read(found.expr), self.cell), known)

    def _limit(self, at: Exact, side: int) -> Exact | None:
        f, name = self.cell.named(self.f), self.name
        if not at.is_known or at.root is not None:
            return None
        try:
            with letters_known(self.cell):
                if is_infinite(at.expr):
                    value = limit_of(f, name, None, 1 if at == BOTTOM else -1)
                else:
                    place = self.cell.named(at.expr)
                    near = substitute(f, {name: Sum((place, Name(name)))})
                    value = limit_of(near, name, rational_point(0), side)
        except (Undecided, Undefined):
            return None
        if value is None:
            return None
        if is_infinite(value):
            return TOP if value == INFINITY else BOTTOM
        return Exact(value, None, None)

    def by_trend(self, known: Exact) -> Exact | None:
        del known
        self.missing.append(words.LIMIT_BY_CASES)
        return None

    # --- what follows ---

    def asymptotes(self, points: tuple[TablePoint, ...]) -> Iterator[Asymptote]:
        yield from vertical(points, self.name)
        if self.sample.growth is not None:
            # f is damped at the same end all over the cell, and bounded over one T.
            yield from (each for each in self.sample.asymptotes if each.kind == "horizontal")
            return
        f, x = self.cell.named(self.f), self.name
        piece = Piece(None, None, f, f, f)
        with letters_known(self.cell):
            first, last = (
                (piece, edge(f, x, None, side)) if far else None
                for side, far in ((1, self.reaches(0, BOTTOM)), (-1, self.reaches(-1, TOP)))
            )
            found = list(far_out(x, "y" if x != "y" else "z", first, last))
        for each in found:
            line = Relation(
                each.line.left, "=", plainest(self.cell.read(each.line.right), self.cell)
            )
            yield replace(each, line=line)

    def swings(self, made: TableAnswer) -> Iterator[Swing]:
        """The infinite ends at which f runs to and fro, where its extremes say how far."""
        least, greatest = made.minimum, made.maximum
        for one in self.sample.swings:
            if is_infinite(one.place.expr) and least is not None and greatest is not None:
                known = [is_infinite(v.expr) for v in (one.low, one.high)]
                if all(known) or (made.period is not None and not any(known)):
                    low, high = least.value, greatest.value
                    if low is not None and high is not None:
                        yield replace(one, low=low, high=high)

    def reaches(self, which: int, far: Exact) -> bool:
        """Whether the table goes on to an infinite end, and its graph is no straight line."""
        listed = self.sample.intervals
        if not listed:
            return False
        interval = listed[which]
        end = interval.start if which == 0 else interval.end
        return end == far and bool(interval.concavity)

    def extreme(self, made: TableAnswer, turn: int) -> Extreme:
        known = self.sample.minimum if turn < 0 else self.sample.maximum
        assert known is not None  # noqa: S101 (a whole table has both)
        course = Course(
            self.name,
            made.points,
            made.intervals,
            is_whole=known.attained is not None,
            is_compact=known.argument == "compact",
            is_periodic=self.sample.period is not None,
            drift=None if self.sample.drift is None else order(self.sample.drift[1]),
            far=tuple(far_limits(self.sample)),
        )
        with letters_known(AtPlaces(self.cell, self.places.named)):
            course = _named(course, self.cell.named)
            if made.growth is not None:
                factor = self.cell.named(made.growth[1])
                waves = outgrown(course.points, course.intervals, factor, (True, True))
                course = replace(course, grows=True, waves=tuple(waves))
            found = extreme(course, turn)
        found = _read(found, self.cell)
        found = replace(found, families=known.families if found.attained else ())
        if found.attained is None:
            self.missing.append(words.EXTREMES_MISSING[turn])
        elif known.attained is not None and found.attained != known.attained:
            raise NotTheSame
        return found


# --- with the name that a letter has in a cell --------------------------------------------------


def _renamed(value: Exact | None, change: Callable[[Tree], Tree]) -> Exact | None:
    return None if value is None else replace(value, expr=change(value.expr))


def _named(course: Course, change: Callable[[Tree], Tree]) -> Course:
    def one(value: Exact | None) -> Exact | None:
        return _renamed(value, change)

    points = tuple(
        replace(p, at=one(p.at), value=one(p.value), left=one(p.left), right=one(p.right))
        for p in course.points
    )
    intervals = tuple(
        replace(i, start=one(i.start), end=one(i.end), left=one(i.left), right=one(i.right))
        for i in course.intervals
    )
    return replace(course, points=points, intervals=intervals)


def _read(found: Extreme, cell: Region) -> Extreme:
    en, zh = map(cell.read_text, (found.reason.en, found.reason.zh))
    return replace(
        found,
        value=_renamed(found.value, cell.read),
        at=tuple(replace(each, expr=cell.read(each.expr)) for each in found.at),
        toward=_renamed(found.toward, cell.read),
        reason=Words(en=en, zh=zh),
    )
