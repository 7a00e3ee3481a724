"""What the page of an answer says where the golden pages are silent."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

import calctool
from calctool.notation.printing.plain import plain
from calctool.present.diff import document
from calctool.present.document import Wishes
from calctool.present.parts.labels import Labels
from calctool.present.parts.sigmoid import sigmoid_written_out
from calctool.render.text import render
from calctool.run.child import solver_for
from calctool.solve.answer import Check, Completeness, Derivation, Kink, State, Status
from calctool.solve.exact.record import Exact
from calctool.solve.question import DiffQuestion
from calctool.solve.typed import Typed, question
from calctool.verify.verdict import Finding, Verdict
from calctool.words import Words, kinds
from calctool.words.proofs import checks, completeness
from golden_documents import relation, sigmoid_answer, tree

SOURCE = Path(calctool.__file__).parent


def page(answer, language="en", steps="brief"):
    found = document(answer, Wishes(language, steps))
    return render(found, width=120, colour=False, ascii_only=False)


def with_one(**changes):
    answer = sigmoid_answer()
    return replace(answer, derivatives=(replace(answer.derivatives[0], **changes),))


LABELS = [
    (("x^2",), ("x",), ("x",), "f'(x)"),
    (("x^2",), ("x",), ("x", "x"), "f''(x)"),
    (("f*x",), ("x",), ("x",), "g'(x)"),
    (("f(x)*g",), ("x",), ("x",), "h'(x)"),
    (("x*y",), ("x", "y"), ("y",), "D(f, y)"),
]


@pytest.mark.parametrize(("text", "wrt", "order", "label"), LABELS)
def test_labels_use_a_letter_that_is_free(text, wrt, order, label):
    question = DiffQuestion(text[0], tree(text[0]), wrt)
    assert Labels(question).derivative(order) == tree(label)


def test_the_label_of_an_implicit_derivative():
    question = DiffQuestion("x = y", relation("x = y"), ("x",), of="y")
    assert Labels(question).derivative(("x",)) == tree("D(y, x)")


def test_undecided_lines_are_never_ticked_and_say_why():
    answer = sigmoid_answer()
    (derivation,) = answer.derivatives[0].derivations
    unsure = Finding(Verdict.UNDECIDED, "nothing-usable")
    steps = tuple(replace(step, finding=unsure) for step in derivation.steps)
    text = page(
        replace(
            with_one(derivations=(Derivation(derivation.start, steps),)),
            completeness=Completeness(State.UNKNOWN, Words("not finished", "未完成")),
            checks=(Check("derivative", unsure),),
            status=Status.PARTIAL,
        )
    )
    assert "✓" not in text
    assert "? undecided: lines that could not be checked: 5 of 5: too few points" in text
    assert "? completeness unknown: not finished" in text


def test_what_is_missing_is_said_once():
    missing = (completeness.SWITCH.filled(condition="sin(x)^2 = 0"), Words("the rest", "其余"))
    reason = Words("some points were not examined", "有些点未考察")
    found = Completeness(State.PARTIAL, reason, missing)
    text = page(replace(sigmoid_answer(), completeness=found))
    assert "? not complete: some points were not examined; open: the rest\n" in text
    assert text.count("whether there is a derivative") == 1


def test_quiet_steps_are_folded_and_shown_in_full():
    answer = sigmoid_answer()
    (derivation,) = answer.derivatives[0].derivations
    first, second, *rest = derivation.steps
    quiet = Derivation(derivation.start, (first, replace(second, quiet=True), *rest))
    brief = page(with_one(derivations=(quiet,)))
    full = page(with_one(derivations=(quiet,)), steps="full")
    assert "4  = σ(x)" in brief
    assert "sum rule" not in brief
    assert "5  = σ(x)" in full
    assert "sum rule" in full


def test_parts_are_derived_once_each():
    answer = sigmoid_answer()
    (derivation,) = answer.derivatives[0].derivations
    last = derivation.steps[-1]
    part = replace(last, rule="part", bindings=(("u1", tree("x")),), steps=derivation.steps[1:3])
    text = page(with_one(derivations=(Derivation(derivation.start, (part, part)),)))
    assert text.count("derivative of u₁\n   d/dx") == 0
    assert len(re.findall(r"^derivative of u₁$", text, re.MULTILINE)) == 1


def test_a_jump_has_no_infinite_one_sided_derivatives():
    infinite = Exact(tree("oo"), None, None)
    jump = Kink(Exact(tree("0"), None, None), "jump", infinite, None)
    assert "x = 0: not differentiable, f jumps\n" in page(with_one(undefined_at=(jump,)))


WHOSE = [
    ("abs(x)", 2, "x = 0: not differentiable, a kink"),
    ("x*abs(x)", 2, "x = 0: f′(x) is not differentiable, it has a kink; left derivative −2"),
    ("x^2*abs(x)", 3, "x = 0: f″(x) is not differentiable, it has a kink; left derivative −6"),
    ("x^(5/3)", 2, "x = 0: f′(x) is not differentiable, its tangent is vertical"),
    ("x^(3/2)", 2, "x = 0: no two-sided derivative, the domain ends there"),
    ("sin(x)*abs(sin(x))", 2, "any integer: f′(x) is not differentiable, it has a kink"),
    ("Piecewise((x^3*sin(1/x), x!=0), (0, True))", 2, "x = 0: f′(x) is not differentiable, its"),
]


@pytest.mark.parametrize(("text", "order", "said"), WHOSE)
def test_what_is_not_differentiable_is_named(text, order, said):
    *_, answer = solver_for("diff")(question("diff", Typed(text, order=str(order))))
    assert said in re.sub(r"\s+", " ", page(answer, steps="none"))


def test_a_domain_that_all_share_is_said_once():
    *_, answer = solver_for("diff")(question("diff", Typed("x^a*y^b", wrt=("x", "y"))))
    assert page(answer, steps="none").count("x > 0, y > 0") == 1


def test_every_method_and_kind_has_its_words():
    sources = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    methods = set(re.findall(r"Finding\([^()]*\"([a-z-]+)\"", sources))
    assert {"identity", "same", "each-step"} <= methods <= set(checks.METHODS)
    assert {"kink", "jump", "outside-domain", "undecided"} <= set(kinds.KINDS)


def test_chinese_pages_hold_no_english_words():
    known = {"x", "y", "u", "v", "e", "ln", "sin", "d", "dx", "f", "xy"}
    words = set(re.findall(r"[A-Za-z]+", page(sigmoid_answer(), "zh", "full")))
    assert words <= known


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ("x*sigmoid(x)", "sigmoid(x) = 1/(1 + exp(-x))"),
        ("sigmoid(w*x)", "sigmoid(u) = 1/(1 + exp(-u))"),
        ("sigmoid(u*v)*sigmoid(x)", "sigmoid(t) = 1/(1 + exp(-t))"),
        ("x", None),
    ],
)
def test_the_sigmoid_is_written_out_in_a_letter_of_its_own(found, shown):
    text = sigmoid_written_out(tree("softplus(x)"), tree(found), "x")
    assert (text and plain(text.formulas[0])) == shown
