"""Solutions as the theorems on extremes ask for them: a point, and the family it stands for."""

from __future__ import annotations

from msgspec import Struct

from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Root
from calctool.notation.tree import Tree
from calctool.solve.candidates import CandidatePoint, PointFamily


class Found(Struct, frozen=True):
    """A solution as the answer has it: one point, and the family that it stands for."""

    root: Root
    point: CandidatePoint
    family: PointFamily | None = None


def scalar_value(root: Root, f: Tree) -> Scalar | None:
    """The value of f at a solution, to compare it with others."""
    try:
        return root.place.scalar(f)
    except (Undecided, Undefined):
        return None
