"""An inequality that bounds a name in which f is monotonic: f is least where the name is."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.build import added, divided, negated
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.ranges import Known, range_of
from calctool.algebra.local.switches import switches
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.arguments.one_variable import tends
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Task, Turn, put
from calctool.solve.optimum.arguments.sides import with_sides
from calctool.solve.optimum.arguments.smaller.inner import closing
from calctool.solve.optimum.arguments.smaller.solved import lifted
from calctool.solve.optimum.problem import sides
from calctool.solve.stationary.explicit import coefficients
from calctool.solve.stationary.manifold import slope
from calctool.solve.stationary.short import short
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def bound_of_name(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """With f growing in y and y >= L(x) as the only bound of y: inf f = inf f(x, L(x))."""
    for each in task.relations:
        if each.sign in ("=", "!="):
            continue
        for name in task.names:
            if _only_bound(task, each, name):
                found = _by(task, turn, below, each, name)
                if found is not None:
                    return found
    return None


def _only_bound(task: Task, each: Relation, name: str) -> bool:
    others = (r for r in task.relations if r is not each)
    in_domain = any(name in need.names for need in conditions(task.f))
    return name in each.names and not in_domain and all(name not in r.names for r in others)


def _by(task: Task, turn: Turn, below: Ask, each: Relation, name: str) -> Bound | None:
    g = added((each.left, negated(each.right)))
    g = g if each.sign in (">", ">=") else negated(g)
    found = coefficients(g, name)
    if found is None or len(found) != 2 or conditions(g):
        return None
    constant, lead = found
    known = bounds((*conditions(task.f), *sides(task.sides)))
    upward = _sign(lead, constant, known)
    rate = _direction(task, name, known)
    # The end that the inequality sets is the wanted one, and no side cuts the other way.
    if not upward or not rate or upward != -turn * rate or not _is_beyond(task, name, upward):
        return None
    end = short(negated(divided(constant, lead)))
    if not _keeps_side(task, name, end, upward, known):
        return None
    f = short(substitute(task.f, {name: end}))
    names = tuple(other for other in task.names if other != name)
    left = tuple(r for r in task.relations if r is not each)
    box = tuple(side for side in task.sides if side[0] != name)
    smaller = with_sides(Task(f, names, box, left))
    needs = (*conditions(task.f), *conditions(end))
    if f.names.isdisjoint(names) or not all(
        implied(need, (*conditions(f), *sides(box))) for need in needs
    ):
        return None
    inner = below(replace(smaller, names=tuple(n for n in names if n in f.names)), turn)
    if inner is None:
        return None
    return _told(task, turn, each, (name, end, upward), inner)


def _told(
    task: Task, turn: Turn, each: Relation, bound: tuple[str, Tree, int], inner: Bound
) -> Bound:
    name, end, _ = bound
    strict = each.sign in ("<", ">") and not is_infinite(inner.value.expr)
    made = replace(inner, attained=False) if strict else inner
    facts = {"name": quoted(Name(name)), "end": quoted(Relation(Name(name), "=", end))}
    opening = ProofLine("end-of-name", (each,), words.END_OF_NAME[turn].filled(**facts))
    lines = (opening, *inner.lines, closing(task.f, turn, made, words.OVER_ONE_END))
    spots = tuple(s for spot in made.at if (s := lifted(task, name, end, spot)) is not None)
    toward = None if made.attained else _along(task, each, bound, inner)
    reason = ARGUMENTS["end-of-name"]
    attained = made.attained
    return Bound(
        made.value, attained, "end-of-name", reason, lines, spots if attained else (), toward
    )


def _along(task: Task, each: Relation, bound: tuple[str, Tree, int], inner: Bound) -> Curve | None:
    """Where f comes near its bound: at the end that the inequality sets or, where it leaves the
    end out, ever nearer to it."""
    name, end, upward = bound
    if inner.toward is None:
        return None
    curve = dict(inner.toward.points)
    curve[name] = short(substitute(end, curve))
    if set(curve) != set(task.names):
        return None
    if each.sign in (">=", "<="):
        return put(curve, inner.toward.parameter)
    step = divided(number(upward), Name(inner.toward.parameter))
    curve[name] = added((curve[name], step))
    return put(curve, inner.toward.parameter) if tends(task.f, curve, inner.value) else None


def _sign(lead: Tree, constant: Tree, known: Known) -> int:
    """1 where g >= 0 says name >= end at each point of the set, -1 for <=, else 0."""
    reach, rest = range_of(lead, known), range_of(constant, known)
    # Where the coefficient is 0 the inequality says constant >= 0, which never holds.
    never = rest.negative
    if reach.positive or (reach.low >= 0 and never):
        return 1
    return -1 if reach.negative or (reach.high <= 0 and never) else 0


def _direction(task: Task, name: str, known: Known) -> int:
    """Whether f certainly grows in the name (1) or falls (-1)."""
    if name not in task.f.names or any(name in s.tree.names for s in switches(task.f)):
        return 0
    reach = range_of(slope(task.f, name), known)
    return 1 if reach.low >= 0 else -1 if reach.high <= 0 else 0


def _is_beyond(task: Task, name: str, upward: int) -> bool:
    """Whether the name may go on for ever from the end that the inequality sets."""
    side = task.side(name)
    return is_infinite(side.end if upward > 0 else side.start)


def _keeps_side(task: Task, name: str, end: Tree, upward: int, known: Known) -> bool:
    """Whether the end lies inside the other end of the side."""
    side = task.side(name)
    other, closed = (side.start, side.closed[0]) if upward > 0 else (side.end, side.closed[1])
    if is_infinite(other):
        return True
    gap = added((end, negated(other)) if upward > 0 else (other, negated(end)))
    reach = range_of(gap, known)
    return reach.positive or (reach.low >= 0 and closed)
