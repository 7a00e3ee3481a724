"""What is answered, as data: steps, completeness, and what every answer has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from fractions import Fraction
from typing import Any, ClassVar, Self

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from calctool.notation.quoted import either_quoted
from calctool.notation.system import Line
from calctool.notation.tree import Relation, Statement, Tree
from calctool.solve.exact.record import EVERY, BothSides, DomainSet, Exact, Reach
from calctool.solve.question import Asked
from calctool.solve.sketch.record import Sketch
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words import LANGUAGES, Note, Words
from calctool.words.cases import IN_CASE
from calctool.words.proofs.checks import NOT_CHECKED
from calctool.words.titles import ALL_TO_COME


class Step(Struct, frozen=True):
    """One equality `before = after`, the rule that makes it, and what the check said.

    `bindings` say what the letters of the rule stood for; `where` is what the rule needs;
    `steps` are the single applications that this line gathers, or a derivation of its own.
    `quiet` steps are folded into their neighbours unless every step is asked for.
    """

    rule: str
    title: Words
    before: Line
    after: Line
    finding: Finding
    bindings: tuple[tuple[str, Tree], ...] = ()
    where: tuple[Relation, ...] = ()
    steps: tuple[Step, ...] = ()
    quiet: bool = False


class Derivation(Struct, frozen=True):
    """A chain of steps: each starts where the one before ended."""

    start: Line
    steps: tuple[Step, ...]

    @property
    def end(self) -> Line:
        """The last line."""
        return self.steps[-1].after if self.steps else self.start

    @property
    def verdict(self) -> Verdict:
        """That of its weakest step."""
        return weakest(step.finding.verdict for step in self.steps)

    @property
    def where(self) -> tuple[Relation, ...]:
        """What its steps need: nothing is said of other places."""
        return tuple(dict.fromkeys(need for step in self.steps for need in step.where))


class State(Enum):
    COMPLETE = "complete"
    PARTIAL = "partial"
    UNKNOWN = "unknown"


class Status(Enum):
    """`STOPPED` is given by the parent of a worker that had to be ended."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    STOPPED = "stopped"
    ERROR = "error"


class Completeness(Struct, frozen=True):
    """Whether the answer says everything there is to say, why, and what is missing.

    Nothing open is without a name: for want of a better one the reason is what is missing.
    """

    state: State
    reason: Words
    missing: tuple[Words, ...] = ()
    scope: tuple[tuple[str, Fraction, Fraction], ...] = ()
    """Complete only while each of these names lies between these bounds."""
    undecided: tuple[tuple[tuple[str, Fraction, Fraction], ...], ...] = ()
    """Boxes in which it is not known whether there is anything."""
    unjudged: tuple[Words, ...] = ()
    """Those of `missing` that an answer itself has added: what is open of what was found."""

    def __post_init__(self) -> None:
        if self.state is State.COMPLETE:
            return
        from calctool.notation.quoted import quoted_box
        from calctool.words.proofs.completeness import OUTSIDE

        beyond = OUTSIDE.filled(box=quoted_box(self.scope)) if self.scope else self.reason
        if beyond not in self.missing and (self.scope or not self.missing):
            force_setattr(self, "missing", (*self.missing, beyond))


def settle(made: Told, unjudged: Iterable[Words] = ()) -> None:
    """What the constructor of every answer does: it is partial just where something is missing,
    and what is `unjudged` of it is missing too. An error says nothing but that."""
    if made.status is Status.ERROR:
        return
    given = made.completeness
    kept = tuple(each for each in given.missing if each not in given.unjudged)
    added = tuple(each for each in dict.fromkeys(unjudged) if each not in kept)
    judged = replace(given, missing=(*kept, *added), unjudged=added)
    force_setattr(made, "completeness", judged)
    if made.status is not Status.STOPPED:
        force_setattr(made, "status", Status.PARTIAL if judged.missing else Status.COMPLETE)


class Check(Struct, frozen=True):
    """One check of the whole answer: `what` is a permanent id."""

    what: str
    finding: Finding


class Kink(Struct, frozen=True):
    """A point of the domain where f has no derivative, or where that could not be decided.

    `kind` is "kink", "jump", "vertical-tangent", "discontinuity" or "undecided"; `left` and
    `right` are the one-sided derivatives where they exist (finite or infinite). `lower` is the
    order of the derivative that has none, 0 for f itself. `between` says what the difference
    quotient comes near from a side from which it has no limit.
    """

    at: Exact
    kind: str
    left: Exact | None = None
    right: Exact | None = None
    lower: int = 0
    between: BothSides = (None, None)


class KinkFamily(Struct, frozen=True):
    """Such points for the whole numbers `integer` of the `reach`; it stands in `at`, and in the
    one-sided derivatives where they are not the same at all."""

    at: Tree
    integer: str
    kind: str
    left: Exact | None = None
    right: Exact | None = None
    lower: int = 0
    reach: Reach = EVERY
    toward: tuple[Tree, ...] = ()
    """Where the points lead, oo or -oo or a number at which they pile up."""


class Seam(Struct, frozen=True):
    """What the derivative does where relations in the variable and in letters hold together.

    `kind` is one of `Kink`; or "smooth": there is a derivative, `value`, that the formula does not
    give. Trees are in the variable and the letters.
    """

    where: tuple[Relation, ...]
    kind: str
    left: Tree | None = None
    right: Tree | None = None
    value: Tree | None = None
    lower: int = 0


