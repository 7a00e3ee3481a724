"""The ladder: for each side the first argument that proves something, and what others lacked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.unsettled import Unsettled
from calctool.notation.problem import Problem as Rejected
from calctool.notation.tree import ZERO
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import CandidatePoint, Curve, Extreme, Place, ProofLine
from calctool.solve.exact.line import constant as at_end
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.existence.lacking import lacking
from calctool.solve.optimum.arguments.listed import Listed
from calctool.solve.optimum.arguments.order import rungs
from calctool.solve.optimum.arguments.protocol import Bound, Lacks, Task, Turn, claim, put
from calctool.solve.optimum.checks import lines_checked
from calctool.solve.optimum.problem import sides
from calctool.solve.question import Stretch
from calctool.solve.stationary.short import plainest, short
from calctool.words import Words
from calctool.words.extrema.extremes import NO_ARGUMENT, NO_CANDIDATE, NOT_ALL_KNOWN, NOT_COMPARED
from calctool.words.extrema.ladder.arguments import ARGUMENTS
from calctool.words.extrema.ladder.lacking import ONLY_POINTS


class Ladder:
    """The arguments for one question and the smaller ones that it leads to: each is answered
    once, to a certain depth, and so many in all."""

    def __init__(self) -> None:
        self._known: dict[tuple[Task, Turn], Bound | None] = {}
        self._depth = 0
        self.lacks: dict[Turn, Lacks] = {}
        """Of the question itself: the argument that came closest, of several the last."""

    def __call__(self, task: Task, turn: Turn) -> Bound | None:
        """What the first argument proves that proves anything."""
        key = task, turn
        if key not in self._known:
            if self._depth >= budget.LADDER_DEPTH or len(self._known) >= budget.LADDER_ASKS:
                return None
            self._known[key] = None  # While it is asked, nothing is known of it.
            self._depth += 1
            try:
                self._known[key] = self._answer(task, turn)
            finally:
                self._depth -= 1
        return self._known[key]

    def _answer(self, task: Task, turn: Turn) -> Bound | None:
        if task.f.names.isdisjoint(task.names):
            return _constant(task)
        return next(self._proved(task, turn), None)

    def _proved(self, task: Task, turn: Turn) -> Iterator[Bound]:
        for argument in rungs():
            try:
                found = argument(task, turn, self)
            except (Unsettled, Undecided, Undefined, Rejected):
                continue
            if isinstance(found, Lacks):
                if self._depth == 1:
                    known = self.lacks.get(turn)
                    if known is None or found.weight >= known.weight:
                        self.lacks[turn] = found
            elif found is not None:
                lines = found.lines or (_only_line(task, turn, found),)
                yield replace(found, lines=tuple(_spoken_of(task, lines)))


def _spoken_of(task: Task, lines: Sequence[ProofLine]) -> Iterator[ProofLine]:
    """Those of a smaller question know already which variables and which set they speak of."""
    where = (*sides(task.sides), *task.relations)
    for line in lines:
        known = line.where is not None
        yield line if known else replace(line, names=task.names, where=where)


def _only_line(task: Task, turn: Turn, found: Bound) -> ProofLine:
    """Of a theorem that says it all at once."""
    says = claim(task.f, turn, found.value, found.attained)
    return ProofLine(found.argument, says, found.reason)


def _constant(task: Task) -> Bound | None:
    """Where there is a point at all; all that are listed are places of the value."""
    if task.f.names or (task.relations and not task.listing.is_reached):
        return None
    value, reason = exact(exact_value(task.f)), ARGUMENTS["constant"]
    if not task.relations:
        return Bound(value, True, "constant", reason, (), ((),))
    known = (i for i, each in enumerate(task.listing.candidates) if each.is_certain)
    return Bound(value, True, "constant", reason, (), chosen=tuple(known))


TURNS: tuple[Turn, Turn] = (-1, 1)


class Decided(Struct, frozen=True):
    """An extreme value with the numbers of the candidates that have it."""

    extreme: Extreme
    at: tuple[int, ...] = ()


UNSETTLED = (
    Decided(Extreme(None, None, "undecided", NO_ARGUMENT, open=ONLY_POINTS[-1])),
    Decided(Extreme(None, None, "undecided", NO_ARGUMENT, open=ONLY_POINTS[1])),
)
"""What is told of both sides where nothing was found out."""


def extremes(task: Task) -> tuple[Decided, Decided]:
    """The least and the greatest value, each by the first argument that settles it; where none
    does, with what the one that came closest did not show."""
    ladder = Ladder()
    least, greatest = (
        tried(open_, decided, task, turn, ladder)
        for open_, turn in zip(UNSETTLED, TURNS, strict=True)
    )
    return least, greatest


def decided(task: Task, turn: Turn, ladder: Ladder) -> Decided:
    """What the ladder proves of one side, at the candidates with that value.

    Where none of these has it, or none is listed, the places that the derivation names stand.
    """
    found = ladder(task, turn)
    if found is None:
        lacks = ladder.lacks.get(turn)
        left = lacking(task, turn) if lacks is None else lacks.obligation
        return Decided(Extreme(None, None, "undecided", _open(task.listing), open=left))
    at = found.chosen or (_having(task, found) if found.attained is not False else ())
    # What is attained at a listed point, be it open for the argument, is attained.
    attained = found.attained or (True if at else found.attained)
    whole = tuple(spot for spot in found.at if len(spot) == len(task.names))
    toward = None if attained else found.toward or _led(task, turn, found)
    approached = None if toward is None else _whole(toward, task)
    extreme = Extreme(
        attained,
        found.value,
        found.argument,
        found.reason,
        () if at else whole,
        approached=approached,
        proof=lines_checked(found.lines, found.at),
    )
    return Decided(extreme, at)


def _open(listing: Listed) -> Words:
    if not listing.is_whole:
        return NOT_ALL_KNOWN
    if not listing.candidates:
        return NO_CANDIDATE
    return NO_ARGUMENT if listing.is_comparable else NOT_COMPARED


def is_flat(point: CandidatePoint, sides: Sequence[tuple[str, Stretch]]) -> bool:
    """Whether f is differentiable at a listed point, its gradient vanishes and no side is there."""
    at = dict(point.at)
    inside = all(_is_between(at[name], side) for name, side in sides if name in at)
    return point.why == "gradient-zero" and not point.active and inside


def _is_between(value: Exact, side: Stretch) -> bool:
    return compared(at_end(side.start), value) == -1 and compared(value, at_end(side.end)) == -1


def _having(task: Task, found: Bound) -> tuple[int, ...]:
    """The candidates that have the value; of a value that is attained it is enough that all
    others certainly have not."""
    listed = [*enumerate(task.listing.candidates)]
    values = {i: c.value if c.is_certain else None for i, c in listed}
    orders = {i: None if v is None else compared(v, found.value) for i, v in values.items()}
    exact = tuple(number for number, order in orders.items() if order == 0)
    open_ones = tuple(number for number, order in orders.items() if order is None)
    sole = found.attained and task.listing.is_whole and not exact and len(open_ones) == 1
    # A set without a value may have several.
    single = sole and not task.listing.candidates[open_ones[0]].is_set
    return open_ones if single else exact


def _led(task: Task, turn: Turn, found: Bound) -> Curve | None:
    """A simple curve that shows how f comes near a bound, where the argument named none."""
    if found.attained is None or is_infinite(found.value.expr) or len(task.names) < 2:
        return None
    from calctool.solve.optimum.arguments.all_values import leading_to as powers_leading_to
    from calctool.solve.optimum.arguments.far_out import leading_to
    from calctool.solve.optimum.arguments.one_variable import PARAMETER

    powers = tried(None, powers_leading_to, task, turn, found.value)
    if powers is not None:
        return powers
    lines = tried(None, leading_to, task, found.value)
    return None if lines is None else put(lines, PARAMETER)


def _whole(curve: Curve, task: Task) -> Curve | None:
    """With the names in the order of the question, and f along it; None for one on an edge that
    the set lacks."""
    points = dict(curve.points)
    strict = (each for each in task.relations if each.sign in ("<", ">"))
    gaps = (added((each.left, negated(each.right))) for each in strict)
    if any(short(substitute(gap, points)) == ZERO for gap in gaps):
        return None
    # Far out the parameter is positive.
    plain = partial(plainest, positive=curve.parameter)
    points = {name: plain(at) for name, at in points.items()}
    value = curve.value if curve.value is not None else substitute(task.f, points)
    ordered = tuple((name, points[name]) for name in task.names if name in points)
    return Curve(ordered, curve.parameter, plain(value))


def placed(found: Decided, places: Sequence[Place], families: Mapping[int, int]) -> Extreme:
    """The extreme with its candidates as the answer lists them: points, then sets; `families` has
    for a point the number of the family that it stands for."""
    count = len(places)
    return replace(
        found.extreme,
        at=found.extreme.at or tuple(places[i] for i in found.at if i < count),
        families=tuple(families[i] for i in found.at if i in families),
        sets=tuple(i - count for i in found.at if i >= count),
    )
