"""Limits at a point that has no exact form: finite, zero with a sign, or infinite, by its parts."""

from __future__ import annotations

from math import inf
from typing import Literal

from msgspec import Struct

from calctool.algebra import facts
from calctool.algebra.domain.ranges import decided
from calctool.algebra.germ.limit import UNKNOWN, Limit
from calctool.algebra.real.ring import NOTHING, Undecided, Undefined
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.points.point import Point
from calctool.atlas import facts as record_of
from calctool.atlas.interval import size
from calctool.notation.tree import (
    ZERO,
    Call,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)


class Rough(Struct, frozen=True):
    """What a function tends to from one side, with the sign of its values there, 0 if unknown."""

    kind: Literal["finite", "zero", "infinite"]
    sign: int = 0


FINITE = Rough("finite")


def rough_limit(tree: Tree, name: str, point: Point, side: int) -> Limit:
    """The limit on one side of a point without exact form: finite, zero, infinite or unknown."""
    try:
        found = _Side(name, point, side).of(tree)
    except (Undecided, Undefined):
        return UNKNOWN
    if found.kind == "infinite":
        return Limit("infinite", sign=found.sign) if found.sign else UNKNOWN
    return Limit("finite", NOTHING if found.kind == "zero" else None)


class _Side(Struct, frozen=True):
    name: str
    point: Point
    side: int

    def of(self, tree: Tree) -> Rough:
        """Undecided where the parts leave it open."""
        if self.name not in tree.names:
            s = curve(tree, self.name).sign(self.point)
            return Rough("finite" if s else "zero", s)
        try:
            s = curve(tree, self.name).sign(self.point)
        except (Undecided, Undefined):
            return self._combined(tree)
        if s:
            return Rough("finite", s)
        return Rough("zero", self._sign_of_zero(tree))

    def _sign_of_zero(self, tree: Tree) -> int:
        """By the slope, where that is not zero."""
        try:
            slope = curve(derivative(tree, self.name), self.name).sign(self.point)
        except (Undecided, Undefined):
            return 0
        return slope * self.side

    def _combined(self, tree: Tree) -> Rough:
        match tree:
            case Negative(operand):
                inner = self.of(operand)
                return Rough(inner.kind, -inner.sign)
            case Sum(terms):
                return self._sum([self.of(term) for term in terms])
            case Product(factors):
                return _product([self.of(factor) for factor in factors])
            case Quotient(top, bottom):
                return _product([self.of(top), _inverse(self.of(bottom))])
            case Power(base, exponent):
                return self._power(self.of(base), exponent)
            case Call(function, (inner,)):
                return self._call(function, self.of(inner))
        raise Undecided

    def _sum(self, parts: list[Rough]) -> Rough:
        infinite = {part.sign for part in parts if part.kind == "infinite"}
        if len(infinite) > 1 or 0 in infinite:
            raise Undecided
        return Rough("infinite", infinite.pop()) if infinite else FINITE

    def _power(self, base: Rough, exponent: Tree) -> Rough:
        n = rational(exponent)
        if n is None:
            raise Undecided
        if n < 0:
            base, n = _inverse(base), -n
        even = n.numerator % 2 == 0 or n.denominator % 2 == 0
        return Rough(base.kind, abs(base.sign) if even else base.sign)

    def _call(self, function: str, inner: Rough) -> Rough:
        known = record_of(function)
        if inner.kind == "infinite":
            return _named({known.limit(end) for end in _INFINITE[inner.sign]})
        if inner.kind == "zero" and (limit := known.limit(_BESIDE_ZERO[inner.sign])):
            return _named({limit})
        if facts.is_jumping(function) or not all(_is_kept(text, inner) for text in known.domain):
            raise Undecided
        if inner.kind == "zero" and known.zeros is not None and "0" in known.zeros:
            return Rough("zero", inner.sign if known.sign else facts.sign_of_values(known) and 1)
        return Rough("finite", 1 if facts.sign_of_values(known) == 2 else 0)


_INFINITE = {1: ("oo",), -1: ("-oo",), 0: ("oo", "-oo")}
_BESIDE_ZERO = {1: "0+", -1: "0-", 0: ""}


def _named(limits: set[str]) -> Rough:
    """The limit that a record has, or what the two that are possible have in common."""
    if limits == {"oo", "-oo"}:
        return Rough("infinite")
    if len(limits) > 1 or "" in limits:
        raise Undecided
    (limit,) = limits
    value = size(limit)
    if abs(value) == inf:
        return Rough("infinite", 1 if value > 0 else -1)
    return Rough("finite", (value > 0) - (value < 0)) if value else Rough("zero")


def _is_kept(needed: str, inner: Rough) -> bool:
    """Whether a function is continuous up to what its argument tends to, so that it stays finite.

    It is up to a point that belongs to its domain; of others only 0 and the side of it is known.
    """
    condition = facts.relation(needed)
    if condition.sign in (">=", "<="):
        return True
    if inner.kind == "zero":
        return decided(facts.filled_relation(needed, (ZERO,))) is True
    return (
        condition.left == Name("u")
        and condition.right == ZERO
        and bool(inner.sign)
        and (condition.sign == "!=" or (condition.sign == ">") == (inner.sign > 0))
    )


def _inverse(part: Rough) -> Rough:
    if part.kind == "zero":
        return Rough("infinite", part.sign)
    return Rough("zero" if part.kind == "infinite" else "finite", part.sign)


def _product(parts: list[Rough]) -> Rough:
    kinds = {part.kind for part in parts}
    if {"zero", "infinite"} <= kinds:
        raise Undecided
    if "infinite" in kinds and any(part.kind == "finite" and not part.sign for part in parts):
        raise Undecided
    total = 1
    for part in parts:
        total *= part.sign
    if "infinite" in kinds:
        return Rough("infinite", total)
    return Rough("zero" if "zero" in kinds else "finite", total)
