"""All values of a polynomial or rational function on a set of such ones: where they may end, and
which of the numbers between are values."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calctool import budget
from calctool.algebra.build import divided, multiplied, raised
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.polar.approach import Monomial, approach
from calctool.algebra.extrema.polar.region import Region, region
from calctool.algebra.extrema.polar.values import End, end_of_values
from calctool.algebra.extrema.roots import Roots
from calctool.algebra.extrema.scalars import Enclosed, fraction
from calctool.algebra.places.place import Scalar
from calctool.algebra.systems.points.scalars import written_scalar
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import Name, Relation, Tree, number, rational
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.at_point import known
from calctool.solve.exact.line import BOTTOM, TOP, is_infinite
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.arguments.one_variable import PARAMETER
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Lacks, Task, Turn, claim, put
from calctool.words.extrema.ladder import values as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS
from calctool.words.extrema.ladder.lacking import TOO_LARGE


def all_values(task: Task, turn: Turn, _: Ask) -> Bound | Lacks | None:
    """The last resort for rational functions: it explains little, and decides nearly everything."""
    if len(task.names) < 2:
        return None
    on = _region(task)
    if on is None:
        return None
    is_small = len(task.names) <= budget.POLAR_NAMES
    found = end_of_values(on, turn, _heights(task)) if is_small else None
    if found is None:
        return Lacks("exact-range", TOO_LARGE, weight=1)
    value = (BOTTOM if turn < 0 else TOP) if found.value is None else known(found.value)
    return Bound(
        value,
        found.attained,
        "exact-range",
        ARGUMENTS["exact-range"],
        tuple(_lines(task, found, turn, value)),
        toward=None if found.attained else _toward(on, found, turn),
    )


def _region(task: Task) -> Region | None:
    """With a letter more for each root of a fraction, such as sqrt(2)."""
    roots = Roots(task.names)
    f, needs = roots.without(task.f), [roots.related(each) for each in _needs(task)]
    return region(f, (*task.names, *roots.names), (*needs, *roots.relations))


def _needs(task: Task) -> tuple[Relation, ...]:
    """All that points of the task keep."""
    sides: list[Relation] = []
    for name, side in task.sides:
        if not is_infinite(side.start):
            sides.append(Relation(Name(name), ">=" if side.closed[0] else ">", side.start))
        if not is_infinite(side.end):
            sides.append(Relation(Name(name), "<=" if side.closed[1] else "<", side.end))
    trees = (task.f, *(side for each in task.relations for side in (each.left, each.right)))
    domain = dict.fromkeys(need for tree in trees for need in conditions(tree))
    return (*sides, *task.relations, *domain)


def _heights(task: Task) -> tuple[Scalar, ...] | None:
    """The values of all candidates; None where these are not all known."""
    if not task.listing.is_whole or not task.values:
        return None
    found = [_height(each) for each in task.values]
    listed = tuple(each for each in found if each is not None)
    return listed if len(listed) == len(found) else None


def _height(value: Exact | None) -> Scalar | None:
    if value is None or value.low is None or value.high is None:
        return None
    return written_scalar(value.expr) if value.is_known else Enclosed(value.low, value.high)


# --- what is said -------------------------------------------------------------------------------


def _lines(task: Task, found: End, turn: Turn, value: Exact) -> Iterator[ProofLine]:
    yield ProofLine("nearest-points", (), words.NEAREST)
    limits = [known(each).expr for each in found.limits]
    yield ProofLine(
        "values-at-infinity",
        (),
        words.LIMITS.filled(values=all_quoted(limits)) if limits else words.NO_LIMITS,
    )
    yield ProofLine("between-candidates", (), words.BETWEEN)
    for number_, taken in found.asked:
        says = (Relation(task.f, "=", number(number_)),)
        yield ProofLine(
            "value-tried", says, words.SOLVED if taken else words.UNSOLVED, sort="asked"
        )
    if found.value is None:
        why = words.NO_END[turn]
    elif found.attained:
        why = words.AT_CANDIDATE
    else:
        why = words.AT_NO_CANDIDATE if found.attained is False else words.MAYBE_AT_CANDIDATE
    yield ProofLine("values-end", claim(task.f, turn, value, found.attained), why)


def leading_to(task: Task, turn: Turn, value: Exact) -> Curve | None:
    """A curve of powers in the set along which a rational f tends to its bound, a fraction."""
    on = region(task.f, task.names, _needs(task))
    end = rational(value.expr)
    return None if on is None or end is None else _curve(on, end, turn)


def _toward(on: Region, found: End, turn: Turn) -> Curve | None:
    value = None if found.value is None else fraction(found.value)
    if found.value is not None and value is None:
        return None
    return _curve(on, value, turn)


def _curve(on: Region, value: Fraction | None, turn: Turn) -> Curve | None:
    curve = approach(on, value, turn)
    if curve is None:
        return None
    return put({name: _tree(k) for name, k in zip(on.names, curve, strict=True)}, PARAMETER)


def _tree(monomial: Monomial) -> Tree:
    factor, power = monomial
    t = Name(PARAMETER)
    if not factor or not power:
        return number(factor)
    if power > 0:
        return multiplied((number(factor), raised(t, number(power))))
    top = Fraction(factor.numerator)
    return _over(top, factor.denominator, raised(t, number(-power)))


def _over(top: Fraction, bottom: int, power: Tree) -> Tree:
    below = power if bottom == 1 else multiplied((number(bottom), power))
    return divided(number(top), below)
