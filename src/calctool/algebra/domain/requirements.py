"""What one node needs of its arguments to have a real value; whole expressions: see domain."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from calctool.algebra import facts
from calctool.algebra.real.ring import Real
from calctool.algebra.real.sign import sign
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
        case Call():
            return _of_call(tree, evaluate)
    return ()


def _of_call(call: Call, evaluate: Evaluate) -> tuple[Relation, ...]:
    known = facts.of(call)
    domain = known.domain
    for condition, other in known.domain_when:
        if _holds(facts.filled_relation(condition, call.arguments), evaluate):
            domain = other
            break
    return tuple(facts.filled_relation(text, call.arguments) for text in domain)


def compare(s: int, relation: Relation) -> bool:
    """Whether left - right with this sign fulfils the relation."""
    return (
        s
        in {"=": (0,), "!=": (-1, 1), "<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (0, 1)}[
            relation.sign
        ]
    )


def _holds(condition: Relation, evaluate: Evaluate) -> bool:
    """Whether a condition on constants holds; one with names is not known to."""
    if condition.names:
        return False
    s = sign(evaluate(condition.left) - evaluate(condition.right))
    return compare(s, condition)


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
