"""The candidates on {g1 = 0, …, gm = 0}. Where gradients of constraints depend on each other on a
whole curve, as that of x^2 = 0 does, the curve is described anew and searched again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.reduction import truth
from calctool.algebra.field import is_zero
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Component, Move, Root, Solutions
from calctool.algebra.systems import NotPolynomial, contains
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import ZERO, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.exact.order import order
from calctool.solve.optimum.strata.fixed import all_fixed, solved_for
from calctool.solve.optimum.strata.search import Search
from calctool.solve.stationary.manifold import Manifold, determinant
from calctool.solve.stationary.short import is_rational, short
from calctool.words.proofs.boxes import NEVER_ZERO, NOWHERE

Part = tuple[tuple[Tree, ...], Solutions]
"""Equations, and all their solutions."""


class Searched(Struct, frozen=True):
    """The candidates `found`; the equations of all were solved `first`, those of parts `again`: a
    point of a part at which f is extreme on the whole set is extreme on the part too."""

    found: Solutions
    first: Solutions
    again: tuple[Part, ...] = ()


def candidates(manifold: Manifold, search: Search, gradient: tuple[Tree, ...] = ()) -> Searched:
    """`gradient` is that of f, where it was worked out and nothing else has to be zero."""
    fixed = all_fixed(manifold.constraints)
    if not fixed and not all(map(is_rational, manifold.equations)):
        # A period of fewer names is one along the set.
        fixed = solved_for(manifold.constraints)
    if fixed:
        return _with_fixed(manifold, fixed, search)
    isolated = tried(None, _isolated, manifold, search)
    if isolated is not None:
        return Searched(isolated, isolated)
    first = search.solved(gradient or manifold.equations, manifold.names)
    if first.state == "partial" and not first.components and not search.needed:
        from calctool.solve.optimum.strata.by_newton import with_found

        first = tried(first, with_found, manifold, first)
    found = first
    again: list[Part] = []
    for component in first.components:
        part = Manifold(manifold.f, component.equations, manifold.names)
        if _is_degenerate(manifold, component) and not _is_degenerate(part, component):
            inner = search.solved(part.equations, part.names)
            found = _with(found, component, inner)
            again.append((part.equations, inner))
    return Searched(found, first, tuple(again))


def _isolated(manifold: Manifold, search: Search) -> Solutions | None:
    """The points of a set that has no others near by, as x^2 + y^2 = 0: gradients of the
    constraints depend on each other at each (implicit function theorem), whatever f is."""
    constraints = manifold.constraints
    if not constraints or all(map(is_rational, manifold.equations)):
        return None
    if not all(map(is_rational, constraints)):
        return None
    found = search.solved(constraints, manifold.names)
    return found if found.state == "complete" and not found.components else None


def _with_fixed(manifold: Manifold, fixed: dict[str, Tree], search: Search) -> Searched:
    """With these values put in first."""
    names = tuple(name for name in manifold.names if name not in fixed)
    if _leaves_domain(manifold, fixed):
        found = Solutions((), (), "complete", "nowhere-defined", NOWHERE)
        return Searched(found, found)
    left = (short(substitute(g, fixed)) for g in manifold.constraints)
    constraints = tuple(g for g in left if (not is_zero(g) if g.names else _sign(g)))
    if any(not g.names for g in constraints):
        found = Solutions((), (), "complete", "no-unknown", NEVER_ZERO)
        return Searched(found, found)
    reduced = Manifold(short(substitute(manifold.f, fixed)), constraints, names)
    inner = candidates(reduced, search.without(fixed))
    whole = _Lifted(manifold, fixed)
    again = [(whole.equations(part), whole.solutions(found)) for part, found in inner.again]
    first = whole.solutions(inner.first, reduced.equations)
    if len(fixed) + len(constraints) < len(manifold.constraints):
        # Gradients depend on each other all over: each point is a solution of the first system.
        again.insert(0, (whole.equations(reduced.equations), whole.solutions(inner.first)))
        first = whole.solutions(search.without(fixed).solved(constraints, names))
    return Searched(whole.solutions(inner.found), first, tuple(again))


def _leaves_domain(manifold: Manifold, fixed: dict[str, Tree]) -> bool:
    """Whether something has no value there: 1/x where x = 0."""
    trees = (manifold.f, *manifold.constraints)
    needs = (need for tree in trees for need in conditions(tree))
    put_in = (
        Relation(substitute(need.left, fixed), need.sign, substitute(need.right, fixed))
        for need in needs
        if not need.names.isdisjoint(fixed)
    )
    return any(truth(each) is False for each in put_in)


class _Lifted:
    """What was found with the `fixed` names put in, said in all names."""

    def __init__(self, manifold: Manifold, fixed: dict[str, Tree]) -> None:
        self.manifold, self.fixed = manifold, fixed
        self.ends = tuple(added([Name(name), negated(at)]) for name, at in fixed.items())

    def equations(self, inner: tuple[Tree, ...]) -> tuple[Tree, ...]:
        """Those of a part, and that the fixed names have their values."""
        return (*inner, *self.ends)

    def solutions(self, inner: Solutions, start: tuple[Tree, ...] | None = None) -> Solutions:
        """All of it; with the `start` of the inner system as the line at which values were put
        in."""
        return replace(
            inner,
            roots=tuple(map(self._root, inner.roots)),
            components=tuple(map(self._component, inner.components)),
            moves=() if start is None else tuple(self._moves(inner.moves, start)),
            counts=(),
        )

    def _root(self, inner: Root) -> Root:
        own = dict(inner.follows)
        given = tuple((n, substitute(at, own)) for n, at in self.fixed.items() if at.names)
        return replace(inner, place=self._place(inner.place), follows=(*inner.follows, *given))

    def _place(self, inner: Place) -> Place:
        from calctool.algebra.places.fixed import FixedPlace

        return FixedPlace(inner, self.fixed, self.manifold.names)

    def _component(self, part: Component) -> Component:
        return replace(
            part,
            equations=self.equations(part.equations),
            names=self.manifold.names,
            points=None if part.points is None else (*part.points, *self._beside(part.points)),
            samples=tuple(map(self._place, part.samples)),
        )

    def _beside(self, points: Sequence[tuple[str, Tree]]) -> Iterator[tuple[str, Tree]]:
        known = dict(points)
        yield from ((name, short(substitute(at, known))) for name, at in self.fixed.items())

    def _moves(self, inner: Sequence[Move], start: tuple[Tree, ...]) -> Iterator[Move]:
        """The lines of the inner system, each with the values that were put in before it."""
        if not inner or any(not isinstance(each.before, System) for each in inner):
            return
        at = tuple(Relation(Name(name), "=", value) for name, value in self.fixed.items())
        before = System(tuple(Relation(each, "=", ZERO) for each in self.manifold.equations))
        after = System((*at, *(Relation(each, "=", ZERO) for each in start)))
        yield Move("substitute", before, after, "ideal", tuple(self.fixed.items()))
        for move in inner:
            yield replace(move, before=_beside(at, move.before), after=_beside(at, move.after))


def _beside(at: tuple[Relation, ...], line: Line) -> Line:
    match line:
        case System(relations):
            return System((*at, *relations))
        case Alternatives(systems):
            return Alternatives(tuple(System((*at, *each.relations)) for each in systems))
        case Relation():
            return System((*at, line))
    return line


def _sign(constant: Tree) -> int:
    found = order(constant)
    if found is None:
        raise Undecided
    return found


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
    return all(_vanishes_at(each, place) for each in component.equations)


def _vanishes_at(tree: Tree, place: Place) -> bool:
    try:
        return place.scalar(tree).sign() == 0
    except (Undecided, Undefined):
        return False
