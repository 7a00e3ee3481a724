"""Equations between roots: without these they are polynomials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.domain.conditions import conditions
from calctool.notation.quoted import quoted
from calctool.notation.tree import (
    Call,
    Negative,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.order import order
from calctool.solve.exact.values import exact_value
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Task, Turn
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS

Part = tuple[Tree, Fraction]
"""A base and its exponent."""


def equation_raised(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """A product of powers that is a constant, both sides to the power that takes the roots away:
    the same set, with what the roots need stated beside it."""
    for equation in task.relations:
        found = _raised(equation, task.names) if equation.sign == "=" else None
        if found is None:
            continue
        power, made, needs = found
        kept = (each for each in task.relations if each is not equation)
        inner = below(replace(task, relations=(made, *needs, *kept)), turn)
        if inner is None:
            return None
        why = words.RAISED.filled(equation=quoted(equation), power=power)
        opening = ProofLine("raise-both-sides", (made,), why)
        reason = ARGUMENTS["equation-raised"].filled(equation=quoted(made))
        lines = (opening, *inner.lines)
        return replace(inner, argument="equation-raised", reason=reason, lines=lines)
    return None


def _raised(
    equation: Relation, names: Sequence[str]
) -> tuple[int, Relation, tuple[Relation, ...]] | None:
    """The power, the equation without roots, and the conditions of these. An even power asks for
    sides that are not negative: of even roots, even powers, and a positive constant."""
    zero = added((equation.left, negated(equation.right)))
    terms = zero.terms if isinstance(zero, Sum) else (zero,)
    moving = [term for term in terms if not term.names.isdisjoint(names)]
    still = negated(added(term for term in terms if term.names.isdisjoint(names)))
    if len(moving) != 1 or still.names:
        return None
    parts = list(_parts(moving[0], Fraction(1), names))
    own = [(base, e) for base, e in parts if not base.names.isdisjoint(names)]
    others = [raised(base, number(e)) for base, e in parts if base.names.isdisjoint(names)]
    power = lcm(*(e.denominator for _, e in own))
    constant = exact_value(divided(still, multiplied(others)))
    if power == 1 or order(constant) in (0, None):
        return None
    if power % 2 == 0 and (order(constant) != 1 or not all(map(_is_not_negative, own))):
        return None
    left = multiplied(raised(base, number(e * power)) for base, e in own)
    right = exact_value(raised(constant, number(Fraction(power))))
    alone = len(own) == 1
    needs = () if alone else tuple(dict.fromkeys(conditions(moving[0])))
    return power, Relation(left, "=", right), needs


def _is_not_negative(part: Part) -> bool:
    _, e = part
    return e.denominator % 2 == 0 or e.numerator % 2 == 0


def _parts(tree: Tree, e: Fraction, names: Sequence[str]) -> Iterator[Part]:
    match tree:
        case Product(factors):
            for factor in factors:
                yield from _parts(factor, e, names)
        case Quotient(top, bottom) if rational(tree) is None:
            yield from _parts(top, e, names)
            yield from _parts(bottom, -e, names)
        case Negative(operand):
            yield number(-1), e
            yield from _parts(operand, e, names)
        case Call("sqrt", (inside,)):
            yield inside, e / 2
        case Call("root", (inside, degree)) if (n := rational(degree)) and n.denominator == 1:
            yield inside, e / n
        case Power(base, exponent) if (n := rational(exponent)) is not None:
            yield base, e * n
        case _:
            yield tree, e
