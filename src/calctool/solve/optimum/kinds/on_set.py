"""What the points of a curve or surface of candidates are, where f is smooth beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.common_field import forms
from calctool.algebra.domain.conditions import is_empty
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Name, Relation, Sign, Tree, number
from calctool.solve.attempts import tried
from calctool.solve.candidates import Stretch, Test
from calctool.solve.optimum.kinds.by_pull import about, by_pull
from calctool.solve.optimum.kinds.record import OPEN, TURNED, Judged, as_test
from calctool.solve.optimum.strata.on_set import all_reduced, as_signed
from calctool.solve.optimum.strata.reach import trials
from calctool.solve.stationary.constant import along
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.short import is_rational, short
from calctool.words.extrema import candidates
from calctool.words.extrema.multipliers import TESTS
from calctool.words.extrema.tests import NEAR_ANGLE

if TYPE_CHECKING:
    from calctool.algebra.extrema.kinds.half_angles import NearAngles

_SIGNS: dict[int, Sign] = {1: ">", -1: "<", 0: "="}
_STRICT: dict[Sign, Sign] = {">=": ">", "<=": "<"}
_FLAT = Test("flat-face", TESTS["flat-face"])


def locally_constant() -> tuple[Stretch, Stretch]:
    """Of points that all have one value near by: each is a minimum and a maximum."""
    test = Test("locally-constant", candidates.TESTS["locally-constant"])
    return Stretch((), "local-minimum", test), Stretch((), "local-maximum", test)


def without_constraints(f: Tree, component: Component) -> Iterator[Stretch]:
    """The kinds of critical points of f that nothing bounds."""
    if component.dimension == len(component.names):
        yield from locally_constant()
        return
    parts = [*_classified(f, component)]
    for further in (_of_quotient, _near_angles):
        if all(each.kind == "undecided" for each in parts):
            parts = [*tried((), further, f, component)] or parts
    yield from parts


def _classified(f: Tree, component: Component) -> Iterator[Stretch]:
    from calctool.algebra.extrema import classify_on_component

    for where, judged in classify_on_component(f, component):
        yield Stretch(tuple(where), judged.kind, as_test(judged))


def _of_quotient(f: Tree, component: Component) -> tuple[Stretch, ...]:
    """f = c + u/v, where u is zero on the set: near by f - c has the sign of u, or of -u."""
    height = along(f, component, (), is_inside=True) if is_rational(f) else None
    value = None if height is None else height.tree()
    if value is None:
        return ()
    own = forms((added((f, negated(value))),))
    above, below = (own.tree(p) for p in (own.numerators[0], own.denominators[0]))
    side = as_signed(below, component)
    found: list[Stretch] = []
    for sign in (1, -1):
        where = all_reduced((about(side, sign),))
        if where is None:
            continue
        for each in _classified(above, component):
            kind = each.kind if sign > 0 else TURNED.get(each.kind, each.kind)
            found.append(Stretch((*where, *each.where), kind, each.test))
    return tuple(found)


def _near_angles(f: Tree, component: Component) -> tuple[Stretch, ...]:
    """Where angles are fixed: of a rational function in place of their waves."""
    from calctool.algebra.extrema.kinds.half_angles import near_angles

    found = near_angles(f, component)
    if found is None:
        return ()
    letters = {letter for _, letter in found.letters}
    parts = _of_quotient(found.f, found.component) or tuple(_classified(found.f, found.component))
    if any(letters & each.names for part in parts for each in part.where):
        return ()
    return tuple(Stretch(each.where, each.kind, _said(each.test, found)) for each in parts)


def _said(test: Test, found: NearAngles) -> Test:
    reason = test.reason
    for name, letter in found.letters:
        facts = {"letter": quoted(Name(letter)), "name": quoted(Name(name))}
        reason = NEAR_ANGLE.with_reason(reason, **facts)
    return Test(test.id, reason)


def of_larger_set(
    f: Tree, component: Component, needs: Sequence[Relation], judge: Callable[[Place], Judged]
) -> Iterator[Stretch]:
    """On an edge where the gradient of f vanishes all over: an extremum without the edge is one;
    where f does both, the edge may keep one of them away, and single points are asked to `judge`.
    """
    for each in without_constraints(f, component):
        if is_empty((*each.where, *needs)):
            continue
        if each.kind in ("local-minimum", "local-maximum"):
            yield each
            continue
        found = _only_point(each, component)
        verdict = OPEN if found is None else tried(OPEN, judge, found)
        yield Stretch(each.where, verdict.kind, verdict.test)


def _only_point(stretch: Stretch, component: Component) -> Place | None:
    on = [added((e.left, negated(e.right))) for e in stretch.where if e.sign == "="]
    met = solutions((*component.equations, *on), component.names) if on else None
    if met is None or met.state != "complete" or met.components or len(met.roots) != 1:
        return None
    return met.roots[0].place


def on_flat_face(
    manifold: Manifold,
    sides: Sequence[int],
    idle: Iterable[Relation],
    component: Component,
    judge: Callable[[Place], Judged],
) -> tuple[Stretch, ...]:
    """The kinds on a set with one value of f that is a whole face with one active inequality; none
    where this is open. `sides` are those of the constraints of the manifold, see `Corner`.

    Off the face f moves as its multiplier says; where that changes its sign f does both.
    """
    active = [index for index, side in enumerate(sides) if side]
    if len(active) != 1 or component.dimension != len(manifold.names) - len(sides):
        return ()
    pull = _pull(manifold, active[0], sides[active[0]], component)
    return () if pull is None else by_pull(manifold, pull, idle, component, judge)


def _pull(manifold: Manifold, index: int, side: int, component: Component) -> Tree | None:
    """How f changes on leaving the inequality inwards, if some columns are independent all over."""
    sample = next(trials(component), None)
    columns = None if sample is None else manifold.columns(sample)
    if columns is None or not _is_regular(manifold, columns):
        return None
    return short(multiplied((number(-side), manifold.multipliers(columns)[index])))


def _is_regular(manifold: Manifold, columns: tuple[int, ...]) -> bool:
    below = short(manifold.minor(columns))
    return not below.names and below != ZERO
