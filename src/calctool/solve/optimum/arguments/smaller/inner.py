"""F(g) on the interval of the values of g, and functions of one name each as new names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.composition import as_function_of, inner_functions
from calctool.algebra.local.crossing import may_jump
from calctool.algebra.solving import solutions
from calctool.notation.quoted import quoted
from calctool.notation.tree import ONE, ZERO, Call, Name, Power, Relation, Tree
from calctool.notation.walk import substitute, transform, walk
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.at_point import known
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.one_variable import PARAMETER, tends
from calctool.solve.optimum.arguments.protocol import LINE, Ask, Bound, Spot, Task, Turn, claim, put
from calctool.solve.question import Stretch
from calctool.solve.stationary.explicit import coefficients
from calctool.words import Words
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def letter_for(task: Task, depth: str = "u") -> str:
    """A name that the question does not have."""
    taken = {*task.f.names, *task.names}
    choices = (depth, "v", "w", "p", "q", "r", *(f"u{i}" for i in range(len(taken) + 1)))
    return next(each for each in choices if each not in taken)


def is_tame(g: Tree) -> bool:
    """Whether g is seen to be defined and continuous for all values of its names."""
    return not conditions(g) and not may_jump(g)


def composition(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """A continuous g has an interval of values on a box, which is connected; f = F(g) has there
    the values of F on it."""
    if task.relations or len(task.names) < 2:
        return None
    u = letter_for(task)
    for g in islice(inner_functions(task.f, task.names), budget.LADDER_INNER):
        outside = as_function_of(task.f, g, task.names, u) if is_tame(g) else None
        if outside is None or outside.names != {u} or _is_affine(outside, u):
            continue
        low = below(Task(g, task.names, task.sides), -1)
        high = None if low is None else below(Task(g, task.names, task.sides), 1)
        if low is None or high is None or None in (low.attained, high.attained):
            continue
        side = span(low, high)
        outer = None if side is None else below(Task(outside, (u,), _sides(u, side)), turn)
        if outer is not None:
            return _composed(task, turn, (g, outside, u), (low, high), outer)
    return None


def _is_affine(outside: Tree, name: str) -> bool:
    """Whether f is g but for a constant and a factor: then nothing is won."""
    found = coefficients(outside, name)
    return found is not None and len(found) == 2


def _sides(name: str, side: Stretch) -> tuple[tuple[str, Stretch], ...]:
    return () if side == LINE else ((name, side),)


def span(low: Bound, high: Bound) -> Stretch | None:
    """The interval between two bounds; None for a single point or ends known by enclosures."""
    if not (low.value.is_known and high.value.is_known):
        return None
    if compared(low.value, high.value) != -1:
        return None
    closed = (bool(low.attained), bool(high.attained))
    return Stretch(low.value.expr, high.value.expr, closed)


def values_line(g: Tree, low: Bound, high: Bound) -> ProofLine:
    """g takes its values in an interval."""
    says = (*claim(g, -1, low.value, low.attained), *claim(g, 1, high.value, high.attained))
    why = words.INTERVAL if says else words.ALL_VALUES
    return ProofLine("values-of-inner", says, why.filled(g=quoted(g)))


def _composed(
    task: Task, turn: Turn, parts: tuple[Tree, Tree, str], ends: tuple[Bound, Bound], outer: Bound
) -> Bound:
    (g, outside, u), (low, high) = parts, ends
    named = Relation(Name(u), "=", g)
    lines = (
        ProofLine("inner-function", (named, Relation(task.f, "=", outside)), words.FUNCTION_OF),
        *(line for one in ends for line in one.lines if len(one.lines) > 1),
        values_line(g, low, high),
        *outer.lines,
        closing(task.f, turn, outer, words.OF_INNER),
    )
    spots: tuple[Spot, ...] = ()
    if outer.attained:
        values = [dict(spot)[u] for spot in outer.at if u in dict(spot)]
        spots = tuple(s for value in values for s in _where(task, g, value, ends))
    toward = None if outer.attained else _toward(task, ends, outer)
    reason = ARGUMENTS["inner-function"]
    return Bound(outer.value, outer.attained, "inner-function", reason, lines, spots, toward)


def closing(f: Tree, turn: Turn, outer: Bound, why: Words) -> ProofLine:
    """What follows of f."""
    return ProofLine("transfer", claim(f, turn, outer.value, outer.attained), why)


def _where(task: Task, g: Tree, value: Exact, ends: tuple[Bound, Bound]) -> Iterator[Spot]:
    """A place where g has the value: one that is known, or one on an axis."""
    for end in ends:
        if end.at and compared(end.value, value) == 0:
            yield from end.at
            return
    if value.is_known and task.is_free:
        yield from islice(_on_axes(task, g, value), 1)


def _on_axes(task: Task, g: Tree, value: Exact) -> Iterator[Spot]:
    """With all names but one at 0, or at 1."""
    for fixed in (ZERO, ONE):
        for name in task.names:
            others = {other: fixed for other in task.names if other != name}
            equation = added((substitute(g, others), negated(value.expr)))
            if equation.names != {name}:
                continue
            for root in solutions([equation], (name,)).roots:
                at = known(root.place.coordinate(name))
                if at.is_known:
                    here = {**others, name: at.expr}
                    yield tuple((n, exact(exact_value(here[n]))) for n in task.names)


def _toward(task: Task, ends: tuple[Bound, Bound], outer: Bound) -> Curve | None:
    for end in ends:
        if end.toward is not None:
            curve = dict(end.toward.points)
            if tends(task.f, curve, outer.value):
                return put(curve, PARAMETER)
    return None


# --- functions of one name each -----------------------------------------------------------------


def independent_inner(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """Where a name stands only inside one function of it, the function may take its place."""
    if task.relations or len(task.names) < 2:
        return None
    f, sides, lines = task.f, dict(task.sides), []
    back: dict[str, tuple[str, Tree, Bound, Bound]] = {}
    for name in task.names:
        for g in _own_functions(f, name):
            u = letter_for(Task(f, (*task.names, *back)))
            changed = _replaced(f, g, u)
            if name in changed.names:
                continue
            own = Task(g, (name,), _sides(name, task.side(name)))
            low, high = below(own, -1), below(own, 1)
            if low is None or high is None or not is_tame(g):
                continue
            side = span(low, high)
            if side is None:
                continue
            f, back[u] = changed, (name, g, low, high)
            sides.pop(name, None)
            if side != LINE:
                sides[u] = side
            lines.append(values_line(g, low, high))
            break
    if not back:
        return None
    names = tuple(next((u for u, b in back.items() if b[0] == n), n) for n in task.names)
    listed = tuple((name, sides[name]) for name in names if name in sides)
    outer = below(Task(f, names, listed), turn)
    if outer is None:
        return None
    new = tuple(Relation(Name(u), "=", g) for u, (_, g, _, _) in back.items())
    opening = ProofLine("new-names", (*new, Relation(task.f, "=", f)), words.NEW_VARIABLES)
    reason = ARGUMENTS["independent-inner"]
    lines = [opening, *lines, *outer.lines, closing(task.f, turn, outer, words.OF_NEW)]
    spots = tuple(s for spot in outer.at if (s := _lifted(spot, back, task)) is not None)
    toward = None if outer.attained else _led(task, outer, back)
    return Bound(
        outer.value, outer.attained, "independent-inner", reason, tuple(lines), spots, toward
    )


def _own_functions(f: Tree, name: str) -> list[Tree]:
    found = (
        part
        for part in walk(f)
        if part.names == {name} and isinstance(part, Call | Power) and part != f
    )
    return sorted(found, key=lambda part: part.size)


def _replaced(f: Tree, g: Tree, letter: str) -> Tree:
    return transform(f, lambda part: Name(letter) if part == g else None)


def _lifted(spot: Spot, back: dict[str, tuple[str, Tree, Bound, Bound]], task: Task) -> Spot | None:
    found: dict[str, Exact] = {}
    for u, value in spot:
        if u not in back:
            found[u] = value
            continue
        name, g, low, high = back[u]
        place = _preimage(name, g, value, (low, high), task)
        if place is None:
            return None
        found[name] = place
    return tuple((name, found[name]) for name in task.names if name in found)


def _preimage(
    name: str, g: Tree, value: Exact, ends: tuple[Bound, Bound], task: Task
) -> Exact | None:
    for end in ends:
        if end.at and compared(end.value, value) == 0:
            return dict(end.at[0]).get(name)
    if not value.is_known or task.side(name) != LINE:
        return None
    roots = solutions([added((g, negated(value.expr)))], (name,)).roots
    return known(roots[0].place.coordinate(name)) if roots else None


def _led(task: Task, outer: Bound, back: dict[str, tuple[str, Tree, Bound, Bound]]) -> Curve | None:
    """The way of each name for that of its function: to an end of its range, or standing still."""
    if outer.toward is None:
        return None
    curve: dict[str, Tree] = {}
    for u, tree in outer.toward.points:
        if u not in back:
            curve[u] = tree
            continue
        name, _, low, high = back[u]
        ways = [dict(end.toward.points)[name] for end in (low, high) if end.toward is not None]
        spots = [dict(end.at[0])[name] for end in (low, high) if end.at]
        ways += [spot.expr for spot in spots if spot.is_known]
        if not ways:
            return None
        curve[name] = ways[0]
        for way in ways[1:]:
            if tends(task.f, {**curve, name: way}, outer.value):
                curve[name] = way
    ordered = {name: curve[name] for name in task.names if name in curve}
    return put(ordered, PARAMETER) if tends(task.f, ordered, outer.value) else None
