"""Curves and surfaces on which f has no gradient, and what it does along and across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.domain.conditions import is_empty
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.notation.tree import TWO, ZERO, Name, Power, Relation, Sign, Tree
from calctool.solve.candidates import PointKind, PointSet, Stretch, Test
from calctool.solve.critical.points import OPEN
from calctool.solve.critical.strata.facets import Facet
from calctool.solve.exact.at_point import known, recorded
from calctool.solve.optimum.kinds.crease import condition
from calctool.solve.optimum.kinds.on_set import locally_constant
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
from calctool.solve.stationary.constant import along
from calctool.solve.stationary.manifold import gradient
from calctool.solve.stationary.short import short
from calctool.words.extrema.kinks import TESTS


def kink_sets(facet: Facet) -> tuple[PointSet, ...]:
    """Of a facet inside the domain, that lies on folds; raises Unknown."""
    if not facet.on_folds:
        return ()
    whole = solutions(facet.manifold.constraints, facet.manifold.names)
    if whole.state != "complete":
        raise Unknown
    if facet.is_tangled:
        raise Unknown
    full = len(facet.manifold.names) - len(facet.on_folds)
    inner = [each for each in facet.found.components if each.dimension < full]
    made: list[PointSet] = []
    for component in (*whole.components, *inner):
        needs = cut(facet.needs, component)
        needs = None if needs is None else shortest(needs)
        if needs is None or not is_there(component, needs):
            continue
        if component.dimension > full:
            raise Unknown
        is_whole = component.dimension == full
        made += (_on if is_whole else _constant)(facet, component, needs)
    return tuple(made)


def _on(facet: Facet, component: Component, needs: Where) -> Iterator[PointSet]:
    moving = tuple(each for each in facet.manifold.dependence if not vanishes(each, component))
    if not moving:
        yield from _constant(facet, component, needs)
        return
    bent = _bent(facet, component)
    if bent is None:
        return
    apart = cut((_not_all_zero(moving), *bent), component)
    if apart is not None:
        test = _test("moves-along-fold", facet)
        yield _record(component, shortest((*needs, *apart)), (Stretch((), "neither", test),))


def _test(id: str, facet: Facet) -> Test:
    return Test(id, TESTS[id].filled(condition=condition(facet.on_folds)))


def _constant(facet: Facet, component: Component, needs: Where) -> Iterator[PointSet]:
    """f is constant there; along one fold its slopes away from it decide."""
    bent = _bent(facet, component)
    if any(fold.is_steep for fold in facet.on_folds):
        if bent is None:
            raise Unknown
    elif bent is None and not all(vanishes(each, component) for each in _away(facet)):
        if any(_may_vanish(each, component) for each in _away(facet)):
            raise Unknown
        return
    kinds: list[Stretch] = []
    is_whole = component.dimension == len(component.names) - 1
    is_plain = len(facet.on_folds) == 1 and not facet.on_folds[0].is_steep
    if is_whole and is_plain and bent is not None:
        kinds = list(_by_slopes(facet, component, needs))
    if bent and not kinds:
        raise Unknown
    is_cut = bool(bent) and any(stretch.kind == "neither" for stretch in kinds)
    if bent is None and _is_one_constant(facet):
        kinds = list(locally_constant())
    elif kinds:
        kinds += _level_kinds(facet, component, needs)
    record = _record(component, needs, tuple(kinds) or (Stretch((), "undecided", OPEN),))
    height = along(facet.manifold.f, component, facet.manifold.constraints)
    record = replace(record, value=None if height is None else known(height))
    yield from parted(record, cut(bent or (), component) or ()) if is_cut else (record,)


def _is_one_constant(facet: Facet) -> bool:
    found = {side.manifold.f for side in facet.beside()}
    return len(found) == 1 and not found.pop().names


def _may_vanish(tree: Tree, component: Component) -> bool:
    return cut((Relation(tree, "!=", ZERO),), component) != ()


def _by_slopes(facet: Facet, component: Component, needs: Where) -> Iterator[Stretch]:
    up, down = (as_signed(each, component) for each in _away(facet))
    test = _test("constant-along-fold", facet)
    cases: tuple[tuple[Sign, Sign, PointKind], ...] = (
        (">", ">", "local-minimum"), ("<", "<", "local-maximum"), (">", "<", "neither"),
        ("<", ">", "neither"),
    )  # fmt: skip
    for first, second, kind in cases:
        where = all_reduced((Relation(up, first, ZERO), Relation(down, second, ZERO)))
        if where is not None and not _contradict(up, down, first, second):
            yield from _stretch(where, needs, kind, test)


def _level_kinds(facet: Facet, component: Component, needs: Where) -> Iterator[Stretch]:
    """The points at which a slope away from the fold is zero, judged one by one."""
    for slope in dict.fromkeys(_level(as_signed(each, component)) for each in _away(facet)):
        if slope is None:
            continue
        met = solutions((*component.equations, slope.left), component.names)
        if met.state != "complete" or met.components:
            yield from _stretch((slope,), needs, "undecided", OPEN)
            continue
        for root in met.roots:
            verdict, here = facet.crease(root.place).judged(), recorded(root.place, component.names)
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


def _away(facet: Facet) -> Iterator[Tree]:
    """The slope of f away from the fold, on either side; without a factor that is positive."""
    for side in facet.beside():
        (normal,), (sign,) = side.manifold.jacobian, side.signs
        pairs = zip(side.manifold.slopes, normal, strict=True)
        slope = added(multiplied(pair) for pair in pairs)
        yield negated(slope) if sign < 0 else slope


def _bent(facet: Facet, component: Component) -> Where | None:
    """Where on the component f has no gradient; None where it has one everywhere."""
    bends = [each for each in _bends(facet) if not vanishes(each, component)]
    if not bends:
        return None
    if not all(_may_vanish(each, component) for each in bends):
        return ()
    if len(bends) > 1 or len(facet.on_folds) > 1:
        raise Unknown
    return (Relation(bends[0], "!=", ZERO),)


def _bends(facet: Facet) -> Iterator[Tree]:
    """For each fold: by how much the slope across it differs on its sides; a number of which only
    matters whether it is zero."""
    if any(fold.is_steep for fold in facet.on_folds):
        yield _steepness(facet)
        return
    found = {side.signs: side.manifold for side in facet.beside()}
    ones = (1,) * len(facet.on_folds)
    for index in range(len(ones)):
        there, here = found[ones], found[(*ones[:index], -1, *ones[index + 1 :])]
        change = (added((a, negated(b))) for a, b in zip(there.slopes, here.slopes, strict=True))
        pairs = zip(change, there.jacobian[index], strict=True)
        yield short(added(multiplied(pair) for pair in pairs))


def _steepness(facet: Facet) -> Tree:
    """Not zero where f has an infinite slope across its fold."""
    (fold, *others) = facet.on_folds
    found = None if others else steep(facet.question.statement, fold)
    if found is None or found.power >= 1:
        raise Unknown
    normal = gradient(fold.at, facet.manifold.names)
    return short(multiplied((found.outer, added(Power(each, TWO) for each in normal))))


def _record(component: Component, needs: Where, kinds: tuple[Stretch, ...]) -> PointSet:
    equations = (Relation(each, "=", ZERO) for each in component.equations)
    return PointSet((*equations, *needs), component.points, component.parameters, kinds, None)


def _not_all_zero(trees: Sequence[Tree]) -> Relation:
    if len(trees) == 1:
        return Relation(trees[0], "!=", ZERO)
    return Relation(added(Power(each, TWO) for each in trees), "!=", ZERO)
