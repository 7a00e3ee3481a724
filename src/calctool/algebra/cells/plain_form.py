"""The shortest form of a formula in a parameter that is found, by what is known in a cell."""

from __future__ import annotations

from typing import Protocol

from calctool.algebra import facts
from calctool.algebra.build import divided, negated, raised
from calctool.algebra.cells.cell import Cut
from calctool.algebra.cells.waves.arcs import without_arcs
from calctool.algebra.clean import clean
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.field import Field
from calctool.algebra.real.letters import letters_known
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.algebra.tidy import readable_forms
from calctool.notation.printing.unicode import pretty
from calctool.notation.tree import (
    ONE,
    Call,
    Name,
    Negative,
    Piecewise,
    Power,
    Product,
    Sum,
    Tree,
    rational,
)
from calctool.notation.walk import transform


class Known(Protocol):
    """Whoever knows signs of letters; `letter` is one of them."""

    letter: str

    def sign(self, tree: Tree) -> int: ...


def plainest(tree: Tree, cell: Known) -> Tree:
    """A formula that has the same value all over the cell."""
    if not tree.children:
        return tree
    tree = without_arcs(_with_short_exponents(_without_logarithms(tree)))
    own = Field()
    element = own.normal(tree)
    forms = [tree]
    normal = None if element is None else own.to_tree(element)
    if normal is not None:
        forms.append(normal)
    with letters_known(None):
        for form in tuple(forms):
            plain = _without_bars(form, cell)
            moves = readable_forms(plain, plain, cell.letter)
            forms += [_without_bars(m.after, cell) for m in moves] or [clean(plain)]
    return min(forms[1:] or forms, key=_length)


def _without_logarithms(tree: Tree) -> Tree:
    """exp(log(u)) as u, exp(2*log(u)) as u^2; u is positive wherever there was a value."""

    def change(part: Tree) -> Tree | None:
        match part:
            case Call("exp", (Call("log", (u,)),)):
                return u
            case Call("exp", (Negative(Call("log", (u,))),)):
                return divided(ONE, u)
            case Call("exp", (Product((factor, Call("log", (u,)))),)) if rational(factor):
                return raised(u, factor)
        return None

    return transform(tree, change)


def _with_short_exponents(tree: Tree) -> Tree:
    """u^(1/(r - 1) - r/(r - 1)) as 1/u, u^-1 as 1/u."""

    def change(part: Tree) -> Tree | None:
        match part:
            case Power(base, exponent) if exponent.names and not isinstance(exponent, Name):
                own = Field()
                element = own.normal(exponent)
                plain = None if element is None else own.to_tree(element)
                if plain is not None and not plain.names:
                    return raised(base, plain)
        return None

    return transform(tree, change)


def _length(tree: Tree) -> tuple[int, int]:
    return len(pretty(tree)), tree.size


def _without_bars(tree: Tree, cell: Known) -> Tree:
    """|u|, max(u, v) and other cases by the signs that their conditions have in the cell."""

    def change(part: Tree) -> Tree | None:
        match part:
            case Call("abs", (inner,)):
                sign = _sign(inner, cell)
                return None if not sign else inner if sign > 0 else negated(inner)
            case Call("sign", (inner,)):
                sign = _sign(inner, cell)
                return None if not sign else ONE if sign > 0 else negated(ONE)
            case Call("max" | "min" as kind, arguments):
                return _extreme(arguments, 1 if kind == "max" else -1, cell)
            case Call() if part.names and (by_cases := facts.pieces(part)) is not None:
                return _branch(by_cases, cell)
            case Piecewise():
                return _branch(part, cell)
        return None

    return transform(tree, change)


def _extreme(arguments: tuple[Tree, ...], turn: int, cell: Known) -> Tree | None:
    best = arguments[0]
    for other in arguments[1:]:
        sign = _sign(Sum((other, negated(best))), cell)
        if sign is None:
            return None
        best = other if sign == turn else best
    return _without_bars(best, cell)


def _branch(by_cases: Piecewise, cell: Known) -> Tree | None:
    """The branch that is taken all over the cell."""
    for value, condition in by_cases.branches:
        if condition is not None:
            sign = _sign(difference(condition), cell)
            if sign is None:
                return None
            if not fulfils(sign, condition):
                continue
        return _without_bars(value, cell)
    return None


def _sign(tree: Tree, cell: Known) -> int | None:
    if not tree.names:
        return known_sign(tree)
    try:
        return cell.sign(tree)
    except (Undecided, Cut):
        return None
