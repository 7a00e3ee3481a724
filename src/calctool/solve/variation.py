"""What `calctool table` answers, as data; infinite values are the trees oo and -oo."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from calctool.notation.tree import Name, Relation, Tree
from calctool.solve.answer import Step
from calctool.solve.exact.record import EVERY, Exact, Reach
from calctool.solve.rows import Recurring, Row
from calctool.words import Words

Kind = Literal[
    "stationary", "local-minimum", "local-maximum", "neither", "inflection", "kink",
    "no-second-derivative", "vertical-tangent", "jump", "discontinuity", "hole", "pole",
    "endpoint", "undecided",
]  # fmt: skip


def is_solved(conditions: Iterable[Relation], name: str) -> bool:
    """Whether each condition compares the variable with a constant."""
    return all(
        each.left == Name(name) and each.sign in _SOLVED and not each.right.names
        for each in conditions
    )


_SOLVED = ("<", "<=", ">", ">=", "!=")


class TablePoint(Struct, frozen=True):
    """A point where something happens: `value` is f there, None where f is not defined.

    `left` and `right` are the limits from within the domain, None where there is none or none is
    known. `slope` is the sign of the derivative, None where f has none. `bends` says whether f
    has a second derivative there, None where that is not known.
    """

    at: Exact
    kinds: tuple[Kind, ...]
    value: Exact | None = None
    left: Exact | None = None
    right: Exact | None = None
    slope: int | None = None
    bends: bool | None = None
    is_defined: bool = True
    """With no `value`: f has one, which is not known."""

    def is_a(self, *kinds: Kind) -> bool:
        """Whether it is of one of these kinds."""
        return any(kind in self.kinds for kind in kinds)


class Sample(Struct, frozen=True):
    """A rational point and a certified enclosure of the derivative at it."""

    at: Fraction
    low: Fraction
    high: Fraction


class TableInterval(Struct, frozen=True):
    """An open interval between neighbouring points of the table, inside the domain.

    `sign` is that of f', `concavity` that of f''; None where undecided. `left` and `right` are
    the limits of f at the two ends from within. `sample` has a value of f', `bend_sample` of f''.
    """

    start: Exact
    end: Exact
    sign: int | None
    concavity: int | None
    sample: Sample | None = None
    left: Exact | None = None
    right: Exact | None = None
    bend_sample: Sample | None = None


class Asymptote(Struct, frozen=True):
    """`line` is x = a or y = a x + b; `side` is where the graph comes near it. `apart` is f minus
    an oblique line, in a form that is seen to tend to 0."""

    kind: Literal["vertical", "horizontal", "oblique"]
    line: Relation
    side: Literal["left", "right", "both", "-oo", "oo"]
    apart: Tree | None = None


Side = Literal["left", "right", "-oo", "oo"]


class Part(Struct, frozen=True):
    """A formula and its limit; `side` is 1 or -1 where it comes to 0 from above or from below."""

    formula: Tree
    limit: Exact
    side: int = 0


Argument = Literal["standard", "parts", "power", "bounded", "dominant", "hospital", "conjugate"]


class Tends(Struct, frozen=True):
    """A limit of f at an end of a piece of its domain, or far out, and what it rests on.

    `argument` is "standard" (a function that everyone knows), "parts" (the limits of the `parts`
    tell it), "power" (the logarithm of f is the part), "bounded" (f is the part times waves),
    "dominant" (f is the part times a factor that tends to 1) or "hospital" (both parts tend to 0 or
    to infinity, and `turned` are the quotients of their derivatives, in turn), "conjugate" (f is
    the quotient in `turned`).
    """

    at: Exact
    side: Side
    value: Exact
    argument: Argument
    parts: tuple[Part, ...] = ()
    turned: tuple[Tree, ...] = ()


class Family(Struct, frozen=True):
    """Points for whole numbers from the first to the last of `reach`, where None is no end.

    The table holds those of its scope: `place` is the one for 0, where that is listed. Where that
    is rounded, `at` has its decimal.
    """

    at: Tree | None
    """None where the points have no formula; then the `row` says where they are."""
    integer: str
    kind: Kind
    value: Exact | None
    reach: Reach = EVERY
    place: Exact | None = None
    row: Row | None = None

    @property
    def rounded(self) -> Exact | None:
        """The one for 0, where no exact form of it is known."""
        return None if self.place is None or self.place.is_known else self.place

    @property
    def is_critical(self) -> bool:
        """Whether f has values at the points, and f' is 0 or has none there."""
        return self.kind not in ("inflection", "pole", "hole")


