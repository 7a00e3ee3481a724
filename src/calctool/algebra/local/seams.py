"""A function in one name cut at the seams of its case distinctions, and put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from calctool import budget
from calctool.algebra.germ.expansion import Expansion, constant_value
from calctool.algebra.germ.series import Side
from calctool.algebra.local.equations import ordered
from calctool.algebra.local.kinks import boundary
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.notation.tree import Call, Name, Piecewise, Relation, Sign, Tree
from calctool.notation.walk import substitute, transform, walk

EXTREMES: dict[str, Sign] = {"max": ">", "min": "<"}


def seams(trees: Sequence[Tree], name: str) -> tuple[Real, ...] | None:
    """Where the conditions of case distinctions change, ascending; None where not all are known."""
    found: list[Real] = []
    for condition in dict.fromkeys(_conditions(trees, name)):
        known = None
        if condition.names == {name}:
            known = boundary(Relation(condition.left, "=", condition.right), name)
        if known is None:
            return None
        found += known[0]
    return ordered(found) if len(found) <= budget.SEAMS else None


def _conditions(trees: Sequence[Tree], name: str) -> Iterator[Relation]:
    for part in (part for tree in trees for part in walk(tree)):
        if isinstance(part, Piecewise):
            yield from (c for _, c in part.branches if c is not None and name in c.names)


def formula(tree: Tree, name: str, seam: Real, side: Side) -> Tree | None:
    """The tree without its case distinctions at a seam (side 0) or beside it, max and min too.

    None where no branch is taken. Raises Undecided.
    """
    expansions = [Expansion(name, seam, side, keep) for keep in budget.EXPANSION_TERMS]

    def holds(condition: Relation) -> bool:
        for expansion in expansions[:-1]:
            try:
                return expansion.holds(condition)
            except Undecided:
                continue
        return expansions[-1].holds(condition)

    def chosen(at: Tree) -> Tree | None:
        if isinstance(at, Call) and at.function in EXTREMES and name in at.names:
            best, *others = at.arguments
            for other in others:
                best = other if holds(Relation(other, EXTREMES[at.function], best)) else best
            return transform(best, chosen)
        if not isinstance(at, Piecewise):
            return None
        for value, condition in at.branches:
            if condition is None or holds(condition):
                return transform(value, chosen)
        raise Undefined

    try:
        return transform(tree, chosen)
    except Undefined:
        return None


class Pieces(Struct, frozen=True):
    """`between[i]` is the formula before `points[i]`, the last one that after them all.

    `values[i]` is the value at the point. None is no value; `leans[i]` says of a point on which
    two formulas agree to which of them it is counted: -1 to the one before it, else 1.
    """

    name: str
    points: tuple[Tree, ...]
    between: tuple[Tree | None, ...]
    values: tuple[Tree | None, ...]
    leans: tuple[int, ...]


class _Run(Struct):
    """A formula from one end to another: whether they belong to it, None for an infinite one."""

    formula: Tree | None
    start: Tree | None = None
    holds_start: bool = False
    end: Tree | None = None
    holds_end: bool = False

    @property
    def is_point(self) -> bool:
        return self.start is not None and self.start == self.end

    def above(self, x: Tree) -> Relation | None:
        sign: Sign = ">=" if self.holds_start else ">"
        return None if self.start is None else Relation(x, sign, self.start)

    def below(self, x: Tree) -> Relation | None:
        sign: Sign = "<=" if self.holds_end else "<"
        return None if self.end is None else Relation(x, sign, self.end)


def assembled(pieces: Pieces) -> Tree:
    """The function as one tree that has a value where the pieces have one, and nowhere else."""
    runs, x = _runs(pieces), Name(pieces.name)
    (first, *others) = {run.formula for run in runs if not run.is_point}
    if not others and first is not None:
        return first if len(runs) == 1 else _with_holes(first, runs, x)
    return Piecewise(tuple(_in_order(runs, x)))


def _runs(pieces: Pieces) -> list[_Run]:
    """Formulas that go on over a point are one run; other points join a neighbour if they can."""
    runs = [_Run(pieces.between[0])]
    rest = zip(pieces.points, pieces.values, pieces.between[1:], pieces.leans, strict=True)
    for point, value, after, lean in rest:
        here = runs[-1]
        fits = [_takes(f, pieces.name, point, value) for f in (here.formula, after)]
        if fits[0] and here.formula == after:
            continue
        here.end, here.holds_end = point, fits[0] and (lean < 0 or not fits[1])
        if value is not None and not any(fits):
            runs.append(_Run(value, point, True, point, True))
        runs.append(_Run(after, point, fits[1] and not here.holds_end))
    return runs


def _takes(formula: Tree | None, name: str, point: Tree, value: Tree | None) -> bool:
    if formula is None or value is None:
        return False
    try:
        return written(constant_value(substitute(formula, {name: point}))) == value
    except (Undecided, Undefined):
        return False


def _with_holes(formula: Tree, runs: list[_Run], x: Tree) -> Tree:
    """One formula but at single points: {u if x != a; c if x = a}."""
    filled = [(run.formula, run.start) for run in runs if run.is_point]
    single = [(v, Relation(x, "=", at)) for v, at in filled if v is not None and at is not None]
    starts = (run.start for run in runs if not run.is_point and not run.holds_start)
    gaps = [at for at in starts if at is not None and all(at != point for _, point in filled)]
    if not gaps and len(single) == 1:
        ((value, here),) = single
        return Piecewise(((formula, Relation(x, "!=", here.right)), (value, here)))
    outside = [Relation(x, "!=", gap) for gap in gaps]
    for each in reversed(outside[1:]):
        formula = Piecewise(((formula, each),))
    return Piecewise((*single, (formula, outside[0] if outside else None)))


def _in_order(runs: list[_Run], x: Tree) -> Iterator[tuple[Tree, Relation | None]]:
    """From left to right, each run up to its end; after a gap from its start, too."""
    has_gap = False
    for before, run in zip((None, *runs), runs, strict=False):
        has_gap = has_gap or not (before is None or before.holds_end or run.holds_start)
        if run.formula is None:
            has_gap = True
        elif run.is_point and run.start is not None:
            yield run.formula, Relation(x, "=", run.start)
        else:
            above = run.above(x) if has_gap else None
            below = run.below(x)
            inner = Piecewise(((run.formula, above),)) if above and below else run.formula
            yield inner, below or above
