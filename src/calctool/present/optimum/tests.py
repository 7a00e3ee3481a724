"""How each point was classified: the Hessian there, its minors, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from calctool.present.document import Block, Grid, Prose, Text
from calctool.present.optimum.points import kind, signs
from calctool.present.optimum.sets import repetition
from calctool.present.optimum.setting import Setting
from calctool.present.phrases import foreign, joined
from calctool.solve.candidates import CandidatePoint, Test
from calctool.solve.exact.record import Exact
from calctool.words import titles
from calctool.words.extrema import optimum as words

Matrix = Literal["plain", "bordered"]

_WIDEST = 4
"""Rows of a matrix that is written out at every point."""


def test_blocks(setting: Setting, matrix: Matrix) -> Iterator[Block]:
    """The matrices at the points, then each conclusion once with all points it holds for."""
    yield from _matrices(setting, matrix)
    alike: dict[tuple[Text, Text], list[CandidatePoint]] = {}
    for point in setting.answer.points:
        what = kind(point.kind, point.strict, setting)
        alike.setdefault((what, _reason(point, setting)), []).append(point)
    for (what, reason), points in alike.items():
        names = setting.join((setting.point(point.at) for point in points), words.AND_ALSO)
        yield Prose(setting.join((what, reason), titles.COLON), names)
    yield from _of_sets(setting)


def _reason(point: CandidatePoint, setting: Setting) -> Text:
    """The minors of a definite matrix stand in the table, so that points are alike."""
    known = words.DEFINITE.get(point.kind) if point.test.id == "hessian-definite" else None
    if known is not None and len(point.test.minors) > 1:
        return setting.say(known)
    return setting.foreign(point.test.reason)


def _of_sets(setting: Setting) -> Iterator[Block]:
    """Families that repeat the points above were settled with these."""
    sets = (part.test for found in setting.answer.sets for part in found.kinds)
    yield from _reasons(sets, setting.say(words.SETS), setting)
    if repetition(setting) is None:
        families = (family.test for family in setting.answer.families)
        yield from _reasons(families, setting.say(words.FAMILIES), setting)


def _reasons(tests: Iterable[Test], caption: Text, setting: Setting) -> Iterator[Block]:
    """Each reason once, the caption before the first."""
    shown: Text | None = caption
    for reason in dict.fromkeys(setting.foreign(test.reason) for test in tests):
        yield Prose(reason, shown)
        shown = None


def _matrices(setting: Setting, matrix: Matrix) -> Iterator[Block]:
    points = [point for point in setting.answer.points if point.test.matrix]
    if not points or setting.is_of_one:
        return
    head = [setting.say(words.POINT)]
    columns = [[setting.point(point.at) for point in points]]
    if max(len(point.test.matrix) for point in points) <= _WIDEST:
        head.append(setting.say(words.MATRIX[matrix]))
        columns.append([_matrix(point.test.matrix, setting) for point in points])
    if any(point.test.minors for point in points):
        head.append(setting.say(words.MINORS))
        columns.append([_rounded(_row(point.test.minors, setting)) for point in points])
    if any(point.test.inertia for point in points):
        head.append(setting.say(words.EIGENVALUES[matrix]))
        found = (point.test.inertia for point in points)
        columns.append([foreign(signs(each)) if each else Text("") for each in found])
    if len(head) > 1:
        yield Grid(tuple(head), tuple(zip(*columns, strict=True)))


def _matrix(rows: tuple[tuple[Exact, ...], ...], setting: Setting) -> Text:
    """[12, −4; −4, 12]"""
    inside = joined((_row(row, setting) for row in rows), "; ")
    return _rounded(joined((foreign("["), inside, foreign("]")), ""))


def _row(entries: tuple[Exact, ...], setting: Setting) -> Text:
    return joined((setting.numbers.short(entry) for entry in entries), ", ")


def _rounded(text: Text) -> Text:
    """One sign before the whole says that some of its numbers are rounded."""
    if "≈" not in text.template:
        return text
    return Text("≈ " + text.template.replace("≈", ""), text.formulas)
