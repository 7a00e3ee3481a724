"""Curves and surfaces on which f has no gradient, and what it does along and across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.domain.conditions import is_empty
from calctool.algebra.places.place import Scalar
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.notation.tree import TWO, ZERO, Name, Power, Relation, Sign, Tree
from calctool.solve.candidates import PointKind, PointSet, Stretch, Test
from calctool.solve.exact.at_point import known, recorded
from calctool.solve.optimum.kinds.crease import condition
from calctool.solve.optimum.kinds.on_set import locally_constant
from calctool.solve.optimum.kinds.record import OPEN
from calctool.solve.optimum.strata.beside import Beside
from calctool.solve.optimum.strata.fixed import equation
from calctool.solve.optimum.strata.folds import two_by_two
from calctool.solve.optimum.strata.on_set import (
    Unknown,
    Where,
    all_reduced,
    as_signed,
    cut,
    is_there,
    vanishes,
)
from calctool.solve.optimum.strata.parted import parted
from calctool.solve.optimum.strata.reach import has_points, shortest
from calctool.solve.optimum.strata.steep import steep
from calctool.solve.optimum.strata.stratum import Stratum
from calctool.solve.stationary.constant import along
from calctool.solve.stationary.manifold import gradient
from calctool.solve.stationary.short import plainest, short
from calctool.words.extrema.kinks import TESTS

Found = tuple[PointSet, Scalar | None]
"""A set, and the inner function there, None where it is not one value."""


def fold_sets(face: Stratum) -> tuple[Found, ...]:
    """Of a piece on folds that nothing else bounds; raises Unknown.

    Where every point without a gradient is a candidate, those at which f moves along the folds
    are listed too.
    """
    whole = solutions(face.manifold.constraints, face.manifold.names)
    if whole.state != "complete" or any(f.jumps for f in face.on_folds):
        raise Unknown
    if face.is_tangled and whole.components:
        raise Unknown
    full = len(face.manifold.names) - len(face.on_folds)
    inner = [each for each in face.found.components if each.dimension < full]
    made: list[Found] = []
    for component in (*whole.components, *inner):
        needs = cut(face.beyond, component)
        needs = None if needs is None else shortest(needs)
        if needs is None or not is_there(component, needs):
            continue
        if component.dimension > full:
            raise Unknown
        is_whole = component.dimension == full
        made += (_on if is_whole else _constant)(face, component, needs)
    return tuple(made)


def _on(face: Stratum, component: Component, needs: Where) -> Iterator[Found]:
    moving = tuple(each for each in face.manifold.dependence if not vanishes(each, component))
    if not moving:
        yield from _constant(face, component, needs)
        return
    bent = _bent(face, component) if face.task.is_critical else None
    if bent is None:
        return
    apart = cut((_not_all_zero(moving), *bent), component)
    if apart is not None:
        test = _test("moves-along-fold", face)
        kinds = (Stretch((), "neither", test),)
        yield _record(component, shortest((*needs, *apart)), kinds), None


def _test(id: str, face: Stratum) -> Test:
    return Test(id, TESTS[id].filled(condition=condition(face.on_folds)))


def _constant(face: Stratum, component: Component, needs: Where) -> Iterator[Found]:
    """f is constant there; along one fold its slopes away from it decide."""
    bent = _bent(face, component)
    if any(fold.is_steep for fold in face.on_folds):
        if bent is None:
            raise Unknown
    elif bent is None and not all(vanishes(each, component) for each in _away(face)):
        if any(_may_vanish(each, component) for each in _away(face)):
            raise Unknown
        return
    kinds: list[Stretch] = []
    is_whole = component.dimension == len(component.names) - 1
    is_plain = len(face.on_folds) == 1 and not face.on_folds[0].is_steep
    if is_whole and is_plain and bent is not None:
        kinds = list(_by_slopes(face, component, needs))
    if bent and not kinds:
        raise Unknown
    is_cut = bool(bent) and any(stretch.kind == "neither" for stretch in kinds)
    if bent is None and _is_one_constant(face):
        kinds = list(locally_constant())
    elif kinds:
        kinds += _level_kinds(face, component, needs)
    record = _record(component, needs, tuple(kinds) or (Stretch((), OPEN.kind, OPEN.test),))
    inner, height = (
        along(each, component, face.manifold.constraints) for each in (face.manifold.f, face.f)
    )
    record = replace(record, value=None if height is None else known(height))
    apart = shortest(cut(bent or (), component) or (), needs)
    parts = parted(record, apart) if is_cut else (record,)
    yield from ((part, inner) for part in parts)


def _is_one_constant(face: Stratum) -> bool:
    found = {side.manifold.f for side in face.crease_sides}
    return len(found) == 1 and not found.pop().names


def _may_vanish(tree: Tree, component: Component) -> bool:
    return cut((Relation(tree, "!=", ZERO),), component) != ()


def _by_slopes(face: Stratum, component: Component, needs: Where) -> Iterator[Stretch]:
    """By the sign of the slope on each side; a side on which f is constant agrees with any."""
    up, *others = (as_signed(each, component) for each in _away(face) if each != ZERO)
    if len(others) + 1 + len(_constant_sides(face)) < len(face.crease_sides):
        return
    down = others[0] if others else up
    test = _test("constant-along-fold", face)
    cases: tuple[tuple[Sign, Sign, PointKind], ...] = (
        (">", ">", "local-minimum"), ("<", "<", "local-maximum"), (">", "<", "neither"),
        ("<", ">", "neither"),
    )  # fmt: skip
    for first, second, kind in cases if others else cases[:2]:
        where = all_reduced((Relation(up, first, ZERO), Relation(down, second, ZERO)))
        if where is not None and not (others and _contradict(up, down, first, second)):
            yield from _stretch(where, needs, kind, test)


def _constant_sides(face: Stratum) -> list[Beside]:
    return [side for side in face.crease_sides if not side.manifold.f.names]


def _level_kinds(face: Stratum, component: Component, needs: Where) -> Iterator[Stretch]:
    """The points at which a slope away from the fold is zero, judged one by one."""
    moving = (each for each in _away(face) if each != ZERO)
    for slope in dict.fromkeys(_level(as_signed(each, component)) for each in moving):
        if slope is None:
            continue
        met = solutions((*component.equations, slope.left), component.names)
        if met.state != "complete" or met.components:
            yield from _stretch((slope,), needs, OPEN.kind, OPEN.test)
            continue
        for root in met.roots:
            verdict, here = face.crease(root.place).judged(), recorded(root.place, component.names)
            at = tuple(Relation(Name(name), "=", each.expr) for name, each in here)
            where = (slope,) if len(met.roots) == 1 else at
            yield from _stretch(where, needs, verdict.kind, verdict.test)


def _level(slope: Tree) -> Relation | None:
    """slope = 0 in its plainest form; None where it is never so."""
    parts = all_reduced((Relation(slope, "!=", ZERO),))
    if parts == ():
        return None
    if parts is None or len(parts) > 1:
        return Relation(slope, "=", ZERO)
    (part,) = parts
    return Relation(part.left, "=", part.right)


def _stretch(where: Where, needs: Where, kind: PointKind, test: Test) -> Iterator[Stretch]:
    """Nothing where the conditions contradict those of the whole set."""
    free = {name for each in (*where, *needs) for name in each.names}
    if is_empty((*where, *needs)) or has_points((), (*where, *needs), tuple(sorted(free))) is False:
        return
    yield Stretch(shortest(where, needs), kind, test)


def _contradict(up: Tree, down: Tree, first: Sign, second: Sign) -> bool:
    if first == second:
        return short(added((up, down))) == ZERO
    return short(added((up, negated(down)))) == ZERO


def _away(face: Stratum) -> Iterator[Tree]:
    """The slope of f away from the fold, on either side; without a factor that is positive."""
    for side in face.crease_sides:
        (normal,), (sign,) = side.manifold.jacobian, side.signs
        pairs = zip(side.manifold.slopes, normal, strict=True)
        slope = plainest(added(multiplied(pair) for pair in pairs))
        yield negated(slope) if sign < 0 else slope


def _bent(face: Stratum, component: Component) -> Where | None:
    """Where on the component f has no gradient; None where it has one everywhere."""
    bends = [each for each in _bends(face) if not vanishes(each, component)]
    if not bends:
        return None
    if not all(_may_vanish(each, component) for each in bends):
        return ()
    if len(bends) > 1 or len(face.on_folds) > 1:
        raise Unknown
    return (Relation(bends[0], "!=", ZERO),)


def _bends(face: Stratum) -> Iterator[Tree]:
    """For each fold: by how much the slope across it differs on its sides; a number of which only
    matters whether it is zero."""
    if any(fold.is_steep for fold in face.on_folds):
        yield _steepness(face)
        return
    found = {side.signs: side.manifold for side in face.crease_sides}
    ones = (1,) * len(face.on_folds)
    for index in range(len(ones)):
        there, here = found[ones], found[(*ones[:index], -1, *ones[index + 1 :])]
        change = (added((a, negated(b))) for a, b in zip(there.slopes, here.slopes, strict=True))
        pairs = zip(change, there.jacobian[index], strict=True)
        yield plainest(added(multiplied(pair) for pair in pairs))


def _steepness(face: Stratum) -> Tree:
    """Not zero where f has an infinite slope across its fold."""
    (fold, *others) = face.on_folds
    found = None if others else steep(two_by_two(face.task.inner), fold)
    if found is None or found.power >= 1:
        raise Unknown
    normal = gradient(fold.at, face.manifold.names)
    return plainest(multiplied((found.outer, added(Power(each, TWO) for each in normal))))


def _record(component: Component, needs: Where, kinds: tuple[Stretch, ...]) -> PointSet:
    equations = map(equation, component.equations)
    return PointSet((*equations, *needs), component.points, component.parameters, kinds, None)


def _not_all_zero(trees: Sequence[Tree]) -> Relation:
    if len(trees) == 1:
        return Relation(trees[0], "!=", ZERO)
    return Relation(added(Power(each, TWO) for each in trees), "!=", ZERO)
