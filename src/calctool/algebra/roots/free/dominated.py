"""A polynomial in x and log(x) has no zero where its leading term outweighs all others.

For a > 0 and log(x) > b/a, x^(-a)*log(x)^b falls as x grows, and so does log(x)^(-b) for b > 0 from
x = 1 on. So on [X, oo) each term over the leading one lies between 0 and its value at X; if the sum
of all of them, in balls, leaves out 0, there is no zero.
"""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from functools import reduce
from operator import mul

from flint import arb

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.functions.analytic import Analytic, factors, written
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.points.point import rational_point
from calctool.notation.tree import Call, Name, Tree

Powers = tuple[int, int]
"""Of x, and of log(x)."""


def outweighed_beyond(
    tree: Tree, name: str, parts: Collection[str], place: Fraction
) -> Fraction | None:
    """From where on it has no zero, whatever the `parts` are between 0 and 1; None where that is
    not seen soon behind the place."""
    found = factors(tree, name)
    for p, _ in () if found.zero else found.parts:
        with working(budget.BALL_BITS, 1):
            terms = _terms(p, name, parts)
            beyond = None if terms is None else _place(terms, place)
        if beyond is None:
            return None
        place = beyond
    return None if found.zero else place


def _place(terms: dict[Powers, arb], place: Fraction) -> Fraction | None:
    lead = max(terms)
    for step in range(budget.OUTWEIGHED_STEPS):
        if _is_outweighed(terms, lead, place + step):
            return place + step
    return None


def _is_outweighed(terms: dict[Powers, arb], lead: Powers, place: Fraction) -> bool:
    if place < 2:
        return False
    x = arb(rational_point(place).ball(budget.BALL_BITS))
    log, total = x.log(), arb(0)
    for (i, j), coefficient in terms.items():
        a, b = lead[0] - i, j - lead[1]
        if b > 0 and not log * a > b:
            return False
        size = (log**b / x**a).union(arb(0)) if (a, b) != (0, 0) else arb(1)
        total += coefficient * size
    return bool(total > 0 or total < 0)


def _terms(p: Analytic, name: str, parts: Collection[str]) -> dict[Powers, arb] | None:
    """The coefficients by powers, each with all its values; None for other functions."""
    kinds: dict[int, Tree | None] = {}
    values: dict[int, arb] = {}
    for index in p.element.used():
        tree = written(p, p.field.ring.generator(index))
        if isinstance(tree, Name) and tree.id in parts:
            values[index] = arb(0).union(arb(1))
        elif not p.moves(index):
            value = curve(tree, "").value(rational_point(Fraction(0)).ball(budget.BALL_BITS),
                                          budget.BALL_BITS)  # fmt: skip
            if value is None:
                raise Undecided
            values[index] = value
        else:
            kinds[index] = tree
    x = Name(name)
    logs = (Call("log", (x,)), Call("log", (Call("abs", (x,)),)))
    if any(tree != x and tree not in logs for tree in kinds.values()):
        return None
    found: dict[Powers, arb] = {}
    for powers, c in p.terms():
        factors = (values[i] ** n for i, n in enumerate(powers) if n and i in values)
        size = reduce(mul, factors, arb(c))
        key = (
            sum(powers[i] for i, tree in kinds.items() if tree == x),
            sum(powers[i] for i, tree in kinds.items() if tree != x),
        )
        found[key] = found.get(key, arb(0)) + size
    return found
