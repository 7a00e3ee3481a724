"""The last step of a derivation: what the branches leave open, by the definition of f'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from calctool import budget
from calctool.algebra.clean import clean
from calctool.algebra.germ.series import Side
from calctool.algebra.real.ring import NOTHING, Real, Undecided
from calctool.algebra.tidy import readable_forms
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import (
    ZERO,
    Limit,
    LimitSide,
    Name,
    Negative,
    Piecewise,
    Quotient,
    Relation,
    Sum,
    Tree,
)
from calctool.notation.walk import substitute, walk
from calctool.rules.apply import differentiate
from calctool.solve.answer import Step
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Finding, Verdict
from calctool.words.limits import STEPS
from calctool.words.moves import MOVES

if TYPE_CHECKING:
    from calctool.algebra.local.point import Local
    from calctool.algebra.local.seams import Pieces

ID = "by-definition"


def by_definition(slope: Tree, f: Tree, x: str) -> Step | None:
    """The step from `slope`, what the rules say of f off the seams, to f' wherever f has one.

    None where nothing is to be added, where f has parameters, or where not all seams are known.
    """
    if not _has_branches(slope) or slope.names - {x} or f.names != {x}:
        return None
    if f.size > budget.SEAM_NODES:
        return None
    try:
        cut = _cut(slope, f, x)
    except Undecided:
        return None
    return None if cut is None else _step(slope, cut, x)


def _has_branches(tree: Tree) -> bool:
    return any(isinstance(part, Piecewise) for part in walk(tree))


class _Seam(Struct, frozen=True):
    """f at a point where its formula changes, its formulas on both sides, and its value there."""

    local: Local
    beside: tuple[Tree | None, Tree | None]
    own: Tree | None

    @property
    def is_smooth(self) -> bool:
        """Whether one formula holds through the point, so that nothing changes there."""
        return self.own is not None and self.beside == (self.own, self.own)

    @property
    def lean(self) -> int:
        """To which side f itself counts the point."""
        left, right = self.beside
        return -1 if self.own == left != right else 1


class _Cut(Struct, frozen=True):
    seams: tuple[_Seam, ...]
    slopes: tuple[Tree | None, ...]

    def pieces(self, x: str) -> Pieces:
        from calctool.algebra.local.seams import Pieces

        points = tuple(seam.local.point for seam in self.seams)
        values = tuple(seam.local.derivative for seam in self.seams)
        return Pieces(x, points, self.slopes, values, tuple(seam.lean for seam in self.seams))


def _cut(slope: Tree, f: Tree, x: str) -> _Cut | None:
    from calctool.algebra.local.seams import seams

    points = seams((slope, f), x)
    if points is None:
        return None
    found, slopes = [], [_slope(slope, f, x, points[0] if points else NOTHING, -1)]
    for point in points:
        seam, after = _seam(f, x, point), _slope(slope, f, x, point, 1)
        if after != slopes[-1] or not seam.is_smooth:
            found.append(seam)
            slopes.append(after)
    short = {each: _short(each, f, x) for each in slopes if each is not None}
    return _Cut(tuple(found), tuple(each and short[each] for each in slopes))


def _slope(slope: Tree, f: Tree, x: str, point: Real, side: Side) -> Tree | None:
    """The formula of f' beside a point; that of the one formula of f where branches are equal all
    along, as x and |x| are, so that `slope` leaves them out."""
    from calctool.algebra.local.seams import formula

    found = formula(slope, x, point, side)
    if found is not None:
        return found
    branch = formula(f, x, point, side)
    derived = None if branch is None else differentiate(branch, x)
    return None if derived is None or _has_branches(derived) else clean(derived)


def _short(slope: Tree, f: Tree, x: str) -> Tree:
    """(x*exp(x))/x has no value at 0, its short form has one."""
    form = clean(slope)
    moves = readable_forms(form, f, x)
    return moves[-1].after if moves else form


def _seam(f: Tree, x: str, point: Real) -> _Seam:
    from calctool.algebra.local.point import at_real
    from calctool.algebra.local.seams import formula

    beside = (formula(f, x, point, -1), formula(f, x, point, 1))
    return _Seam(at_real(f, x, point), beside, formula(f, x, point, 0))


def _step(slope: Tree, cut: _Cut, x: str) -> Step | None:
    from calctool.algebra.local.seams import assembled

    after = assembled(cut.pieces(x))
    if after == slope:
        return None
    seen = check_equality(slope, after)
    if seen.verdict is Verdict.REFUTED or seen.method == "narrower-domain":
        return None
    found = Finding(Verdict.PROVED, "expansion")
    limits = tuple(step for seam in cut.seams for step in _limits(seam, x))
    if any(step.finding.verdict is Verdict.REFUTED for step in limits):
        return None
    known = [seam.local.point for seam in cut.seams if seam.local.derivative is not None]
    if not known:
        return Step("simplify", MOVES["simplify"], slope, after, found)
    place = all_quoted(Relation(Name(x), "=", point) for point in known)
    return Step(ID, MOVES[ID].filled(place=place), slope, after, found, steps=limits)


def _limits(seam: _Seam, x: str) -> Iterator[Step]:
    """The difference quotient at the seam, from both sides at once where one formula holds."""
    from calctool.verify.limits import Limits

    value, slope, point = seam.local.value, seam.local.derivative, seam.local.point
    left, right = seam.beside
    if value is None or slope is None or left is None or right is None:
        return
    sides: dict[LimitSide, Tree] = {"both": left} if left == right else {
        "left": left, "right": right,
    }  # fmt: skip
    h = "k" if x == "h" else "h"
    there = Name(h) if point == ZERO else Sum((point, Name(h)))
    for side, branch in sides.items():
        change = Sum((substitute(branch, {x: there}), Negative(value)))
        start = Limit(clean(Quotient(change, Name(h))), h, ZERO, side)
        seen = Limits().check(start, slope, {})
        refuted = seen.verdict is Verdict.REFUTED
        finding = seen if refuted else Finding(Verdict.PROVED, "expansion")
        title = STEPS["expansion"]
        yield Step("expansion", title, start, slope, finding, ((x, point),))
