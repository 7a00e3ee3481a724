"""The switching points of a function that go on without end, and what happens at all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import lcm

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.local.switches import switches
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.tree import Relation, Tree
from calctool.solve.answer import Kink
from calctool.solve.validity.endless.along import Judge, judged
from calctool.solve.validity.endless.courses import Row, Solved, course_of, solved
from calctool.solve.validity.endless.enclosed import at_enclosed
from calctool.solve.validity.endless.grouped import Course, Run, grouped
from calctool.solve.validity.endless.moving import turns

_LETTERS = ("k", "n")


class Found(Struct, frozen=True):
    """The families, the points that belong to none, and the equations that stay open."""

    families: tuple[Run, ...]
    points: tuple[Tree, ...]
    kinks: tuple[Kink, ...]
    """At points without an exact form."""
    open: tuple[Relation, ...]


def repeated(
    chain: tuple[Tree, ...], name: str, equations: Iterable[Relation], judge: Judge
) -> Found:
    """The solutions of the equations: what the last of the chain of derivatives does at them."""
    letter = next(each for each in _LETTERS if each != name)
    known: list[Solved] = []
    left_open: list[Relation] = []
    for equation in equations:
        found = solved(equation, name) if equation.names == {name} else None
        if found is None:
            left_open.append(equation)
        else:
            known.append(found)
    families: list[Run] = []
    points = [written(point) for each in known for point in each.points]
    for rows, needed in _together(known):
        try:
            course = _turned(course_of(rows, letter), chain, name)
            runs = list(_judged(chain, name, course, judge))
        except (Undecided, Undefined):
            left_open += needed
            continue
        families += [run for run in runs if not run.line.is_point]
        points += [run.line.first for run in runs if run.line.is_point]
    kinks: list[Kink] = []
    for each in known:
        try:
            kinks += _enclosed(chain, name, each)
        except (Undecided, Undefined):
            left_open.append(each.equation)
    return Found(
        tuple(families),
        tuple(dict.fromkeys(points)),
        tuple(dict.fromkeys(kinks)),
        tuple(dict.fromkeys(left_open)),
    )


def _enclosed(chain: tuple[Tree, ...], name: str, solved_: Solved) -> Iterator[Kink]:
    switching = [
        difference(switch.relation)
        for tree in chain
        for switch in switches(tree)
        if name in switch.relation.names
    ]
    for point in solved_.enclosed:
        found = at_enclosed(chain, name, point, dict.fromkeys(switching))
        if found is not None:
            yield found


def _together(known: list[Solved]) -> Iterator[tuple[list[Row], list[Relation]]]:
    """Rows at equal distances whose ratios are rational, and each other row alone."""
    groups: list[list[tuple[Row, Relation]]] = []
    for row, equation in ((row, each.equation) for each in known for row in each.rows):
        own = next((one for one in groups if one[0][0].goes_with(row)), None)
        if own is None:
            groups.append([(row, equation)])
        else:
            own.append((row, equation))
    for group in groups:
        yield [row for row, _ in group], [equation for _, equation in group]


def _turned(course: Course, chain: tuple[Tree, ...], name: str) -> Course:
    """As so many lines that the waves of the chain come back along each."""
    line = next(iter(course.lines()))
    count = lcm(*(turns(tree, name, line) for tree in chain))
    if count * len(course.starts) > budget.FAMILY_PLACES:
        raise Undecided
    starts = (
        start + course.step.times(n) for n in map(Fraction, range(count)) for start in course.starts
    )
    return replace(course, step=course.step.times(Fraction(count)), starts=tuple(starts))


def _judged(chain: tuple[Tree, ...], name: str, course: Course, judge: Judge) -> Iterator[Run]:
    found = [judged(chain, name, line, judge) for line in course.lines()]
    yield from (run for run in grouped(course, found) if run.does.kind != "outside-domain")
