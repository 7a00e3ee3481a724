"""The values of a parameter at which curves appear, vanish, meet or leave: the boundaries.

Off them the zeros of all curves are as many everywhere and stay in their order (discriminants,
resultants and leading coefficients of polynomials; the variation table of g in a = g(x)).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cmp_to_key
from itertools import combinations
from typing import Literal

from msgspec import Struct, field

from calctool.algebra.cells.cell import Cut
from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.plane import NoMethod, Plane
from calctool.algebra.cells.separation import changes, values_at
from calctool.algebra.field.ring import Element, Polynomial, is_constant
from calctool.algebra.roots import LINE, Point, compare, zeros
from calctool.algebra.roots.points.point import either
from calctool.notation.tree import ZERO, Name, Negative, Product, Sum, Tree
from calctool.notation.walk import substitute

Why = Literal[
    "leading-coefficient", "discriminant", "content", "domain-end", "meeting", "stationary-value",
    "limit", "sign", "assumption",
]  # fmt: skip


class Cause(Struct, frozen=True):
    """Why a table may change: `of` vanishes there, or is the g of a = g(x)."""

    why: Why
    of: Tree


class Boundary(Struct, frozen=True):
    at: Point
    causes: tuple[Cause, ...]


class Projected(Struct):
    """Conditions on the parameters, each a tree that vanishes, and values of the only one."""

    plane: Plane
    letters: frozenset[str]
    conditions: dict[Tree, list[Cause]] = field(default_factory=dict)
    values: list[tuple[Point, Cause]] = field(default_factory=list)

    def vanishing(self, p: Polynomial, why: Why, of: Tree | None = None) -> None:
        """The table may change where p, which is free of x, is 0."""
        ring = self.plane.field.ring
        p = ring.lift(p)
        if not p:
            raise NoMethod
        for factor, _ in ring.factors(p)[1]:
            if is_constant(factor) or not self.plane.names(factor) & self.letters:
                continue
            single = list(self.plane.used(factor))
            if len(single) == 1 and len(factor) == 1 and self.plane.kernel(single[0]).positive:
                continue
            tree = self.plane.tree(factor)
            self.conditions.setdefault(tree, []).append(Cause(why, of or tree))

    def vanishing_tree(self, tree: Tree, why: Why, of: Tree | None = None) -> None:
        element = self.plane.field.normal(tree)
        if element is None:
            raise NoMethod
        num, den = element.parts()
        self.vanishing(num, why, of)
        if not is_constant(den):
            self.vanishing(den, why, of)


def project(plane: Plane, curves: tuple[Curve, ...], letters: frozenset[str]) -> Projected:
    """All conditions off which nothing changes; NoMethod where no argument finds them."""
    found = Projected(plane, letters)
    for curve in curves:
        _own(curve, found)
    for p, q in combinations(curves, 2):
        if p.meets(q) and (p.moves or q.moves):
            _meeting(p, q, found)
    return found


def boundaries(found: Projected, letter: str) -> tuple[Boundary, ...]:
    """In ascending order, equal ones once; NoMethod where they are not all known, or two of them
    cannot be told apart."""
    listed = list(found.values)
    for tree, causes in found.conditions.items():
        roots = zeros(tree, letter, (LINE,), whole=True)
        if roots.state != "complete" or roots.families or roots.flat:
            raise NoMethod
        listed += [(zero.at, cause) for zero in roots.zeros for cause in causes]
    return joined(listed)


def cut_at(known: tuple[Boundary, ...], cut: Cut) -> tuple[Boundary, ...]:
    """With the values at which a sign changes that was thought to be the same."""
    old = [(each.at, cause) for each in known for cause in each.causes]
    return joined([*old, *((point, Cause("sign", cut.of)) for point in cut.points)])


def joined(listed: list[tuple[Point, Cause]]) -> tuple[Boundary, ...]:
    """Points with their causes in order, equal ones as one."""
    made: list[tuple[Point, list[Cause]]] = []
    for at, cause in sorted(listed, key=cmp_to_key(_left_first)):
        if made and _order(made[-1][0], at) == 0:
            made[-1][1].append(cause)
            if made[-1][0].tree is None or at.tree is None:
                made[-1] = (either(made[-1][0], at), made[-1][1])
        else:
            made.append((at, [cause]))
    return tuple(Boundary(at, tuple(dict.fromkeys(causes))) for at, causes in made)


def _left_first(p: tuple[Point, Cause], q: tuple[Point, Cause]) -> int:
    return _order(p[0], q[0])


def _order(p: Point, q: Point) -> int:
    found = compare(p, q)
    if found is None:
        if p.tree is None or q.tree is None:
            # Nothing is said of the numbers between them.
            return 0
        raise NoMethod
    return found


# --- one curve ----------------------------------------------------------------------------------


def _own(curve: Curve, found: Projected) -> None:
    if not curve.moves:
        return
    p, ring = curve.polynomial, curve.plane.field.ring
    if curve.is_fixed_in_x:
        found.vanishing(p, "content")
        return
    if curve.roles == {"jump"} or (curve.index is None and curve.wave is not None):
        return
    if curve.index is None or curve.shape is None:
        _by_separation(curve, found)
        return
    shape = curve.shape
    degree = ring.degrees(p)[curve.index]
    leading = _coefficient(p, curve.index, degree)
    if shape.way == "angle":
        # The signs of a wave in the middle and at the start of its period.
        found.vanishing(leading, "sign")
    else:
        found.vanishing(leading, "leading-coefficient", curve.tree)
    if degree > 1:
        found.vanishing(ring.reduce(p.discriminant(f"g{curve.index}")), "discriminant", curve.tree)
    for each in _letters_of(shape.k):
        found.vanishing(each, "leading-coefficient", curve.tree)
    first = p.subs({f"g{curve.index}": 0})
    if shape.way in ("exp", "power", "root"):
        found.vanishing(first, "domain-end", curve.tree)
    elif shape.way == "angle" and first:
        found.vanishing(first, "sign")


def _letters_of(element: Element) -> Iterator[Polynomial]:
    return (p for p in element.parts() if not is_constant(p))


def _coefficient(p: Polynomial, index: int, power: int) -> Polynomial:
    for _ in range(power):
        p = p.derivative(f"g{index}")
    return p.subs({f"g{index}": 0})


def _by_separation(curve: Curve, found: Projected) -> None:
    g = curve.separated
    if g is None:
        raise NoMethod
    for why, at in changes(g, curve.plane.name, curve.on):
        found.values.append((at, Cause(why, g)))


# --- two curves ---------------------------------------------------------------------------------


def _meeting(p: Curve, q: Curve, found: Projected) -> None:
    if p.is_fixed_in_x or q.is_fixed_in_x:
        return
    if p.wave is not None and None in (p.index, q.index):
        # What is always in the middle of a period: leading coefficients tell who passes there.
        return
    if p.wave is not None and p.polynomial == q.polynomial:
        return
    both = Product((p.tree, q.tree))
    if p.index is not None and p.index == q.index:
        common = p.polynomial.resultant(q.polynomial, f"g{p.index}")
        found.vanishing(p.plane.field.ring.reduce(common), "meeting", both)
        return
    for one, other in ((p, q), (q, p)):
        if not one.moves:
            _at_places(one, other, found, both)
            return
    for one, other in ((p, q), (q, p)):
        if one.separated is not None:
            _along(one, one.separated, other, found, both)
            return
    raise NoMethod


def _at_places(fixed: Curve, moving: Curve, found: Projected, both: Tree) -> None:
    """Where the moving curve passes the places of one that stays."""
    name = fixed.plane.name
    for at in fixed.places:
        if moving.separated is not None and moving.index is None:
            for value in values_at(moving.separated, name, at):
                found.values.append((value, Cause("meeting", both)))
            continue
        if at.tree is None:
            raise NoMethod
        if moving.shape is not None and moving.shape.way == "power" and at.tree == ZERO:
            continue  # Where it comes to 0 is an end of its own.
        if moving.shape is not None and moving.shape.way == "log":
            inside = _argument(moving, at.tree)
            if inside is None:
                continue
        found.vanishing_tree(substitute(moving.tree, {name: at.tree}), "meeting", both)


def _argument(curve: Curve, at: Tree) -> Tree | None:
    """What a logarithm is taken of at a place; None at 0, where it leaves to an end of its own."""
    assert curve.shape is not None  # noqa: S101 (asked of those that have one)
    plane = curve.plane
    inner = plane.tree(curve.shape.k * plane.field.element(Name(plane.name)) + curve.shape.m)
    element = plane.field.normal(substitute(inner, {plane.name: at}))
    return None if element is None or element.value == 0 else inner


def _along(one: Curve, g: Tree, other: Curve, found: Projected, both: Tree) -> None:
    """The zeros of the other curve on the graph a = g(x)."""
    name = one.plane.name
    (letter,) = one.plane.names(one.polynomial) & one.letters
    along = substitute(other.tree, {letter: g})
    element = one.plane.field.normal(Sum((along, Negative(Name(letter)))))
    if element is None:
        raise NoMethod
    element = one.plane.field.normal(along)
    if element is None or letter in along.names:
        raise NoMethod
    num, _ = element.parts()
    if not num:
        raise NoMethod
    roots = zeros(one.plane.tree(num), name, one.on)
    if roots.state != "complete" or roots.families or roots.flat:
        raise NoMethod
    for zero in roots.zeros:
        for value in values_at(g, name, zero.at):
            found.values.append((value, Cause("meeting", both)))
    for at in one.verticals:
        if at.tree is None:
            raise NoMethod
        there = substitute(other.tree, {name: at.tree})
        if letter in there.names:
            found.vanishing_tree(there, "meeting", both)
