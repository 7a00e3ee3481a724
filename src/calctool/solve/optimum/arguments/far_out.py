"""What is seen of f at once: a bound as it is written, and curves along which it has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, product
from math import inf

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, divided, negated
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.extrema.polynomials import polynomial, tree_of
from calctool.algebra.solving import solutions
from calctool.notation.quoted import quoted
from calctool.notation.tree import ONE, TWO, ZERO, Name, Relation, Sign, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.line import BOTTOM, TOP, is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact
from calctool.solve.optimum.arguments.existence.ground import ground
from calctool.solve.optimum.arguments.one_variable import PARAMETER, limit_along, tends
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Lacks, Task, Turn, claim, put
from calctool.solve.optimum.arguments.sides import is_inside, some_point
from calctool.solve.optimum.arguments.values import NOTHING
from calctool.solve.optimum.problem import sides
from calctool.solve.stationary.short import plainest
from calctool.verify.optimum.stated import Tends
from calctool.words.extrema.extremes import BOUND, UNBOUNDED
from calctool.words.extrema.ladder.existence import TENDS_TO_BOUND
from calctool.words.extrema.ladder.lacking import NOT_NEAR
from calctool.words.extrema.multipliers import ARGUMENTS

END_OF_RANGE = ARGUMENTS["end-of-range"]
_BEYOND: dict[bool, dict[int, Sign]] = {True: {-1: ">", 1: "<"}, False: {-1: ">=", 1: "<="}}
_FIXED = (ONE, ZERO, negated(ONE), TWO)


def bounded_by_value(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """A coarse range is never too narrow: an end of it that is a listed value is extreme."""
    if not task.listing.is_reached:
        return None
    known = bounds((*conditions(task.f), *sides(task.sides), *task.relations))
    reach = range_of(task.f, known)
    end = reach.low if turn < 0 else reach.high
    if not isinstance(end, Fraction):
        return None
    value = exact(number(end))
    if not any(each is not None and compared(each, value) == 0 for each in task.values):
        return None
    facts = {"sign": ">=" if turn < 0 else "<=", "value": quoted(value.expr)}
    reason = BOUND.filled(**facts) if task.is_free else END_OF_RANGE
    return Bound(value, True, "bounded-by-value", reason, ())


def unbounded_along_curve(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """Along c*t^a in each name, or with the names inside sin and cos at rest."""
    from calctool.algebra.extrema.existence.unbounded import unbounded_along

    known = range_of(task.f, {})
    is_bounded = (known.low if turn < 0 else known.high) not in (-inf, inf)
    if is_bounded or not ground(task).is_natural:
        return None
    found = unbounded_along(task.f, task.names, turn)
    if found is None:
        return None
    along = plainest(found.value, found.parameter)  # Far out the parameter is positive.
    curve = Curve(found.points, found.parameter, along)
    reason = UNBOUNDED[turn].filled(curve=shown(curve), value=quoted(along))
    value = BOTTOM if turn < 0 else TOP
    return Bound(value, False, "unbounded-along-curve", reason, (), (), curve)


def shown(curve: Curve) -> str:
    left, right = zip(*((name, quoted(tree)) for name, tree in curve.points), strict=True)
    if len(left) == 1:
        return f"{left[0]} = {right[0]}"
    return f"({', '.join(left)}) = ({', '.join(right)})"


def unbounded_on_lines(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """Some names run to an end of their sides while the others stand still."""
    from calctool.solve.optimum.arguments.smaller.coordinate_lines import along

    curve = leading_to(task, BOTTOM if turn < 0 else TOP)
    return None if curve is None else along(task, turn, curve)


def leading_to(task: Task, value: Exact) -> dict[str, Tree] | None:
    """A curve in the set along which some names move and f tends to the value."""
    if any(each.sign in ("=", "!=") for each in task.relations):
        return None
    found = (
        curve
        for curve in islice(_curves(task), budget.CURVE_LIMITS)
        if tends(task.f, curve, value) and all(_holds(each, curve) for each in task.relations)
    )
    return next(found, None)


def tends_to_bound(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:  # noqa: ARG001
    """f is beyond a number as it is written, and comes as near to it as one likes."""
    if any(each.sign in ("=", "!=") for each in task.relations):
        return None
    reach = range_of(task.f, bounds((*conditions(task.f), *sides(task.sides), *task.relations)))
    end, is_open = (reach.low, reach.low_open) if turn < 0 else (reach.high, reach.high_open)
    if not isinstance(end, Fraction):
        return None
    value = exact(number(end))
    curve = leading_to(task, value) if is_open else None
    facts = {"sign": _BEYOND[is_open][turn], "value": quoted(value.expr)}
    if curve is None:
        return Lacks("tends-to-bound", NOT_NEAR.filled(**facts), weight=1)
    reason = TENDS_TO_BOUND.filled(**facts)
    told = Tends(task.f, tuple(curve.items()), value.expr, PARAMETER)
    line = ProofLine("tends-to-bound", claim(task.f, turn, value, False), reason, tends=told)
    return Bound(value, False, "tends-to-bound", reason, (line,), (), put(curve, PARAMETER))


def _holds(each: Relation, curve: dict[str, Tree]) -> bool:
    """Whether an inequality holds from some t on: its sides differ by more than nothing far out."""
    gap = added((each.left, negated(each.right)))
    limit = limit_along(gap if each.sign in (">", ">=") else negated(gap), curve)
    return limit is not None and compared(limit, NOTHING) == 1


def _curves(task: Task) -> Iterator[dict[str, Tree]]:
    """With one name in motion first."""
    ways = {name: (*_still(task, name), *_moving(task, name)) for name in task.names}
    still = {name: len(_still(task, name)) for name in task.names}
    choices = [range(len(ways[name])) for name in task.names]
    moving = sorted(product(*choices), key=lambda chosen: _effort(chosen, task, still))
    for chosen in moving:
        if _effort(chosen, task, still)[0]:
            yield {name: ways[name][i] for name, i in zip(task.names, chosen, strict=True)}


def _effort(chosen: tuple[int, ...], task: Task, still: dict[str, int]) -> tuple[int, int]:
    pairs = list(zip(task.names, chosen, strict=True))
    return sum(i >= still[name] for name, i in pairs), sum(chosen)


def _still(task: Task, name: str) -> tuple[Tree, ...]:
    side = task.side(name)
    return tuple(each for each in _FIXED if is_inside(side, each))[:2] or (some_point(side),)


def _moving(task: Task, name: str) -> Iterator[Tree]:
    t, side = Name(PARAMETER), task.side(name)
    step = divided(ONE, t)
    yield t if is_infinite(side.end) else added((side.end, negated(step)))
    yield negated(t) if is_infinite(side.start) else added((side.start, step))
    own = [need for need in conditions(task.f) if name in need.names and need.right == ZERO]
    if any(need.names == {name} for need in own) and is_infinite(side.start):
        yield step
    for place in _at_edges(own, name):
        if is_inside(replace(side, closed=(False, True)), place):
            yield added((place, negated(step)))
        if is_inside(replace(side, closed=(True, False)), place):
            yield added((place, step))


def _at_edges(own: Sequence[Relation], name: str) -> Iterator[Tree]:
    """Where a condition of f ends on the axis of a name."""
    for need in own:
        others = dict.fromkeys(need.names - {name}, ZERO)
        p = polynomial(substitute(need.left, others), (name,))
        if others and p is not None and not p.is_constant():
            found = tried(None, solutions, (tree_of(p, (name,)),), (name,))
            for root in () if found is None else found.roots:
                tree = root.place.coordinate(name).tree()
                if tree is not None:
                    yield tree
