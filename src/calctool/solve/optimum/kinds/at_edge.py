"""A point on sides of the box: what it is among the points of the box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.places.fixed import FixedPlace
from calctool.algebra.places.place import Place, sign_at
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Component
from calctool.notation.tree import Name, Relation, Tree
from calctool.solve.candidates import Stretch, Test
from calctool.solve.optimum.kinds.corner import Corner
from calctool.solve.optimum.kinds.crease import Crease
from calctool.solve.optimum.kinds.on_set import on_flat_face
from calctool.solve.optimum.kinds.record import Judged
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.strata.beside import Active
from calctool.solve.optimum.strata.folds import Signs, folds, formula, two_by_two
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.short import short
from calctool.words.extrema.candidates import TESTS
from calctool.words.extrema.multipliers import OFF_EDGES

END = Judged("endpoint", Test("end-of-domain", TESTS["end-of-domain"]))
"""No more than that the domain ends there."""


def at_edge(task: Problem, fixed: Sequence[tuple[str, Tree]], place: Place) -> Judged:
    """`fixed` are the coordinates at ends. Where f itself ends or changes in an unknown way, no
    more is said than that."""
    f = two_by_two(task.f)
    bends, left = folds(f)
    closed = (need for need in task.domain if need.sign in (">=", "<="))
    try:
        if any(sign_at(place, _apart(each)) == 0 for each in (*left, *closed)):
            return END
        signs: Signs = {fold: sign_at(place, fold.at) for fold in bends}
    except (Undecided, Undefined):
        return END
    active = tuple(_sides(task, fixed))
    on = tuple(fold for fold, sign in signs.items() if sign == 0)
    if on:
        found = Crease(f, task.names, on, signs, place, active).judged()
    else:
        manifold = Manifold(short(formula(f, signs)), tuple(g for g, _ in active), task.names)
        found = Corner(manifold, tuple(side for _, side in active), place).judged()
    return END if found.kind == "undecided" else replace(found, test=_said_of_edges(found.test))


def _said_of_edges(test: Test) -> Test:
    """Without words of constraints and multipliers, of which the reader has seen none."""
    words = OFF_EDGES.get(test.id)
    if words is None:
        return test
    positive, negative, _ = test.inertia or (0, 0, 0)
    filled = words.filled(positive=positive, negative=negative)
    return replace(test, reason=filled if test.id == "bordered-hessian" else words)


def set_on_side(
    task: Problem, fixed: Sequence[tuple[str, Tree]], idle: Iterable[Relation], part: Component
) -> tuple[Stretch, ...]:
    """The kinds on a set with one value of f that is a side of the box, all of it; `part` is in
    the other names."""
    if len(fixed) != 1 or folds(two_by_two(task.f)) != ((), ()):
        return ()
    active = tuple(_sides(task, fixed))
    whole = replace(
        part,
        equations=(*part.equations, *(g for g, _ in active)),
        names=task.names,
        points=(*(part.points or ()), *fixed),
        samples=tuple(FixedPlace(each, dict(fixed)) for each in part.samples),
    )
    manifold = Manifold(task.f, tuple(g for g, _ in active), task.names)
    sides = tuple(side for _, side in active)
    found = on_flat_face(manifold, sides, idle, whole)
    return tuple(replace(each, test=_said_of_edges(each.test)) for each in found)


def _apart(at: Relation) -> Tree:
    return added([at.left, negated(at.right)])


def _sides(task: Problem, fixed: Sequence[tuple[str, Tree]]) -> Iterator[Active]:
    stated = dict(task.box)
    for name, end in fixed:
        yield added([Name(name), negated(end)]), -1 if end == stated[name].start else 1
