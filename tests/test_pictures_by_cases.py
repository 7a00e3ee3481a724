"""Pictures of tables by cases: a graph for each case, and all of them in one picture."""

from __future__ import annotations

from typing import Any

import pytest

from calctool.present.answers import document
from calctool.present.answers import figure as picture
from calctool.present.document import Figure, Wishes
from calctool.render.forms import Terminal, rendered
from calctool.run.child import solver_for
from calctool.solve.table.answering import answer
from calctool.solve.table.record import TableAnswer
from calctool.solve.typed import Typed, question


def drawn(expression: str, **options: Any) -> TableAnswer:
    *_, made = answer(question("table", Typed(expression, wrt=["x"], drawn=True, **options)))
    return made


def figures(made: TableAnswer) -> list[Figure]:
    page = document(made, Wishes("en", "none", drawn=True))
    return [block for block in page.blocks if isinstance(block, Figure)]


@pytest.mark.parametrize(
    ("expression", "count", "values"),
    [
        ("x^3-3*a*x+1", 3, ["a = -1", "a = 0", "a = 1"]),
        ("x^2/a+x", 2, ["a = -1", "a = 1"]),
        ("sin(x)+a*x", 7, ["a = -2", "a = -1/2", "a = 1/2", "a = 2"]),
        ("a*x+b/x", 9, None),
    ],
)
def test_a_curve_for_each_case_and_all_in_one(
    expression: str, count: int, values: list[str] | None
) -> None:
    made = drawn(expression)
    *small, whole = figures(made)
    assert len(small) == count
    assert all(each.small for each in small)
    assert not whole.small
    labels = [rendered_text(curve.label) for curve in whole.curves]
    assert len(labels) == min(count, 4)
    assert len(set(labels)) == len(labels)
    if values is not None:
        assert labels == values
    assert picture(made, Wishes("en", "none", drawn=True)) == whole


def rendered_text(text: Any) -> str:
    from calctool.notation.printing.plain import plain

    return "".join(p if isinstance(p, str) else plain(p) for p in text.pieces())


def test_each_curve_is_the_function_at_its_value() -> None:
    made = drawn("x^3-3*a*x+1")
    assert made.sketch is not None
    for curve, a in zip(made.sketch.curves, (-1, 0, 1), strict=True):
        for x, y in (point for line in curve.lines for point in line):
            assert y == pytest.approx(x**3 - 3 * a * x + 1, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("shape", ["text", "latex", "markdown", "html"])
def test_every_form_draws_them(shape: Any) -> None:
    page = document(drawn("x^2+a/x"), Wishes("zh", "none", drawn=True))
    assert rendered(page, shape, Terminal(width=80))


@pytest.mark.parametrize(
    ("command", "expression", "options", "values"),
    [
        ("critical", "x^2+a*x*y+y^2", {}, [["a = -3"], ["a = -2"], ["a = 0"], ["a = 2"]]),
        ("critical", "x^3-3*a*x+y^2", {}, [["a = -1"], ["a = 0"], ["a = 1"]]),
        ("lagrange", "x*y", {"subject_to": ["p*x+q*y=m"], "assume": ["p>0", "q>0"]}, None),
    ],
)
def test_level_curves_for_each_case_of_two_variables(
    command: str, expression: str, options: dict[str, Any], values: list[list[str]] | None
) -> None:
    asked = question(command, Typed(expression, wrt=["x", "y"], drawn=True, **options))
    *_, made = solver_for(command)(asked)
    page = document(made, Wishes("en", "none", drawn=True))
    drawn_ones = [block for block in page.blocks if isinstance(block, Figure)]
    assert len(drawn_ones) == (1 if values is None else len(values))
    assert all(each.small and each.curves and each.spots for each in drawn_ones if values is None)
    if values is not None:
        labels = [rendered_text(each.label) for each in drawn_ones]
        for label, (value,) in zip(labels, values, strict=True):
            assert value in label
    assert picture(made, Wishes("en", "none", drawn=True)) is not None


def test_no_picture_of_three_variables_with_letters() -> None:
    asked = question("critical", Typed("x^2+y^2+a*z^2", wrt=["x", "y", "z"], drawn=True))
    *_, made = solver_for("critical")(asked)
    page = document(made, Wishes("en", "none", drawn=True))
    assert not [block for block in page.blocks if isinstance(block, Figure)]
