"""The zeros of f itself, where they were asked for."""

from __future__ import annotations

from math import floor

from msgspec.structs import replace

from calctool.algebra.roots import Interval as Part
from calctool.algebra.roots import reach, zeros
from calctool.algebra.roots.periods.families import Progression, compare_surely
from calctool.algebra.roots.records import Family, Roots, Zero
from calctool.notation.tree import ZERO
from calctool.solve.answer import Completeness, State
from calctool.solve.attempts import tried
from calctool.solve.exact.line import BOTTOM, TOP, end_of, exact_of
from calctool.solve.exact.record import Interval
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Root, RootFamily
from calctool.words import table as words


def with_roots(made: TableAnswer, asked: Part) -> TableAnswer:
    """The answer with all zeros on the part of the line that was asked for; where they are not all
    known, that is missing."""
    question = made.question
    found = zeros(question.statement, question.variable, (asked,))
    listed = tuple(map(_root, found.zeros))
    made = replace(
        made,
        roots=listed,
        lone_roots=listed,
        flat=tuple(
            Interval(end_of(i.start, BOTTOM), end_of(i.end, TOP), i.closed) for i in found.flat
        ),
        roots_repeat=bool(found.families or found.cells),
    )
    if found.families and not found.cells:
        made = tried(made, _with_families, made, found)
    if found.state == "complete" and bool(made.root_families) is made.roots_repeat:
        return made
    given = made.completeness
    state = State.PARTIAL if given.state is State.COMPLETE else given.state
    missing = (*given.missing, words.WITH_ZEROS)
    return replace(
        made,
        completeness=Completeness(state, given.reason, missing, given.scope, given.undecided),
    )


def _root(zero: Zero) -> Root:
    return Root(exact_of(zero.at), zero.multiplicity)


def _with_families(made: TableAnswer, found: Roots) -> TableAnswer:
    """Raises Undecided where it is open which members there are."""
    left = list(found.zeros)
    families: list[RootFamily] = []
    for family in found.families:
        members = reach(family)
        if members is None:
            continue
        first, last = members
        numbers = {zero: _number(zero, family) for zero in left}
        # A side that was asked for is no member of the open piece.
        ends = {n for n in numbers.values() if n is not None}
        first = None if first is None else first - (first - 1 in ends)
        last = None if last is None else last + (last + 1 in ends)
        own = [zero for zero, n in numbers.items() if n is not None and _is_in(n, first, last)]
        left = [zero for zero in left if zero not in own]
        times = {zero.multiplicity for zero in own}
        same = times.pop() if len(times) == 1 else None
        families.append(RootFamily(family.at, family.name, same, (first, last)))
    return replace(made, root_families=tuple(families), lone_roots=tuple(map(_root, left)))


def _number(zero: Zero, family: Family) -> int | None:
    """The k of the place in the progression; None where it is none of them."""
    member = Progression(family.start.tree or ZERO, family.step).points()
    apart = member(1).low - member(0).low
    near = floor((zero.at.low - member(0).low) / apart)
    around = range(near - 1, near + 3)
    return next((k for k in around if compare_surely(member(k), zero.at) == 0), None)


def _is_in(k: int, first: int | None, last: int | None) -> bool:
    return (first is None or first <= k) and (last is None or k <= last)
