"""Tables on the command line, in JSON and as pictures."""

from __future__ import annotations

import json
import re
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from calctool.notation.printing.plain import plain
from calctool.notation.printing.unicode import pretty
from calctool.present.document import Figure, Wishes
from calctool.present.parts.numbers import Numbers
from calctool.present.table import document, figure
from calctool.render import plot, wire
from calctool.render.text import render
from calctool.solve.table.answering import answer
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.typed import Typed
from calctool.solve.typed.options.stretch import read_domains
from calctool.solve.typed.table import question
from conftest import Run

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "table.toml").read_text("utf-8"))["case"]


def drawn(text: str, domain: tuple[str, ...] = ()) -> TableAnswer:
    asked: TableQuestion = question(Typed(text, domain=domain, drawn=True))
    *_, last = answer(asked)
    return last


def figure_of(text: str, domain: tuple[str, ...] = ()) -> Figure:
    found = figure(drawn(text, domain), Wishes())
    assert found is not None
    return found


# --- the page -----------------------------------------------------------------------------------


_FRAME = re.compile(r"[\s─│┌┐└┘├┤┬┴┼]")


@pytest.mark.parametrize(
    ("text", "domain", "most"),
    [
        ("x^3 - 3x", (), 26),
        ("x*exp(-x)", (), 32),
        ("x^2/sqrt(x + 1)", (), 41),
        ("x - 2sin(x)", ("[0, 2pi]",), 32),
    ],
)
def test_a_page_is_not_much_longer_than_a_textbook(
    text: str, domain: tuple[str, ...], most: int
) -> None:
    *_, found = answer(question(Typed(text, domain=domain)))
    page = render(document(found, Wishes()), width=80, colour=False, ascii_only=False)
    assert len([line for line in page.splitlines() if _FRAME.sub("", line)]) <= most


@pytest.mark.parametrize(
    ("at", "order", "shown"),
    [
        (Fraction(-1, 2), 1, "f′(−1/2)"),
        (Fraction(1, 12827342062827), 1, "f′(≈7.79585e−14)"),
        (Fraction(1, 12827342062827), 2, "f″(≈7.79585e−14)"),
        (Fraction(-123456789012, 7), 2, "f″(≈−1.76367e10)"),
    ],
)
def test_a_fraction_nobody_can_read_is_a_decimal(at: Fraction, order: int, shown: str) -> None:
    text = Numbers(6).sampled("f", order, at)
    pieces = (piece if isinstance(piece, str) else pretty(piece) for piece in text.pieces())
    assert "".join(pieces) == shown


def test_rules_stand_beside_a_derivative_or_over_its_lines() -> None:
    short = render(document(drawn("x*exp(-x)"), Wishes()), width=80, colour=False, ascii_only=False)
    assert "product rule" in short
    assert "Derivatives" not in short
    full = render(
        document(drawn("x*exp(-x)"), Wishes(steps="full")), width=80, colour=False, ascii_only=False
    )
    assert "Derivation of f′(x)" in full
    assert "f′(x) = (1 − x)·e⁻ˣ\n" in full
    long = render(
        document(drawn("x^2/sqrt(x + 1)"), Wishes()), width=80, colour=False, ascii_only=False
    )
    assert "Derivatives" in long
    assert "f″(−" not in render(
        document(drawn("x*exp(-x)"), Wishes(steps="none")), width=80, colour=False, ascii_only=False
    )


# --- the command line ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "shown"),
    [
        (["floor(1/x)", "--domain", "(0,1]"], 0, "Least value     1, for x = 1, x in (1/2, 1)\n"),
        (["abs(x*sin(x))+x*sin(x)"], 0, "x in (-2pi, -pi) ∪ (pi, 2pi) ∪ …"),
        (["3*x**4-4*x**3-12*x**2+32"], 0, "Least value     0 at x = 2"),
        (["cos(x)+cos(sqrt(2)*x)+cos(sqrt(3)*x)"], 3, "[-10, 10]"),
        (["sin(x)", "--domain", "[0, 2*pi)"], 0, "[0, 2pi)"),
        (["x*cot(x)", "--domain", "[4,6]"], 0, "Domain    [4, 6]\n"),
        (["tan(x)", "--domain", "[0,2)"], 0, "Domain    [0, pi/2) ∪ (pi/2, 2)\n"),
        (["tan(x)", "--domain", "[0,oo)"], 0, "x ≠ pi/2 + k·pi, k any integer, x ≥ 0\n"),
        (["a*x^2", "--wrt", "x", "--where", "a=2"], 0, "f(x)  = 2x"),
        (["x**2*exp(-x)", "--lang", "zh"], 0, "增减表"),
    ],
)
def test_the_command(run: Run, arguments: list[str], code: int, shown: str) -> None:
    found, out, _ = run("table", *arguments, "--steps", "none")
    assert found == code
    assert shown in out.replace("−", "-").replace("π", "pi")


