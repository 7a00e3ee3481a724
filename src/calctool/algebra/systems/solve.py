"""From equations to `Solutions`: the whole question at once, or case by case where it is large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cmp_to_key, partial

from msgspec import Struct, field

from calctool import budget
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Component, Count, Move, Root, Solutions
from calctool.algebra.systems.components import components, real_parts, restricted, satisfies
from calctool.algebra.systems.ideals.decomposition import decomposed
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.algebra.systems.ideals.quotient import staircase
from calctool.algebra.systems.points.far import Enclosure, FarPoint, enclosure, is_apart, is_meant
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.systems.trace import moves
from calctool.algebra.systems.zero_dimensional import CountsDifferError, all_points
from calctool.notation.tree import Tree
from calctool.words import Words
from calctool.words.proofs.systems import MISSING, REASONS

METHOD = "polynomial-system"

Placed = Callable[[Enclosure], Place | None]
"""A place at a point that is known by balls."""


class _Found(Struct):
    """What is known so far."""

    roots: list[tuple[AlgebraicPlace, int | None]] = field(default_factory=list)
    far: list[tuple[FarPoint, int | None]] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)
    varieties: list[Ideal] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    missing: list[Words] = field(default_factory=list)


def polynomial_solutions(
    equations: Sequence[Tree],
    names: Sequence[str],
    *,
    positive: Sequence[Tree] = (),
    placed: Placed | None = None,
) -> Solutions:
    """All real solutions; NotPolynomial where an equation is none in the names.

    Points of large fields are missing unless `placed` makes places of them.
    """
    try:
        frame = Frame(names, equations)
        polynomials = [p for p in map(frame.polynomial, equations) if p]
    except TooLarge:
        return _solutions(_Found(missing=[MISSING["equations"]]))
    found = _found(frame, polynomials, positive)
    found.roots.sort(key=lambda each: _from_left_to_right(each[0]))
    places = [place for place, _ in found.roots]
    found.roots = [each for each in found.roots if satisfies(each[0], positive)]
    far = _far_roots(found, placed)
    if found.missing or far or any(place.field.degree > budget.SHOWN_FIELD for place in places):
        return _solutions(found, far=far)
    return _solutions(found, moves(frame, equations, places, finite=not found.varieties))


def _far_roots(found: _Found, placed: Placed | None) -> list[Root]:
    """Those of large fields as places."""
    made = []
    for point, times in found.far:
        place = None if placed is None else placed(point.balls)
        if place is None:
            found.missing.append(MISSING["points"])
            break
        made.append(Root(place, times))
    return made


_from_left_to_right = cmp_to_key(AlgebraicPlace.compare)


def _found(
    frame: Frame, polynomials: Sequence[Polynomial], positive: Sequence[Tree] = ()
) -> _Found:
    found = _Found()
    everything = [*polynomials, *frame.relations]
    whole = _whole(frame, everything)
    if whole is not None:
        _add_points(found, frame, whole, multiplicities=True)
    else:
        _by_cases(found, frame, everything, positive)
    return found


def _whole(frame: Frame, polynomials: Sequence[Polynomial]) -> Ideal | None:
    """The ideal itself where it has few points; factors are split off otherwise."""
    try:
        ideal = Ideal(polynomials, frame.context)
        if ideal.dimension <= 0 and staircase(ideal, budget.SYSTEM_DIRECT) is not None:
            return ideal
        return None
    except TooLarge:
        return None


def _by_cases(
    found: _Found, frame: Frame, polynomials: Sequence[Polynomial], positive: Sequence[Tree]
) -> None:
    parts = real_parts(frame, decomposed(polynomials, frame.context))
    for ideal, samples, sampled in parts.infinite:
        found.varieties.append(ideal)
        found.components += components(frame, ideal, samples, sampled)
    if positive:
        found.components = [restricted(each, positive) for each in found.components]
    for ideal in parts.finite:
        _add_points(found, frame, ideal, multiplicities=False)
    if parts.open:
        found.missing.append(MISSING["cases"].filled(count=parts.open))
    if parts.unsampled:
        found.missing.append(MISSING["real"].filled(count=parts.unsampled))


def _add_points(found: _Found, frame: Frame, ideal: Ideal, *, multiplicities: bool) -> None:
    if ideal.is_everything:
        return
    try:
        points = all_points(frame, ideal)
    except (TooLarge, CountsDifferError) as reason:
        kind = "points" if isinstance(reason, TooLarge) else "counts"
        found.missing.append(MISSING[kind])
        return
    found.counts.append(points.count)
    earlier = [place for place, _ in found.roots]
    for place, times in points.places:
        if not frame.accepts(place) or place in earlier:
            continue
        if not any(_lies_on(frame, place, variety) for variety in found.varieties):
            found.roots.append((place, times if multiplicities else None))
    times = 1 if multiplicities and points.is_simple else None
    for point in points.far:
        _add_far(found, frame, point, times)


def _add_far(found: _Found, frame: Frame, point: FarPoint, times: int | None) -> None:
    meant = is_meant(frame, point)
    if not meant or any(point == known for known, _ in found.far):
        if meant is None:
            found.missing.append(MISSING["counts"])
        return
    if any(all(map(point.vanishes, variety.basis)) for variety in found.varieties):
        return
    others: list[Enclosure] = [known.balls for known, _ in found.far]
    others += [partial(enclosure, place, frame) for place, _ in found.roots]
    if all(is_apart(point.balls, other) for other in others):
        found.far.append((point, times))
    else:
        found.missing.append(MISSING["counts"])


def _lies_on(frame: Frame, place: AlgebraicPlace, variety: Ideal) -> bool:
    return all(frame.at(place, p).is_zero for p in variety.basis)


def _solutions(found: _Found, trace: tuple[Move, ...] = (), far: Sequence[Root] = ()) -> Solutions:
    kind = "partial" if found.missing else "sets" if found.components else "points"
    return Solutions(
        roots=(*(Root(place, times) for place, times in found.roots), *far),
        components=tuple(found.components),
        state="partial" if found.missing else "complete",
        method=METHOD,
        reason=REASONS[kind],
        missing=tuple(found.missing),
        moves=trace,
        counts=tuple(found.counts),
    )


def has_real_point(equations: Sequence[Tree], names: Sequence[str]) -> bool | None:
    """Whether the equations have a common real solution; None where that is open."""
    try:
        frame = Frame(names, equations)
        found = _found(frame, [p for p in map(frame.polynomial, equations) if p])
    except TooLarge:
        return None
    if found.roots or found.far or any(each.samples for each in found.components):
        return True
    return None if found.missing else False


def is_inconsistent(equations: Sequence[Tree], names: Sequence[str]) -> bool:
    """Whether 1 follows from the equations: no solution, not even a complex one."""
    try:
        frame = Frame(names, equations)
        return Ideal(
            [*map(frame.polynomial, equations), *frame.relations], frame.context
        ).is_everything
    except TooLarge:
        return False


def contains(equations: Sequence[Tree], tree: Tree, names: Sequence[str]) -> bool:
    """Whether the tree is a sum of multiples of the equations, and so zero wherever they are."""
    try:
        frame = Frame(names, [*equations, tree])
        ideal = Ideal([*map(frame.polynomial, equations), *frame.relations], frame.context)
        return ideal.contains(frame.polynomial(tree))
    except TooLarge:
        return False
