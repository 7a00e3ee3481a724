"""Curves and surfaces of solutions, as data: equations, a form in parameters, real points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Component
from calctool.algebra.systems.equations import upright
from calctool.algebra.systems.gradients import singular
from calctool.algebra.systems.ideals.decomposition import Parts, decomposed, is_inside
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.algebra.systems.ideals.positivity import terms_of_even_sums
from calctool.algebra.systems.parametrised import Parametrisation, parametrisation
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.systems.reality import reality
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute


class RealParts(Struct):
    """The parts that have smooth real points, the finite ones, and what stayed open."""

    infinite: list[tuple[Ideal, tuple[AlgebraicPlace, ...], bool]] = field(default_factory=list)
    finite: list[Ideal] = field(default_factory=list)
    open: int = 0
    unsampled: int = 0


def real_parts(frame: Frame, parts: Parts) -> RealParts:
    """Parts without real points go; those whose real points are all singular give way to these."""
    found = RealParts(finite=parts.finite, open=parts.open)
    waiting = parts.infinite
    while waiting:
        ideal = waiting.pop(0)
        if any(is_inside(ideal, known) for known, _, _ in found.infinite):
            continue
        terms = terms_of_even_sums(ideal.basis)
        if terms:
            waiting = _added(found, waiting, decomposed([*ideal.basis, *terms], ideal.context))
            continue
        seen = reality(frame, ideal)
        if seen is None or seen.smooth is None:
            found.unsampled += 1
            found.infinite.append((ideal, seen.samples if seen else (), seen is not None))
        elif seen.smooth:
            found.infinite.append((ideal, seen.samples, True))
        elif seen.samples:
            waiting = _added(found, waiting, _singular_parts(frame, ideal))
    return found


def _added(found: RealParts, waiting: list[Ideal], inner: Parts) -> list[Ideal]:
    """What is still to be looked at, the largest first, when a part has fallen apart."""
    found.finite += inner.finite
    found.open += inner.open
    return sorted([*waiting, *inner.infinite], key=lambda each: -each.dimension)


def _singular_parts(frame: Frame, ideal: Ideal) -> Parts:
    try:
        return decomposed([*ideal.basis, *singular(frame, ideal)], ideal.context)
    except TooLarge:
        return Parts(ideal.context, open=1)


def components(
    frame: Frame, ideal: Ideal, samples: Sequence[AlgebraicPlace], sampled: bool
) -> list[Component]:
    """One for each choice of the unknowns that have a fixed value: x = sqrt(2), x = -sqrt(2)."""
    fixed = [i for i in range(len(frame.names)) if any(_is_about(p, i) for p in ideal.basis)]
    if not fixed or not sampled:
        return [_component(frame, ideal, {}, samples, sampled)]
    groups: dict[tuple[Tree, ...], list[AlgebraicPlace]] = {}
    for place in samples:
        values = tuple(place.trees[frame.names[i]] for i in fixed)
        groups.setdefault(values, []).append(place)
    return [
        _component(frame, ideal, dict(zip(fixed, values, strict=True)), group, sampled)
        for values, group in groups.items()
    ]


def _is_about(p: Polynomial, i: int) -> bool:
    """Whether the unknown is the only one in it, and not alone there."""
    degrees = list(map(int, p.degrees()))
    return degrees[i] > 1 and sum(degrees) == degrees[i]


def _component(
    frame: Frame,
    ideal: Ideal,
    fixed: Mapping[int, Tree],
    samples: Sequence[AlgebraicPlace],
    sampled: bool,
) -> Component:
    names = {frame.names[i]: tree for i, tree in fixed.items()}
    size = len(frame.names)
    moving = [i for i in range(size) if i not in fixed]
    shown = [p for p in ideal.generating if any(int(p.degrees()[i]) for i in moving)]
    form = _form(frame, ideal, fixed)
    return Component(
        equations=(
            *(added((Name(name), negated(tree))) for name, tree in names.items()),
            *(substitute(frame.tree(upright(p)), names) for p in shown),
        ),
        names=frame.names,
        dimension=ideal.dimension,
        points=form.points if form else None,
        parameters=form.parameters if form else (),
        where=form.where if form else (),
        samples=tuple(samples),
        sampled=sampled,
    )


def _form(frame: Frame, ideal: Ideal, fixed: Mapping[int, Tree]) -> Parametrisation | None:
    try:
        return parametrisation(frame, ideal, fixed)
    except TooLarge:
        return None


def restricted(component: Component, positive: Sequence[Tree]) -> Component:
    """Where the trees are not negative too."""
    put = dict(component.points or ())
    kept = tuple(place for place in component.samples if satisfies(place, positive))
    return replace(
        component,
        where=(*component.where, *((substitute(tree, put), ">=") for tree in positive)),
        samples=kept,
        sampled=component.sampled and len(kept) == len(component.samples),
    )


def satisfies(place: Place, positive: Sequence[Tree]) -> bool:
    """Whether all of the trees are >= 0 there; what is not decided stays."""
    return all(place.scalar(tree).sign() in (0, 1, None) for tree in positive)