@pytest.mark.parametrize(
    ("arguments", "id"),
    [
        (["a*x^2"], "question.which-variable"),
        (["floor(a*x)+x^2", "--wrt", "x"], "parameters.no-method"),
        (["a*x^2", "--wrt", "x", "--assume", "x>0"], "assume.variable"),
        (["a*x^2", "--wrt", "x", "--assume", "a=2"], "assume.equation"),
        (["a*x^2", "--wrt", "x", "--assume", "a"], "assume.relation"),
        (["a*x^2", "--wrt", "x", "--assume", "b>0"], "question.absent"),
        (["a*x^2", "--wrt", "x", "--assume", "a>0", "--assume", "a<0"], "parameters.contradictory"),
        (["a*x^2", "--wrt", "x", "--when", "convex"], "usage.bad-value"),
        (["x^3-3*x", "--when", "increasing"], "parameters.none"),
        (["a*x^2", "--wrt", "a,x"], "question.one-name"),
        (["f(x)"], "question.unknown-function"),
        (["x=1"], "syntax.relation"),
        (["x", "--domain", "2,1"], "option.domain"),
        (["x", "--domain", "[1,2,3]"], "option.domain"),
        (["x", "--domain", "[2,1]"], "question.domain-order"),
        (["x", "--domain", "[1,1]"], "question.domain-order"),
        (["x", "--domain", "(oo,oo)"], "question.domain-order"),
        (["x", "--domain", "[oo,-oo]"], "question.domain-order"),
        (["x", "--domain", "[5,-oo)"], "question.domain-order"),
        (["x", "--domain", "[x,1]"], "question.domain-constant"),
        (["x", "--domain", "[a,a-1]"], "question.domain-order"),
        (["x", "--domain", "y:[0,1]"], "question.domain-stranger"),
        (["x", "--domain", "[0,1]", "--domain", "[2,3]"], "option.assigned-twice"),
        (["sqrt(x)", "--domain", "[-2,-1]"], "question.domain-empty"),
        (["sin(log(x))/sqrt(x)", "--domain", "(-oo,-1)"], "question.domain-empty"),
        (["tan(x)", "--domain", "[0,10^6]"], "question.domain-long"),
        (["log(-x^2-1)"], "question.defined-nowhere"),
        (["x", "--save-plot", "picture.gif"], "usage.picture-kind"),
        (["x", "--save-plot", "/no/such/folder/picture.png"], "file.cannot-write"),
    ],
)
def test_what_is_no_question(run: Run, arguments: list[str], id: str) -> None:
    code, out, err = run("table", *arguments)
    assert (code, out) == (5 if id.startswith("file.") else 2, "")
    assert f"[{id}]" in err


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("[0, 2*pi)", ("0", "2*pi", True, False)),
        ("x:(0,oo)", ("0", "oo", False, False)),
        ("（－1，2］".replace("－", "-"), ("-1", "2", False, True)),
        ("[-oo, sqrt(2)]", ("-oo", "sqrt(2)", False, True)),
        (" ( log(2, 3) , 4 ] ", ("log(2, 3)", "4", False, True)),
        ("[−∞，∞)", ("-oo", "oo", False, False)),
    ],
)
def test_domains_are_read(typed: str, read: tuple[str, str, bool, bool]) -> None:
    ((name, found),), _ = read_domains([typed], ("x",))
    assert name == "x"
    assert (plain(found.start), plain(found.end), *found.closed) == read


