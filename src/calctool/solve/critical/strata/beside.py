"""One side of the folds through a point: a problem with inequalities of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from msgspec import Struct

from calctool.algebra.extrema import Inertia, bordered, on_tangent_space
from calctool.algebra.places.place import Place, sign_at
from calctool.algebra.real.ring import Undecided
from calctool.solve.candidates import PointKind
from calctool.solve.critical.strata.facets import Facet
from calctool.solve.critical.strata.folds import formula
from calctool.solve.stationary.along import first_derivative
from calctool.solve.stationary.manifold import Manifold, Row
from calctool.solve.stationary.short import short

NO_TANGENT = Inertia(0, 0, 0)
Kind = tuple[PointKind, bool]
"""With whether f has its value at no other point near by."""


class Region(Struct, frozen=True):
    """Where the functions of the folds, the constraints of `manifold`, have these `signs`."""

    manifold: Manifold
    signs: tuple[int, ...]

    def kind(self, place: Place) -> Kind:
        """What f does on this side and on the folds; raises Undecided where that is open."""
        weights = self._weights(place)
        pulls = [
            sign_at(place, weight) * sign for weight, sign in zip(weights, self.signs, strict=True)
        ]
        return self.kind_with(pulls, place)

    def kind_with(self, pulls: list[int], place: Place) -> Kind:
        """`pulls` are the signs with which f changes on leaving each fold."""
        hessian = self.manifold.hessian(self._weights(place))
        own = _on_folds(self.manifold, hessian, place)
        up, down = own.positive > 0 or 1 in pulls, own.negative > 0 or -1 in pulls
        if up and down:
            return "neither", False
        if 0 in pulls:
            return self._beyond(pulls, own, hessian, place)
        if own.zero:
            return self._along_the_folds(pulls, place)
        return _extremum(up)

    def _weights(self, place: Place) -> Row:
        columns = self.manifold.columns(place)
        if columns is None:
            raise Undecided
        return self.manifold.multipliers(columns)

    def _beyond(
        self, pulls: list[int], own: Inertia, hessian: tuple[Row, ...], place: Place
    ) -> Kind:
        """Folds that f leaves with slope zero are no bounds: definite beyond them is enough."""
        if own.zero:
            raise Undecided
        kept = tuple(g for g, pull in zip(self.manifold.constraints, pulls, strict=True) if pull)
        wider = Manifold(self.manifold.f, kept, self.manifold.names)
        found = _on_folds(wider, hessian, place)
        if found.zero or found.is_indefinite or any(pull == -found.sign for pull in pulls):
            raise Undecided
        return _extremum(found.sign > 0)

    def _along_the_folds(self, pulls: list[int], place: Place) -> Kind:
        """Where they leave a curve, the first derivative along it that is not zero."""
        if len(self.manifold.names) - len(self.signs) != 1:
            raise Undecided
        found = first_derivative(self.manifold, place)
        if found is None:
            raise Undecided
        order, sign = found
        if order % 2 or any(pull != sign for pull in pulls):
            return "neither", False
        return _extremum(sign > 0)


def regions_beside(facet: Facet) -> tuple[Region, ...]:
    """All sides of the folds on which a facet lies, each with its formula."""
    return tuple(_regions(facet))


def _regions(facet: Facet) -> Iterator[Region]:
    question, on = facet.question, facet.on_folds
    for chosen in product((1, -1), repeat=len(on)):
        signs = {**facet.signs, **dict(zip(on, chosen, strict=True))}
        at = tuple(short(formula(fold.at, signs)) for fold in on)
        f = short(formula(question.statement, signs))
        yield Region(Manifold(f, at, question.wrt), chosen)


def _on_folds(manifold: Manifold, hessian: tuple[Row, ...], place: Place) -> Inertia:
    """Of the second derivatives in directions along the folds."""
    count = len(manifold.constraints)
    if count == len(manifold.names):
        return NO_TANGENT
    bends = [[place.scalar(each) for each in row] for row in hessian]
    normals = [[place.scalar(each) for each in row] for row in manifold.jacobian]
    found = on_tangent_space(bordered(bends, normals), count)
    if found is None:
        raise Undecided
    return found


def _extremum(is_least: bool) -> Kind:
    return ("local-minimum" if is_least else "local-maximum"), True
