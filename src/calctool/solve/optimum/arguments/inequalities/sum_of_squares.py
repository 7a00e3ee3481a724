"""Squares that no one wrote: f - c as a sum of squares, with multiples of the constraints."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm

from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.extrema.polynomials import Polynomial, fractions, polynomial, ratio, tree_of
from calctool.algebra.extrema.squares import Certificate, Set, certificate
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import TWO, ZERO, Relation, Tree, number, rational
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.values import exact
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Task, Turn, claim
from calctool.solve.optimum.problem import sides
from calctool.words import Words
from calctool.words.extrema.ladder import inequalities as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def sum_of_squares(task: Task, turn: Turn, _: Ask) -> Bound | None:
    """f >= c for the least of the listed values, if it is rational.

    Constraints that are no polynomials over Q are left out: the bound then holds on a larger set.
    """
    c = _best(task, turn)
    f = polynomial(task.f, task.names)
    if c is None or f is None or f.is_constant():
        return None
    on = _set(task)
    p = f - ratio(c) if turn < 0 else ratio(c) - f
    found = certificate(p, on)
    if found is None:
        return None
    value = exact(number(c))
    lines = (
        ProofLine("squares-found", (_identity(task, turn, c, found),), _why(task, found)),
        ProofLine("squares-vanish", claim(task.f, turn, value, True), words.SQUARES_BOUND),
    )
    return Bound(value, True, "squares-found", ARGUMENTS["squares-found"], lines)


def _best(task: Task, turn: Turn) -> Fraction | None:
    """The least (greatest) listed value that is a fraction."""
    values = (each for each in task.values if each is not None and each.is_known)
    known = [c for value in values if (c := rational(value.expr)) is not None]
    if not known:
        return None
    return min(known) if turn < 0 else max(known)


def _set(task: Task) -> Set:
    equations: list[Polynomial] = []
    inequalities: list[Polynomial] = []
    for each in (*task.relations, *sides(task.sides)):
        p = polynomial(added((each.left, negated(each.right))), task.names)
        if p is None or p.is_constant() or each.sign == "!=":
            continue
        if each.sign == "=":
            equations.append(p)
        else:
            inequalities.append(p if each.sign in (">", ">=") else -p)
    return Set(tuple(equations), tuple(inequalities))


# --- what is shown ------------------------------------------------------------------------------


def _identity(task: Task, turn: Turn, c: Fraction, found: Certificate) -> Relation:
    """f = c + (the squares and multiples), or a multiple of f - c."""
    names = task.names
    whole = added(
        (
            *(_square(each.factor, each.root, each.weight, names) for each in found.terms),
            *(_multiple(m, q, names) for m, q in found.multipliers),
        )
    )
    if found.denominator.is_constant():
        shown = added((number(c), whole if turn < 0 else negated(whole)))
        return Relation(task.f, "=", shown)
    apart = (task.f, number(-c)) if turn < 0 else (number(c), negated(task.f))
    left = multiplied((tree_of(found.denominator, names), added(apart)))
    return Relation(left, "=", whole)


def _square(factor: Fraction, root: Polynomial, weight: Polynomial, names: Sequence[str]) -> Tree:
    """Without fractions in the square: 3/4*(2/3*x - 1)^2 is (2*x - 3)^2/12."""
    primitive, content = _primitive(root)
    parts = [] if primitive.is_constant() else [raised(tree_of(primitive, names), TWO)]
    if not weight.is_constant():
        parts.append(tree_of(weight, names))
    return multiplied((number(factor * content * content), *parts))


def _multiple(multiplier: Polynomial, equation: Polynomial, names: Sequence[str]) -> Tree:
    primitive, content = _primitive(multiplier)
    shown = () if primitive.is_constant() else (tree_of(primitive, names),)
    return multiplied((number(content), *shown, tree_of(equation, names)))


def _primitive(p: Polynomial) -> tuple[Polynomial, Fraction]:
    """With whole coefficients without common divisor, the first of them positive, and what it
    has to be multiplied with."""
    numerators, denominators = 0, 1
    for c in fractions(p).values():
        numerators = gcd(numerators, c.numerator)
        denominators = lcm(denominators, c.denominator)
    size = Fraction(numerators, denominators)
    if Fraction(int(p.leading_coefficient().p)) < 0:
        size = -size
    return p / ratio(size), size


def _why(task: Task, found: Certificate) -> Words:
    zero = [Relation(tree_of(q, task.names), "=", ZERO) for _, q in found.multipliers]
    positive = {
        str(each.weight): Relation(tree_of(each.weight, task.names), ">=", ZERO)
        for each in found.terms
        if not each.weight.is_constant()
    }
    conditions = tuple(dict.fromkeys((*positive.values(), *zero)))
    if conditions:
        return words.SQUARES_ON_SET.filled(conditions=all_quoted(conditions))
    return words.SQUARES_FOUND if found.denominator.is_constant() else words.SQUARES_OVER
