"""The records of functions: what is made from them is up to date, and who may read what."""

from __future__ import annotations

import ast
import runpy
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from atlas_contract import CHECKS, faults
from calctool.atlas import FUNCTIONS
from calctool.atlas.record import Line, Switch

ROOT = Path(__file__).parent.parent


def test_the_index_is_up_to_date() -> None:
    written = runpy.run_path(str(ROOT / "docs" / "write_index.py"))
    assert written["PLACE"].read_text("utf-8") == written["written"]()


@pytest.mark.parametrize("layer", ["algebra", "verify"])
def test_the_second_opinion_reads_no_line_of_the_textbook(layer: str) -> None:
    for path in (ROOT / "src" / "calctool" / layer).rglob("*.py"):
        read = {at.attr for at in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(at, ast.Attribute)}  # fmt: skip
        assert "lines" not in read or "atlas" not in path.read_text("utf-8"), path


@pytest.mark.parametrize("id", FUNCTIONS)
def test_no_fact_is_false(id: str) -> None:
    assert faults(FUNCTIONS[id]) == []


def planted() -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """False facts of each sort: what the record of a function is changed to."""
    return {
        "domain": [("acosh", {"domain": ()}), ("log", {"domain": ("u >= 0",)})],
        "definition": [("acot", {"definition": "atan(1/u)"}), ("silu", {"definition": "u"})],
        "pieces": [("leaky_relu", {"pieces": "Piecewise((u, u > 0), (u/10, True))"}),
                   ("heaviside", {"pieces": "Piecewise((1, u > 0), (0, True))"})],
        "far": [("cosh", {"far": "exp(u)/2"})],
        "asymptotic": [("digamma", {"asymptotic": ("log(u) - 1/u", "1/u^2")}),
                       ("polygamma", {"asymptotic": ("gamma(u)/v^u", "1/v^(u + 1)")})],
        "enveloped": [("digamma", {"enveloped": ("log(u) - 1/(2*u)", "1/(12*u^2)")}),
                      ("digamma", {"enveloped": ("log(u) - 1/(2*u)", "-1/(13*u^2)")}),
                      ("loggamma", {"enveloped": ("(u - 1/2)*log(u) - u", "1/(12*u)")}),
                      ("polygamma", {"enveloped": (
                          "-cos(pi*u)*gamma(u)/v^u", "-cos(pi*u)*gamma(u + 1)/(3*v^(u + 1))",
                      )})],
        "shift": [("gamma", {"shift": "gamma(u + 1)/(u + 1)"}),
                  ("polygamma", {"shift": "polygamma(u, v + 1) - gamma(u + 1)/v^(u + 1)"})],
        "reflection": [("gamma", {"reflection": "pi/(sin(pi*u)*gamma(u + 1))"}),
                       ("digamma", {"reflection": "digamma(1 - u)"})],
        "switches": [("leaky_relu", {"switches": ()}), ("floor", {"switches": ()}),
                     ("asin", {"switches": (Switch("u = 1", "end"),)}),
                     ("sign", {"switches": (Switch("u = 0", "kink"),)})],
        "range": [("erfc", {"range": "(0, 1)"}), ("cosh", {"range": "(1, oo)"})],
        "parity": [("softplus", {"parity": "odd"}), ("sin", {"parity": "even"})],
        "monotone": [("silu", {"monotone": "increasing"}), ("acos", {"monotone": "increasing"})],
        "sign": [("cos", {"sign": "u"}), ("exp", {"sign": "u"})],
        "zeros": [("sin", {"zeros": ("0",)}), ("log", {"zeros": ()}), ("acos", {"zeros": ("0",)})],
        "limits": [("erf", {"limits": (("oo", "2"),)}), ("log", {"limits": (("0+", "0"),)}),
                   ("tanh", {"limits": (("-oo", "-oo"),)})],
        "outgrows": [("asinh", {"outgrows": "both"}), ("Ei", {"outgrows": "both"})],
        "period": [("tan", {"period": "pi/2"}), ("sin", {"period": "pi"})],
        "steps": [("sign", {"steps": True})],
        "inverse": [("asin", {"inverse": "cos(u)"}), ("cosh", {"inverse": "acosh(u)"})],
        "values": [("elliptic_k", {"values": (("0", "pi"),)})],
        "derivatives": [("acos", {"derivatives": ("1/sqrt(1 - u^2)",)}),
                        ("besselj", {"derivatives": ("", "besselj(u - 1, v)")})],
        "where": [("atan", {"lines": (Line("arctangent", "D(u)/(1 + u^2)", "", "", ("u != 0",)),)}),
                  ("abs", {"switches": ()})],
        "growth": [("exp", {"range": "", "growth": "logarithm"})],
    }  # fmt: skip


def test_every_check_has_its_false_facts() -> None:
    assert planted().keys() == CHECKS.keys()


@pytest.mark.parametrize(
    ("sort", "id", "changed"),
    [(sort, id, changed) for sort, all in planted().items() for id, changed in all],
)
def test_false_facts_are_caught(sort: str, id: str, changed: dict[str, Any]) -> None:
    wrong = replace(FUNCTIONS[id], **changed)
    found = {fault.split(":")[0] for fault in faults(wrong)}
    assert sort in found
