"""A convex function on a polytope is greatest at a corner, or comes as high there."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.affine_forms import linear, rank
from calctool.algebra.extrema.curvature import Atom, NotConvex, atoms
from calctool.algebra.extrema.polytope import Point, Row, inside, is_bounded
from calctool.algebra.extrema.polytope import corners as polytope_corners
from calctool.notation.tree import ONE, Applied, Name, Quotient, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.order import compared
from calctool.solve.exact.values import exact, value_of
from calctool.solve.optimum.arguments.inequalities.convex import said_of
from calctool.solve.optimum.arguments.one_variable import PARAMETER, limit_along
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Spot, Task, Turn, claim, put
from calctool.solve.optimum.arguments.values import End, best
from calctool.solve.optimum.problem import sides
from calctool.words.extrema.ladder import inequalities as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def corners(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """The greatest value of a convex f, the least of a concave one. Where f has no value at a
    corner, its limit there is taken: a sum of convex terms such as x*log(x) is continuous on the
    closure, and strictly convex ones have the limit nowhere else."""
    f = task.f if turn > 0 else negated(task.f)
    rows = _rows(task)
    if rows is None:
        return None
    try:
        parts = atoms(f, task.names)
    except NotConvex:
        return None
    if any(atom.kind == "barrier" for atom in parts):
        return None
    points = polytope_corners(rows, len(task.names))
    inner = inside(rows, len(task.names))
    if points is None or inner is None:
        return None
    ends: list[tuple[Point, End]] = []
    for point in points:
        end = _height(task, point, inner)
        if end is None:
            return None
        ends.append((point, end))
    chosen = best([end for _, end in ends], turn)
    if chosen is None or (not chosen.attained and not _is_strict(parts, rows, task)):
        return None
    return _told(task, turn, parts, ends, chosen, inner)


def _rows(task: Task) -> list[Row] | None:
    """The closure of the set as a polytope; None for any other set."""
    made: list[Row] = []
    for each in (*task.relations, *sides(task.sides), *conditions(task.f)):
        found = linear(added((each.left, negated(each.right))), task.names)
        if found is None or each.sign == "!=":
            return None
        form, constant = found
        if each.sign in ("<", "<="):
            form, constant = tuple(-c for c in form), -constant
        made.append((form, constant, "=" if each.sign == "=" else ">="))
    return made if is_bounded(made, len(task.names)) else None


def _height(task: Task, point: Point, inner: Point) -> End | None:
    """f at a corner, or its limit from within; a corner may not belong to the set."""
    at = dict(zip(task.names, map(number, point), strict=True))
    value = value_of(substitute(task.f, at))
    if value is not None:
        return End(exact(value), _belongs(task, at))
    limit = limit_along(task.f, _way(task.names, point, inner))
    return None if limit is None else End(limit, False)


def _belongs(task: Task, at: dict[str, Tree]) -> bool:
    """Whether all strict conditions hold at a corner of the closure."""
    strict = (
        each
        for each in (*task.relations, *sides(task.sides), *conditions(task.f))
        if each.sign in ("<", ">")
    )
    return all(
        substitute(each.left, at) != substitute(each.right, at)
        and value_of(added((substitute(each.left, at), negated(substitute(each.right, at)))))
        != number(0)
        for each in strict
    )


def _way(names: Sequence[str], point: Point, inner: Point) -> dict[str, Tree]:
    """From the inside to the corner as t -> oo."""
    t = Name(PARAMETER)
    return {
        name: added((number(p), multiplied((number(q - p), _one_over(t)))))
        for name, p, q in zip(names, point, inner, strict=True)
    }


def _one_over(t: Tree) -> Tree:
    return Quotient(ONE, t)


def _is_strict(parts: Sequence[Atom], rows: Sequence[Row], task: Task) -> bool:
    """Whether f is strictly convex: each direction of the set changes the form of a strictly
    convex term."""
    fixed = [form for form, _, sign in rows if sign == "="]
    own = [row for a in parts if a.kind in ("exp", "even", "entropy") for row in a.rows]
    return rank([*fixed, *own]) == len(task.names)


def _told(
    task: Task,
    turn: Turn,
    parts: Sequence[Atom],
    ends: list[tuple[Point, End]],
    chosen: End,
    inner: Point,
) -> Bound:
    same = [point for point, end in ends if compared(end.value, chosen.value) == 0]
    listed = tuple(Relation(_applied(point), "=", end.value.expr) for point, end in ends)
    bent = task.f if turn > 0 else negated(task.f)
    lines = (
        ProofLine("convex-by-rules", (), said_of(parts, -turn), bends=bent),
        ProofLine("corners", listed, words.CORNERS, sort="asked", also=_as_values(task, ends)),
        ProofLine(
            "best-corner", claim(task.f, turn, chosen.value, chosen.attained), words.CORNER[turn]
        ),
    )
    spots: tuple[Spot, ...] = ()
    toward = None
    if chosen.attained:
        held = [p for p, end in ends if p in same and end.attained]
        spots = tuple(_spot(task.names, point) for point in held)
    else:
        toward = put(_way(task.names, same[0], inner), PARAMETER)
    reason = ARGUMENTS["corners"]
    return Bound(chosen.value, chosen.attained, "corners", reason, lines, spots, toward)


def _as_values(task: Task, ends: Sequence[tuple[Point, End]]) -> tuple[Relation, ...]:
    """f at the corners that belong to the set, worked out."""
    at = [(dict(zip(task.names, map(number, p), strict=True)), e) for p, e in ends if e.attained]
    return tuple(Relation(substitute(task.f, each), "=", end.value.expr) for each, end in at)


def _spot(names: Sequence[str], point: Point) -> Spot:
    return tuple((name, exact(number(c))) for name, c in zip(names, point, strict=True))


def _applied(point: Point) -> Tree:
    return Applied("f", tuple(map(number, point)), (0,) * len(point))
