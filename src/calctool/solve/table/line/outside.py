"""What the solutions of a line need where the equation that it came from has no value there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from calctool import budget
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Interval, Point, compare, exact_point, zeros
from calctool.algebra.roots.functions.curve import curve
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import ZERO, Name, Negative, Relation, Sum, Tree


def needed(
    line: Alternatives,
    whole: Sequence[Relation],
    name: str,
    pieces: Sequence[Interval],
    *,
    repeat: bool,
) -> tuple[Relation, ...]:
    """Those of the conditions that solutions of the line break outside the pieces, or may break;
    none where no solution does. Where it can `repeat`, all repeats from piece to piece."""
    asked = tuple(each for each in whole if name in each.names)
    found: dict[Relation, None] = {}
    for system in line.systems:
        first, *kept = system.relations
        if first.sign != "=":
            continue
        own = conditions(_apart(first))
        open_ones = tuple(each for each in asked if not implied(each, own))
        try:
            for point in _solutions(system, name, pieces, repeat=repeat):
                if all(_holds(each, name, point) is not False for each in kept):
                    broken = [e for e in open_ones if _holds(e, name, point) is not True]
                    found.update(dict.fromkeys(broken))
        except (Undecided, Undefined, UnknownError):
            found.update(dict.fromkeys(open_ones))
    return tuple(each for each in asked if each in found)


def _solutions(
    system: System, name: str, pieces: Sequence[Interval], *, repeat: bool
) -> Iterator[Point]:
    """Those of its first equation that lie outside the pieces; Undecided where they are open."""
    first = system.relations[0]
    if first.left == Name(name) and name not in first.right.names:
        yield exact_point(first.right)
        return
    apart = _apart(first)
    for end in _ends(pieces):
        if _holds(Relation(apart, "=", ZERO), name, end) is not False:
            yield end
    gaps = tuple(_gaps(pieces, outside=not repeat))
    if gaps:
        found = zeros(apart, name, gaps, boxes=budget.OUTSIDE_BOXES, whole=True)
        if found.state != "complete" or found.flat or found.families or found.cells:
            raise Undecided
        yield from (zero.at for zero in found.zeros)


def _ends(pieces: Iterable[Interval]) -> Iterator[Point]:
    for piece in pieces:
        yield from (end for end in (piece.start, piece.end) if end is not None)


def _gaps(pieces: Sequence[Interval], *, outside: bool) -> Iterator[Interval]:
    """Between pieces that follow each other, and on both sides of all of them."""
    first, last = pieces[0].start, pieces[-1].end
    if outside and first is not None:
        yield Interval(None, first)
    for piece, after in pairwise(pieces):
        ends = piece.end, after.start
        if None not in ends and compare(*ends) != 0:  # type: ignore[arg-type]
            yield Interval(*ends)
    if outside and last is not None:
        yield Interval(last, None)


def _apart(relation: Relation) -> Tree:
    return Sum((relation.left, Negative(relation.right)))


def _holds(condition: Relation, name: str, point: Point) -> bool | None:
    """Whether it holds at the point, as it does not where a side has no value; None where that is
    open."""
    try:
        return fulfils(curve(_apart(condition), name).sign(point), condition)
    except Undefined:
        return False
    except (Undecided, UnknownError):
        return None
