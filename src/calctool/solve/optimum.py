"""What `critical` and `lagrange` answer, as data; infinite values are the trees oo and -oo."""

from __future__ import annotations

from msgspec import Struct, field

from calctool.notation.tree import Relation, Tree
from calctool.solve.answer import Check, Completeness, Derivation, OneDerivative, Status, settle
from calctool.solve.candidates import CandidatePoint, Extreme, PointFamily, PointSet
from calctool.solve.exact.record import DomainSet
from calctool.solve.question import CriticalQuestion, LagrangeQuestion
from calctool.solve.sketch.record import Sketch
from calctool.solve.unjudged import unjudged
from calctool.verify.verdict import Verdict, weakest
from calctool.words import Note


class CriticalAnswer(Struct, frozen=True):
    """Everything `calctool critical` has to say.

    `gradient` holds how each partial derivative was found, in the order of the variables;
    `solving` is the derivation from ∇f = 0 to its solutions; `exceptions` are relations between
    parameters for which the points given do not exist.
    """

    question: CriticalQuestion
    status: Status
    completeness: Completeness
    gradient: tuple[OneDerivative, ...] = ()
    hessian: tuple[tuple[Tree, ...], ...] = ()
    conditions: tuple[Relation, ...] = ()
    natural: DomainSet | None = None
    """The domain of a function of one variable."""
    solving: tuple[Derivation, ...] = ()
    points: tuple[CandidatePoint, ...] = ()
    families: tuple[PointFamily, ...] = ()
    sets: tuple[PointSet, ...] = ()
    exceptions: tuple[Relation, ...] = ()
    minimum: Extreme | None = None
    maximum: Extreme | None = None
    sketch: Sketch | None = None
    checks: tuple[Check, ...] = ()
    notes: tuple[Note, ...] = ()
    names: tuple[tuple[str, Tree], ...] = ()
    seconds: float = 0.0
    error: tuple[str, str] | None = field(default=None)

    def __post_init__(self) -> None:
        settle(self, unjudged(self))

    @property
    def verdict(self) -> Verdict:
        return weakest(check.finding.verdict for check in self.checks)


class LagrangeAnswer(Struct, frozen=True):
    """Everything `calctool lagrange` has to say.

    `lagrangian` is L in the variables and the `multipliers`; `system` its partial derivatives
    set to zero with the constraints; `feasible` is False where it is proved that no point keeps
    all constraints.
    """

    question: LagrangeQuestion
    status: Status
    completeness: Completeness
    lagrangian: Tree | None = None
    multipliers: tuple[str, ...] = ()
    system: tuple[Relation, ...] = ()
    gradient: tuple[OneDerivative, ...] = ()
    """The partial derivatives of L in the variables, each with its derivation."""
    conditions: tuple[Relation, ...] = ()
    solving: tuple[Derivation, ...] = ()
    points: tuple[CandidatePoint, ...] = ()
    families: tuple[PointFamily, ...] = ()
    sets: tuple[PointSet, ...] = ()
    feasible: bool | None = None
    minimum: Extreme | None = None
    maximum: Extreme | None = None
    sketch: Sketch | None = None
    checks: tuple[Check, ...] = ()
    notes: tuple[Note, ...] = ()
    names: tuple[tuple[str, Tree], ...] = ()
    seconds: float = 0.0
    error: tuple[str, str] | None = field(default=None)

    def __post_init__(self) -> None:
        settle(self, unjudged(self))

    @property
    def verdict(self) -> Verdict:
        return weakest(check.finding.verdict for check in self.checks)
