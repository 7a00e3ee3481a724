"""Sines and cosines of arcs as roots: cos(atan(v)) = 1/sqrt(1 + v^2), sin(2*acos(v) + pi)."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.notation.tree import (
    ONE,
    TWO,
    ZERO,
    Call,
    Constant,
    Negative,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import transform

_ARCS = ("acos", "asin", "atan")
_MOST = 4
"""Multiples of an arc that are expanded."""
_PI = Constant("pi")


def without_arcs(tree: Tree) -> Tree:
    """The same value, wherever the arcs have one."""

    def change(part: Tree) -> Tree | None:
        match part:
            case Call("sin" | "cos" as wave, (angle,)):
                return _of_arc(wave, angle)
        return None

    return transform(tree, change)


def _of_arc(wave: str, angle: Tree) -> Tree | None:
    """None where the angle is not one arc, a whole number of times, and quarter turns."""
    found = _taken_apart(angle)
    if found is None:
        return None
    arc, times, quarters = found
    cosine, sine = _both(arc)
    size = abs(times)
    real: list[Tree] = []
    imaginary: list[Tree] = []
    for k in range(size + 1):
        term = multiplied(
            (number(comb(size, k)), raised(cosine, number(size - k)), raised(sine, number(k)))
        )
        term = negated(term) if k % 4 > 1 else term
        (imaginary if k % 2 else real).append(term)
    c, s = added(real) if real else ZERO, added(imaginary) if imaginary else ZERO
    s = negated(s) if times < 0 else s
    for _ in range(quarters % 4):
        c, s = negated(s), c
    return c if wave == "cos" else s


def _both(arc: Call) -> tuple[Tree, Tree]:
    (v,) = arc.arguments
    square = raised(v, TWO)
    if arc.function == "atan":
        above, below = _fraction(v)
        both = Call("sqrt", (added((raised(above, TWO), raised(below, TWO))),))
        cosine = divided(Call("abs", (below,)), both)
        return cosine, multiplied((v, cosine))
    other = Call("sqrt", (added((ONE, negated(square))),))
    return (v, other) if arc.function == "acos" else (other, v)


def _fraction(tree: Tree) -> tuple[Tree, Tree]:
    match tree:
        case Negative(inner):
            above, below = _fraction(inner)
            return negated(above), below
        case Quotient(above, below):
            return above, below
    return tree, ONE


def _taken_apart(angle: Tree) -> tuple[Call, int, int] | None:
    """(arc, how many times, quarter turns)."""
    arc: Call | None = None
    times, turns = Fraction(0), Fraction(0)
    for term, factor in _terms(angle, Fraction(1)):
        if isinstance(term, Call) and term.function in _ARCS and term in (arc, arc or term):
            arc, times = term, times + factor
        elif term == _PI:
            turns += 2 * factor
        else:
            return None
    whole = times.denominator == turns.denominator == 1 and 0 < abs(times) <= _MOST
    return (arc, int(times), int(turns)) if arc is not None and whole else None


def _terms(tree: Tree, factor: Fraction) -> list[tuple[Tree, Fraction]]:
    match tree:
        case Sum(terms):
            return [each for term in terms for each in _terms(term, factor)]
        case Negative(inner):
            return _terms(inner, -factor)
        case Quotient(above, below) if value := rational(below):
            return _terms(above, factor / value)
        case Product(factors):
            numbers = [rational(each) for each in factors]
            rest = [each for each, value in zip(factors, numbers, strict=True) if value is None]
            if len(rest) == 1:
                for value in numbers:
                    factor *= value if value is not None else 1
                return _terms(rest[0], factor)
    return [(tree, factor)]
