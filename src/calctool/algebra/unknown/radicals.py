"""A square root beside the unknown: alone on one side, and both sides squared."""

from __future__ import annotations

from msgspec import Struct

from calctool.algebra.field.ring import Element
from calctool.algebra.roots.functions.analytic import Analytic, coefficients, written
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.algebra.tidy.collect import collected
from calctool.algebra.unknown.step import as_written
from calctool.notation.system import System
from calctool.notation.tree import TWO, ZERO, Power, Relation, Tree

_MOST = 2
"""Square roots that one line can do away with."""


class Squared(Struct, frozen=True):
    """sqrt(u) = v, then u = v^2 where v >= 0; `apart` is u - v^2."""

    before: Relation
    after: System
    apart: Tree


def squared(p: Analytic, shown: Tree) -> Squared | None:
    """The lines that do away with the root of a*sqrt(u) + b, where b may be a root, too.

    They are equivalent where u and the radicand of b are not negative; a and b are polynomials.
    """
    roots = [n for n in p.moving if p.kernel(n).kind == "root" and p.kernel(n).step == _MOST]
    others = [n for n in p.moving if n not in roots]
    if any(p.kernel(n).kind != "name" for n in others) or not 1 <= len(roots) <= _MOST:
        return None
    rest, weight, *more = coefficients(p, roots[0])
    if more or _has(weight, roots):
        return None
    if len(roots) == 1:
        return _against_polynomial(p, roots[0], weight, rest, shown)
    return _against_root(p, roots, weight, rest, shown)


def _against_polynomial(
    p: Analytic, root: int, weight: Element, rest: Element, shown: Tree
) -> Squared | None:
    radicand = p.kernel(root).arguments[0]
    inner = (rest / radicand).lowest()
    if inner.den.is_one() and not inner.num.is_zero() and any(p.moves(n) for n in radicand.used()):
        # a*sqrt(u) + c*u is sqrt(u) times a + c*sqrt(u).
        weight, rest = inner, weight
    is_constant = not any(p.moves(n) for n in weight.used())
    left = p.field.ring.generator(root)
    right = -rest / weight if is_constant else -rest
    left = left if is_constant else weight * left
    condition = right.num if is_constant else (-rest * weight).num
    positive = Element(p.field.ring, condition / abs(condition.content()), p.field.ring.one)
    return _lines(p, left, right, (Relation(_plain(written(p, positive)), ">=", ZERO),), shown)


def _against_root(
    p: Analytic, roots: list[int], weight: Element, rest: Element, shown: Tree
) -> Squared | None:
    alone, other, *more = coefficients(Analytic(p.field, rest.num, p.name), roots[1])
    moving = any(p.moves(n) for each in (weight, other) for n in each.used())
    if more or not alone.num.is_zero() or moving:
        return None
    a, b = (constant_sign(written(p, each)) for each in (weight, other))
    if a * b >= 0:
        return None
    left = weight * p.field.ring.generator(roots[0])
    right = -other * p.field.ring.generator(roots[1])
    return _lines(p, *((left, right) if a > 0 else (-left, -right)), (), shown)


def _lines(
    p: Analytic, left: Element, right: Element, conditions: tuple[Relation, ...], shown: Tree
) -> Squared:
    one, other = (as_written(_plain(written(p, each)), shown) for each in (left, right))
    radicand = as_written(_plain(written(p, _reduced(p, left * left))), shown)
    square = _plain(written(p, _reduced(p, right * right)))
    shown_square = Power(other, TWO) if conditions and other.children else square
    apart = _reduced(p, left * left - right * right)
    apart = -apart if apart.num.leading_coefficient() < 0 else apart
    return Squared(
        Relation(one, "=", other),
        System((Relation(radicand, "=", shown_square), *conditions)),
        collected(written(p, apart)),
    )


def _reduced(p: Analytic, element: Element) -> Element:
    ring = p.field.ring
    return Element(ring, ring.reduce(element.num), element.den)


def _has(element: Element, roots: list[int]) -> bool:
    return not set(element.used()).isdisjoint(roots)


def _plain(tree: Tree) -> Tree:
    return collected(tree)
