"""Phases undone: where a function has a value, by moving one operation after the other across."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.field import is_zero
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.limits.far_forms import normalised, simplified
from calctool.notation.tree import (
    ONE,
    PI,
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import substitute, transform, walk


def inverse(phase: Tree, name: str, value: Tree) -> Tree | None:
    """t > 0 where the phase has this value, for phases that can be undone step by step."""
    while phase != Name(name):
        undone = _undone(phase, name, value)
        if undone is None:
            return None
        phase, value = undone
    return value


def _undone(phase: Tree, name: str, value: Tree) -> tuple[Tree, Tree] | None:
    """The outermost operation moved to the other side."""
    match phase:
        case Negative(inner):
            return inner, negated(value)
        case Sum(parts) | Product(parts):
            return _alone(phase, parts, name, value)
        case Quotient(top, bottom) if name not in bottom.names:
            return top, multiplied((value, bottom))
        case Quotient(top, bottom) if name not in top.names:
            return bottom, divided(top, value)
        case Power(base, exponent) if (n := rational(exponent)) is not None:
            return base, _root(value, n)
        case Call(function, (inner,)) if function in _INVERSES:
            return inner, _INVERSES[function](value)
        case Call("abs", (Name() as inner,)):
            return inner, value
    return None


_INVERSES: dict[str, Callable[[Tree], Tree]] = {
    "sqrt": lambda value: raised(value, number(2)),
    "exp": lambda value: Call("log", (value,)),
    "log": lambda value: Call("exp", (value,)),
}


def _alone(
    phase: Tree, parts: tuple[Tree, ...], name: str, value: Tree
) -> tuple[Tree, Tree] | None:
    """The only part of a sum or a product in which the name is."""
    moving = [part for part in parts if name in part.names]
    still = [part for part in parts if name not in part.names]
    if len(moving) != 1 and isinstance(phase, Sum):
        return _joined(moving, still, value)
    if len(moving) != 1:
        return None
    if isinstance(phase, Sum):
        return moving[0], added((value, *map(negated, still)))
    return moving[0], divided(value, multiplied(still))


def _joined(moving: list[Tree], still: list[Tree], value: Tree) -> tuple[Tree, Tree] | None:
    """A sum of constant multiples of one part."""
    ratios = [normalised(divided(part, moving[0])) for part in moving]
    if any(ratio.names for ratio in ratios):
        return None
    return moving[0], divided(added((value, *map(negated, still))), simplified(added(ratios)))


def without_turns(tree: Tree) -> Tree:
    """With k for k*pi/pi, where a whole number is looked for."""
    return transform(tree, _without_turns)


def _without_turns(part: Tree) -> Tree | None:
    if not isinstance(part, Quotient):
        return None
    read = normalised(part)
    return read if PI in walk(part) and PI not in walk(read) else None


def by_turns(tree: Tree, integer: str) -> Tree:
    """k*pi/2 + pi/4 for (2*pi*k + pi)/4, and k for k*pi/pi, where that is the same."""
    try:
        start, after = (simplified(substitute(tree, {integer: number(n)})) for n in (0, 1))
        step = simplified(added((after, negated(start))))
        unit = PI if PI in walk(step) else ONE
        ratio = rational(normalised(divided(step, unit)))
    except (Undecided, Undefined):
        return tree
    if ratio is None:
        return tree
    turns = multiplied((number(ratio.numerator), Name(integer), unit))
    made = added((divided(turns, number(ratio.denominator)), start))
    return made if is_zero(added((tree, negated(made)))) else tree


def _root(value: Tree, power: Fraction) -> Tree:
    if power == 2:
        return Call("sqrt", (value,))
    return divided(ONE, _root(value, -power)) if power < 0 else raised(value, number(1 / power))
