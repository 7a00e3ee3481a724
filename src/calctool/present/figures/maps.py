"""Figures of functions of two variables: level curves, constraints and the points among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from calctool.notation.system import System
from calctool.notation.tree import Name, Relation
from calctool.present.document import Curve, Figure, Spot, SpotKind, Text, Wishes
from calctool.present.figures.pictures import short_value
from calctool.present.optimum.setting import Setting
from calctool.present.phrases import foreign, formula, joined
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.sketch.record import Curve as Drawn
from calctool.solve.sketch.record import Mark, Sketch
from calctool.words import pictures as words

_MOST_UNEVEN = 3
_KINDS: tuple[SpotKind, ...] = ("minimum", "maximum", "saddle", "other")


Drawing = TypeVar("Drawing", bound=OptimumAnswer)


def one_drawn(answer: Drawing) -> Drawing:
    """Of an answer by cases of letters the first case that has a picture, at a value in it."""
    listed = [answer, *(case.answer for case in answer.cases)]
    pictures = (each.pictured for each in listed if isinstance(each, OptimumAnswer))
    found = next((each for each in pictures if each is not None), answer)
    return found if isinstance(found, type(answer)) else answer


def contour_map(answer: CriticalAnswer, wishes: Wishes) -> Figure | None:
    """Level curves of f, and what is critical."""
    drawn = answer.sketch
    if drawn is None:
        return None
    setting = Setting(answer, wishes)
    sets = [System(found.equations) for found in answer.sets]
    curves = tuple(
        Curve(curve.role, curve.lines, setting.say(words.SET, sets[curve.number]))
        if curve.role == "set"
        else _other(curve, setting)
        for curve in drawn.curves
    )
    return _figure(drawn, curves, setting, even=_is_about_square(drawn))


def _is_about_square(drawn: Sketch) -> bool:
    """Whether one scale for both axes leaves enough to be seen: circles are circles then."""
    (left, right), (low, high) = drawn.across, drawn.up
    return 1 / _MOST_UNEVEN <= (high - low) / (right - left) <= _MOST_UNEVEN


def constraint_map(answer: LagrangeAnswer, wishes: Wishes) -> Figure | None:
    """The constraints and the level curves of f that touch them."""
    drawn = answer.sketch
    if drawn is None:
        return None
    setting = Setting(answer, wishes)
    curves = tuple(
        _constraint(curve, answer.question.constraints)
        if curve.role == "constraint"
        else _other(curve, setting)
        for curve in drawn.curves
    )
    return _figure(drawn, curves, setting, even=True)


def _other(curve: Drawn, setting: Setting) -> Curve:
    """A level curve, or one along which f comes near a bound."""
    extremes = setting.answer.minimum, setting.answer.maximum
    extreme = extremes[curve.number] if curve.role == "approach" else None
    if extreme is not None and extreme.approached is not None and extreme.value is not None:
        places = (Relation(Name(name), "=", at) for name, at in extreme.approached.points)
        limit = short_value(extreme.value)
        facts = formula(setting.function), limit, setting.join(map(formula, places))
        tag = joined((foreign("→"), limit), " ")
        return Curve(curve.role, curve.lines, setting.fill(words.APPROACH, *facts), tag)
    value = None if curve.value is None else short_value(curve.value)
    return Curve(curve.role, curve.lines, tag=value)


def _constraint(curve: Drawn, constraints: tuple[Relation, ...]) -> Curve:
    """With its number, where there are several."""
    label = formula(constraints[curve.number])
    if len(constraints) == 1:
        return Curve(curve.role, curve.lines, label)
    number = foreign(f"({curve.number + 1})")
    return Curve(curve.role, curve.lines, joined((number, label), " "), number)


def _figure(drawn: Sketch, curves: tuple[Curve, ...], setting: Setting, *, even: bool) -> Figure:
    spots = tuple(_spots(drawn, setting))
    present = {spot.kind for spot in spots}
    x, y = (formula(Name(name)) for name in setting.variables)
    return Figure(
        curves,
        spots,
        drawn.poles,
        drawn.across,
        drawn.up,
        formula(Relation(setting.value, "=", setting.answer.question.statement)),
        tuple((kind, setting.say(words.KINDS[kind])) for kind in _KINDS if kind in present),
        (x, y),
        even,
        () if drawn.relief is None else drawn.relief.heights,
        formula(setting.function),
    )


def _spots(drawn: Sketch, setting: Setting) -> Iterator[Spot]:
    for mark in drawn.marks:
        yield Spot(mark.x, mark.y, _text(mark, setting), mark.kind != "minimum", kind=_kind(mark))


def _kind(mark: Mark) -> SpotKind:
    return next((kind for kind in _KINDS if kind == mark.kind), "other")


def _text(mark: Mark, setting: Setting) -> Text | None:
    """The name of the point, as the table of points has it."""
    if mark.point is None:
        return None
    return setting.point(setting.answer.points[mark.point].at)
