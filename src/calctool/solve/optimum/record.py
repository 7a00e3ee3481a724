"""What `critical` and `lagrange` answer, as data; infinite values are the trees oo and -oo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from calctool.notation.tree import Relation, Tree
from calctool.solve.answer import Derivation, OneDerivative, Told
from calctool.solve.candidates import CandidatePoint, Extreme, PointFamily, PointSet
from calctool.solve.question import AskedOfTree, Stretch
from calctool.solve.unjudged import unjudged
from calctool.solve.variation import Boundary
from calctool.words import Words
from calctool.words.extrema.candidates import GREATEST_OPEN, LEAST_OPEN, POINTS_TO_COME


class OptimumQuestion(AskedOfTree, frozen=True, kw_only=True):
    """The extrema of a function of the names `wrt`; `domain` restricts some of them to a part of
    the line each, and `constraints` say more."""

    domain: tuple[tuple[str, Stretch], ...] = ()

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names that stand for any number, in the order of the alphabet."""
        used = self.statement.names.union(*(each.names for each in self.constraints))
        return tuple(sorted(used.difference(self.wrt)))


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
    minimum: Extreme | None = None
    maximum: Extreme | None = None
    boundaries: tuple[Boundary, ...] = ()
    """Values of the only parameter at which the answer changes, or may have changed."""
    sample: tuple[tuple[str, Tree], ...] = ()
    """In a case: the values of parameters at which it was looked at."""
    pictured: OptimumAnswer | None = None
    """In a case: the answer at such values, with a picture."""
    TO_COME: ClassVar[Words] = POINTS_TO_COME

    @classmethod
    def all_open(cls) -> tuple[Words, ...]:
        return (cls.TO_COME, LEAST_OPEN, GREATEST_OPEN)

    def open_of_found(self) -> Iterable[Words]:
        """Kinds, values and extremes that are not decided; those of cases are theirs."""
        is_divided = bool(self.cases) and all(case.answer is not None for case in self.cases)
        return () if is_divided else unjudged(self)

    def of_case(self, found: OptimumAnswer) -> dict[str, Any]:
        """What is taken over from the answer to a question with numbers, beside what was found."""
        del found
        return {}
