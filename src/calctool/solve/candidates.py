"""What a search for extrema finds, as data: points, families, sets, least and greatest values."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from calctool.notation.tree import Relation, Tree
from calctool.solve.exact.record import EVERY, Exact, Reach
from calctool.solve.rows import Recurring, Row
from calctool.verify.optimum.stated import Tends
from calctool.verify.verdict import Verdict
from calctool.words import Words

PointKind = Literal["local-minimum", "local-maximum", "saddle", "neither", "endpoint", "undecided"]
Why = Literal["gradient-zero", "gradient-missing", "gradient-open", "endpoint", "singular"]
"""`gradient-open`: whether there is a gradient, and which, was not decided."""

Place = tuple[tuple[str, Exact], ...]
"""Coordinates by name, in the order of the variables."""


class Test(Struct, frozen=True):
    """How a point was classified: `id` names the test, `reason` what it found there.

    `matrix` is the Hessian at the point, or the bordered one; `minors` are those that the test
    looks at, in its order; `inertia` counts the positive, negative and zero eigenvalues (for a
    bordered matrix those that are left on the tangent space). `samples` are values of f' beside the
    point, each with its place.
    """

    id: str
    reason: Words
    matrix: tuple[tuple[Exact, ...], ...] = ()
    minors: tuple[Exact, ...] = ()
    inertia: tuple[int, int, int] | None = None
    samples: tuple[tuple[Exact, Exact], ...] = ()


class CandidatePoint(Struct, frozen=True):
    """A point where an extremum may be, and what is there.

    `strict` says whether no point near by has the same value, None for other kinds. Under
    constraints, `multipliers` are None where the gradients of the active constraints depend on
    each other (then `regular` is False), and `active` are constraint numbers from 1.
    """

    at: Place
    value: Exact | None
    kind: PointKind
    why: Why
    test: Test
    strict: bool | None = None
    multipliers: tuple[tuple[str, Exact], ...] | None = None
    regular: bool = True
    active: tuple[int, ...] = ()


class PointFamily(Struct, frozen=True):
    """Isolated points that repeat, one for each value of the `integers`.

    `reaches` are the first and the last value of each, None where there is no end; `value` may
    depend on the integers.
    """

    at: tuple[tuple[str, Tree], ...]
    integers: tuple[str, ...]
    kind: PointKind | Literal["stationary"]
    value: Exact | None
    test: Test
    strict: bool | None = None
    reaches: tuple[Reach, ...] = ()
    row: Row | None = None
    """Of points that are not equally spaced; `at` is empty where they have no formula."""
    rounded: tuple[tuple[str, Exact], ...] = ()
    """Coordinates in which `at` has a decimal, with what encloses them where all integers are 0."""

    @property
    def ranges(self) -> tuple[tuple[str, Reach], ...]:
        """Each integer with its first and last value."""
        reaches = self.reaches or (EVERY,) * len(self.integers)
        return tuple(zip(self.integers, reaches, strict=True))

    @property
    def is_level(self) -> bool:
        """Whether f is known to have one value at all of them."""
        return self.value is not None and self.value.expr.names.isdisjoint(self.integers)


class Stretch(Struct, frozen=True):
    """What the points of a set are where some relations hold; nowhere else is left out."""

    where: tuple[Relation, ...]
    kind: PointKind
    test: Test


class PointSet(Struct, frozen=True):
    """A curve or a surface of points: `equations` say which, `points` run through it.

    `points` are coordinates in the `parameters`, None where no such form was found; `value` is f
    there, None where it is not constant (then `value_tree` may say it in the parameters).
    `ranges` are conditions on the parameters, of which one list holds whole; none where they take
    every value.
    """

    equations: tuple[Relation, ...]
    points: tuple[tuple[str, Tree], ...] | None
    parameters: tuple[str, ...]
    kinds: tuple[Stretch, ...]
    value: Exact | None
    value_tree: Tree | None = None
    ranges: tuple[tuple[Relation, ...], ...] = ()
    repeats: tuple[tuple[str, Reach], ...] = ()
    """The integers in the equations of a set that repeats, each with its first and last value."""
    solved: tuple[Relation, ...] = ()
    """The equations as they are told, where angles in them were found: with integers, too."""
    rounded: tuple[tuple[Tree, Exact], ...] = ()
    """Right sides of the equations that hold a decimal, with what encloses them where all integers
    are 0."""

    @property
    def told(self) -> tuple[Relation, ...]:
        return self.solved or self.equations


class Curve(Struct, frozen=True):
    """Coordinates of a moving point by name, as the parameter tends to oo."""

    points: tuple[tuple[str, Tree], ...]
    parameter: str
    value: Tree | None = None
    """f along the curve."""


Sort = Literal["holds", "put", "place", "asked"]
"""What the relations of a line claim: they hold on the whole set; those that give a name are put
into the others; they hold where the extreme value is; their solutions were asked for."""


class ProofLine(Struct, frozen=True):
    """A line of the derivation of an extreme value: what holds, and why; `rule` is an id.

    It speaks of the variables `names` on the set `where`, None until that is known; other names
    that it gives are new ones. `also` is what its words say, `tends` where a function goes along a
    curve, `bends` a function that is convex: all of it is checked with what is printed.
    """

    rule: str
    says: tuple[Relation, ...]
    why: Words
    verdict: Verdict = Verdict.PROVED
    sort: Sort = "holds"
    names: tuple[str, ...] = ()
    where: tuple[Relation, ...] | None = None
    also: tuple[Relation, ...] = ()
    tends: Tends | None = None
    bends: Tree | None = None


class Extreme(Struct, frozen=True):
    """The least or greatest value, or the bound that is not attained.

    `argument` is the id of the theorem that says so, `reason` says it for this function. Where
    it is attained: at the places `at`, on the `families` and `sets` with these indices; where it
    is not, f comes near it along `approached`. `proof` are the lines that derive it, `open` says
    what was not shown where it is not decided.
    """

    attained: bool | None
    value: Exact | None
    argument: str
    reason: Words
    at: tuple[Place, ...] = ()
    families: tuple[int, ...] = ()
    sets: tuple[int, ...] = ()
    approached: Curve | None = None
    proof: tuple[ProofLine, ...] = ()
    open: Words | None = None
    members: tuple[tuple[int, int], ...] = ()
    """Members of families at which it is attained: (place of the family, k)."""
    endless: tuple[Recurring, ...] = ()
    """Rows at infinitely many members of which it is attained."""

    @property
    def is_placed(self) -> bool:
        """Whether it is said where it is attained."""
        return bool(self.at or self.families or self.sets or self.endless)
