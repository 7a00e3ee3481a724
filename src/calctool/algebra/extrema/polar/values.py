"""The ends of the set of values of a polynomial or rational function on a set given by others.

Claim 1. Let a be a fixed rational point. Each value c of f on a closed set S is taken at a point of
S with f = c that is nearest to a, and that is a solution of a polar system P(c), see nearest.py.
Claim 2. An end c of the set of values T that is finite is a value of f at a local extremum of f on
S, or a limit of f along points x_k of S with f = c_k, c_k -> c, that are nearest to a among those
with this value, |x_k| -> oo. Proof. S is locally connected (it is semialgebraic), so that near a
point with f = c that is no local extremum f takes all values close to c. If c is not in T, take
nearest points x_k with f = c_k -> c: a bounded subsequence would have a limit in S with f = c.
Limits of the second kind are found in limits.py. Between two neighbouring candidates all numbers
are values, or none is; one of them decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.extrema.polar.closing import closed, has_sign
from calctool.algebra.extrema.polar.limits import limits
from calctool.algebra.extrema.polar.nearest import CENTRES, Centre, feasible_point
from calctool.algebra.extrema.polar.region import Region, reduced
from calctool.algebra.extrema.polar.stationary import Values, stationary_values
from calctool.algebra.extrema.samples import between
from calctool.algebra.extrema.scalars import Constant, compare, fraction, least
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.points.radicals import algebraic_tree
from calctool.algebra.systems.ideals.frame import TooLarge
from calctool.algebra.systems.zero_dimensional import CountsDifferError


class End(Struct, frozen=True):
    """The infimum of f, or the supremum; `value` None is -oo, or oo.

    `attained` None: that is open. `limits` are the numbers, beyond all values at local extrema, to
    which f may tend far out; of those in `asked` it was decided whether f takes them.
    """

    value: Scalar | None
    attained: bool | None
    limits: tuple[Scalar, ...]
    asked: tuple[tuple[Fraction, bool], ...]


def end_of_values(
    region: Region,
    turn: int,
    known: tuple[Scalar, ...] | None = None,
    doubtful: tuple[Scalar, ...] = (),
) -> End | None:
    """The infimum of f for turn -1, the supremum for turn 1; None where it was not found.

    `known` are the values at all points of the region where f may have a local extremum, but those
    with `doubtful` values: it is not known whether they are in the region. Without them they are
    worked out.
    """
    start = closed(reduced(region))
    for centre in CENTRES:
        try:
            values = stationary_values(start) if known is None else Values(known, doubtful)
            question = start if turn < 0 else replace(start, above=-start.above)
            found = _end(question, centre, _turned(values, turn))
        except (TooLarge, CountsDifferError, Undecided, Undefined):
            continue
        return found if turn < 0 else _mirrored(found)
    return None


def _turned(values: Values, turn: int) -> Values:
    if turn < 0:
        return values
    sure, doubtful = ([-each for each in some] for some in (values.sure, values.doubtful))
    return Values(tuple(sure), tuple(doubtful))


def _mirrored(end: End) -> End:
    return End(
        None if end.value is None else -end.value,
        end.attained,
        tuple(-each for each in end.limits),
        tuple((-value, taken) for value, taken in end.asked),
    )


def _end(region: Region, centre: Centre, values: Values) -> End:
    """The infimum."""
    bottom, doubtful = _judged(region, centre, values)
    found = (Constant(constant_value(algebraic_tree(each))) for each in limits(region, centre))
    ends = _ascending([each for each in found if _is_below(each, bottom)])
    candidates = _ascending([*ends, *doubtful])
    steps = [*candidates, *([] if bottom is None else [bottom])]
    asked: list[tuple[Fraction, bool]] = []
    for number, value in enumerate(islice(between(steps), len(candidates) + 1)):
        asked.append((value, _is_value(region, centre, value)))
        if asked[-1][1]:
            end = candidates[number - 1] if number else None
            is_open = end is not None and any(compare(end, each) == 0 for each in doubtful)
            return End(end, None if is_open else False, tuple(ends), tuple(asked))
    if bottom is None or doubtful:
        raise Undecided
    return End(bottom, True, tuple(ends), tuple(asked))


def _judged(region: Region, centre: Centre, values: Values) -> tuple[Scalar | None, list[Scalar]]:
    """The least value at a local extremum, and the smaller ones that may be others."""
    lowest = least(values.sure)
    if lowest is None:
        raise Undecided
    bottom = values.sure[lowest[0]] if lowest else None
    open_: list[Scalar] = []
    for each in _ascending([each for each in values.doubtful if _is_below(each, bottom)]):
        level = fraction(each)
        if level is None:
            open_.append(each)
        elif _is_value(region, centre, level):
            return each, open_
    return bottom, open_


def _is_below(value: Scalar, least: Scalar | None) -> bool:
    order = -1 if least is None else compare(value, least)
    if order is None:
        raise Undecided
    return order < 0


def _ascending(values: Sequence[Scalar]) -> list[Scalar]:
    """Without repetitions."""
    made: list[Scalar] = []
    for each in values:
        orders = [compare(each, other) for other in made]
        if None in orders:
            raise Undecided
        if 0 not in orders:
            made.insert(orders.count(1), each)
    return made


def _is_value(region: Region, centre: Centre, value: Fraction) -> bool:
    level = value.denominator * region.above - value.numerator * region.below
    if level.is_constant() or has_sign(level, region):
        return False
    return feasible_point(region, (level,), centre) is not None
