"""The least value over one variable by a partial derivative: affine, monotonic, a valley."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from calctool.algebra.build import divided, multiplied, negated
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.local.crossing import may_jump
from calctool.algebra.local.switches import switches
from calctool.algebra.tidy.factored import factored
from calctool.notation.quoted import quoted
from calctool.notation.tree import ONE, ZERO, Name, Negative, Product, Quotient, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.optimum.arguments.protocol import LINE, Ask, Bound, Spot, Task, Turn
from calctool.solve.optimum.arguments.smaller.coordinate_lines import falling
from calctool.solve.optimum.arguments.smaller.inner import closing
from calctool.solve.optimum.arguments.smaller.without_name import (
    is_positive,
    keeps_domain,
    known_of,
    least_line,
    lies_inside,
    lifted,
    reduced,
    without,
)
from calctool.solve.optimum.arguments.values import End, best
from calctool.solve.optimum.problem import sides
from calctool.solve.stationary.explicit import coefficients
from calctool.solve.stationary.manifold import slope
from calctool.solve.stationary.short import short
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def affine(task: Task, name: str, turn: Turn, below: Ask) -> Bound | None:
    """On a bounded side an affine function is extreme at one of the ends."""
    found = coefficients(task.f, name)
    side = task.side(name)
    if found is None or len(found) != 2:
        return None
    if side == LINE:
        upward = found[1] if turn < 0 else negated(found[1])
        return falling(task, name, turn, upward) or falling(task, name, turn, negated(upward))
    if is_infinite(side.start) or is_infinite(side.end):
        return None
    ends: list[tuple[Bound, End, Tree]] = []
    for at, closed in zip((side.start, side.end), side.closed, strict=True):
        inner = without(task, name, short(substitute(task.f, {name: at})))
        if not keeps_domain(task, inner.f) or not inner.names:
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
            spots += [s for spot in bound.at if (s := lifted(task, name, at, spot)) is not None]
    lines = [ProofLine("affine-in-name", (), words.AFFINE.filled(name=quoted(Name(name))))]
    lines += [line for bound, _, _ in ends for line in bound.lines]
    whole = Bound(
        chosen.value, chosen.attained, "affine-in-one-variable",
        ARGUMENTS["affine-in-one-variable"], (), tuple(spots),
    )  # fmt: skip
    lines.append(closing(task.f, turn, whole, words.BETTER_END[turn]))
    return replace(whole, lines=tuple(lines))


def sign_equal(a: End, b: End) -> bool:
    """Whether two ends are equal."""
    return compared(a.value, b.value) == 0


def monotonic(task: Task, name: str, turn: Turn, below: Ask) -> Bound | None:
    """f grows or falls in the name all along: extreme at an end of its side that belongs to it."""
    if may_jump(task.f):  # At kinks and vertical tangents a continuous f goes on as beside them.
        return None
    reach = range_of(slope(task.f, name), known_of(task))
    way = 1 if reach.low >= 0 else -1 if reach.high <= 0 else 0
    side = task.side(name)
    at, closed = (side.start, side.closed[0]) if way == -turn else (side.end, side.closed[1])
    if not way or not closed or is_infinite(at):
        return None
    end = short(substitute(task.f, {name: at}))
    if not keeps_domain(task, end):
        return None
    facts = {"name": quoted(Name(name)), "at": quoted(Relation(Name(name), "=", at))}
    line = ProofLine(
        "monotonic-in-name", (), words.MONOTONIC[way].filled(**facts),
        also=(Relation(slope(task.f, name), ">=" if way > 0 else "<=", ZERO),),
    )  # fmt: skip
    return reduced(task, name, turn, below, at, end, (line, least_line(task, name, at, end, turn)))


def valley(task: Task, name: str, turn: Turn, below: Ask) -> Bound | None:
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
    if not keeps_domain(task, least) or not lies_inside(vertex, name, task, below):
        return None
    facts = {"name": quoted(Name(name)), "at": quoted(Relation(Name(name), "=", vertex))}
    lines = (
        ProofLine(
            "sign-of-derivative",
            _rewritten(slope(task.f, name), rate),
            words.VALLEY[turn].filled(**facts),
        ),
        least_line(task, name, vertex, least, turn),
    )
    return reduced(task, name, turn, below, vertex, least, lines)


def _rewritten(raw: Tree, rate: Tree) -> tuple[Relation, ...]:
    return () if raw == rate else (Relation(raw, "=", rate),)


def _core(tree: Tree, name: str, task: Task) -> Tree | None:
    """What is left of a product without factors that are positive everywhere."""
    known = known_of(task)
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