# --- JSON ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_every_row_keeps_the_schema(row: dict[str, Any]) -> None:
    *_, last = answer(
        question(Typed(row["question"], domain=[row["domain"]] if "domain" in row else ()))
    )
    text = wire.text(wire.wired(last, "en"))
    assert text.isascii()
    found = json.loads(text, parse_constant=pytest.fail)
    jsonschema.validate(found, wire.schema())
    assert found["status"] == row.get("status", "complete")
    complete = found["completeness"]["state"] == "complete"
    attained = [found["result"][f"global_{end}imum"]["attained"] for end in ("min", "max")]
    assert (found["status"] == "complete") == (complete and None not in attained)
    for interval in found["result"]["intervals"]:
        start, end = (interval[side]["value"] for side in ("start", "end"))
        assert start is None or end is None or start < end


# --- pictures -----------------------------------------------------------------------------------

CURVES = [
    ("x+1/x", ()),
    ("tan(x)", ()),
    ("x-floor(0.9x)", ("[0,5]",)),
    ("5", ()),
    ("x*log(x)-x-10/11*x**(11/10)", ()),
]


@pytest.mark.parametrize(("text", "domain"), CURVES)
def test_a_sketch_is_cut_and_stays_inside(text: str, domain: tuple[str, ...]) -> None:
    found = figure_of(text, domain)
    low, high = found.across
    graphs = (curve for curve in found.curves if curve.role == "graph")
    lines = [line for curve in graphs for line in curve.lines]
    assert all(low <= x <= high for line in lines for x, _ in line)
    for line in lines:
        assert not any(line[0][0] < x < line[-1][0] for x in found.uprights)
    for width, ascii_only in ((40, False), (80, False), (200, True)):
        page = document(drawn(text, domain), Wishes("en", "none", drawn=True))
        lines = render(page, width=width, colour=False, ascii_only=ascii_only).splitlines()
        assert all(len(line) <= width for line in lines)


def test_a_picture_is_what_its_name_says() -> None:
    found = figure_of("3*x**4-4*x**3-12*x**2+32")
    assert plot.picture(found, "png").startswith(b"\x89PNG")
    assert plot.picture(found, "pdf").startswith(b"%PDF")
    svg = plot.picture(found, "svg")
    assert b"<svg" in svg
    assert svg == plot.picture(found, "svg")


def test_a_picture_is_saved_whole(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "graph.svg"
    code, out, _ = run("table", "x^3-x", "--save-plot", str(file), "--steps", "none")
    assert code == 0
    assert "f(x)" in out
    assert file.read_bytes().rstrip().endswith(b"</svg>")


def test_what_to_install_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plot, "find_spec", lambda _: None)
    code, out, err = run("table", "x^2", "--save-plot", "graph.png")
    assert (code, out) == (2, "")
    assert "[usage.no-plotting]" in err
    assert 'pip install "calctool[plot]"' in err


def test_a_window_is_not_called_complete() -> None:
    *_, last = answer(question(Typed("cos(x)+cos(sqrt(2)*x)+cos(sqrt(3)*x)")))
    assert last.completeness.scope


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("floor(a*x)", "in one period: f is constant on (0, 1/a)"),
        ("2*x-3*floor(x)+a", "in one period: f is increasing on (0, 1)"),
        ("tan(x)+0/a", "in one period: f is increasing on (−π/2, π/2)"),
        ("2*x+sin(x)+0/a", "f is increasing on (−∞, +∞)"),
        ("sqrt(x-a)+sqrt(1-x)", "f is defined only at x = 1"),
    ],
)
def test_in_short_f_goes_one_way_only_where_it_does_not_jump(
    run: Run, expression: str, said: str
) -> None:
    _, out, _ = run("table", expression, "--wrt", "x", "--steps", "none", "--width", "120")
    assert said in out.partition("In short")[2]


@pytest.mark.parametrize(
    ("expression", "said", "unsaid"),
    [
        ("sqrt(x^2*(x-1))", "isolated point of the domain: x = 0", "end of the domain: x = 0"),
        ("sqrt(cos(x)-1)", "2k·π, k any integer: isolated point of the domain", "end of"),
        ("sqrt(x)", "end of the domain: x = 0", "isolated"),
    ],
)
def test_an_isolated_point_is_no_end(run: Run, expression: str, said: str, unsaid: str) -> None:
    _, out, _ = run("table", expression, "--steps", "none")
    assert said in out
    assert unsaid not in out
