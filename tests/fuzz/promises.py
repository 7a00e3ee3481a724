"""What any refusal and any printed formula keeps."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from attacks.promises import CONTROL, strict_json
from calctool.notation.printing.latex import latex
from calctool.notation.printing.mathml import mathml
from calctool.notation.printing.plain import plain
from calctool.notation.printing.sympy_text import sympy_text
from calctool.notation.printing.unicode import pretty
from calctool.notation.problem import Problem
from calctool.notation.tree import Statement
from calctool.render import wire
from calctool.render.problem import drawn
from calctool.words import Language

IDS = frozenset((Path(__file__).parents[2] / "docs" / "ids.txt").read_text("utf-8").split())
LANGUAGES: tuple[Language, ...] = ("en", "zh")


def refused(problem: Problem, command: str | None = None) -> None:
    """A refusal is one message with a known id, in both languages, and a JSON document."""
    assert problem.id in IDS
    if problem.span is not None:
        assert 0 <= problem.span.start <= problem.span.end <= len(problem.source or "") + 1
    for language in LANGUAGES:
        for width in (20, 80):
            said = drawn(problem, language, width)
            assert said.strip()
            assert not CONTROL.search(said)
        strict_json(wire.text(wire.failure(problem, command, language)))


def printed(statement: Statement) -> None:
    """In every language of formulas: nothing that steers a terminal, every bracket closed."""
    assert plain(statement).isascii()
    assert sympy_text(statement).isascii()
    assert not CONTROL.search(pretty(statement))
    in_latex = latex(statement)
    assert not CONTROL.search(in_latex)
    assert in_latex.count(r"\left") == in_latex.count(r"\right")
    bare = re.sub(r"\\[{}]", "", in_latex)
    assert bare.count("{") == bare.count("}")
    ElementTree.fromstring(mathml(statement))  # noqa: S314 (written by us)
