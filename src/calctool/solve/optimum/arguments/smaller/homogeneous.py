"""Rational functions of degree 0: one variable may be 1, or all of f is known where it is 0."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.polynomials import Polynomial, fractions, polynomial
from calctool.algebra.field import is_zero
from calctool.notation.quoted import quoted
from calctool.notation.tree import ONE, ZERO, Name, Quotient, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared, order
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact
from calctool.solve.optimum.arguments.protocol import LINE, Ask, Bound, Spot, Task, Turn, put
from calctool.solve.optimum.arguments.smaller.inner import closing
from calctool.solve.optimum.arguments.values import End, best
from calctool.solve.stationary.short import short
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def homogeneous(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """f(c*x) = f(x) for all c but 0 (on a half space: all c > 0): each value is taken where the
    name is 1, or where it is 0."""
    if task.relations or len(task.names) < 2 or not _has_degree_zero(task.f, task.names):
        return None
    if all(task.side(name) == LINE for name in task.names):
        return _with_zero(task, turn, below)
    if all(_is_half_line(task, name) for name in task.names):
        name = next((n for n in task.names if not task.side(n).closed[0]), None)
        return None if name is None else _at_one(task, turn, below, name)
    return None


def _has_degree_zero(f: Tree, names: tuple[str, ...]) -> bool:
    if not isinstance(f, Quotient):
        return False
    top, bottom = polynomial(f.numerator, names), polynomial(f.denominator, names)
    degrees = {_degree(p) for p in (top, bottom)}
    return len(degrees) == 1 and degrees.isdisjoint({None, 0})


def _degree(p: Polynomial | None) -> int | None:
    """Of a form; None for any other polynomial."""
    found = set() if p is None else {sum(powers) for powers in fractions(p)}
    return found.pop() if len(found) == 1 else None


def _is_half_line(task: Task, name: str) -> bool:
    side = task.side(name)
    return side.end == LINE.end and not is_infinite(side.start) and order(side.start) == 0


def _at_one(task: Task, turn: Turn, below: Ask, name: str) -> Bound | None:
    inner = _below(task, turn, below, name, ONE)
    return None if inner is None else _told(task, turn, name, [(inner, ONE)])


def _with_zero(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """The points with the name 0 are a question of fewer names of the same kind, or one value."""
    name = task.names[-1]
    one = _below(task, turn, below, name, ONE)
    if one is None:
        return None
    at_zero = substitute(task.f, {name: ZERO})
    assert isinstance(at_zero, Quotient)  # noqa: S101 (as f is one)
    if is_zero(at_zero.denominator):
        return _told(task, turn, name, [(one, ONE)])
    zero = _below(task, turn, below, name, ZERO)
    return None if zero is None else _told(task, turn, name, [(one, ONE), (zero, ZERO)])


def _below(task: Task, turn: Turn, below: Ask, name: str, at: Tree) -> Bound | None:
    f = substitute(task.f, {name: at})
    names = tuple(each for each in task.names if each != name)
    left = short(f)
    if left.names.isdisjoint(names):
        value = exact(left)
        return Bound(value, True, "constant", ARGUMENTS["constant"], (), ())
    if len(conditions(left)) != len(conditions(f)):
        left = f
    used = tuple(each for each in names if each in left.names)
    sides = tuple(side for side in task.sides if side[0] in used)
    return below(Task(left, used, sides), turn)


def _told(task: Task, turn: Turn, name: str, found: list[tuple[Bound, Tree]]) -> Bound | None:
    chosen = best([End(one.value, one.attained) for one, _ in found], turn)
    if chosen is None:
        return None
    same = [(one, at) for one, at in found if compared(one.value, chosen.value) == 0]
    reached = [pair for pair in same if pair[0].attained] or same
    places = all_places(found, name)
    opening = ProofLine("degree-zero", (), words.DEGREE_ZERO.filled(places=places))
    lines = (opening, *(line for one, _ in found for line in one.lines))
    spots = tuple(s for one, at in reached for s in _lifted(task, name, one, at))
    toward = None
    first, at = reached[0]
    if first.toward is not None and not chosen.attained:
        curve = {**dict(first.toward.points), name: at}
        toward = put({each: curve.get(each, ONE) for each in task.names})
    whole = Bound(
        chosen.value, chosen.attained, "degree-zero", ARGUMENTS["degree-zero"], lines,
        spots if chosen.attained else (), toward,
    )  # fmt: skip
    return replace(whole, lines=(*lines, closing(task.f, turn, whole, words.OF_INNER)))


def all_places(found: list[tuple[Bound, Tree]], name: str) -> str:
    """x = 1, x = 0"""
    return ", ".join(quoted(Relation(Name(name), "=", at)) for _, at in found)


def _lifted(task: Task, name: str, one: Bound, at: Tree) -> list[Spot]:
    made = []
    for spot in one.at or ((),):
        known: dict[str, Exact] = {**dict(spot), name: exact(at)}
        made.append(tuple((each, known.get(each, exact(ONE))) for each in task.names))
    return made
