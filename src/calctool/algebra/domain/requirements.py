"""What one node needs of its arguments to have a real value; whole expressions: see domain."""

from __future__ import annotations

from collections.abc import Callable

from calctool.algebra.domain.formulas import DOMAINS, DOMAINS_OF_TWO, relation
from calctool.algebra.real.ring import Real
from calctool.algebra.real.sign import sign
from calctool.fraction import Fraction
from calctool.notation.tree import (
    ONE,
    ZERO,
    Call,
    Constant,
    Number,
    Power,
    Quotient,
    Relation,
    Tree,
)
from calctool.notation.walk import substitute

Evaluate = Callable[[Tree], Real]
"""The exact value of a constant tree; may raise Undefined or Undecided."""


def requirements(tree: Tree, evaluate: Evaluate) -> tuple[Relation, ...]:
    """The conditions of this node alone, in its arguments as written."""
    match tree:
        case Quotient(_, denominator):
            return () if _is_plain_number(denominator) else (Relation(denominator, "!=", ZERO),)
        case Power(base, exponent):
            return _of_power(base, exponent, evaluate)
        case Call("root", (base, degree)):
            return _of_power(base, Quotient(ONE, degree), evaluate)
        case Call("besselj" | "besseli", (order, argument)):
            n = None if order.names else evaluate(order).rational
            whole = n is not None and n.denominator == 1
            return () if whole else (Relation(argument, ">", ZERO),)
        case Call("LambertW", (argument, branch)):
            principal = not branch.names and evaluate(branch).rational == 0
            texts = ("u >= -1/e",) if principal else ("u >= -1/e", "u < 0")
            return _filled(texts, {"u": argument})
        case Call(function, (argument,)):
            return _filled(DOMAINS.get(function, ()), {"u": argument})
        case Call(function, (first, second)):
            return _filled(DOMAINS_OF_TWO.get(function, ()), {"u": first, "v": second})
    return ()


def _filled(texts: tuple[str, ...], values: dict[str, Tree]) -> tuple[Relation, ...]:
    found = []
    for text in texts:
        known = relation(text)
        left, right = (substitute(side, values) for side in (known.left, known.right))
        found.append(Relation(left, known.sign, right))
    return tuple(found)


def _is_plain_number(tree: Tree) -> bool:
    match tree:
        case Number(value):
            return value != 0
        case Constant(id):
            return id != "oo"
    return False


def _of_power(base: Tree, exponent: Tree, evaluate: Evaluate) -> tuple[Relation, ...]:
    if exponent.names:
        return (Relation(base, ">", ZERO),)
    value = evaluate(exponent)
    if value.rational is None:
        return (Relation(base, ">=" if sign(value) > 0 else ">", ZERO),)
    return _of_rational_power(base, value.rational)


def _of_rational_power(base: Tree, exponent: Fraction) -> tuple[Relation, ...]:
    even_root = exponent.denominator % 2 == 0
    if exponent < 0:
        return (Relation(base, ">" if even_root else "!=", ZERO),)
    return (Relation(base, ">=", ZERO),) if even_root else ()
