"""Signs far out and next to a point: which of the exponentials in a sum dominates the others."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.field import Field
from calctool.algebra.field.exponential import exp
from calctool.algebra.field.ring import Element
from calctool.algebra.germ.expansion import Expansion, constant_value
from calctool.algebra.germ.functions import LOG_KEY
from calctool.algebra.germ.series import Germ, Huge, leading, sign, without_leading_zeros
from calctool.algebra.real.ring import NOTHING, Undecided, Undefined
from calctool.algebra.roots.analytic import Analytic, factors, written
from calctool.algebra.roots.curve import curve
from calctool.algebra.roots.point import Point
from calctool.notation.tree import ONE, Call, Name, Negative, Quotient, Sum, Tree
from calctool.notation.walk import substitute, transform, walk

LEVELS = 3
"""Exponentials inside exponentials, and logarithms inside logarithms."""


def sign_near(tree: Tree, name: str, point: Point | None, side: int) -> int:
    """The sign for all x close enough to a point on its right (side 1) or left (-1).

    `point` None and side 1 is x -> -oo, side -1 is x -> oo, as the ends of an interval.
    """
    x: Tree = Name(name)
    if point is None:
        return sign_far(substitute(tree, {name: Negative(x) if side > 0 else x}), name)
    try:
        here = curve(tree, name).sign(point)
    except (Undecided, Undefined):
        here = 0
    if here:
        return here
    if point.tree is None:
        raise Undecided
    try:
        return _germ_sign(tree, name, point.tree, side)
    except Undecided:
        step = Quotient(ONE, x)
        near = Sum((point.tree, step if side > 0 else Negative(step)))
        return sign_far(substitute(tree, {name: near}), name)


def _germ_sign(tree: Tree, name: str, at: Tree, side: int) -> int:
    for keep in budget.EXPANSION_TERMS:
        try:
            expansion = Expansion(name, constant_value(at), 1 if side > 0 else -1, keep)
            return sign(expansion.of(tree))
        except Undecided:
            continue
    raise Undecided


def sign_far(tree: Tree, name: str, levels: int = LEVELS) -> int:
    """The sign for all large enough x > 0 of a function without switches."""
    found = factors(tree, name)
    if found.zero:
        return 0
    if not found.parts:
        return curve(tree, name).at(Fraction(0))
    own = _product_sign(tree, name)
    if own is None and levels and has_log(tree, name):
        own = _product_sign(with_open_logs(tree, name, levels - 1), name)
    if own is None and levels:
        own = _product_sign(at_logarithm(tree, name), name)
    if own is not None:
        return own
    if levels == 0:
        raise Undecided
    return _by_factors(tree, name, levels)


def _product_sign(tree: Tree, name: str) -> int | None:
    try:
        return sign(germ_far(tree, name))
    except (Undecided, Undefined):
        return None


def _by_factors(tree: Tree, name: str, levels: int) -> int:
    """The whole normal form n/d has the sign of n*d."""
    own = Field()
    element = own.normal(tree)
    if element is None:
        raise Undecided
    total = 1
    for polynomial in element.parts():
        total *= _sum_sign(Analytic(own, polynomial, name), levels)
    return total


@dataclass(frozen=True, slots=True)
class Group:
    """coefficient * exp(exponent), the coefficient without exponentials that move."""

    coefficient: Element
    exponent: Element


def _sum_sign(p: Analytic, levels: int) -> int:
    return _tree_sign(written(p, dominant(p, levels).coefficient), p.name, levels)


def dominant(p: Analytic, levels: int) -> Group:
    """The part of a sum that outgrows the rest; it is not zero for all large x."""
    groups = _groups(p)
    while groups:
        first = groups[0]
        for other in groups[1:]:
            if growth(p, other.exponent - first.exponent, levels) > 0:
                first = other
        alike = [g for g in groups if not growth(p, g.exponent - first.exponent, levels)]
        total = p.field.ring.constant(0)
        for group in alike:
            apart = exp(p.field, group.exponent - first.exponent)
            total = total + group.coefficient * apart
        if _tree_sign(written(p, total), p.name, levels):
            return Group(total, first.exponent)
        groups = [g for g in groups if g not in alike]
    raise Undecided


def _groups(p: Analytic) -> list[Group]:
    ring = p.field.ring
    found: dict[str, tuple[Element, Element]] = {}
    for powers, c in p.terms():
        exponent = ring.constant(0)
        rest = list(powers)
        for index, power in enumerate(powers):
            kernel = p.field.kernels[index] if power else None
            if kernel is not None and kernel.kind == "exp" and p.moves(index):
                exponent = exponent + kernel.arguments[0] * Fraction(power, kernel.step)
                rest[index] = 0
        term = Element(ring, ring.polynomial({tuple(rest): c}), ring.one)
        key = exponent.key
        found[key] = (found[key][0] + term if key in found else term, exponent)
    return [Group(c, e) for c, e in found.values() if not c.num.is_zero()]


def growth(p: Analytic, exponent: Element, levels: int) -> int:
    """1 or -1 where exp(exponent) grows or falls faster than any power of x, else 0."""
    if exponent.num.is_zero():
        return 0
    tree = written(p, exponent)
    try:
        germ = germ_far(tree, p.name)
    except (Undecided, Undefined):
        return _outgrows(tree, p.name, levels)
    if isinstance(germ, Huge):
        return germ.sign
    germ = without_leading_zeros(germ)
    if germ.lowest is None:
        return 0
    try:
        key, _ = leading(germ)
    except Undecided:
        if germ.bound is not None and germ.bound >= LOG_KEY:
            return 0
        raise
    return sign(germ) if key < LOG_KEY else 0


def _outgrows(tree: Tree, name: str, levels: int) -> int:
    """Compared with x and -x, which are far beyond every logarithm."""
    if levels == 0:
        raise Undecided
    for side in (1, -1):
        limit = Sum((tree, negated(Name(name)) if side > 0 else Name(name)))
        if sign_far(limit, name, levels - 1) == side:
            return side
    raise Undecided


def _tree_sign(tree: Tree, name: str, levels: int) -> int:
    """The sign far out of terms that differ by powers of x and of logarithms only."""
    found = _product_sign(tree, name)
    if found is not None:
        return found
    if levels == 0 or not has_log(tree, name):
        raise Undecided
    return sign_far(at_exponential(tree, name), name, levels - 1)


def at_exponential(tree: Tree, name: str) -> Tree:
    """With exp(x) for x: log(x) becomes x, and log(log(x)) becomes log(x)."""
    return normalised(substitute(tree, {name: Call("exp", (Name(name),))}))


def at_logarithm(tree: Tree, name: str) -> Tree:
    """With log(x) for x: exponentials become powers, whose sums have an expansion."""
    return normalised(substitute(tree, {name: Call("log", (Name(name),))}))


def normalised(tree: Tree) -> Tree:
    own = Field()
    element = own.normal(tree)
    made = None if element is None else own.to_tree(element)
    return tree if made is None else made


def with_open_logs(tree: Tree, name: str, levels: int) -> Tree:
    """log(u) as d + log(u*exp(-d)), where exp(d) is what dominates u far out."""

    def change(part: Tree) -> Tree | None:
        match part:
            case Call("log", (u,)) if name in u.names:
                try:
                    return _opened(u, name, levels)
                except Undecided:
                    return None
        return None

    return transform(tree, change)


def _opened(u: Tree, name: str, levels: int) -> Tree | None:
    own = Field()
    element = own.normal(u)
    if element is None:
        return None
    parts = [Analytic(own, part, name) for part in element.parts()]
    first = [dominant(part, levels).exponent for part in parts]
    apart = first[0] - first[1]
    if apart.num.is_zero():
        return None
    top, bottom = (_balanced(part, at) for part, at in zip(parts, first, strict=True))
    return added((written(parts[0], apart), Call("log", (divided(top, bottom),))))


def _balanced(p: Analytic, first: Element) -> Tree:
    """The sum divided by exp(first), term by term."""
    return added(
        multiplied((written(p, g.coefficient), Call("exp", (written(p, g.exponent - first),))))
        for g in _groups(p)
    )


def has_log(tree: Tree, name: str) -> bool:
    return any(isinstance(t, Call) and t.function == "log" and name in t.names for t in walk(tree))


def germ_far(tree: Tree, name: str) -> Germ:
    """The expansion as x -> oo, in t = 1/x."""
    near = substitute(tree, {name: Quotient(ONE, Name(name))})
    last: Undecided | None = None
    for keep in budget.EXPANSION_TERMS:
        try:
            germ = Expansion(name, NOTHING, 1, keep).of(near)
            sign(germ)
        except Undecided as undecided:
            last = undecided
            continue
        return germ
    raise last or Undecided
