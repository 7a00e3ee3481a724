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
    ZERO,
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
        case Quotient(top, bottom):
            return _of_degree_one(top, bottom, name, value)
        case Power(base, exponent) if (n := rational(exponent)) is not None:
            return base, _root(value, n)
        case Call(function, (inner,)) if function in _INVERSES:
            return inner, _INVERSES[function](value)
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
    """A sum of constant multiples of one part, or of logarithms."""
    rest = added((value, *map(negated, still)))
    logs = [_log(part) for part in moving]
    if None not in logs:
        return normalised(multiplied(each for each in logs if each is not None)), Call(
            "exp", (rest,)
        )
    ratios = [normalised(divided(part, moving[0])) for part in moving]
    if any(ratio.names for ratio in ratios):
        return None
    return moving[0], divided(rest, simplified(added(ratios)))


def _log(part: Tree) -> Tree | None:
    """u for log(u), 1/u for -log(u)."""
    match part:
        case Call("log", (u,)):
            return u
        case Negative(Call("log", (u,))):
            return divided(ONE, u)
    return None


def _of_degree_one(top: Tree, bottom: Tree, name: str, value: Tree) -> tuple[Tree, Tree] | None:
    """(a*x + b)/(c*x + d) = v: x = (d*v - b)/(a - c*v)."""
    (a, b), (c, d) = (_line(part, name) for part in (top, bottom))
    if name in a.names or name in c.names:
        return None
    v = Name(_VALUE)
    above = added((multiplied((d, v)), negated(b)))
    found = normalised(divided(above, added((a, negated(multiplied((c, v)))))))
    return Name(name), substitute(found, {_VALUE: value})


_VALUE = "value of the phase"
"""No name that can be typed."""


def _line(tree: Tree, name: str) -> tuple[Tree, Tree]:
    """Slope and start of a line; the slope of another function has the name in it."""
    start = substitute(tree, {name: ZERO})
    slope = divided(added((tree, negated(start))), Name(name))
    return normalised(slope), start


def without_turns(tree: Tree) -> Tree:
    """With k for k*pi/pi, where a whole number is looked for."""
    return transform(tree, _without_turns)


def _without_turns(part: Tree) -> Tree | None:
    if not isinstance(part, Quotient):
        return None
    read = normalised(part)
    return read if PI in walk(part) and PI not in walk(read) else None


def around_calls(tree: Tree, integer: str) -> Tree:
    """In normal form but for the functions of the integer, which stay as they are."""
    calls: dict[Tree, str] = {}

    def named(part: Tree) -> Tree | None:
        if not isinstance(part, Call) or integer not in part.names:
            return None
        return Name(calls.setdefault(part, f"{_VALUE} {len(calls)}"))

    found = normalised(transform(tree, named))
    return transform(substitute(found, {name: call for call, name in calls.items()}), _upright)


def _upright(part: Tree) -> Tree | None:
    """exp(u) for 1/exp(-u), and b - a for -a + b."""
    match part:
        case Quotient(top, Call("exp", (Negative(u),))) if top == ONE:
            return Call("exp", (transform(u, _upright),))
        case Sum((Negative(), second, *others)) if not isinstance(second, Negative):
            return Sum(
                tuple(transform(each, _upright) for each in (second, part.terms[0], *others))
            )
    return None


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
