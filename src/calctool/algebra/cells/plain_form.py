"""The shortest form of a formula in a parameter that is found, by what is known in a cell."""

from __future__ import annotations

from typing import Protocol

from calctool.algebra.build import divided, negated, raised
from calctool.algebra.cells.cell import Cut
from calctool.algebra.clean import clean
from calctool.algebra.field import Field
from calctool.algebra.real.letters import letters_known
from calctool.algebra.real.ring import Undecided
from calctool.algebra.tidy import readable_forms
from calctool.notation.printing.unicode import pretty
from calctool.notation.tree import ONE, Call, Negative, Product, Tree, rational
from calctool.notation.walk import transform


class Known(Protocol):
    """Whoever knows signs of letters; `letter` is one of them."""

    letter: str

    def sign(self, tree: Tree) -> int: ...


def plainest(tree: Tree, cell: Known) -> Tree:
    """A formula that has the same value all over the cell."""
    if not tree.children:
        return tree
    tree = _without_logarithms(tree)
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


def _length(tree: Tree) -> tuple[int, int]:
    return len(pretty(tree)), tree.size


def _without_bars(tree: Tree, cell: Known) -> Tree:
    """|u| and sign(u) by the sign that u has in the cell."""

    def change(part: Tree) -> Tree | None:
        if not isinstance(part, Call) or part.function not in ("abs", "sign"):
            return None
        (inner,) = part.arguments
        sign = _sign(inner, cell)
        if sign is None or sign == 0:
            return None
        if part.function == "sign":
            return ONE if sign > 0 else negated(ONE)
        return inner if sign > 0 else negated(inner)

    return transform(tree, change)


def _sign(tree: Tree, cell: Known) -> int | None:
    try:
        return cell.sign(tree) if tree.names else None
    except (Undecided, Cut):
        return None
