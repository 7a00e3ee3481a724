"""The lines from u = 0 to its solutions: factors first, then each factor until x stands alone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from calctool.algebra.build import multiplied, raised
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.analytic import factors
from calctool.algebra.unknown.branch import Branch, branches, is_never_zero
from calctool.algebra.unknown.step import Step
from calctool.algebra.unknown.waves import WAVES, angles
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import (
    ZERO,
    Call,
    Negative,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    number,
)
from calctool.notation.walk import walk

REWRITTEN = ("one-angle", "one-wave", "factored")
"""Turns that write the same equation in another form."""


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
        found = _factors(shown, name)
    except (Undecided, Undefined):
        return []
    return list(_lines(shown, name, found)) if found else []


class _Factor(Struct, frozen=True):
    """A factor with its power, and the lines that solve it."""

    tree: Tree
    power: int
    branch: Branch
    written: Tree
    """Of which it is a factor."""


def _factors(shown: Tree, name: str) -> list[_Factor]:
    """Of each factor that is written, those that it has; sin(3x) and the like stay as they are,
    for theirs would be in other angles."""
    made: list[_Factor] = []
    for each in _factors_of(shown, name):
        base = each.base if isinstance(each, Power) and not each.exponent.names else each
        if isinstance(base, Call) and base.function in WAVES:
            step = Step("isolate", (Relation(base, "=", ZERO),))
            made.append(_Factor(base, 1, Branch((step,)), each))
            continue
        found = factors(each, name)
        if found.zero:
            return []
        made += [
            _Factor(tree, power * times, part, each)
            for p, times in found.parts
            for tree, power, part in branches(p, each)
        ]
    return made


def _lines(shown: Tree, name: str, found: list[_Factor]) -> Iterator[Turn]:
    rewritten = _rewritten(shown, name, [each for each in found if not each.branch.is_empty])
    if rewritten is not None:
        yield rewritten
        shown = rewritten.after.systems[0].relations[0].left
    live = [each.branch for each in found if not each.branch.is_empty]
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


def _rewritten(shown: Tree, name: str, live: list[_Factor]) -> Turn | None:
    """The product of the factors, where they are not those that are written."""
    there = [each for each in _factors_of(shown, name) if not is_never_zero(each, name)]
    sums = [each for each in there if isinstance(each, Sum)]
    of_sums = [each for each in live if each.written in sums]
    is_split = len(live) > len(there) or any(each.power > 1 for each in of_sums)
    used = {p.function for p in walk(shown) if isinstance(p, Call) and p.function in WAVES}
    is_mixed = any(
        {p.function for p in walk(each) if isinstance(p, Call)} >= {"sin", "cos"} for each in sums
    ) and all(len({p.function for p in walk(f.tree) if isinstance(p, Call)}) == 1 for f in live)
    if not live or not (is_split or is_mixed):
        return None
    product = multiplied(raised(each.tree, number(each.power)) for each in live)
    id = "one-angle" if len(angles(shown)) > 1 else "one-wave" if used and is_mixed else "factored"
    return Turn(id, Alternatives((System((Relation(product, "=", ZERO),)),)))


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
    systems = (e if isinstance(e, System) else System((e,)) for e in dict.fromkeys(equations))
    return Alternatives(tuple(systems))


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
