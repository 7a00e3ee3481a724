"""All real zeros of a function on some intervals, with the reason why there are no others.

The zeros lie in the domain, whose ends are the zeros of smaller functions: both are here.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.domain.conditions import conditions, is_empty
from calctool.algebra.domain.ranges import decided
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.defined import needed_in, where_defined
from calctool.algebra.roots.effort import Work
from calctool.algebra.roots.found import Found, Hit, meet, together
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.limits.signs_far_out import sign_near
from calctool.algebra.roots.periods.periodic import over_one_period, without_repetition
from calctool.algebra.roots.records import LINE, Box, Domain, Interval, Roots, Zero, range_on
from calctool.notation.tree import Tree
from calctool.words.proofs import roots as words

if TYPE_CHECKING:
    from calctool.algebra.roots.search import Search

WINDOW = (Fraction(-10), Fraction(10))


@lru_cache(maxsize=256)
def zeros(
    tree: Tree,
    name: str,
    on: tuple[Interval, ...],
    window: Box = WINDOW,
    boxes: int = budget.BOXES,
    whole: bool = False,
    endless: bool = False,
) -> Roots:
    """The zeros inside the intervals, where the function has a value; see `Roots`.

    On an unbounded interval a search without another proof is cut to the window, or nothing is
    found where only the `whole` is of use. Zeros without end that are not equally spaced are told
    by their cells where they are of use (`endless`). No more than so many `boxes` are opened.

    >>> from calctool.algebra.roots.records import LINE
    >>> found = zeros(tree("x^3 - x"), "x", (LINE,))
    >>> [plain(zero.at.tree) for zero in found.zeros], found.state
    (['-1', '0', '1'], 'complete')
    """
    from calctool.algebra.roots.reasons import method_of, reason_for
    from calctool.algebra.roots.search import Search

    if is_empty(conditions(tree)):
        return Roots((), "complete", "nowhere-defined", words.METHODS["nowhere-defined"])
    search = Search(
        name, window, whole=whole, endless=endless, work=Work(boxes=budget.BOXES - boxes)
    )
    try:
        within = [part for each in on for part in _within(tree, search, each)]
        found = where_defined(tree, name, together(_on(search, tree, part) for part in within))
    except (Undecided, Undefined, UnknownError):
        return Roots((), "partial", "undecided", words.NOTHING, scope=window)
    scope = None if found.state == "complete" else window
    return Roots(
        tuple(_zero(tree, name, hit) for hit in found.hits),
        found.state,
        method_of(found),
        reason_for(tree, name, found, window),
        without_repetition(found.families),
        scope,
        found.undecided,
        found.chain,
        found.flat,
        found.cells,
    )


@lru_cache(maxsize=256)
def domain(
    tree: Tree, name: str, window: Box = WINDOW, whole: bool = False, on: Interval = LINE
) -> Domain:
    """Where the expression has a real value, as it is written.

    Where only the `whole` is of use, a domain that can be told in the window alone is partial.
    Conditions that clearly hold all over `on` are not looked at elsewhere.

    >>> found = domain(tree("sqrt(x*(x - 1))"), "x")
    >>> [(piece.start and plain(piece.start.tree), piece.end and plain(piece.end.tree))
    ...  for piece in found.intervals]
    [(None, '0'), ('1', None)]
    """
    from calctool.algebra.roots.methods.floor_jumps import without_step
    from calctool.algebra.roots.pieces import Breaks

    known = {name: range_on(on)}
    needed = [
        without_step(each, name)
        for each in conditions(tree)
        if name in each.names and not decided(each, known)
    ]
    if is_empty(conditions(tree)):
        return Domain((), (), (), "complete", words.DOMAIN["conditions"])
    if not needed:
        return Domain((on,), (), (), "complete", words.DOMAIN["everywhere"])
    try:
        on_the_line = partial(_on_the_line, whole=whole)
        return Breaks.of(needed, name, window, on_the_line).domain(tree)
    except (Undecided, Undefined, UnknownError):
        return Domain((), (), (), "partial", words.DOMAIN["undecided"], scope=window)


def _on_the_line(tree: Tree, name: str, window: Box, *, whole: bool) -> Roots:
    return zeros(tree, name, (LINE,), window, whole=whole)


def _within(tree: Tree, search: Search, on: Interval) -> Iterator[Interval]:
    """The parts of the interval that belong to the domain, where that has finitely many."""
    name, window = search.name, search.window
    found = domain(tree, name, window, search.whole) if needed_in(tree, name) else None
    if found is None or found.state != "complete" or found.period is not None:
        yield on
        return
    for piece in (*found.intervals, *(Interval(p, p, (True, True)) for p in found.isolated)):
        common = meet(on, piece)
        if common is not None:
            yield common


def _on(search: Search, tree: Tree, interval: Interval) -> Found:
    if interval.start is not None and interval.start == interval.end:
        return _at_ends(search, tree, interval)
    is_line = interval.start is None and interval.end is None
    try:
        found = _inside(search, tree, interval)
    except Undecided:
        repeated = over_one_period(search, tree) if search.whole and is_line else None
        if repeated is None:
            raise
        return repeated
    if found.state == "window" and is_line:
        found = over_one_period(search, tree) or found
    return together([found, _at_ends(search, tree, interval)])


def _inside(search: Search, tree: Tree, interval: Interval) -> Found:
    from calctool.algebra.roots.off_poles import off_poles
    from calctool.algebra.roots.waves.reaching import further_back

    parts = list(off_poles(tree, search.name, interval))
    if not parts:
        return search.zeros(tree, interval)
    found = together(search.zeros(each, part) for each, part in parts)
    hits, rows = list(found.hits), []
    for row in found.cells if len(parts) > 1 else ():
        further, hits = further_back(row, hits, interval)
        rows.append(further)
    return replace(found, hits=tuple(hits), cells=tuple(rows) or found.cells)


def _at_ends(search: Search, tree: Tree, interval: Interval) -> Found:
    ends = dict.fromkeys(
        end
        for end, closed in zip((interval.start, interval.end), interval.closed, strict=True)
        if closed and end is not None
    )
    hits = []
    for end in ends:
        try:
            if curve(tree, search.name).sign(end) == 0:
                hits.append(Hit(end, None))
        except Undefined:
            continue
    return Found(tuple(hits))


def _zero(tree: Tree, name: str, hit: Hit) -> Zero:
    changes = None if hit.times is None else hit.times % 2 == 1
    if hit.times is None:
        changes = _changes_sign(tree, name, hit)
    return Zero(hit.at, hit.times, changes)


def _changes_sign(tree: Tree, name: str, hit: Hit) -> bool | None:
    """By one-sided expansions; None at the end of a domain and where they do not tell."""
    try:
        return sign_near(tree, name, hit.at, 1) * sign_near(tree, name, hit.at, -1) < 0
    except (Undecided, Undefined):
        return None
