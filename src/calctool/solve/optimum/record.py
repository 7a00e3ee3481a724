"""What `critical` and `lagrange` answer, as data; infinite values are the trees oo and -oo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from calctool.notation.tree import Relation
from calctool.solve.answer import Derivation, OneDerivative, Told
from calctool.solve.candidates import CandidatePoint, Extreme, PointFamily, PointSet
from calctool.solve.question import AskedOfTree, Stretch
from calctool.solve.unjudged import unjudged
from calctool.words import Words


class OptimumQuestion(AskedOfTree, frozen=True, kw_only=True):
    """The extrema of a function of the names `wrt`; `domain` restricts some of them to a part of
    the line each, and `constraints` say more."""

    domain: tuple[tuple[str, Stretch], ...] = ()


class OptimumAnswer(Told, frozen=True, kw_only=True):
    """What `critical` and `lagrange` have to say of points and of least and greatest values.

    `gradient` holds how each partial derivative was found, in the order of the variables;
    `solving` is the derivation from the equations to their solutions.
    """

    if TYPE_CHECKING:
        question: OptimumQuestion

    gradient: tuple[OneDerivative, ...] = ()
    conditions: tuple[Relation, ...] = ()
    solving: tuple[Derivation, ...] = ()
    points: tuple[CandidatePoint, ...] = ()
    families: tuple[PointFamily, ...] = ()
    sets: tuple[PointSet, ...] = ()
    exceptions: tuple[Relation, ...] = ()
    """Relations between parameters for which the points given do not exist."""
    minimum: Extreme | None = None
    maximum: Extreme | None = None

    def open_of_found(self) -> Iterable[Words]:
        """Kinds, values and extremes that are not decided."""
        return unjudged(self)