class Beyond(Struct, frozen=True):
    """What follows the last point that is shown on a side: critical points that lead to `place`.

    `side` is -1 where the place is come to from below, as oo is, else 1. Of f there, `low` and
    `high` are the limits inferior and superior, None where they are not known.
    """

    after: Exact
    place: Exact
    side: int
    low: Exact | None
    high: Exact | None
    turns: bool = True
    """Whether there are critical points or poles; else only f'' changes its sign."""
    is_critical: bool = True
    """Whether there are critical points."""
    has_poles: bool = False
    is_flat: bool = False
    """Whether f is constant on infinitely many intervals there."""

    @property
    def swing(self) -> Swing | None:
        """Where f has no limit there, and its limits inferior and superior are known."""
        if not self.turns or self.low is None or self.high is None or self.low == self.high:
            return None
        return Swing(self.place, self.side, self.low, self.high, self.has_poles)


class Swing(Struct, frozen=True):
    """An end at which f has no limit, with the limits inferior and superior; see `Beyond`."""

    place: Exact
    side: int
    low: Exact
    high: Exact
    has_poles: bool = False


class Extreme(Struct, frozen=True):
    """The least or greatest value, or the bound that is not attained; `argument` is an id.

    `toward` is where f comes near a bound that it does not attain; `tends` says whether the bound
    is the limit of f there, `side` from which side alone: 1 from the right, -1 from the left.
    """

    attained: bool | None
    value: Exact | None
    argument: str
    reason: Words
    at: tuple[Exact, ...] = ()
    families: tuple[int, ...] = ()
    toward: Exact | None = None
    members: tuple[tuple[int, int], ...] = ()
    """Which members of which families it is attained at: (place of the family, k)."""
    endless: tuple[Recurring, ...] = ()
    """Rows at infinitely many members of which it is attained."""
    tends: bool = True
    side: int = 0


class Root(Struct, frozen=True):
    """A zero and how often it is one; `within` bounds a part of the line with no other.

    None where the sign of the function beside it is not known.
    """

    at: Exact
    multiplicity: int | None
    within: tuple[Exact, Exact] | None = None


class RootFamily(Struct, frozen=True):
    """Zeros for whole numbers from the first to the last of `reach`, where None is no end."""

    at: Tree
    integer: str
    multiplicity: int | None
    """None where it is not known, or not the same for all."""
    reach: Reach = EVERY


class Boundary(Struct, frozen=True):
    """A value of a parameter at which a table may change; `causes` are ids, each with what vanishes
    there, or the g of a = g(x)."""

    at: Exact
    causes: tuple[tuple[str, Tree], ...]


class Rolle(Struct, frozen=True):
    """A small variation table of h: between neighbouring `points` it has at most one zero.

    `function` is h times `factor`, which is not 0 between the points; `derivative` is that of
    `function`, and the points are its zeros and those of 1/factor. `signs` are those of h near
    the start, at each point, and near the end.
    """

    function: Tree
    factor: Tree | None
    derivative: Tree
    start: Exact
    end: Exact
    points: tuple[Exact, ...]
    signs: tuple[int, ...]


class Zeros(Struct, frozen=True):
    """The zeros of a formula of f' or f'' where it holds, and why there are no others.

    `spans` are the open intervals on which the derivative has this formula; where not `all_known`,
    the reason says why there may be others.
    """

    equation: Relation
    roots: tuple[Root, ...]
    method: str
    reason: Words
    chain: tuple[Rolle, ...] = ()
    spans: tuple[tuple[Exact, Exact], ...] = ()
    steps: tuple[Step, ...] = ()
    """From the equation to the zeros, where all of them are known and a reader can follow."""
    all_known: bool = True
