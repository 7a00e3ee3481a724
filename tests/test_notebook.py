"""In a notebook: magics, results that show themselves, errors without a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import calctool as ct
from calctool.run import staying

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def shell() -> Iterator[Any]:
    made = InteractiveShell.instance(history_length=0)
    made.run_line_magic("load_ext", "calctool")
    yield made
    made.run_line_magic("unload_ext", "calctool")
    InteractiveShell.clear_instance()
    staying.close()


def cell(shell: Any, text: str) -> Any:
    """What is shown for a cell."""
    with capture_output() as seen:
        shell.run_cell(text)
    return seen


def test_a_line_is_a_result_that_can_be_assigned(shell: Any) -> None:
    shell.run_cell("r = %calctool diff x^2*sin(x)")
    result = shell.user_ns["r"]
    assert isinstance(result, ct.api.DiffResult)
    assert result.derivative == ct.diff("x^2*sin(x)").derivative


def test_a_cell_shows_each_result_with_its_picture(shell: Any) -> None:
    seen = cell(shell, "%%calctool\na := 2\n# a remark\ntable a*x^2-x --plot\ndiff x^3\ndiff ans\n")
    table, first, second = (shown.data for shown in seen.outputs)
    page = ElementTree.fromstring(table["text/html"])  # noqa: S314 (what is tested)
    assert page.find(".//svg") is not None
    assert page.find(".//math") is not None
    assert first["text/latex"] == r"$\displaystyle 3 x^{2}$"
    assert second["text/latex"] == r"$\displaystyle 6 x$"
    assert "a := 2" in seen.stdout


def test_what_is_defined_stays_from_cell_to_cell(shell: Any) -> None:
    cell(shell, "%calctool f(x) := x^2*exp(-x)")
    shell.run_cell("r = %calctool critical f(x)")
    assert [point.kind for point in shell.user_ns["r"].points] == ["local-minimum", "local-maximum"]


@pytest.mark.parametrize(
    ("line", "id"),
    [
        ("diff sin(x", "syntax.unclosed-bracket"),
        ("batch x", "session.no-command"),
        ("derivative x", "usage.unknown-command"),
        ("diff x --steps all", "usage.bad-value"),
        ("table x --save-plot picture.doc", "usage.picture-kind"),
    ],
)
def test_a_wrong_line_is_explained_and_has_no_traceback(shell: Any, line: str, id: str) -> None:
    seen = cell(shell, f"%%calctool\ndiff x^2\n{line}\ndiff x^3\n")
    assert f"[{id}]" in seen.stdout + seen.stderr
    assert "line 2" in seen.stdout + seen.stderr
    assert "Traceback" not in seen.stdout + seen.stderr
    assert len(seen.outputs) == 1


def test_forms_files_and_pages_are_those_of_the_command_line(shell: Any, tmp_path: Path) -> None:
    seen = cell(shell, "%calctool diff x^2 --json")
    assert '"command": "diff"' in seen.stdout
    assert "textbook" not in seen.stdout
    page, picture = tmp_path / "a.html", tmp_path / "a.svg"
    cell(shell, f"%calctool table x^3-x -o {page} --save-plot {picture}")
    assert "<html" in page.read_text()
    assert "<svg" in picture.read_text()
    assert "usage: calctool diff" in cell(shell, "%calctool help diff").stdout
    assert "chain" in cell(shell, "%calctool rules chain").stdout


def test_braces_are_those_of_latex_and_no_variables_of_the_notebook(shell: Any) -> None:
    shell.run_cell("x = 5")
    shell.run_cell(r"r = %calctool diff \frac{x}{2}")
    assert str(shell.user_ns["r"].derivative) == "1/2"


def test_the_magics_can_be_taken_away(shell: Any) -> None:
    shell.run_line_magic("unload_ext", "calctool")
    assert "calctool" not in shell.magics_manager.magics["line"]
    shell.run_line_magic("load_ext", "calctool")
