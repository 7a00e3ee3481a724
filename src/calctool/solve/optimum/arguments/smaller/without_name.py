"""A question without one of its names: where that leads to, and back to places and curves."""

from __future__ import annotations

from itertools import product

from calctool.algebra.build import added, negated
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.ranges import Known, range_of
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import order
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value, value_of
from calctool.solve.optimum.arguments.one_variable import PARAMETER, tends
from calctool.solve.optimum.arguments.protocol import LINE, Ask, Bound, Spot, Task, Turn, put
from calctool.solve.optimum.arguments.sides import is_inside, some_point
from calctool.solve.optimum.arguments.smaller.coordinate_lines import SAMPLES
from calctool.solve.optimum.arguments.smaller.inner import closing, letter_for
from calctool.solve.optimum.arguments.values import sign
from calctool.solve.optimum.problem import sides
from calctool.solve.stationary.short import short
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def without(task: Task, name: str, f: Tree) -> Task:
    """The same of a function without the name, other names that it lost being left out."""
    names = tuple(each for each in task.names if each != name and each in f.names)
    return Task(f, names, tuple(side for side in task.sides if side[0] in names))


def known_of(task: Task) -> Known:
    """What sides and the natural domain say of the names."""
    return bounds((*conditions(task.f), *sides(task.sides)))


def is_positive(tree: Tree, task: Task, below: Ask) -> bool:
    """Whether a tree is proved to be above 0 at all points of the task."""
    if tree.names.isdisjoint(task.names):
        return order(tree) == 1
    if range_of(tree, known_of(task)).positive:
        return True
    found = below(without(task, "", tree), -1)
    if found is None:
        return False
    side = sign(found.value)
    return side == 1 or (side == 0 and found.attained is False)


def _is_nonnegative(gap: Tree, task: Task, below: Ask, *, strict: bool) -> bool:
    if gap.names.isdisjoint(task.names):
        found = order(gap)
        return found == 1 or (found == 0 and not strict)
    found_range = range_of(gap, known_of(task))
    if found_range.positive or (found_range.low >= 0 and not strict):
        return True
    bound = below(without(task, "", gap), -1)
    if bound is None:
        return False
    side = sign(bound.value)
    return side == 1 or (side == 0 and (not strict or bound.attained is False))


def unimplied(task: Task) -> list[Relation]:
    """What f needs to have a value, beyond what the sides say."""
    known = sides(task.sides)
    return [need for need in conditions(task.f) if not implied(need, known)]


def keeps_domain(task: Task, least: Tree) -> bool:
    """Whether m is defined where f is, and nowhere else: what it lost is said of f no more."""
    own, left, known = conditions(task.f), conditions(least), sides(task.sides)
    return all(implied(need, (*left, *known)) for need in own) and all(
        implied(need, (*own, *known)) for need in left
    )


def lies_inside(vertex: Tree, name: str, task: Task, below: Ask) -> bool:
    """Whether the side of the name has the vertex, whatever the other names are."""
    side = task.side(name)
    if side == LINE:
        return True
    for end, inwards, closed in ((side.start, 1, side.closed[0]), (side.end, -1, side.closed[1])):
        if is_infinite(end):
            continue
        gap = short(added((vertex, negated(end))) if inwards > 0 else added((end, negated(vertex))))
        if not _is_nonnegative(gap, task, below, strict=not closed):
            return False
    return True


def least_line(task: Task, name: str, vertex: Tree, least: Tree, turn: Turn) -> ProofLine:
    """For all values of the other names f is least at the vertex, with the value m."""
    facts = {"name": quoted(Name(name)), "at": quoted(Relation(Name(name), "=", vertex))}
    says = (Relation(Name(letter_for(task, "m")), "=", least),)
    bound = Relation(task.f, ">=" if turn < 0 else "<=", least)
    why = words.LEAST_OVER[turn].filled(**facts)
    return ProofLine("least-over-name", says, why, also=(bound,))


def reduced(
    task: Task,
    name: str,
    turn: Turn,
    below: Ask,
    vertex: Tree,
    least: Tree,
    lines: tuple[ProofLine, ...],
) -> Bound | None:
    """What the ladder proves of m, the least of f over the name, said of f."""
    inner = without(task, name, least)
    if not inner.names:
        value = exact(exact_value(least))
        rest = Bound(value, True, "constant", ARGUMENTS["constant"], ())
    else:
        found = below(inner, turn)
        if found is None:
            return None
        rest = found
    spots = tuple(
        made for spot in rest.at or ((),) if (made := lifted(task, name, vertex, spot)) is not None
    )
    toward = None if rest.attained else _toward(task, name, vertex, rest)
    proof = (
        *lines,
        *rest.lines,
        closing(
            task.f, turn, rest, words.OVER_ONE[turn].filled(m=quoted(Name(letter_for(task, "m"))))
        ),
    )
    argument = "least-over-one-variable"
    reason = ARGUMENTS[argument]
    return Bound(
        rest.value, rest.attained, argument, reason, proof, spots if rest.attained else (), toward
    )


def lifted(task: Task, name: str, vertex: Tree, spot: Spot) -> Spot | None:
    """Names that do not matter at 0, or at another place of their side where all is defined."""
    known = dict(spot)
    if not all(value.is_known for value in known.values()):
        return _enclosed(task, name, vertex, known)
    loose = [each for each in task.names if each != name and each not in known]
    for chosen in product(SAMPLES[1:2] + SAMPLES, repeat=len(loose)):
        values = {each: value.expr for each, value in known.items()}
        values |= dict(zip(loose, chosen, strict=True))
        if not all(is_inside(task.side(each), values[each]) for each in loose):
            continue
        at = exact_value(substitute(vertex, values))
        values[name] = at
        if at.names or _is_undefined(task.f, values):
            continue
        return tuple((each, exact(values[each])) for each in task.names)
    return None


def _enclosed(task: Task, name: str, vertex: Tree, known: dict[str, Exact]) -> Spot | None:
    """Where no exact form of the place is known, but the name has the same value at all of them."""
    own = {n: value.expr for n, value in known.items() if value.is_known}
    at = exact_value(short(substitute(vertex, own)))
    if at.names or conditions(task.f):
        return None
    found = known | {name: exact(at)}
    return tuple((n, found[n]) for n in task.names) if found.keys() >= {*task.names} else None


def _is_undefined(f: Tree, values: dict[str, Tree]) -> bool:
    return value_of(substitute(f, values)) is None


def _toward(task: Task, name: str, vertex: Tree, rest: Bound) -> Curve | None:
    if rest.toward is None:
        return None
    curve = dict(rest.toward.points)
    loose = (each for each in task.names if each != name and each not in curve)
    curve |= {each: some_point(task.side(each)) for each in loose}
    curve[name] = short(substitute(vertex, curve))
    ordered = {each: curve[each] for each in task.names}
    return put(ordered, PARAMETER) if tends(task.f, ordered, rest.value) else None
