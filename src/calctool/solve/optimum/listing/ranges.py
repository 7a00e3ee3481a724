"""Which values the parameters of a set take: those at which its equations and conditions hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cmp_to_key, lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import LINE, Point, compare, domain, inside, rational_point, zeros
from calctool.algebra.roots.functions.curve import curve
from calctool.notation.tree import ZERO, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointSet
from calctool.solve.exact.line import exact_of
from calctool.solve.optimum.strata.on_set import all_reduced
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict

Ranges = tuple[tuple[Relation, ...], ...]


def ranged(found: PointSet) -> PointSet:
    """The set with the ranges of its parameters."""
    return replace(found, ranges=_range(found.equations, found.points, found.parameters))


@lru_cache(maxsize=64)
def _range(
    relations: tuple[Relation, ...],
    points: tuple[tuple[str, Tree], ...] | None,
    parameters: tuple[str, ...],
) -> Ranges:
    if points is None:
        return ()
    at = dict(points)
    needs = [need for tree in at.values() for need in conditions(tree)]
    needs += [Relation(substitute(r.left, at), r.sign, substitute(r.right, at)) for r in relations]
    restricting = tuple(dict.fromkeys(each for each in needs if not _always(each)))
    if not restricting:
        return ()
    if len(parameters) == 1 and all(each.names <= {*parameters} for each in restricting):
        found = tried(None, _on_line, restricting, parameters[0])
        if found is not None:
            return found
    short = all_reduced(restricting)
    return (restricting if short is None else short,)


def _always(need: Relation) -> bool:
    """Whether it is seen to hold for all values."""
    if need.sign in ("=", ">=", "<="):
        same = check_equality(need.left, need.right).verdict is Verdict.PROVED
        if same and not conditions(added((need.left, negated(need.right)))):
            return True
    return all_reduced((need,)) == ()


# --- one parameter --------------------------------------------------------------------------------


class _Piece(Struct, frozen=True):
    """From one cut to the next, or a cut alone, which is a hole where only that is left out."""

    start: Point | None
    end: Point | None
    is_hole: bool = False

    @property
    def is_point(self) -> bool:
        return self.start is not None and self.start is self.end


def _on_line(needs: tuple[Relation, ...], name: str) -> Ranges:
    """By the zeros of all that is compared: nothing changes between two of them."""
    cuts = _distinct(cut for need in needs for cut in _cuts(_apart(need), name))
    pieces = list(_pieces(cuts))
    holding = [all(_holds(need, name, piece) for need in needs) for piece in pieces]
    runs: list[list[_Piece]] = []
    after = False
    for number, (piece, holds) in enumerate(zip(pieces, holding, strict=True)):
        is_hole = piece.is_point and not holds and all(holding[number - 1 : number + 2 : 2])
        if holds and not after:
            runs.append([])
        after = holds or is_hole
        if after:
            runs[-1].append(_Piece(piece.start, piece.end, is_hole))
    return tuple(tuple(_bounds(name, run)) for run in runs)


def _cuts(tree: Tree, name: str) -> Iterator[Point]:
    """Where a sign may change; Undecided where they are not all known."""
    found, ground = zeros(tree, name, (LINE,)), domain(tree, name)
    if found.state != "complete" or found.families or found.cells:
        raise Undecided
    if ground.state != "complete" or ground.families:
        raise Undecided
    yield from (zero.at for zero in found.zeros)
    yield from (*ground.breaks, *ground.isolated)
    for part in (*ground.intervals, *found.flat):
        yield from (end for end in (part.start, part.end) if end is not None)


def _distinct(points: Iterable[Point]) -> list[Point]:
    made: list[Point] = []
    for each in sorted(points, key=cmp_to_key(_order)):
        if not made or _order(made[-1], each):
            made.append(each)
    return made


def _order(p: Point, q: Point) -> int:
    found = compare(p, q)
    if found is None:
        raise Undecided
    return found


def _pieces(cuts: list[Point]) -> Iterator[_Piece]:
    ends: list[Point | None] = [None, *cuts, None]
    for start, end in pairwise(ends):
        yield _Piece(start, end)
        if end is not None:
            yield _Piece(end, end)


def _holds(need: Relation, name: str, piece: _Piece) -> bool:
    at = piece.start if piece.is_point else rational_point(inside(piece.start, piece.end))
    assert at is not None  # noqa: S101 (a point has a place)
    try:
        return fulfils(curve(_apart(need), name).sign(at), need)
    except Undefined:
        return False


def _bounds(name: str, run: list[_Piece]) -> Iterator[Relation]:
    """The conditions on the parameter, with those of holes left out of a run."""
    first, last, letter = run[0], run[-1], Name(name)
    if first.is_point and last is first and first.start is not None:
        yield Relation(letter, "=", _tree(first.start))
        return
    if first.start is not None:
        yield Relation(letter, ">=" if first.is_point else ">", _tree(first.start))
    if last.end is not None:
        yield Relation(letter, "<=" if last.is_point else "<", _tree(last.end))
    for piece in run:
        if piece.is_hole and piece.start is not None:
            yield Relation(letter, "!=", _tree(piece.start))


def _tree(point: Point) -> Tree:
    """Its formula; Undecided where it has none."""
    known = exact_of(point)
    if not known.is_known:
        raise Undecided
    return known.expr


def _apart(need: Relation) -> Tree:
    return need.left if need.right == ZERO else added((need.left, negated(need.right)))
