"""Figures of functions of one variable: graphs, derivatives, tangents and secants."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from calctool.notation.tokens.letters import INCREMENT
from calctool.notation.tree import Applied, Name, Negative, Relation, Sum, Tree, expression
from calctool.present.document import Curve, Figure, Spot, Text
from calctool.present.figures.pictures import DIGITS, rounded, short_formula
from calctool.present.parts.labels import Labels
from calctool.present.parts.numbers import Numbers
from calctool.present.phrases import filled, foreign, formula, joined
from calctool.solve.answer import Told
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.limits.record import LimitDefAnswer
from calctool.solve.question import DiffQuestion
from calctool.solve.sketch.record import BESIDE, Mark, Sketch
from calctool.solve.sketch.record import Curve as Drawn
from calctool.solve.table.record import TableAnswer
from calctool.words import Language
from calctool.words import pictures as words

_ABOVE = ("maximum", "value")


def graph(answer: TableAnswer | CriticalAnswer, digits: int) -> Figure | None:
    """The graph with its points."""
    drawn = answer.sketch
    if drawn is None or not any(curve.lines for curve in drawn.curves):
        return None
    lines = answer.asymptotes if isinstance(answer, TableAnswer) else ()
    shown = [curve for curve in drawn.curves if lines or curve.role != "asymptote"]
    asked = answer.question.as_diff()
    f = formula(Applied(Labels(asked).function, (Name(asked.wrt[0]),), (0,)))
    curves = tuple(
        Curve(curve.role, curve.lines, formula(lines[curve.number].line))
        if curve.role == "asymptote"
        else Curve(
            curve.role, curve.lines, _beside(curve, asked) or (f if len(shown) > 1 else None)
        )
        for curve in shown
    )
    return _figure(drawn, curves, answer.question.as_diff(), min(digits, DIGITS))


def family(answer: TableAnswer) -> Figure | None:
    """The graphs at one value in each of several cases."""
    drawn = answer.sketch
    if drawn is None or not any(curve.lines for curve in drawn.curves):
        return None
    curves = tuple(
        Curve(curve.role, curve.lines, at_sample(answer.cases[curve.number].answer))
        for curve in drawn.curves
    )
    return _figure(drawn, curves, answer.question.as_diff())


def at_sample(case: Told | None) -> Text:
    """a = 1: the values at which a case is drawn."""
    assert isinstance(case, TableAnswer)  # noqa: S101 (a case of a table)
    listed = (formula(Relation(Name(name), "=", at.expr)) for name, at in case.sample)
    return joined(listed, ", ")


def slope(answer: DiffAnswer, language: Language) -> Figure | None:
    """f, its derivative and the tangent."""
    drawn = answer.sketch
    if drawn is None:
        return None
    one = answer.derivatives[0]
    label = Labels(answer.question).derivative(one.wrt)
    derivative = short_formula(Relation(label, "=", expression(one.derivative)))
    curves = tuple(
        Curve(curve.role, curve.lines, _named(curve, answer.question, derivative, "", language))
        for curve in drawn.curves
    )
    return _figure(drawn, curves, answer.question)


def secants(answer: LimitDefAnswer, language: Language) -> Figure | None:
    """f with secants that approach the tangent."""
    drawn, question = answer.sketch, answer.question
    if drawn is None:
        return None
    asked = question.as_diff()
    letters = (INCREMENT + question.variable,) if question.delta else ("h", "k", "t")
    letter = next(name for name in letters if name not in question.statement.names)
    curves = tuple(
        Curve(curve.role, curve.lines, _named(curve, asked, None, letter, language))
        for curve in drawn.curves
    )
    made = _figure(drawn, curves, asked)
    return replace(made, spots=tuple(_increments(made, drawn, letter)))


def _increments(figure: Figure, drawn: Sketch, letter: str) -> Iterator[Spot]:
    """The far ends of secants with their increments."""
    for spot, mark in zip(figure.spots, drawn.marks, strict=True):
        if mark.point is None:
            yield spot
        else:
            curve = drawn.curves[mark.point]
            above = curve.slope is None or curve.slope < 0
            yield replace(spot, text=_increment(curve, letter), above=above)


# --- names --------------------------------------------------------------------------------------


def _named(
    curve: Drawn, question: DiffQuestion, derivative: Text | None, letter: str, language: Language
) -> Text | None:
    rise = None if curve.slope is None else formula(rounded(curve.slope))
    match curve.role:
        case "second" | "third" | "fourth":
            return _other(curve, question)
        case "graph":
            return short_formula(_definition(question))
        case "derivative":
            return derivative
        case "tangent" if rise is not None:
            return filled(words.TANGENT, language, rise)
        case "secant" if rise is not None:
            return filled(words.SECANT, language, _increment(curve, letter), rise)
    return None


def _beside(curve: Drawn, asked: DiffQuestion) -> Text | None:
    """What is written of another function, and of the envelope of a wave."""
    if curve.formula is None:
        return _other(curve, asked)
    y = Name("y" if asked.wrt[0] != "y" else "z")
    if not curve.mirrored:
        return short_formula(Relation(y, "=", curve.formula))
    height = formula(curve.formula)
    if isinstance(curve.formula, Sum | Negative):
        height = joined((foreign("("), height, foreign(")")), "")
    return joined((formula(y), joined((foreign("±"), height), "")), " = ")


def _other(curve: Drawn, question: DiffQuestion) -> Text | None:
    """g(x) = … of a function that was asked for beside f."""
    if curve.role not in BESIDE:
        return None
    value = Applied(Labels(question).beside(curve.number), (Name(question.wrt[0]),), (0,))
    return short_formula(Relation(value, "=", question.view.beside[curve.number]))


def _increment(curve: Drawn, letter: str) -> Text:
    """h = 0.5"""
    increment = curve.value if isinstance(curve.value, float) else 0.0
    return formula(Relation(Name(letter), "=", rounded(increment)))


def _definition(question: DiffQuestion) -> Relation:
    """f(x) = …"""
    return Relation(_value(question, Name(question.wrt[0])), "=", expression(question.statement))


def _value(question: DiffQuestion, place: Tree) -> Tree:
    return Applied(Labels(question).function, (place,), (0,))


def _figure(
    drawn: Sketch, curves: tuple[Curve, ...], question: DiffQuestion, digits: int = DIGITS
) -> Figure:
    spots = tuple(_spots(drawn, Numbers(digits)))
    label = formula(_definition(question))
    return Figure(curves, spots, drawn.poles, drawn.across, drawn.up, label)


def _spots(drawn: Sketch, numbers: Numbers) -> Iterator[Spot]:
    for mark in drawn.marks:
        yield Spot(mark.x, mark.y, _text(mark, numbers), mark.kind in _ABOVE, mark.kind == "open")


def _text(mark: Mark, numbers: Numbers) -> Text | None:
    if mark.label is None or mark.kind not in ("maximum", "minimum", "value"):
        return None
    return numbers.short(mark.label)
