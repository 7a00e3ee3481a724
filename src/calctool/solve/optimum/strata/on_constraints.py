"""The candidates on {g1 = 0, …, gm = 0}. Where gradients of constraints depend on each other on a
whole curve, as that of x^2 = 0 does, the curve is described anew and searched again."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.places.fixed import FixedPlace
from calctool.algebra.places.place import Place
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Box, Component, Root, Solutions
from calctool.algebra.solving import solutions
from calctool.algebra.systems import NotPolynomial, contains
from calctool.notation.tree import ZERO, Name, Tree, number, rational
from calctool.notation.walk import substitute
from calctool.solve.exact.order import order
from calctool.solve.stationary.manifold import Manifold, determinant, slope
from calctool.solve.stationary.short import is_rational, short
from calctool.words.extrema.kinks import REGION_BY_REGION
from calctool.words.proofs.boxes import NEVER_ZERO

Part = tuple[tuple[Tree, ...], Solutions]
"""Equations, and all their solutions."""


class Searched(Struct, frozen=True):
    """The candidates `found`; the equations of all were solved `first`, those of parts `again`: a
    point of a part at which f is extreme on the whole set is extreme on the part too."""

    found: Solutions
    first: Solutions
    again: tuple[Part, ...] = ()


def candidates(manifold: Manifold, region: Box | None = None) -> Searched:
    """Of points outside the `region` nobody asks: what repeats is listed inside it."""
    box = None if all(map(is_rational, manifold.equations)) else region
    fixed = _fixed(manifold) if box is not None else {}
    if fixed:
        found = _with_fixed(manifold, fixed, box)
        return Searched(found, found)
    first = found = solutions(manifold.equations, manifold.names, box=box)
    again: list[Part] = []
    for component in first.components:
        part = Manifold(manifold.f, component.equations, manifold.names)
        if _is_degenerate(manifold, component) and not _is_degenerate(part, component):
            inner = solutions(part.equations, part.names, box=box)
            found = _with(found, component, inner)
            again.append((part.equations, inner))
    return Searched(found, first, tuple(again))


def _fixed(manifold: Manifold) -> dict[str, Tree]:
    """The names that a constraint alone gives a value."""
    found: dict[str, Tree] = {}
    for g in manifold.constraints:
        rate = rational(slope(g, *g.names)) if len(g.names) == 1 else None
        if rate:
            (name,) = g.names
            found.setdefault(name, short(multiplied((number(-1 / rate), _at_zero(g, name)))))
    return found


def _at_zero(g: Tree, name: str) -> Tree:
    return substitute(g, {name: ZERO})


def _with_fixed(manifold: Manifold, fixed: dict[str, Tree], box: Box | None) -> Solutions:
    """With these values put in first, as transcendental equations are not by their solvers."""
    names = tuple(name for name in manifold.names if name not in fixed)
    left = (short(substitute(g, fixed)) for g in manifold.constraints)
    constraints = tuple(g for g in left if g.names or _sign(g))
    if any(not g.names for g in constraints):
        return Solutions((), (), "complete", "no-unknown", NEVER_ZERO)
    reduced = Manifold(short(substitute(manifold.f, fixed)), constraints, names)
    if not reduced.equations:
        found = everything(names)
    else:
        inner = None if box is None else {name: box[name] for name in names}
        found = solutions(reduced.equations, names, box=inner)
    ends = tuple(added([Name(name), negated(at)]) for name, at in fixed.items())
    return replace(
        found,
        roots=tuple(replace(root, place=FixedPlace(root.place, fixed)) for root in found.roots),
        components=tuple(
            replace(
                part,
                equations=(*part.equations, *ends),
                names=manifold.names,
                points=None if part.points is None else (*part.points, *fixed.items()),
                samples=tuple(FixedPlace(at, fixed) for at in part.samples),
            )
            for part in found.components
        ),
        moves=(),
        counts=(),
    )


def _sign(constant: Tree) -> int:
    found = order(constant)
    if found is None:
        raise Undecided
    return found


def everything(names: tuple[str, ...]) -> Solutions:
    """The solutions of no equation: one point, where there are no names."""
    if not names:
        return Solutions((Root(TracedPlace({})),), (), "complete", "no-unknown", NEVER_ZERO)
    points = tuple((name, Name(name)) for name in names)
    whole = Component((), names, len(names), points, names)
    return Solutions((), (whole,), "complete", "no-equation", REGION_BY_REGION)


def _is_degenerate(manifold: Manifold, component: Component) -> bool:
    """Whether the gradients depend on each other at every point of the component."""
    rows, count = manifold.jacobian, len(manifold.names)
    if not rows:
        return False
    minors = (
        determinant([tuple(row[column] for column in columns) for row in rows])
        for columns in combinations(range(count), len(rows))
    )
    return all(vanishes(minor, component) for minor in minors)


def vanishes(tree: Tree, component: Component) -> bool:
    """Whether it is plainly zero all over the component."""
    try:
        return contains(component.equations, tree, component.names)
    except NotPolynomial:
        return False


def _with(found: Solutions, component: Component, inner: Solutions) -> Solutions:
    """What was found on the component in its place."""
    others = tuple(each for each in found.components if each is not component)
    fresh = [
        root
        for root in inner.roots
        if not _is_among(root, found.roots) and not any(_lies_on(root.place, o) for o in others)
    ]
    open_part = found if inner.state == "complete" else inner
    return replace(
        found,
        roots=(*found.roots, *fresh),
        components=(*others, *inner.components),
        state=open_part.state,
        reason=open_part.reason,
        missing=(*found.missing, *inner.missing),
        scope=found.scope or inner.scope,
        undecided=(*found.undecided, *inner.undecided),
        moves=(*found.moves, *inner.moves),
        counts=(),
    )


def _is_among(root: Root, others: Iterable[Root]) -> bool:
    return any(root.place == other.place for other in others)


def _lies_on(place: Place, component: Component) -> bool:
    return all(_is_zero(each, place) for each in component.equations)


def _is_zero(tree: Tree, place: Place) -> bool:
    try:
        return place.scalar(tree).sign() == 0
    except (Undecided, Undefined):
        return False
