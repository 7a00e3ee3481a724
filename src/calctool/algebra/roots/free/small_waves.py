"""Waves of a small phase: |sin(u)| <= |u| and 0 <= 1 - cos(u) <= u^2/2."""

from __future__ import annotations

from math import comb

from calctool.algebra.build import divided, multiplied, raised
from calctool.algebra.field.ring import Element
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.functions.analytic import Analytic, written
from calctool.notation.tree import TWO, Tree, number

_Terms = dict[tuple[int, ...], int]
_Powers = tuple[tuple[int, int], ...]
"""How often a generator stands in a term: sin(u), or 1 - cos(u)."""


def small_waves(p: Analytic) -> tuple[Tree, list[Tree]]:
    """What the function is with 0 for sines and 1 for cosines, and bounds of what is left, up to
    signs; Undecided where there are no waves."""
    ring = p.field.ring
    parts: dict[_Powers, _Terms] = {}
    for powers, c in p.terms():
        moving = {i: n for i, n in enumerate(powers) if n and p.moves(i)}
        sines = {i: n for i, n in moving.items() if p.kernel(i).kind == "sin"}
        cosines = {i: n for i, n in moving.items() if p.kernel(i).kind == "cos"}
        rest = tuple(0 if i in sines or i in cosines else n for i, n in enumerate(powers))
        for left, coefficient in _expanded(cosines).items():
            terms = parts.setdefault((*sorted(sines.items()), *left), {})
            terms[rest] = terms.get(rest, 0) + c * coefficient
    base = parts.pop((), None)
    if base is None or not parts:
        raise Undecided

    def tree(terms: _Terms) -> Tree:
        return written(p, Element(ring, ring.polynomial(terms), ring.one))

    return tree(base), [
        multiplied((tree(terms), *(_bound(p, index, n) for index, n in left)))
        for left, terms in parts.items()
    ]


def _expanded(cosines: dict[int, int]) -> dict[_Powers, int]:
    """The product of (1 - (1 - cos(u)))^n by powers of 1 - cos(u)."""
    found: dict[_Powers, int] = {(): 1}
    for index, power in cosines.items():
        found = {
            (*left, (index, n)) if n else left: c * comb(power, n) * (-1) ** n
            for left, c in found.items()
            for n in range(power + 1)
        }
    return found


def _bound(p: Analytic, index: int, power: int) -> Tree:
    kernel = p.kernel(index)
    u = written(p, kernel.arguments[0] / kernel.step)
    if kernel.kind == "sin":
        return raised(u, number(power))
    return raised(divided(raised(u, TWO), TWO), number(power))
