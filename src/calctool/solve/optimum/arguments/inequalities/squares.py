"""Squares as written: f - c as a positive semidefinite quadratic form in parts of f."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.extrema.gram import semidefinite
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import (
    TWO,
    Negative,
    Number,
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
from calctool.solve.exact.order import compared
from calctool.solve.exact.values import exact
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Lacks, Task, Turn, claim
from calctool.words.extrema.ladder import inequalities as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS

Part = tuple[Fraction, Tree, Tree]
"""A coefficient and two parts that it multiplies."""


def squares_as_written(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:  # noqa: ARG001
    """f >= c with = where all squares vanish, if a listed point has the value c."""
    f = task.f if turn < 0 else negated(task.f)
    found = _form(f)
    if found is None:
        return None
    constant, parts = found
    atoms = list(dict.fromkeys(part for _, a, b in parts for part in (a, b)))
    if not atoms or any(isinstance(each, Number) for each in atoms):
        return None
    size = len(atoms)
    matrix = [[Fraction(0)] * size for _ in range(size)]
    for c, a, b in parts:
        i, j = atoms.index(a), atoms.index(b)
        matrix[i][j] += c / 2
        matrix[j][i] += c / 2
    squares = semidefinite(matrix)
    if squares is None:
        return None
    value = exact(number(constant if turn < 0 else -constant))
    listed = (each for each in task.values if each is not None)
    if not any(compared(each, value) == 0 for each in listed):
        return Lacks("squares", words.NO_COMMON_ZERO)
    written = [multiplied((number(c), raised(_combined(row, atoms), TWO))) for c, row in squares]
    whole = added((*written, number(constant)))
    shown = whole if turn < 0 else negated(whole)
    lines = (
        ProofLine(
            "sum-of-squares", (Relation(task.f, "=", shown),),
            words.SUM_OF_SQUARES[turn].filled(parts=all_quoted(atoms)),
        ),
        ProofLine("squares-vanish", claim(task.f, turn, value, True), words.SQUARES_VANISH),
    )  # fmt: skip
    return Bound(value, True, "squares", ARGUMENTS["squares"], lines)


def _combined(row: tuple[Fraction, ...], atoms: list[Tree]) -> Tree:
    parts = zip(row, atoms, strict=True)
    return added(multiplied((number(c), atom)) for c, atom in parts if c)


def _form(f: Tree) -> tuple[Fraction, list[Part]] | None:
    """The constant, and f without it as products of two parts; None where a term is none."""
    constant, parts = Fraction(0), []
    for size, body in _terms(f, Fraction(1)):
        if body is None:
            constant += size
            continue
        halves = _halves(body)
        if halves is None:
            return None
        parts.append((size, *halves))
    return constant, parts


def _terms(tree: Tree, size: Fraction) -> Iterator[tuple[Fraction, Tree | None]]:
    value = rational(tree)
    if value is not None:
        yield size * value, None
        return
    match tree:
        case Sum(terms):
            for term in terms:
                yield from _terms(term, size)
        case Negative(operand):
            yield from _terms(operand, -size)
        case Quotient(top, bottom) if below := rational(bottom):
            yield from _terms(top, size / below)
        case Product(factors):
            known = [each for factor in factors if (each := rational(factor)) is not None]
            others = [factor for factor in factors if rational(factor) is None]
            for each in known:
                size *= each
            if len(others) == 1:
                yield from _terms(others[0], size)
            else:
                yield size, multiplied(others)
        case _:
            yield size, tree


def _halves(body: Tree) -> tuple[Tree, Tree] | None:
    """a and a of a^2, a*b and a*b of a^2*b^2, a and b of a*b."""
    factors = body.factors if isinstance(body, Product) else (body,)
    roots = [_root(factor) for factor in factors]
    if all(root is not None for root in roots):
        root = multiplied(each for each in roots if each is not None)
        return root, root
    if len(factors) == 2 and not any(isinstance(each, Power) for each in factors):
        return factors[0], factors[1]
    return None


def _root(factor: Tree) -> Tree | None:
    if not isinstance(factor, Power):
        return None
    power = rational(factor.exponent)
    if power is None or power <= 0 or power % 2:
        return None
    return raised(factor.base, number(power / 2))
