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


def test_in_python_each_case_is_a_result() -> None:
    made = ct.critical("x^2+a*x*y+y^2", wrt=["x", "y"])
    a = made.symbols["a"]
    outside, below, between, above = made.cases
    assert below.when == sympy.Eq(a, -2)
    assert between.when == sympy.And(a > -2, a < 2)
    assert made.at(a=0).points[0].kind == "local-minimum"
    assert made.at(a=-2).when == below.when
    assert made.at(a=3).points[0].kind == made.at(a=-3).points[0].kind == "saddle"
    assert outside.when == sympy.Or(a < -2, a > 2)
    assert not above.points
    assert above.minimum is not None
    assert above.minimum.value == 0
    assert made.when is sympy.true
    assert not above.cases


def test_one_case_for_all_is_the_answer_itself() -> None:
    made = ct.lagrange("x*y", subject_to="p*x+q*y=m", wrt="x,y", assume=["p>0", "q>0"])
    (case,) = made.cases
    assert case.points == made.points
    assert made.at(p=1, q=2, m=3).points == made.points
    assert made.parameters == ("m", "p", "q")
