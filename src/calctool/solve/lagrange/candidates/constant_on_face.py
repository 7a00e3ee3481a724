"""f constant on a face: what it is there follows from the multipliers of the inequalities alone."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.build import multiplied
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.notation.tree import ZERO, Negative, Relation, Sign, Tree, number
from calctool.solve.candidates import PointKind, Stretch, Test
from calctool.solve.optimum.strata.stratum import Stratum
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.short import short
from calctool.words.extrema.multipliers import TESTS

_SIGNS: dict[int, Sign] = {1: ">", -1: "<", 0: "="}
_TEST = Test("flat-face", TESTS["flat-face"])


def stretches(face: Stratum, component: Component) -> tuple[Stretch, ...]:
    """The kinds on a set with one value of f that is a whole face with one active inequality; none
    where this is open.

    Off the face f moves as its multiplier says; where that changes its sign f does both.
    """
    active = [each for each in face.active if each.side]
    whole = component.dimension == len(face.manifold.names) - len(face.active)
    plain = face.is_smooth and not face.is_edge and bool(component.samples)
    if len(active) != 1 or not whole or not plain:
        return ()
    pull = _pull(face, active[0].side, component)
    return () if pull is None else tuple(_by_sign(face, pull, component.names))


def _pull(face: Stratum, side: int, component: Component) -> Tree | None:
    """How f changes on leaving the inequality inwards, if some columns are independent all over."""
    columns = face.manifold.columns(component.samples[0])
    if columns is None or not _is_regular(face.manifold, columns):
        return None
    index = next(i for i, each in enumerate(face.active) if each.side)
    return short(multiplied((number(-side), face.manifold.multipliers(columns)[index])))


def _is_regular(manifold: Manifold, columns: tuple[int, ...]) -> bool:
    below = short(manifold.minor(columns))
    return not below.names and below != ZERO


def _by_sign(face: Stratum, pull: Tree, names: tuple[str, ...]) -> Iterator[Stretch]:
    known = range_of(pull, bounds(_strict(each.relation) for each in face.idle))
    kinds: tuple[tuple[PointKind, bool], ...] = (
        ("local-minimum", known.positive), ("local-maximum", known.negative),
    )  # fmt: skip
    certain = next((kind for kind, holds in kinds if holds), None)
    if certain is not None:
        yield Stretch((), certain, _TEST)
        return
    # Where it is zero and not stationary on the face it changes its sign.
    along = Manifold(pull, face.manifold.constraints, names)
    turning = solutions((*along.equations, pull), names)
    if turning.state != "complete" or turning.roots or turning.components:
        return
    yield Stretch((_about(pull, 1),), "local-minimum", _TEST)
    yield Stretch((_about(pull, -1),), "local-maximum", _TEST)
    yield Stretch((_about(pull, 0),), "neither", _TEST)


def _strict(idle: Relation) -> Relation:
    """Points where it is an equality belong to another case."""
    return Relation(idle.left, ">" if idle.sign == ">=" else "<", idle.right)


def _about(tree: Tree, sign: int) -> Relation:
    """u < 0 in place of -u > 0."""
    if isinstance(tree, Negative):
        tree, sign = tree.operand, -sign
    return Relation(tree, _SIGNS[sign], ZERO)
