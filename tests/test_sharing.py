"""What an answer works out once and uses often gives what each question would give alone."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calctool import budget
from calctool.algebra import clean as cleaning
from calctool.algebra.ball import Ball, Growing, Program
from calctool.algebra.clean import clean
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.field import Field
from calctool.algebra.roots import Roots
from calctool.algebra.roots import zeros as search
from calctool.algebra.roots.records import LINE
from calctool.algebra.systems.solve import polynomial_solutions
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.reading.typed import read
from calctool.notation.tree import ONE, Name, Product, Sum, Tree, expression
from calctool.notation.walk import interned, occurrences, walk
from calctool.render import wire
from calctool.render.wire.formula import Formulas
from calctool.run.child import solver_for
from calctool.solve import typed
from calctool.solve.typed import Typed
from calctool.verify import equality
from calctool.verify.derivative import check_derivative
from calctool.verify.equality import Shared, check_equality
from calctool.verify.verdict import Verdict
from trees import trees


def tree(text: str) -> Tree:
    return expression(read_back(text))


def nested(form: str, depth: int) -> Tree:
    text = "x"
    for _ in range(depth):
        text = form.format(text)
    return tree(text)


# --- rings that grow ------------------------------------------------------------------------


@given(trees(), trees())
def test_a_ring_that_grows_at_every_step_proves_the_same(left: Tree, right: Tree) -> None:
    def asked() -> tuple[object, ...]:
        field = Field()
        pairs = ((left, right), (Product((left, right)), Product((right, left))))
        return (*(field.prove_equal(*pair) for pair in pairs), field.is_zero(left))

    known = asked()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(budget, "GENERATORS", 1)
        assert asked() == known


@pytest.mark.parametrize(
    "f",
    ["sqrt(log(x)^2*(log(x)/tanh(x)))", "abs(x*log(x)) + abs(sin(x)*x)", "sqrt(x^2-abs(x)*exp(x))"],
)
def test_an_answer_does_not_depend_on_how_large_a_ring_begins(
    f: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wired() -> list[bytes]:
        *_, answer = solver_for("diff")(typed.question("diff", Typed(f, wrt=("x",))))
        return [wire.line(step) for step in wire.wired(answer, "en").steps]

    known = wired()
    monkeypatch.setattr(budget, "GENERATORS", 1)
    assert wired() == known


# --- values at shared points --------------------------------------------------------------------


@given(st.lists(trees(), min_size=1, max_size=4), st.fractions(min_value=-9, max_value=9))
def test_a_growing_program_gives_the_values_of_single_ones(
    given_trees: list[Tree], at: Fraction
) -> None:
    growing = Growing()
    names = frozenset().union(*(each.names for each in given_trees))
    point = {name: Fraction(at) + place for place, name in enumerate(sorted(names))}
    for each in (*given_trees, *given_trees):
        (alone,) = Program((each,)).balls(point, bits=128, seed=0)
        together = growing.ball(each, 0, point, 128)
        assert isinstance(alone, Ball) == isinstance(together, Ball)
        if isinstance(alone, Ball) and isinstance(together, Ball):
            assert alone.overlaps(together)
        else:
            assert alone is together


def test_a_false_proof_is_refuted_at_shared_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Field, "prove_equal", lambda *_: True)
    monkeypatch.setattr(equality, "prove_equal", lambda *_: True)
    shared = Shared(tree("x*sin(x)"))
    right = check_equality(tree("D(x*sin(x), x)"), tree("sin(x) + x*cos(x)"), shared)
    assert right.verdict is Verdict.PROVED
    for wrong in ("sin(x) - x*cos(x)", "sin(x)", "D(x, x)*D(sin(x), x)"):
        found = check_equality(tree("D(x*sin(x), x)"), tree(wrong), shared)
        assert found.verdict is Verdict.REFUTED


@pytest.mark.parametrize(
    ("before", "after"),
    [("log(x^2)", "2*log(x)"), ("x/x", "x^2/(x*sqrt(x^2)) + 0/x"), ("sqrt(x^2)", "sqrt(x)^2")],
)
def test_a_domain_that_shrinks_is_seen_at_shared_points(before: str, after: str) -> None:
    found = check_equality(tree(before), tree(after), Shared(tree("exp(x)")))
    assert found.verdict is not Verdict.PROVED


@pytest.mark.parametrize("f", ["acos(x^2 - 5000)", "log(x - 10^6)", "sqrt(-x^2)", "asin(2 + x^2)"])
def test_where_shared_points_are_of_no_use_others_are_tried(f: str) -> None:
    before, after = tree(f"D({f} + x, x)"), tree(f"D({f}, x) + 1")
    assert check_equality(before, after, Shared(tree(f))) == check_equality(before, after)


@pytest.mark.parametrize("f", ["x^2*sin(x)", "acos(x^2 - 5000)", "abs(x)", "log(x - 10^6)"])
@pytest.mark.parametrize("wrong", [False, True])
def test_the_whole_is_checked_as_it_is_without_the_points_of_its_lines(f: str, wrong: bool) -> None:
    *_, answer = solver_for("diff")(typed.question("diff", Typed(f, wrt=("x",))))
    claimed = expression(answer.derivatives[0].derivative)
    claimed = Sum((claimed, tree("x/1000"))) if wrong else claimed
    shared = Shared(tree(f))
    shared.objection(tree(f"D({f}, x)"), claimed)
    found = check_derivative(tree(f), ("x",), claimed, shared)
    alone = check_derivative(tree(f), ("x",), claimed)
    assert found == alone
    assert (found.verdict is Verdict.REFUTED) is (wrong and "0" not in f)


# --- parts, texts and clean forms ---------------------------------------------------------------


@given(trees())
def test_what_is_left_as_it_is_was_clean(given_tree: Tree) -> None:
    quick = clean(given_tree)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cleaning, "_is_clean", lambda _: False)
        assert plain(clean(given_tree)) == plain(quick)


@given(trees())
def test_interned_trees_are_the_same(given_tree: Tree) -> None:
    made = interned(given_tree)
    assert made == given_tree
    assert plain(made) == plain(given_tree)


def test_equal_parts_of_what_is_read_are_one_object() -> None:
    found = expression(read("sin(x + 1)^2 + cos(x + 1)*(x + 1)").statement)
    parts: dict[Tree, Tree] = {}

    def all_parts(at: Tree) -> Iterator[Tree]:
        yield at
        for child in at.children:
            yield from all_parts(child)

    for part in all_parts(found):
        assert parts.setdefault(part, part) is part


def test_numbers_typed_differently_stay_apart() -> None:
    for text in ("0.5*x + 0.50*x^2", "1.0*x^2 + 1.00*x + 1*x", "sin(0.5*x) + cos(0.50*x)"):
        assert plain(expression(read(text).statement)) == text
        question = typed.question("diff", Typed(text))
        *_, answer = solver_for("diff")(question)
        wired = wire.wired(answer, "en")
        assert wired.question is not None
        assert wired.question.expr == text
        assert wired.steps[0].before.latex.count("0.50") == text.count("0.50")


@given(st.lists(trees(), min_size=1, max_size=3))
def test_shared_texts_are_those_of_single_formulas(given_trees: list[Tree]) -> None:
    names = frozenset().union(*(each.names for each in given_trees))
    together = Formulas(names)
    for each in (*given_trees, *given_trees):
        assert together.math(each) == Formulas(names).math(each)


# --- work that stays bounded --------------------------------------------------------------------


def found_zeros(text: str) -> Roots:
    search.cache_clear()
    return search(tree(text), "x", (LINE,))


@pytest.mark.parametrize("most", [1, 2, 3, 5, 9])
@pytest.mark.parametrize(
    "text",
    [
        "sin(x) - 1/2", "exp(2*x) - 3*exp(x) + 2", "abs(x - 1) - abs(x) + x", "tan(sqrt(1 + x))",
        "log(x)^2 - log(x)", "x*exp(-x) - 1/10", "sin(x)*abs(x) - x/2", "sqrt(x + 1) - x",
        "sin(x^2)/x - 1/9", "max(x^2 - 2, x)", "x^4 - 5*x^2 + 4", "exp(x) - x - 2",
    ],
)  # fmt: skip
def test_a_search_that_is_cut_off_never_claims_to_be_complete(
    text: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = found_zeros(text)
    monkeypatch.setattr(budget, "ZERO_SEARCHES", most)
    cut = found_zeros(text)
    search.cache_clear()
    if cut.state == "complete":
        assert [each.at for each in cut.zeros] == [each.at for each in whole.zeros]
        assert cut.families == whole.families


def test_nested_functions_are_written_once() -> None:
    deep = nested("tan(1/(3 + {}))", 40)
    field = Field()
    element = field.normal(deep)
    assert element is not None
    written = field.to_tree(element)
    assert written is not None
    assert sum(1 for _ in walk(written)) < 40 * 40
    assert not range_of(written, {}).is_empty
    doubled: Tree = Name("x")
    for _ in range(60):
        doubled = Product((doubled, Sum((doubled, ONE))))
    assert occurrences(doubled, "x") == 2**60


def test_nested_tangents_are_answered_in_part() -> None:
    text = plain(nested("tan(sqrt(1 + {}))", 9))
    *_, answer = solver_for("diff")(typed.question("diff", Typed(text)))
    assert answer.status.value == "partial"
    assert answer.completeness.missing


def test_long_values_of_a_table_are_enclosed_and_their_places_exact() -> None:
    text = "*".join(f"(x-{number})" for number in range(1, 17))
    *_, answer = solver_for("table")(typed.question("table", Typed(text)))
    turning = [point for point in answer.points if "stationary" in point.kinds]
    assert len(turning) == 15
    assert all(point.at.is_known for point in turning)
    rounded = [point.value for point in turning if point.value and not point.value.is_known]
    assert rounded
    assert all(value.low < value.high for value in rounded)
    assert len(wire.line(wire.wired(answer, "en"))) < 1_000_000


def test_hundreds_of_solutions_are_listed() -> None:
    equations = [tree(f"{name}^3 - {name}") for name in "uvxyz"]
    found = polynomial_solutions(equations, "uvxyz")
    assert found.state == "complete"
    assert len(found.roots) == 3**5
