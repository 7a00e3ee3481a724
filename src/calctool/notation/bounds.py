"""Bounds on what was typed, before anything computes it: depth, size of constants, x/0.

Bounds are from above: a constant may be refused that would have turned out small.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any, NoReturn

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.atlas import facts
from calctool.notation.node import Node
from calctool.notation.problem import Problem
from calctool.notation.tree import (
    Applied,
    Call,
    Constant,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Statement,
    Sum,
    Tree,
)


class Size(Struct):
    """What is known of a sub-expression without computing it."""

    constant: bool = False
    log2: float = 0.0
    """At least log2 |value|, for a constant."""
    bits: float = 0.0
    """At least the bits of all exact numbers in it, written out."""
    value: Fraction | None = None
    """The value, where rational arithmetic finds it."""


VARIABLE = Size()
_UNITS = (0, 1, -1)
"""Numbers whose powers stay small."""


def check(statement: Statement) -> None:
    """Raise Problem if a statement is too deep, holds too large a constant, or divides by zero."""
    sides = (statement.left, statement.right) if isinstance(statement, Relation) else (statement,)
    for tree in sides:
        if tree.height > budget.TREE_HEIGHT:
            raise Problem("limit.nesting", _deepest(tree).span, most=budget.TREE_HEIGHT)
        size_of(tree)


def _deepest(tree: Tree) -> Tree:
    while tree.children:
        tree = max(tree.children, key=lambda child: child.height)
    return tree


def size_of(tree: Tree) -> Size:
    """The size of a tree; Problem where a bound is passed."""
    if type(tree) is Name:
        return VARIABLE
    measure = _MEASURES.get(type(tree))
    if measure:
        return measure(tree)
    sizes = [size_of(child) for child in tree.children]
    constant = bool(sizes) and all(size.constant for size in sizes)
    return Size(constant, max((size.log2 for size in sizes), default=0.0))


def _number(tree: Number) -> Size:
    numerator, denominator = tree.value.as_integer_ratio()
    top = math.log2(numerator) if numerator else -math.inf
    bottom = math.log2(denominator)
    return Size(True, top - bottom, max(top, 0.0) + bottom, tree.value)


def _constant(tree: Constant) -> Size:
    return Size(True, {"e": 1.4427, "pi": 1.6515}.get(tree.id, math.inf))


def _negative(tree: Negative) -> Size:
    size = size_of(tree.operand)
    return size if size.value is None else replace(size, value=-size.value)


def _sum(tree: Sum) -> Size:
    sizes, bits, constant = _parts(tree, tree.terms)
    if not constant:
        return _variable(bits)
    bits += math.log2(len(sizes))
    largest = max(size.log2 for size in sizes)
    return Size(True, largest + math.log2(len(sizes)), bits, _total(sizes))


def _parts(tree: Tree, parts: tuple[Tree, ...]) -> tuple[list[Size], float, bool]:
    """The size of each part, the bits of all, whether all are constant."""
    sizes: list[Size] = []
    bits, constant = 0.0, True
    for part in parts:
        size = size_of(part)
        sizes.append(size)
        bits += size.bits
        constant = constant and size.constant
    return sizes, _checked(bits, tree), constant


def _variable(bits: float) -> Size:
    return Size(bits=bits) if bits else VARIABLE


def _total(sizes: list[Size]) -> Fraction | None:
    total = Fraction(0)
    for size in sizes:
        if size.value is None:
            return None
        total += size.value
    return total


def _product(tree: Product) -> Size:
    sizes, bits, constant = _parts(tree, tree.factors)
    if not constant:
        return _variable(bits)
    value: Fraction | None = Fraction(1)
    for size in sizes:
        value = None if value is None or size.value is None else value * size.value
    return Size(True, sum(size.log2 for size in sizes), bits, value)


def _quotient(tree: Quotient) -> Size:
    top, bottom = size_of(tree.numerator), size_of(tree.denominator)
    if bottom.value == 0:
        raise Problem("value.division-by-zero", tree.denominator.span)
    bits = _checked(top.bits + bottom.bits, tree)
    if not (top.constant and bottom.constant):
        return _variable(bits)
    exact = top.value is not None and bottom.value is not None
    value = top.value / bottom.value if exact else None  # type: ignore[operator]
    # 1/v is at most 2^bits of v; an inexact v is taken not to be tiny by accident.
    return Size(True, top.log2 + max(abs(bottom.log2), bottom.bits), bits, value)


def _power(tree: Power) -> Size:
    base, exponent = size_of(tree.base), size_of(tree.exponent)
    if not exponent.constant:
        return _variable(base.bits)
    _check_zero_base(tree, base, exponent)
    times = _times(exponent)
    if times > budget.EXPONENT:
        _too_large(tree, "value.exponent", most=budget.EXPONENT)
    if not base.constant:
        # (x + 1)^n stays as it is; (2x)^n would become 2^n x^n.
        bits = 0.0 if isinstance(tree.base, Sum) else base.bits * times
        return _variable(_checked(bits, tree))
    if base.value in _UNITS and exponent.value is not None:
        return replace(base, value=_exact_power(base.value, exponent.value))
    return _constant_power(tree, base, exponent, times)


def _times(exponent: Size) -> float:
    """At least |exponent|."""
    from calctool.notation.growth import power_of_two

    if exponent.value is None or exponent.log2 > 1000:
        return power_of_two(exponent.log2)
    numerator, denominator = exponent.value.as_integer_ratio()
    return abs(numerator / denominator)


def _constant_power(tree: Power, base: Size, exponent: Size, times: float) -> Size:
    is_root = exponent.value is None or exponent.value.denominator != 1
    if is_root and base.bits > budget.ROOT_BITS:
        _too_large(tree, "value.root", most=_digits(budget.ROOT_BITS))
    bits = _checked(base.bits * times, tree)
    log2 = max(abs(_log2(base)), 1.0) * times
    if log2 > budget.MAGNITUDE_BITS:
        _too_large(tree, "value.magnitude")
    exact = base.value is not None and exponent.value is not None and not is_root
    value = _exact_power(base.value, exponent.value) if exact else None  # type: ignore[arg-type]
    return Size(True, log2, bits, value)


def _log2(size: Size) -> float:
    """As near as it is known: a bound from above says nothing of a negative power."""
    if not size.value:
        return size.log2
    numerator, denominator = size.value.as_integer_ratio()
    return math.log2(abs(numerator)) - math.log2(denominator)


def _check_zero_base(tree: Power, base: Size, exponent: Size) -> None:
    if base.value == 0 and exponent.value is not None:
        if exponent.value == 0:
            raise Problem("value.zero-to-zero", tree.span)
        if exponent.value < 0:
            raise Problem("value.division-by-zero", tree.span)


def _exact_power(base: Fraction, exponent: Fraction) -> Fraction | None:
    """The rational value; None for a root, which may not even be real."""
    return base ** int(exponent) if exponent.denominator == 1 else None


# --- functions of a constant ---


def _applied(tree: Applied) -> Size:
    """f(1) is as little known as x."""
    for argument in tree.arguments:
        size_of(argument)
    return VARIABLE


def _call(tree: Call) -> Size:
    from calctool.notation.growth import grown

    sizes = [size_of(argument) for argument in tree.arguments]
    if not all(size.constant for size in sizes):
        return VARIABLE
    largest = max(size.log2 for size in sizes)
    bits = sum(size.bits for size in sizes)
    if tree.function in ("sqrt", "cbrt", "root"):
        if bits > budget.ROOT_BITS:
            _too_large(tree, "value.root", most=_digits(budget.ROOT_BITS))
        return Size(True, abs(largest), bits)
    known = facts(tree.function, len(sizes))
    log2 = grown(known, largest)
    if log2 > budget.EXP_BITS:
        _too_large(tree, "value.magnitude")
    return Size(True, log2, _checked(log2, tree) if known.is_whole else 0.0)


_MEASURES: dict[type[Node], Callable[[Any], Size]] = {
    Number: _number,
    Constant: _constant,
    Negative: _negative,
    Sum: _sum,
    Product: _product,
    Quotient: _quotient,
    Power: _power,
    Call: _call,
    Applied: _applied,
}


def _checked(bits: float, tree: Tree) -> float:
    if bits > budget.CONSTANT_BITS:
        _too_large(tree, "value.digits", most=_digits(budget.CONSTANT_BITS))
    return bits


def _digits(bits: float) -> int:
    return int(bits * math.log10(2))


def _too_large(tree: Tree, id: str, most: int = 0) -> NoReturn:
    raise Problem(id, tree.span, hint="use-a-letter", most=most)
