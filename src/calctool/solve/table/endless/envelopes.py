"""The values of f along a row: one or two functions without waves, each monotone far out."""

from __future__ import annotations

from fractions import Fraction

from calctool import budget
from calctool.algebra.build import added, negated, raised
from calctool.algebra.field import is_zero
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import limit_at
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.functions.curve import vanishes_with
from calctool.algebra.roots.limits.far_forms import normalised, simplified, with_roots
from calctool.algebra.roots.waves.branches import on_zeros, side_at
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.tails import sign_beyond
from calctool.notation.tree import TWO, ZERO, Call, Name, Tree, number
from calctool.notation.walk import substitute, transform
from calctool.solve.exact.line import constant
from calctool.solve.rows import Envelope


def envelopes(search: Effort, formulas: tuple[Tree, Tree], row: Cells) -> tuple[Envelope, ...]:
    """For each residue of k; `formulas` are those of f for k even and odd, as functions of t in
    the picture. Undecided where one fails."""
    even, odd = (along(search, f, row, remainder) for remainder, f in enumerate(formulas))
    if is_zero(added((even, negated(odd)))) is True:
        return (_envelope(search, row, (0, 1), even),)
    return _envelope(search, row, (0, 2), even), _envelope(search, row, (1, 2), odd)


def along(search: Effort, f: Tree, row: Cells, remainder: int) -> Tree:
    """The function without waves that a function of t is for such k, by where a member lies."""
    if f.names and vanishes_with(f, row.wave.tree):
        return ZERO
    first, second = on_zeros(f, search.name, row.wave)
    sides = _folded(first), _folded(second)
    if is_zero(added((sides[0], negated(sides[1])))) is True:
        return sides[0]
    k = row.reach[0] or 0
    while row.far(k).low <= row.beyond or k % 2 != remainder:
        k += 1
    return sides[side_at(row, k)]


def _folded(tree: Tree) -> Tree:
    return tree if tree.names else simplified(tree)


def _envelope(search: Effort, row: Cells, residue: tuple[int, int], on: Tree) -> Envelope:
    name = search.name
    trend, beyond = trend_of(search, on, row.beyond)
    limit = limit_at(on, name, None, -1)
    if limit.value is None:
        raise Undecided
    since = row.reach[0] or 0
    while row.far(since).low < beyond:
        since += 1
        if since > (row.reach[0] or 0) + budget.ROW_EARLY:
            raise Undecided
    seen = _as_seen(on, row, name)
    return Envelope(residue, seen, trend, since, constant(limit.value))


def _as_seen(on: Tree, row: Cells, name: str) -> Tree:
    """As a function of x, whose sign is known there where 0 is the place or no number is."""
    seen = normalised(substitute(on, {name: row.picture.back(Name(name))}))
    if row.picture.at not in (None, ZERO):
        return seen
    own = -row.picture.side if row.picture.at is None else row.picture.side
    signs: dict[Tree, Tree] = {Call("sign", (Name(name),)): number(own)}
    return with_roots(normalised(transform(seen, lambda part: signs.get(part))))


def trend_of(search: Effort, on: Tree, place: Fraction) -> tuple[int, Fraction]:
    """The sign of the slope beyond a place, that of the square where it has a root in it."""
    if search.name not in on.names:
        return 0, place
    try:
        beyond, sign = sign_beyond(search, derivative(on, search.name), place)
    except Undecided:
        beyond, sign = sign_beyond(search, derivative(raised(on, TWO), search.name), place)
        beyond, own = sign_beyond(search, on, beyond)
        sign *= own
    return sign, beyond
