"""What the table of a question is made of: curves, and the part of the line on which they lie."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.cells.branches import formulas_of, jumps
from calctool.algebra.cells.curves import Curve, Role, curves
from calctool.algebra.cells.plane import NoMethod, Plane
from calctool.algebra.cells.projection import Cause, Projected, project
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.ranges import Known, range_of
from calctool.algebra.field import Field
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.local.switches import switches
from calctool.algebra.roots import LINE, Interval, exact_point, rational_point
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.tree import (
    INFINITY,
    ZERO,
    Name,
    Negative,
    Power,
    Relation,
    Sum,
    Tree,
)
from calctool.notation.walk import substitute, walk
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import order
from calctool.solve.question import Stretch
from calctool.solve.table.record import TableQuestion

ALL: frozenset[Role] = frozenset({"slope", "bend", "break", "zero", "jump"})
GOES: frozenset[Role] = ALL - {"zero"}
"""Those of how f goes."""

_OF_F: frozenset[Role] = frozenset({"slope", "bend", "zero"})


def projected(
    asked: TableQuestion, slope: Tree, bend: Tree, roles: frozenset[Role]
) -> tuple[tuple[Curve, ...], Projected]:
    """The curves of these roles, and where they change; NoMethod where that is not known."""
    letters = frozenset(asked.parameters)
    needed = conditions(asked.statement)
    listed = _wanted(asked, slope, bend, needed)
    given = bounds((*needed, *asked.assumed))
    wanted = [
        (role, tree)
        for role, tree in listed
        if role in roles and not (role in _OF_F and _is_never_zero(tree, given))
    ]
    known = (*needed, *asked.assumed) if len(letters) > 1 else needed
    plane = Plane(asked.variable, (tree for _, tree in wanted), known)
    found = curves(plane, wanted, letters, _ground(asked, needed, letters))
    changing = project(plane, found, letters)
    if len(letters) == 1:
        (letter,) = letters
        _assumed(asked, letter, changing)
    return found, changing


def _is_never_zero(tree: Tree, given: Known) -> bool:
    """Whether it has one sign wherever f has a value, as e^x + 1/(x + a)^2."""
    found = range_of(tree, given)
    return found.positive or found.negative


def _wanted(
    asked: TableQuestion, slope: Tree, bend: Tree, needed: tuple[Relation, ...]
) -> Iterator[tuple[Role, Tree]]:
    """What the table is made of, as trees that vanish where something happens."""
    f, name = asked.statement, asked.variable
    yield from _each("slope", slope, name)
    yield from _each("bend", bend, name)
    for each in needed:
        yield "break", difference(each)
    for switch in switches(f):
        yield "break", difference(switch.relation)
    for tree in (f, slope, bend):
        yield from (("jump", apart) for apart in jumps(tree, name))
    if asked.domain is not None:
        for end in (asked.domain.start, asked.domain.end):
            if not is_infinite(end):
                yield "break", Sum((Name(name), Negative(end)))
    if asked.with_zeros or (asked.when is not None and asked.when[0] in "fz"):
        yield from _each("zero", f, name)


def _each(role: Role, tree: Tree, name: str) -> Iterator[tuple[Role, Tree]]:
    """Each formula of a function by cases."""
    return ((role, each.tree) for each in formulas_of(tree, name, signs=False))


def _ground(
    asked: TableQuestion, needed: tuple[Relation, ...], letters: frozenset[str]
) -> tuple[Interval, ...]:
    """The part of the line that f does not leave, whatever the parameters are."""
    start = end = None
    known = bounds(each for each in needed if not each.names & letters).get(asked.variable)
    if known is not None:
        start = None if isinstance(known.low, float) else rational_point(known.low)
        end = None if isinstance(known.high, float) else rational_point(known.high)
    if asked.domain is not None:
        if start is None and _is_fixed(asked.domain.start):
            start = exact_point(asked.domain.start)
        if end is None and _is_fixed(asked.domain.end):
            end = exact_point(asked.domain.end)
    if start is None and end is None:
        return (LINE,)
    return (Interval(start, end, (start is not None, end is not None)),)


def _is_fixed(end: Tree) -> bool:
    """Whether an end of the domain is a number."""
    return not is_infinite(end) and not end.names


def stretch(asked: TableQuestion) -> Stretch | None:
    """What is asked of the line, where the base of each power with a letter in its exponent is
    positive: x > 0 for x^a, whatever number a is (x^2 alone has more values).

    NoMethod where that is no interval.
    """
    letters = frozenset(asked.parameters)
    known = bounds(asked.assumed)
    given = asked.domain
    for part in walk(asked.statement):
        if not isinstance(part, Power) or asked.variable not in part.base.names:
            continue
        if part.exponent.names & letters:
            given = _on_side(given, *_line(part.base, asked.variable, known))
    return given


def _line(base: Tree, name: str, known: Known) -> tuple[Tree, int]:
    """The number at which a linear base vanishes, and the side on which it is positive; NoMethod
    for another base."""
    own = Field()
    element = own.normal(base)
    try:
        slope = None if element is None else own.to_tree(own.derivative(element, name))
    except UnknownError:
        slope = None
    if slope is None or name in slope.names:
        raise NoMethod
    side, rest = range_of(slope, known), own.normal(substitute(base, {name: ZERO}))
    place = None if rest is None else own.to_tree(-rest / own.element(slope))
    if place is None or place.names or not (side.positive or side.negative):
        raise NoMethod
    return place, 1 if side.positive else -1


def _on_side(given: Stretch | None, place: Tree, side: int) -> Stretch:
    """The part of it to the right of a number, or to the left (side -1); NoMethod where that is
    empty or not known."""
    if given is None:
        given = Stretch(start=Negative(INFINITY), end=INFINITY, closed=(False, False))
    near, far = (given.start, given.end)[::side]
    if near.names or (far.names and is_infinite(near)):
        raise NoMethod
    # An end with letters lies behind the other one, which is a number here.
    apart = [
        None if is_infinite(e) or e.names else order(Sum((e, Negative(place)))) for e in (near, far)
    ]
    before, after = (None if sign is None else side * sign for sign in apart)
    if far.names and before == -1:
        raise NoMethod
    if after is not None and after <= 0:
        raise NoMethod
    if before == 1:
        return given
    if before is None and not is_infinite(near):
        raise NoMethod
    start, end = (place, far)[::side]
    closed = (False, given.closed[1]) if side > 0 else (given.closed[0], False)
    return Stretch(start=start, end=end, closed=closed)


def _assumed(asked: TableQuestion, letter: str, found: Projected) -> None:
    for each in asked.assumed:
        if letter in each.names:
            tree = difference(each)
            found.conditions.setdefault(tree, []).append(Cause("assumption", tree))