class AtPoint(Struct, frozen=True):
    """The derivative at a point: `exists` is None where that could not be decided.

    `kind` says what was found there: "smooth", "kink", "jump", "discontinuity",
    "vertical-tangent", "oscillation", "outside-domain", "end-of-domain", "undecided"; of f, or of
    its derivative of order `lower`.
    """

    point: tuple[tuple[str, Exact], ...]
    exists: bool | None
    value: Exact | None = None
    left: Exact | None = None
    right: Exact | None = None
    function_value: Exact | None = None
    tangent: Tree | None = None
    kind: str = "smooth"
    reason: Words | None = None
    lower: int = 0
    between: BothSides = (None, None)
    """What the difference quotient comes near from a side from which it has no limit."""
    when: Condition = ((),)
    """The letters for which it is so; of others `seams` tell."""
    seams: tuple[Seam, ...] = ()
    wanders: BothSides = (None, None)
    """What the derivative comes near from a side from which it has no limit."""


class OneDerivative(Struct, frozen=True):
    """One derivative asked for: how it was found, where it holds, and its value at a point.

    `wrt` names the variables in order, ("x", "x") for a second derivative. `conditions` is the
    natural domain of the expression as written, `domain` the set of their solutions where that
    was found; `holds` what the rules needed beyond it, where
    not every switching point was examined; `by_definition` are points with their derivative
    where the formula does not give it; `seams` are such places by conditions on letters;
    `undecided` are switching equations left open.
    """

    wrt: tuple[str, ...]
    derivations: tuple[Derivation, ...]
    derivative: Statement
    conditions: tuple[Relation, ...] = ()
    domain: DomainSet | None = None
    holds: tuple[Relation, ...] = ()
    undefined_at: tuple[Kink, ...] = ()
    families: tuple[KinkFamily, ...] = ()
    by_definition: tuple[tuple[Exact, Exact], ...] = ()
    seams: tuple[Seam, ...] = ()
    undecided: tuple[Relation, ...] = ()
    examined: bool = False
    """Whether there were switching points to look at."""
    at: AtPoint | None = None
    lower: tuple[Tree, ...] = ()
    """The derivatives on the way to one of high order, whose derivations are not shown."""


Condition = tuple[tuple[Relation, ...], ...]
"""All relations of one of the groups hold: ((),) says always, () never."""


class Case(Struct, frozen=True):
    """What is answered for the parameters that keep `when`; None is the answer that has the case.

    The conditions of an answer's cases exclude each other.
    """

    when: Condition
    answer: Told | None


class Told(Struct, frozen=True, kw_only=True):
    """What an answer of any subcommand has; each adds its own in its `record`.

    `names` are what the steps call u1, u2, …; `error` is the (id, detail) of a fault of our own,
    such as a derivation that its check refuted, or of what stopped the work.
    """

    question: Asked
    status: Status
    completeness: Completeness
    checks: tuple[Check, ...] = ()
    notes: tuple[Note, ...] = ()
    names: tuple[tuple[str, Tree], ...] = ()
    seconds: float = 0.0
    error: tuple[str, str] | None = None
    sketch: Sketch | None = None
    cases: tuple[Case, ...] = ()
    """By parameters, where one answer does not do for all of them."""
    TO_COME: ClassVar[Words] = ALL_TO_COME
    """What is missing as long as nothing is known."""

    def __post_init__(self) -> None:
        settle(self, (*self.open_of_found(), *_open_in(self.cases), *self._unchecked()))

    def open_of_found(self) -> Iterable[Words]:
        """What is open of what was found, and so is missing."""
        return ()

    def _unchecked(self) -> Iterator[Words]:
        if any(check.finding.verdict is Verdict.UNDECIDED for check in self.checks):
            yield NOT_CHECKED

    @property
    def verdict(self) -> Verdict:
        """That of the weakest check."""
        return weakest(check.finding.verdict for check in self.checks)

    @property
    def single(self) -> Tree | None:
        """The answer, where it is one expression."""
        return None

    @classmethod
    def all_open(cls) -> tuple[Words, ...]:
        """What is missing where nothing was found, whatever the question."""
        return (cls.TO_COME,)

    @classmethod
    def nothing_yet(cls, question: Any) -> Self:
        """What is answered when nothing was finished."""
        nothing = Completeness(State.UNKNOWN, Words(en="", zh=""), (cls.TO_COME,))
        return cls(question=question, status=Status.STOPPED, completeness=nothing)


def _open_in(cases: Iterable[Case]) -> Iterator[Words]:
    """What is missing in a case is missing in the whole."""
    for case in cases:
        for what in () if case.answer is None else case.answer.completeness.missing:
            yield in_case(case.when, what)


def in_case(when: Condition, what: Words) -> Words:
    """`what`, said of the parameters that keep a condition."""
    if when == ((),):
        return what
    en, zh = (
        IN_CASE.marked(
            language,
            condition=either_quoted(when).marked(language),
            what=what.marked(language),
        )
        for language in LANGUAGES
    )
    return Words(en=en, zh=zh)
