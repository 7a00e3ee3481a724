"""Every case of the project as JSON: by the released schema, strict, and shown in every form.

A run takes every tenth row; `HYPOTHESIS_PROFILE=long` takes them all.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from attacks.promises import CONTROL, strict_json
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.present.answers import document
from calctool.present.document import Wishes
from calctool.render import wire
from calctool.render.forms import OF_DOCUMENTS, Terminal, rendered
from calctool.run.child import solver_for
from calctool.solve import typed as questions
from calctool.solve.answer import Told
from calctool.solve.typed import Typed

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE.parent / "docs" / "answer.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
STEP = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 10
COMMANDS = {
    "diff": "diff", "limit_def": "limit-def", "table": "table", "critical": "critical",
    "lagrange": "lagrange", "local": "diff", "roots": "table",
}  # fmt: skip
"""Which command is asked the questions of a file."""


def typed(row: dict[str, Any]) -> Typed:
    def several(key: str) -> tuple[str, ...]:
        found = row.get(key, ())
        return (found,) if isinstance(found, str) else tuple(found)

    return Typed(
        row.get("question") or row["f"],
        wrt=several("wrt"),
        order=str(row["order"]) if "order" in row else None,
        mixed=",".join(several("mixed")) or None,
        of=row.get("of"),
        at=row.get("at"),
        domain=several("domain"),
        where=several("where"),
        function=several("function"),
        subject_to=several("subject_to"),
    )


def rows() -> Iterator[Any]:
    for name, command in COMMANDS.items():
        cases = tomllib.loads((HERE / "cases" / f"{name}.toml").read_text("utf-8"))["case"]
        for place, row in list(enumerate(cases))[::STEP]:
            yield pytest.param(command, typed(row), id=f"{name}-{row.get('id', place)}")


def answered(command: str, asked: Typed) -> Told | Problem:
    try:
        *_, last = solver_for(command)(questions.question(command, asked))
    except Problem as problem:
        return problem
    return last


def check(text: str) -> None:
    assert text.isascii()
    assert not CONTROL.search(text)
    VALIDATOR.validate(strict_json(text))


@pytest.mark.parametrize(("command", "asked"), list(rows()))
def test_an_answer_keeps_the_schema_and_is_shown_in_every_form(command: str, asked: Typed) -> None:
    found = answered(command, asked)
    for language in ("en", "zh"):
        if isinstance(found, Problem):
            check(wire.text(wire.failure(found, command, language)))
            continue
        check(wire.text(wire.wired(found, language)))
        for form in OF_DOCUMENTS:
            page = document(found, Wishes(language, "full", 10, drawn=False))
            shown = rendered(page, form, Terminal(width=60))
            assert shown.strip()
            assert not CONTROL.search(shown)


ERRORS = sorted((HERE / "errors").glob("*.calc"))


@pytest.mark.parametrize("file", ERRORS, ids=[file.stem for file in ERRORS])
def test_every_error_keeps_the_schema(file: Path) -> None:
    for text in file.read_text("utf-8").split("\n")[:-1]:
        with pytest.raises(Problem) as caught:
            read(text)
        for language in ("en", "zh"):
            check(wire.text(wire.failure(caught.value, "diff", language)))


def test_the_schema_refuses_something() -> None:
    answer = json.loads(wire.text(wire.failure(Problem("syntax.empty"), "diff", "en")))
    assert list(VALIDATOR.iter_errors({**answer, "status": "fine"}))
