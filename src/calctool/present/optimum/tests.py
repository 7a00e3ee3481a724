"""How each point was classified: the Hessian there, its minors, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from calctool.notation.tree import (
    TWO,
    ZERO,
    Applied,
    Name,
    Negative,
    Power,
    Product,
    Relation,
    Sum,
    Tree,
)
from calctool.present.document import Block, Grid, Note, Prose, Text
from calctool.present.optimum.points import kind, signs
from calctool.present.optimum.repeated import repetition
from calctool.present.optimum.sets import rows_of, told
from calctool.present.optimum.setting import Setting
from calctool.present.phrases import foreign, formula, joined
from calctool.solve.candidates import CandidatePoint, Test
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.cases.lines.signs import signs as signs_of_minors
from calctool.solve.rows import Row
from calctool.words import Words, titles
from calctool.words.extrema import optimum as words
from calctool.words.extrema.extremes import BOUND_HERE, HAS_BOUND

Matrix = Literal["plain", "bordered"]

_BY_MINORS = {
    "plain": ("hessian-definite", "hessian-indefinite", "completed-squares"),
    "bordered": (
        "hessian-definite",
        "hessian-indefinite",
        "bordered-hessian",
        "completed-squares",
    ),
}
_TURNS = {"local-minimum": -1, "local-maximum": 1}
_SMALL = 3
_MOST_SHOWN = 3
"""Values of minors that are shown where the same follows from all of them."""
_MOST_SAMPLES = 6
"""Points for which values on both sides are shown."""
_WIDEST = 4
"""Rows of a matrix that is written out at every point."""


def test_blocks(setting: Setting, matrix: Matrix, *, full: bool) -> Iterator[Block]:
    """The rule, and each conclusion once with all points it holds for; in full the matrices too."""
    if full:
        yield from _matrices(setting, matrix)
    by_minors = [point for point in setting.answer.points if _is_by_minors(point, matrix)]
    if by_minors and not setting.is_of_one:
        yield Note("note", _rule(setting, matrix))
    has_samples = not full and len(setting.answer.points) <= _MOST_SAMPLES
    alike: dict[tuple[Text, Text | None], list[CandidatePoint]] = {}
    for point in setting.answer.points:
        what = kind(point.kind, point.strict, setting)
        is_short = point in by_minors and not setting.is_of_one and not full
        reason = None if is_short else _reason(point, setting)
        if reason is not None and has_samples and point.test.samples:
            values = setting.join(_samples(point, setting))
            reason = setting.join((reason, values), titles.COLON)
        alike.setdefault((what, reason), []).append(point)
    for (what, reason), points in alike.items():
        if reason is None:
            reason = setting.join(_all_minors(points, setting, matrix), titles.SEMICOLON)
        names = setting.join((setting.point(point.at) for point in points), words.AND_ALSO)
        yield Prose(setting.join((what, reason), titles.COLON), names)
    yield from _of_sets(setting)


def _is_by_minors(point: CandidatePoint, matrix: Matrix) -> bool:
    return point.test.id in _BY_MINORS[matrix] and len(point.test.minors) > 0


def _rule(setting: Setting, matrix: Matrix) -> Text:
    """What the minors say, in this many variables and under this many constraints."""
    if matrix == "plain":
        if len(setting.variables) > 2:
            return setting.say(words.TEST_OF_SEVERAL)
        first, mixed, last = _bends(setting)
        squared = Negative(Power(mixed, TWO))
        determinant = Relation(_letter(setting), "=", Sum((Product((first, last)), squared)))
        return setting.say(words.TEST_OF_TWO, determinant, _letter(setting), first)
    tested = next(point.test for point in setting.answer.points if _is_by_minors(point, matrix))
    is_odd = (len(setting.variables) - len(tested.minors)) % 2 == 1
    if len(tested.minors) == 1:
        return setting.say(words.BORDERED_TEST_OF_ONE[is_odd])
    signs_ = ("−", "+") if is_odd else ("+", "−")
    count = len(tested.minors)
    patterns = ([signs_[0]] * count, [signs_[(place + 1) % 2] for place in range(count)])
    return setting.fill(words.BORDERED_TEST, *(foreign(", ".join(each)) for each in patterns))


def _bends(setting: Setting) -> tuple[Tree, Tree, Tree]:
    x, y = setting.variables
    first, mixed, last = (setting.labels.derivative(names) for names in ((x, x), (x, y), (y, y)))
    return first, mixed, last


def _letter(setting: Setting) -> Name:
    return Name(next(each for each in ("D", "Delta", "W") if each not in setting.used))


def _all_minors(points: list[CandidatePoint], setting: Setting, matrix: Matrix) -> list[Text]:
    """What the minors are at each point, alike ones once; of many points only their signs."""
    shown = dict.fromkeys(_of_minors(point, setting, matrix) for point in points)
    if len(shown) == 1:
        return [*shown]
    minors = [point.test.minors for point in points]
    if len(shown) > _MOST_SHOWN and matrix == "plain" and all(len(each) == 2 for each in minors):
        first, _, _ = _bends(setting)
        labels = [_letter(setting), *(() if points[0].kind == "saddle" else (first,))]
        told = zip(labels, reversed(_signs(points[0], setting)), strict=False)
        signs_ = [Relation(each, ">" if sign > 0 else "<", ZERO) for each, sign in told]
        return [setting.join(map(formula, signs_))]
    if all(len(each) == 1 for each in minors):
        values = dict.fromkeys(
            _with_sign(setting.cell(point.test.minors[0]), point, 0, setting) for point in points
        )
        return [_equal(foreign("det"), value) for value in values]
    return [*shown]


def _signs(point: CandidatePoint, setting: Setting) -> tuple[int, ...]:
    """Those of the minors, by their values or, with letters in them, by what is known there."""
    values = point.test.minors
    if any(value.low is None for value in values):
        return signs_of_minors(point, len(setting.answer.question.constraints))
    return tuple((value.low > 0) - (value.low < 0) for value in values if value.low is not None)


def _with_sign(value: Text, point: CandidatePoint, place: int, setting: Setting) -> Text:
    """4 - a^2 > 0: of a number with letters its sign is said beside it."""
    minor = point.test.minors[place].expr
    sign = _signs(point, setting)[place] if minor.names else 0
    return formula(Relation(minor, ">" if sign > 0 else "<", ZERO)) if sign else value


def _of_minors(point: CandidatePoint, setting: Setting, matrix: Matrix) -> Text:
    """D = 128, f_xx = 12; det [0, 1, 1; …] = 2; or the minors in their order."""
    minors = [
        _with_sign(setting.cell(each), point, place, setting)
        for place, each in enumerate(point.test.minors)
    ]
    has_letters = any(each.expr.names for each in point.test.minors)
    if matrix == "plain" and len(minors) == 2:
        first, _, _ = _bends(setting)
        parts = zip((_letter(setting), first), reversed(minors), strict=True)
        # Of a saddle point D alone decides.
        told = list(parts)[: 1 if has_letters and point.kind == "saddle" else 2]
        return setting.join(_equal(formula(label), value) for label, value in told)
    if len(minors) == 1 and has_letters:
        return _equal(foreign("det"), minors[0])
    if len(minors) == 1 and len(point.test.matrix) <= _SMALL:
        return _equal(joined((foreign("det "), _matrix(point.test.matrix, setting)), ""), minors[0])
    return setting.fill(words.MINORS_ARE, joined(minors, ", "))


def _equal(left: Text, value: Text) -> Text:
    if value.template.startswith("≈"):
        return joined((left, Text(value.template[1:], value.formulas)), " ≈ ")
    return joined((left, value), " = ")


def _reason(point: CandidatePoint, setting: Setting) -> Text:
    """The minors of a definite matrix stand in the table, so that points are alike."""
    if setting.is_of_one and any(each.expr.names for each in point.test.minors):
        (_, at), (bend,) = point.at[0], point.test.minors
        label = formula(Applied(setting.labels.function, (at.expr,), (2,)))
        return _equal(label, _with_sign(setting.cell(bend), point, 0, setting))
    known = words.DEFINITE.get(point.kind) if point.test.id == "hessian-definite" else None
    if known is not None and len(point.test.minors) > 1:
        return setting.say(known)
    return setting.foreign(_once(point.test.reason, point.kind, setting))


def _once(reason: Words, kind: str, setting: Setting) -> Words:
    """Without what was said of the least or the greatest value, which stands above."""
    turn = _TURNS.get(kind, 0)
    found = {-1: setting.answer.minimum, 1: setting.answer.maximum}.get(turn)
    if found is None or not found.attained:
        return reason
    said = (found.reason, HAS_BOUND[turn].with_reason(found.reason))
    return BOUND_HERE[turn] if reason in said else reason


def _samples(point: CandidatePoint, setting: Setting) -> Iterator[Text]:
    """f'(-2) = 9, on each side."""
    for at, value in point.test.samples:
        name = Applied(setting.labels.function, (at.expr,), (1,))
        yield setting.numbers.equation(formula(name), value)


def _of_sets(setting: Setting) -> Iterator[Block]:
    """Families that repeat the points above were settled with these."""
    sets = ((part.test, part.kind) for found in setting.answer.sets for part in found.kinds)
    yield from _reasons(sets, setting.say(words.SETS), setting)
    if repetition(setting) is None:
        seen = [_of_row(row, setting) for row in rows_of(setting).values() if not row.mirror]
        families = (
            (family.test, family.kind)
            for family in setting.answer.families
            if family.row is None or None in seen
        )
        caption = setting.say(words.FAMILIES)
        yield from (Prose(each, caption) for each in filter(None, seen) if None not in seen)
        yield from _reasons(families, caption, setting)


def _of_row(row: Row, setting: Setting) -> Text | None:
    """How f' changes its sign at the members of a row."""
    return told(setting).turns(row)


def _reasons(tests: Iterable[tuple[Test, str]], caption: Text, setting: Setting) -> Iterator[Block]:
    """Each reason once, the caption before the first."""
    shown: Text | None = caption
    reasons = (setting.foreign(_once(test.reason, kind, setting)) for test, kind in tests)
    for reason in dict.fromkeys(reasons):
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
