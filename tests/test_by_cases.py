"""Answers by cases: one record that any subcommand can give, shown in every form."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import msgspec
import pytest
import sympy
from msgspec.structs import replace

import calctool as ct
from calctool.commands import QUESTIONS
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation
from calctool.present.answers import document
from calctool.present.document import Wishes
from calctool.render import wire
from calctool.render.forms import Terminal, rendered
from calctool.render.wire.cases import form
from calctool.render.wire.contract import Answer
from calctool.run.child import solver_for
from calctool.solve.answer import Case, Completeness, State, Status, Told
from calctool.solve.typed import Typed, question
from calctool.words import LANGUAGES, Words

SCHEMA = wire.schema()
ASKED = {
    "diff": Typed("a*x^2", wrt=["x"]),
    "limit-def": Typed("a*x^2", wrt=["x"]),
    "table": Typed("x^3"),
    "critical": Typed("x^2+y^2"),
    "lagrange": Typed("x+y", subject_to=["x^2+y^2=1"]),
}
IN_PARAMETERS = [
    ("critical", Typed("x^2+a*x*y+y^2", wrt=["x", "y"]), {"a = -2", "a = 2"}),
    ("critical", Typed("a*x^2+y^2-2*x*y", wrt=["x", "y"]), {"a = 1"}),
    ("critical", Typed("x^2+b*x*y+b*y^2+y", wrt=["x", "y"]), {"b = 0", "b = 4"}),
    ("critical", Typed("(a^3-a)*x^2+y^2", wrt=["x", "y"]), {"a = -1", "a = 0", "a = 1"}),
    ("critical", Typed("(a^2-2)*x^2+x", wrt=["x"]), {"a = -sqrt(2)", "a = sqrt(2)"}),
    ("critical", Typed("log(a)*x^2+x*y+y^2", wrt=["x", "y"]), {"a = exp(1/4)"}),
    ("critical", Typed("sin(a)*x^2+y^2", wrt=["x", "y"]), set()),
    ("critical", Typed("a*x^2+b*y^2", wrt=["x", "y"]), set()),
    ("lagrange", Typed("a*x^2+y^2", wrt=["x", "y"], subject_to=["x+y=1"]), {"a = -1"}),
    ("lagrange", Typed("x^2+y^2", wrt=["x", "y"], subject_to=["p*x+y=m"]), set()),
]


def relation(text: str) -> Relation:
    read = read_back(text)
    assert isinstance(read, Relation)
    return read


def last(command: str, typed: Typed) -> Told:
    *_, made = solver_for(command)(question(command, typed))
    return made


def by_cases(command: str) -> Told:
    """Some answer, as one for a > 0 and another one for a < 0 or a = 0 and b != 1."""
    made = last(command, ASKED[command])
    known = Completeness(
        State.PARTIAL, Words(en="begun", zh="开始"), (Words(en="rest", zh="其余"),)
    )
    other = replace(made, completeness=known)
    below = ((relation("a < 0"),), (relation("a = 0"), relation("b != 1")))
    return replace(made, cases=(Case(((relation("a > 0"),),), None), Case(below, other)))


def wired(made: Told) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(wire.text(wire.wired(made, "en")))
    jsonschema.validate(found, SCHEMA)
    return found


@pytest.mark.parametrize("command", QUESTIONS)
def test_any_subcommand_answers_by_cases(command: str) -> None:
    made = by_cases(command)
    assert made.status is Status.PARTIAL
    assert "for a < 0 or a = 0 and b != 1: rest" in [w.say("en") for w in made.completeness.missing]
    found = wired(made)["result"]
    general, other = found["cases"]
    own = {name: value for name, value in found.items() if name != "cases"}
    for case, state in ((general, "complete"), (other, "partial")):
        assert case["state"] == state
        assert {name: case[name] for name in own} == own
    assert [len(group) for group in other["when"]] == [1, 2]
    assert other["when"][1][1] == {
        "left": {"expr": "b", "latex": "b", "value": None},
        "relation": "!=",
        "right": {"expr": "1", "latex": "1", "value": 1.0},
    }
    text = wire.text(wire.wired(made, "en"))
    decoded: Any = msgspec.json.decode(text, type=Answer[form(command)])  # type: ignore[misc]
    assert json.loads(msgspec.json.encode(decoded)) == json.loads(text)


@pytest.mark.parametrize("command", QUESTIONS)
@pytest.mark.parametrize("shape", ["text", "latex", "markdown", "html"])
def test_every_form_shows_each_case(command: str, shape: Any) -> None:
    made = by_cases(command)
    heads = {"en": "For ", "zh": "当 "}
    for language in LANGUAGES:
        alone = document(replace(made, cases=()), Wishes(language, "none"))
        page = document(made, Wishes(language, "none"))
        assert len(page.blocks) > len(alone.blocks) + 1
        before, after = (rendered(each, shape, Terminal(width=100)) for each in (alone, page))
        assert after.count(heads[language]) > before.count(heads[language])


@pytest.mark.parametrize(("command", "typed", "values"), IN_PARAMETERS)
def test_an_exception_is_answered_as_if_its_value_were_given(
    command: str, typed: Typed, values: set[str]
) -> None:
    made = last(command, typed)
    found = wired(made)["result"]
    cases = {_said(case["when"]): case for case in found.get("cases", ())}
    assert {name for name in cases if "!=" not in name} == values
    for value in values:
        *_, given = solver_for(command)(
            question(command, replace(typed, where=[value.replace(" ", "")]))
        )
        asked = wired(given)["result"]
        assert asked["points"] == cases[value]["points"]
        assert asked["sets"] == cases[value]["sets"]
        for name in asked:
            if "minimum" in name or "maximum" in name:
                assert asked[name]["value"] == cases[value][name]["value"]


def _said(when: Any) -> str:
    (group,) = when
    return " and ".join(f"{r['left']['expr']} {r['relation']} {r['right']['expr']}" for r in group)


def test_in_python_each_case_is_a_result() -> None:
    made = ct.critical("x^2+a*x*y+y^2", wrt=["x", "y"])
    a = made.symbols["a"]
    general, below, above = made.cases
    assert general.when == sympy.And(sympy.Ne(a, -2), sympy.Ne(a, 2))
    assert [below.when, above.when] == [sympy.Eq(a, -2), sympy.Eq(a, 2)]
    assert general.points == made.points
    assert not above.points
    assert above.minimum is not None
    assert above.minimum.value == 0
    assert made.when is sympy.true
    assert not above.cases
