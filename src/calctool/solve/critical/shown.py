"""Candidates as `critical` shows them: without words of constraints and multipliers, of which the
reader has seen none."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from calctool.solve.candidates import CandidatePoint, PointSet, Test
from calctool.solve.optimum.listing.families import as_told
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.listing.sets import Sheet
from calctool.words.extrema.multipliers import OFF_EDGES


def shown_point(spot: Spot) -> CandidatePoint:
    """Without multipliers; on an edge the test is said of edges."""
    point, face = replace(spot.point, multipliers=None, regular=True), spot.face
    if face.is_edge or face.is_side:
        return replace(point, test=_said_of_edges(point.test))
    return point


def shown_set(sheet: Sheet, names: Sequence[str]) -> PointSet:
    face = sheet.face
    if face is None or not (face.is_edge or face.is_side):
        return as_told(sheet.record, names)
    kinds = (replace(each, test=_said_of_edges(each.test)) for each in sheet.record.kinds)
    return as_told(replace(sheet.record, kinds=tuple(kinds)), names)


def _said_of_edges(test: Test) -> Test:
    words = OFF_EDGES.get(test.id)
    if words is None:
        return test
    positive, negative, _ = test.inertia or (0, 0, 0)
    filled = words.filled(positive=positive, negative=negative)
    return replace(test, reason=filled if test.id == "bordered-hessian" else words)
