"""Ends at which floor(u) jumps without end: between whole numbers it is u - s, s from 0 to 1."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from calctool import budget
from calctool.algebra import facts
from calctool.algebra.build import added, negated
from calctool.algebra.field import is_zero
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.free.bernstein import bernstein
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.search import Search
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.circles import has_waves
from calctool.algebra.roots.waves.tails import sign_beyond
from calctool.notation.tree import ONE, ZERO, Call, Name, Tree
from calctool.notation.walk import substitute, transform, walk
from calctool.solve.table.endless.joints import broken, kind_of
from calctool.solve.table.endless.told import Told
from calctool.solve.table.line.pieces import Function

_PART = "part of a step"
"""No name that can be typed."""


def only_step(function: Function) -> Call | None:
    """The step whose jumps are all that happens far out; None where there are others."""
    steps = {
        part
        for part in walk(function.f)
        if isinstance(part, Call) and facts.of(part).steps and function.name in part.names
    }
    if len(steps) != 1:
        return None
    (step,) = steps
    others = transform(function.f, lambda part: ZERO if part == step else None)
    return None if has_waves(others, function.name) else step


def stepped(function: Function, step: Call, row: Cells) -> tuple[Told, bool]:
    """The jumps at an end, and whether f'' has one sign between them.

    Undecided where f' has not.
    """
    name, picture = function.name, row.picture
    search = Search(name, budget.TABLE_WINDOW)
    of = {name: picture.of(Name(name))}

    def along(tree: Tree) -> Tree:
        return substitute(_between(tree, step), of)

    place, rises = sign_beyond(
        search, derivative(substitute(step.arguments[0], of), name), row.beyond
    )
    place, turn = _sign(search, along(function.slope), place)
    far = _behind(row, place)
    f = _between(function.f, step)
    at, away = (substitute(f, {_PART: each}) for each in (ZERO, ONE))
    # A floor comes to a whole number from below by u - 1, a ceiling leaves it by u + 1.
    before, behind = (away, at) if (step.function == "floor") == (rises > 0) else (at, away)
    joint = broken(search, far, 0, (at, before, behind))
    sides = tuple(Function(name, each, ZERO, ZERO) for each in (before, behind))
    kind = kind_of(joint, (turn, turn), falls=picture.falls)
    told = Told(
        far,
        joint.sort or "jump",
        (((0, 1), kind),),
        ((sides[0], sides[1]),) * 2,
        (at, at),
        turn == 0,
    )
    try:
        _sign(search, along(function.bend), place)
    except Undecided:
        return told, False
    return told, True


def _between(tree: Tree, step: Call) -> Tree:
    """With u - s for floor(u), u + s for ceil(u)."""
    part: Tree = Name(_PART) if step.function == "ceil" else negated(Name(_PART))
    inner = added((step.arguments[0], part))
    return transform(tree, lambda own: inner if own == step else None)


def _behind(row: Cells, place: Fraction) -> Cells:
    first = row.reach[0] or 0
    for k in range(first, first + budget.ROW_EARLY):
        if row.far(k).low > place:
            return replace(row, reach=(k, None), beyond=max(place, row.beyond))
    raise Undecided


def _sign(search: Effort, tree: Tree, place: Fraction) -> tuple[Fraction, int]:
    """That of a polynomial in s far out, for all s between 0 and 1: all its coefficients in
    Bernstein's form have it, or are 0."""
    signs = set()
    for own in bernstein(tree, (_PART,)):
        if is_zero(own) is not True:
            place, sign = sign_beyond(search, own, place)
            signs.add(sign)
    if len(signs) > 1:
        raise Undecided
    return place, signs.pop() if signs else 0
