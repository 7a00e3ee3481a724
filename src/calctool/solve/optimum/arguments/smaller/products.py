"""Products of factors with names of their own: their ranges tell that of the product."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, product

from calctool import budget
from calctool.algebra.build import divided, multiplied, negated, raised
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import (
    ONE,
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Tree,
    rational,
)
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.one_variable import PARAMETER, tends
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Spot, Task, Turn, claim, put
from calctool.solve.optimum.arguments.smaller.parts import terms_of
from calctool.solve.optimum.arguments.values import End, times
from calctool.solve.optimum.arguments.values import product as range_of_product
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS

Ends = tuple[Bound, Bound]
"""The least and the greatest value of a factor."""


def product_of_parts(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """The range of a product of independent factors is known by the ends of theirs."""
    if task.relations or len(task.names) < 2:
        return None
    size, factors = _factors(task)
    if len(factors) < 2:
        return None
    ends: list[Ends] = []
    for factor in factors:
        names = tuple(name for name in task.names if name in factor.names)
        sides = tuple((name, side) for name, side in task.sides if name in names)
        own = Task(factor, names, sides)
        low = below(own, -1)
        high = None if low is None else below(own, 1)
        if low is None or high is None:
            return None
        ends.append((low, high))
    whole = (End(exact(exact_value(size)), True),) * 2
    for low, high in ends:
        each = (End(low.value, low.attained), End(high.value, high.attained))
        made = range_of_product((whole[0], whole[1]), each)
        if made is None:
            return None
        whole = made
    return _multiplied(task, turn, size, factors, ends, whole[0 if turn < 0 else 1])


def _multiplied(
    task: Task,
    turn: Turn,
    size: Tree,
    factors: list[Tree],
    ends: list[Ends],
    end: End,
) -> Bound:
    lines = [ProofLine("separate-factors", (), words.FACTORS.filled(parts=all_quoted(factors)))]
    lines += [_range_line(factor, pair) for factor, pair in zip(factors, ends, strict=True)]
    says = claim(task.f, turn, end.value, end.attained)
    lines.append(ProofLine("product-of-bounds", says, words.PRODUCT[turn]))
    spots = tuple(_attaining(task, ends, end)) if end.attained else ()
    if end.attained and not spots and not end.value.is_known:
        spots = tuple(_corners_alike(task, size, factors, ends, end))
    toward = None if end.attained else _approaching(task, ends, end.value)
    reason = ARGUMENTS["product-of-parts"]
    return Bound(end.value, end.attained, "product-of-parts", reason, tuple(lines), spots, toward)


def _range_line(factor: Tree, pair: tuple[Bound, Bound]) -> ProofLine:
    low, high = pair
    says = (
        *claim(factor, -1, low.value, low.attained),
        *claim(factor, 1, high.value, high.attained),
    )
    return ProofLine("table", says, words.RANGE_OF_FACTOR.filled(part=all_quoted((factor,))))


def _attaining(task: Task, choices: list[Ends], end: End) -> Iterator[Spot]:
    for chosen in product(*choices):
        if not all(one.at for one in chosen):
            continue
        for spots in islice(product(*(one.at for one in chosen)), budget.LADDER_PLACES):
            known = {name: value for spot in spots for name, value in spot}
            if not all(value.is_known for value in known.values()) or len(known) < len(task.names):
                continue
            value = exact_value(substitute(task.f, {n: v.expr for n, v in known.items()}))
            if compared(exact(value), end.value) == 0:
                yield tuple((name, known[name]) for name in task.names)


def _corners_alike(
    task: Task, size: Tree, factors: list[Tree], choices: list[Ends], end: End
) -> Iterator[Spot]:
    """The places of a value that is only enclosed, where one choice of ends alone can have it, or
    some with the same values, as of F(x)*F(y)."""
    possible: dict[tuple[int, ...], list[Bound]] = {}
    for sides in product((0, 1), repeat=len(choices)):
        chosen = [both[i] for both, i in zip(choices, sides, strict=True)]
        value = _value(size, chosen)
        if value is None or compared(value, end.value) in (0, None):
            possible[sides] = chosen
    if len({_written(factors, sides) for sides in possible}) != 1:
        return
    for chosen in possible.values():
        for spots in islice(product(*(one.at for one in chosen)), budget.LADDER_PLACES):
            known = {name: value for spot in spots for name, value in spot}
            if len(known) == len(task.names):
                yield tuple((name, known[name]) for name in task.names)


def _written(factors: Sequence[Tree], sides: Sequence[int]) -> frozenset[tuple[Tree, int, int]]:
    """Which ends of which functions, whatever their only name is."""
    found = Counter(
        (substitute(f, dict.fromkeys(f.names, Name("x"))) if len(f.names) == 1 else f, side)
        for f, side in zip(factors, sides, strict=True)
    )
    return frozenset((f, side, count) for (f, side), count in found.items())


def _value(size: Tree, chosen: Sequence[Bound]) -> Exact | None:
    value: Exact | None = exact(exact_value(size))
    for one in chosen:
        value = None if value is None else times(value, one.value)
    return value


def _approaching(task: Task, choices: list[Ends], value: Exact) -> Curve | None:
    for chosen in product(*choices):
        curve: dict[str, Tree] = {}
        for one in chosen:
            if one.toward is not None:
                curve |= dict(one.toward.points)
            elif one.at and all(place.is_known for _, place in one.at[0]):
                curve |= {name: place.expr for name, place in one.at[0]}
        if set(curve) == set(task.names) and tends(task.f, curve, value):
            return put({name: curve[name] for name in task.names}, PARAMETER)
    return None


def _factors(task: Task) -> tuple[Tree, list[Tree]]:
    """A constant, and factors without names in common."""
    size: list[Tree] = []
    parts: list[Tree] = []
    for factor in _split(task.f):
        if factor.names.isdisjoint(task.names):
            size.append(factor)
            continue
        meeting = [part for part in parts if part.names & factor.names]
        parts = [part for part in parts if part not in meeting]
        parts.append(multiplied((*meeting, factor)))
    return multiplied(size), parts


def _split(tree: Tree) -> Iterator[Tree]:
    """Factors; those below a fraction bar, inside powers and inside exp taken apart."""
    match tree:
        case Negative(operand):
            yield negated(ONE)
            yield from _split(operand)
        case Product(factors):
            for factor in factors:
                yield from _split(factor)
        case Quotient(top, bottom):
            yield from _split(top)
            yield from (divided(ONE, factor) for factor in _split(bottom))
        case Power(base, exponent) if (n := rational(exponent)) and n.denominator == 1:
            yield from (raised(factor, exponent) for factor in _split(base))
        case Call("exp", (inner,)) if len(terms := list(terms_of(inner))) > 1:
            yield from (Call("exp", (term,)) for term in terms)
        case Call("abs", (inner,)):
            yield from (Call("abs", (factor,)) for factor in _split(inner))
        case _:
            yield tree
