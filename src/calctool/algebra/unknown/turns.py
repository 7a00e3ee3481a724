"""The lines from u = 0 to its solutions: factors first, then each factor until x stands alone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.analytic import factors
from calctool.algebra.unknown.branch import Branch, Step, branch, is_never_zero
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import ZERO, Call, Negative, Product, Quotient, Relation, Tree

_WAVES = ("sin", "cos", "tan")


class Turn(Struct, frozen=True):
    """The next line; `because` are relations that it rests on, as e^x != 0."""

    id: str
    after: Alternatives
    because: tuple[Relation, ...] = ()


def turns(shown: Tree, name: str) -> list[Turn]:
    """From `shown` = 0 on, as far as methods that a reader knows lead; nothing where they do not.

    Solutions outside the domain of `shown` may be among them. A product is zero where a factor
    is; a polynomial of degree 2 in one function by the formula; a function of the unknown alone
    by its inverse.
    """
    try:
        branches = _of_waves(shown, name) or _of_factors(shown, name)
    except (Undecided, Undefined):
        return []
    return list(_lines(shown, name, branches)) if branches else []


def _of_factors(shown: Tree, name: str) -> list[Branch]:
    found = factors(shown, name)
    return [] if found.zero else [branch(part, shown) for part, _ in found.parts]


def _of_waves(shown: Tree, name: str) -> list[Branch]:
    """Of a product of sin(u), cos(u), … those that are written: factors would be in other angles;
    nothing where there is another factor."""
    found: list[Branch] = []
    for each in _factors_of(shown, name):
        if isinstance(each, Call) and each.function in _WAVES:
            found.append(Branch((Step("isolate", (Relation(each, "=", ZERO),)),)))
        elif not is_never_zero(each, name):
            return []
    return found


def _lines(shown: Tree, name: str, branches: list[Branch]) -> Iterator[Turn]:
    live = [each for each in branches if not each.is_empty]
    ids = {part.first for part in live} - {""}
    yield Turn(
        _first(shown, name, live, ids),
        _line(live, [0] * len(live)),
        (*_never_zero(shown, name), *(each for part in live for each in part.steps[0].because)),
    )
    at = [0] * len(live)
    while True:
        waiting = [n for n, part in enumerate(live) if at[n] + 1 < len(part.steps)]
        if not waiting:
            return
        id = live[waiting[0]].steps[at[waiting[0]] + 1].id
        because: list[Relation] = []
        for n in waiting:
            step = live[n].steps[at[n] + 1]
            if step.id == id:
                at[n] += 1
                because += step.because
        yield Turn(id, _line(live, at), tuple(dict.fromkeys(because)))


def _first(shown: Tree, name: str, live: list[Branch], ids: set[str]) -> str:
    if len(live) > 1 or len(_factors_of(shown, name)) > 1:
        return "factor"
    inner = shown.operand if isinstance(shown, Negative) else shown
    if isinstance(inner, Quotient) and name in inner.denominator.names:
        return "zero-numerator"
    return next(iter(ids), "isolate")


def _line(live: list[Branch], at: list[int]) -> Alternatives:
    """The state of every branch, equal equations once."""
    equations = (each for part, n in zip(live, at, strict=True) for each in part.steps[n].after)
    return Alternatives(tuple(System((each,)) for each in dict.fromkeys(equations)))


def _top(tree: Tree) -> Tree:
    """What is zero where the tree is: without signs and denominators."""
    while isinstance(tree, Negative | Quotient):
        tree = tree.operand if isinstance(tree, Negative) else tree.numerator
    return tree


def _factors_of(shown: Tree, name: str) -> list[Tree]:
    """The factors as they are written that have the name."""
    top = _top(shown)
    return [e for e in (top.factors if isinstance(top, Product) else (top,)) if name in e.names]


def _never_zero(shown: Tree, name: str) -> Iterator[Relation]:
    """The factors as they are written that have no zero, in words e^x != 0."""
    for each in _factors_of(shown, name):
        if is_never_zero(each, name):
            yield Relation(each, "!=", ZERO)
