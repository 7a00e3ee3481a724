"""The second opinion on the candidates: every point is put back into what it has to keep."""

from __future__ import annotations

from collections.abc import Iterator

from calctool import budget
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.places.balls_first import degree
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import Tree
from calctool.solve.answer import Check
from calctool.solve.optimum.listing.work import Work
from calctool.solve.optimum.near import beside
from calctool.solve.optimum.strata.stratum import Stratum
from calctool.verify.optimum.neighbourhoods import confirmed
from calctool.verify.systems import check_residuals
from calctool.verify.verdict import Finding, Verdict, weakest


def checks(work: Work) -> Iterator[Check]:
    """Constraints and stationarity, exactly where the points are known exactly."""
    constraints = [_constraints(face) for face in work.faces if face.roots]
    if constraints:
        yield Check("constraints", _together(constraints))
        yield Check("stationary", _together([_stationary(face) for face in work.faces]))
    near = [found for spot in work.spots if (found := beside(spot)) is not None]
    if near:
        yield Check("classification", confirmed(near))


def _constraints(face: Stratum) -> Finding:
    return check_residuals(face.manifold.constraints, [root.place for root in face.roots])


def _stationary(face: Stratum) -> Finding:
    found = [_stationary_at(face, root.place) for root in face.roots]
    return _together(found) if found else Finding(Verdict.PROVED, "substituted-back")


def _stationary_at(face: Stratum, place: Place) -> Finding:
    """∇f = Σ λ*∇g with the multipliers put in at regular points; the minors at singular ones, and
    where multipliers would be numbers of high degree."""
    try:
        columns = face.manifold.columns(place)
    except (Undecided, Undefined):
        return Finding(Verdict.UNDECIDED, "nothing-usable")
    equations = (
        face.manifold.dependence
        if columns is None or degree(place) > budget.VALUE_DEGREE
        else tuple(_remainders(face, face.manifold.multipliers(columns)))
    )
    return check_residuals(equations, [place])


def _remainders(face: Stratum, weights: tuple[Tree, ...]) -> Iterator[Tree]:
    for column, slope in enumerate(face.manifold.slopes):
        pulls = [
            negated(multiplied((weight, row[column])))
            for weight, row in zip(weights, face.manifold.jacobian, strict=True)
        ]
        yield added([slope, *pulls])


def _together(findings: list[Finding]) -> Finding:
    verdict = weakest(finding.verdict for finding in findings)
    return Finding(verdict, "substituted-back", sum(finding.points for finding in findings))
