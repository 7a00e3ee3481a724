"""The least value over one variable first: inf f is the infimum of what is least over y."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.clean import clean
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.ranges import Known, range_of
from calctool.algebra.local.switches import switches
from calctool.algebra.tidy.factored import factored
from calctool.notation.quoted import quoted
from calctool.notation.tree import (
    ONE,
    TWO,
    ZERO,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Relation,
    Tree,
    number,
)
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.line import BOTTOM, TOP, is_infinite
from calctool.solve.exact.order import compared, order
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value, value_of
from calctool.solve.optimum.arguments.one_variable import PARAMETER, tends
from calctool.solve.optimum.arguments.protocol import LINE, Ask, Bound, Spot, Task, Turn, put
from calctool.solve.optimum.arguments.sides import is_inside, some_point
from calctool.solve.optimum.arguments.smaller.inner import closing, letter_for
from calctool.solve.optimum.arguments.values import End, best, sign
from calctool.solve.optimum.problem import sides
from calctool.solve.stationary.explicit import coefficients
from calctool.solve.stationary.manifold import slope
from calctool.solve.stationary.short import short
from calctool.verify.optimum.stated import Tends
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS

_SAMPLES = (ONE, ZERO, negated(ONE), TWO)


def over_one_variable(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """By a square that is completed, by the sign of a partial derivative, or at the ends of a
    side on which f is affine."""
    if task.relations or len(task.names) < 2:
        return None
    for name in reversed(task.names):
        if any(name in need.names for need in conditions(task.f)):
            continue
        for way in (_quadratic, _affine, _monotonic, _valley):
            found = way(task, name, turn, below)
            if found is not None:
                return found
    return None


def _rest(task: Task, name: str, f: Tree) -> Task:
    """The same of a function without the name, other names that it lost being left out."""
    names = tuple(each for each in task.names if each != name and each in f.names)
    return Task(f, names, tuple(side for side in task.sides if side[0] in names))


def _known(task: Task) -> Known:
    """What sides and the natural domain say of the names."""
    return bounds((*conditions(task.f), *sides(task.sides)))


def is_positive(tree: Tree, task: Task, below: Ask) -> bool:
    """Whether a tree is proved to be above 0 at all points of the task."""
    if tree.names.isdisjoint(task.names):
        return order(tree) == 1
    if range_of(tree, _known(task)).positive:
        return True
    found = below(_rest(task, "", tree), -1)
    if found is None:
        return False
    side = sign(found.value)
    return side == 1 or (side == 0 and found.attained is False)


# --- quadratic ----------------------------------------------------------------------------------


def _quadratic(task: Task, name: str, turn: Turn, below: Ask) -> Bound | None:
    found = coefficients(task.f, name)
    if found is None or len(found) != 3:
        return None
    c, b, a = found
    upward = a if turn < 0 else short(negated(a))
    if not is_positive(upward, task, below):
        return _falling(task, name, turn, upward)
    vertex = short(negated(divided(b, multiplied((TWO, a)))))
    least = short(added((c, negated(divided(multiplied((b, b)), multiplied((number(4), a)))))))
    if not _keeps_domain(task.f, least) or not _lies_inside(vertex, name, task, below):
        return None
    square = added((multiplied((a, Power(added((Name(name), negated(vertex))), TWO))), least))
    lines = (
        ProofLine(
            "complete-square",
            (Relation(task.f, "=", clean(square)),),
            words.SQUARE.filled(name=quoted(Name(name))),
        ),
        _sign_line(a, turn),
        _least_line(task, name, vertex, least, turn),
    )
    return _reduced(task, name, turn, below, vertex, least, lines)


def _sign_line(a: Tree, turn: Turn) -> ProofLine:
    says = () if not a.names else (Relation(a, ">" if turn < 0 else "<", ZERO),)
    return ProofLine("sign", says, words.LEADING[turn])


def _least_line(task: Task, name: str, vertex: Tree, least: Tree, turn: Turn) -> ProofLine:
    facts = {"name": quoted(Name(name)), "at": quoted(Relation(Name(name), "=", vertex))}
    says = (Relation(Name(letter_for(task, "m")), "=", least),)
    bound = Relation(task.f, ">=" if turn < 0 else "<=", least)
    why = words.LEAST_OVER[turn].filled(**facts)
    return ProofLine("least-over-name", says, why, also=(bound,))


def _keeps_domain(f: Tree, least: Tree) -> bool:
    """Whether m is defined where f is, and nowhere else: what it lost is said of f no more."""
    known = conditions(least)
    return all(implied(need, known) for need in conditions(f)) and all(
        implied(need, conditions(f)) for need in known
    )


def _lies_inside(vertex: Tree, name: str, task: Task, below: Ask) -> bool:
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


def _is_nonnegative(gap: Tree, task: Task, below: Ask, *, strict: bool) -> bool:
    if gap.names.isdisjoint(task.names):
        found = order(gap)
        return found == 1 or (found == 0 and not strict)
    found_range = range_of(gap, _known(task))
    if found_range.positive or (found_range.low >= 0 and not strict):
        return True
    bound = below(_rest(task, "", gap), -1)
    if bound is None:
        return False
    side = sign(bound.value)
    return side == 1 or (side == 0 and (not strict or bound.attained is False))


def _reduced(
    task: Task,
    name: str,
    turn: Turn,
    below: Ask,
    vertex: Tree,
    least: Tree,
    lines: tuple[ProofLine, ...],
) -> Bound | None:
    inner = _rest(task, name, least)
    if not inner.names:
        value = exact(exact_value(least))
        rest = Bound(value, True, "constant", ARGUMENTS["constant"], ())
    else:
        found = below(inner, turn)
        if found is None:
            return None
        rest = found
    spots = tuple(
        made for spot in rest.at or ((),) if (made := _lifted(task, name, vertex, spot)) is not None
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


def _lifted(task: Task, name: str, vertex: Tree, spot: Spot) -> Spot | None:
    """Names that do not matter at 0, or at another place of their side where all is defined."""
    known = dict(spot)
    if not all(value.is_known for value in known.values()):
        return _enclosed(task, name, vertex, known)
    loose = [each for each in task.names if each != name and each not in known]
    for chosen in product(_SAMPLES[1:2] + _SAMPLES, repeat=len(loose)):
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


def _falling(task: Task, name: str, turn: Turn, upward: Tree) -> Bound | None:
    """-oo in this name alone, where its leading coefficient has the other sign at some point."""
    if task.side(name) != LINE:
        return None
    others = [each for each in task.names if each != name]
    for chosen in islice(product(_SAMPLES, repeat=len(others)), budget.LADDER_SAMPLES):
        values = dict(zip(others, chosen, strict=True))
        if not all(is_inside(task.side(each), value) for each, value in values.items()):
            continue
        if order(exact_value(substitute(upward, values))) == -1:
            found = unbounded(task, turn, values)
            if found is not None:
                return found
    return None


def unbounded(task: Task, turn: Turn, values: dict[str, Tree]) -> Bound | None:
    """f along a coordinate line, if its limit at an end is infinite on the wanted side."""
    value = BOTTOM if turn < 0 else TOP
    for way in (Name(PARAMETER), Negative(Name(PARAMETER))):
        curve = {each: values.get(each, way) for each in task.names}
        if tends(task.f, curve, value):
            return along(task, turn, curve)
    return None


def along(task: Task, turn: Turn, curve: dict[str, Tree]) -> Bound:
    """Not bounded, as this curve shows."""
    on_it, value = short(substitute(task.f, curve)), BOTTOM if turn < 0 else TOP
    points = tuple(Relation(Name(each), "=", tree) for each, tree in curve.items())
    line = ProofLine(
        "along-curve", (*points, Relation(task.f, "=", on_it)), words.ALONG[turn], sort="put",
        tends=Tends(task.f, tuple(curve.items()), value.expr, PARAMETER),
    )  # fmt: skip
    reason = ARGUMENTS["unbounded-along-curve"]
    return Bound(value, False, "unbounded-along-curve", reason, (line,), (), put(curve, PARAMETER))


# --- affine, and one valley ---------------------------------------------------------------------


def _affine(task: Task, name: str, turn: Turn, below: Ask) -> Bound | None:
    """On a bounded side an affine function is extreme at one of the ends."""
    found = coefficients(task.f, name)
    side = task.side(name)
    if found is None or len(found) != 2:
        return None
    if side == LINE:
        upward = found[1] if turn < 0 else negated(found[1])
        return _falling(task, name, turn, upward) or _falling(task, name, turn, negated(upward))
    if is_infinite(side.start) or is_infinite(side.end):
        return None
    ends: list[tuple[Bound, End, Tree]] = []
    for at, closed in zip((side.start, side.end), side.closed, strict=True):
        inner = _rest(task, name, short(substitute(task.f, {name: at})))
        if not _keeps_domain(task.f, inner.f) or not inner.names:
            return None
        bound = below(inner, turn)
        if bound is None:
            return None
        ends.append((bound, End(bound.value, bound.attained if closed else False), at))
    chosen = best([end for _, end, _ in ends], turn)
    if chosen is None or (chosen.attained is not True and not is_infinite(chosen.value.expr)):
        return None
    spots: list[Spot] = []
    for bound, end, at in ends:
        if end.attained and sign_equal(end, chosen):
            spots += [s for spot in bound.at if (s := _lifted(task, name, at, spot)) is not None]
    lines = [ProofLine("affine-in-name", (), words.AFFINE.filled(name=quoted(Name(name))))]
    lines += [line for bound, _, _ in ends for line in bound.lines]
    whole = Bound(
        chosen.value, chosen.attained, "affine-in-one-variable",
        ARGUMENTS["affine-in-one-variable"], (), tuple(spots),
    )  # fmt: skip
    lines.append(closing(task.f, turn, whole, words.BETTER_END[turn]))
    return replace(whole, lines=tuple(lines))


def _monotonic(task: Task, name: str, turn: Turn, below: Ask) -> Bound | None:
    """f grows or falls in the name all along: extreme at an end of its side that belongs to it."""
    if any(name in switch.tree.names for switch in switches(task.f)):
        return None
    reach = range_of(slope(task.f, name), _known(task))
    way = 1 if reach.low >= 0 else -1 if reach.high <= 0 else 0
    side = task.side(name)
    at, closed = (side.start, side.closed[0]) if way == -turn else (side.end, side.closed[1])
    if not way or not closed or is_infinite(at):
        return None
    end = short(substitute(task.f, {name: at}))
    if not _keeps_domain(task.f, end):
        return None
    facts = {"name": quoted(Name(name)), "at": quoted(Relation(Name(name), "=", at))}
    line = ProofLine(
        "monotonic-in-name", (), words.MONOTONIC[way].filled(**facts),
        also=(Relation(slope(task.f, name), ">=" if way > 0 else "<=", ZERO),),
    )  # fmt: skip
    return _reduced(
        task, name, turn, below, at, end, (line, _least_line(task, name, at, end, turn))
    )


def sign_equal(a: End, b: End) -> bool:
    """Whether two ends are equal."""
    return compared(a.value, b.value) == 0


def _valley(task: Task, name: str, turn: Turn, below: Ask) -> Bound | None:
    """f falls and then rises in the name: its derivative is a positive function times a*y + b."""
    known = (*conditions(task.f), *sides(task.sides))
    for switch in switches(task.f):
        apart = Relation(switch.relation.left, "!=", switch.relation.right)
        if name in switch.tree.names and not implied(apart, known):
            return None
    rate = slope(task.f, name)
    rate = factored(rate, name) or rate
    core = _core(rate if turn < 0 else negated(rate), name, task)
    found = None if core is None else coefficients(core, name)
    if core is None or found is None or len(found) != 2:
        return None
    b, a = found
    if not is_positive(a, task, below):
        return None
    vertex = short(negated(divided(b, a)))
    least = short(substitute(task.f, {name: vertex}))
    if not _keeps_domain(task.f, least) or not _lies_inside(vertex, name, task, below):
        return None
    facts = {"name": quoted(Name(name)), "at": quoted(Relation(Name(name), "=", vertex))}
    lines = (
        ProofLine(
            "sign-of-derivative",
            _rewritten(slope(task.f, name), rate),
            words.VALLEY[turn].filled(**facts),
        ),
        _least_line(task, name, vertex, least, turn),
    )
    return _reduced(task, name, turn, below, vertex, least, lines)


def _rewritten(raw: Tree, rate: Tree) -> tuple[Relation, ...]:
    return () if raw == rate else (Relation(raw, "=", rate),)


def _core(tree: Tree, name: str, task: Task) -> Tree | None:
    """What is left of a product without factors that are positive everywhere."""
    known = _known(task)
    kept: list[Tree] = []
    for factor in _factors(tree):
        if range_of(factor, known).positive:
            continue
        kept.append(factor)
    return multiplied(kept) if any(name in each.names for each in kept) else None


def _factors(tree: Tree) -> Iterator[Tree]:
    match tree:
        case Negative(operand):
            yield negated(ONE)
            yield from _factors(operand)
        case Product(factors):
            for each in factors:
                yield from _factors(each)
        case Quotient(top, bottom):
            yield from _factors(top)
            yield from (Quotient(ONE, each) for each in _factors(bottom))
        case _:
            yield tree
