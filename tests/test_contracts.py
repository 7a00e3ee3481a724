"""Contracts over random expressions: whatever is asked, the derivation holds together."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

from hypothesis import given, settings

from calctool.algebra.domain.conditions import conditions, is_empty
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import (
    ONE,
    TWO,
    Derivative,
    Negative,
    Number,
    Product,
    Statement,
    Sum,
    Tree,
    expression,
)
from calctool.notation.walk import interned, walk
from calctool.solve.answer import OneDerivative, Step
from calctool.solve.derivation.engine import NoDerivation
from calctool.solve.derivation.one_derivative import one_derivative
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict
from trees import trees

ELEMENTARY = tuple(
    "exp log sqrt cbrt sin cos tan asin acos atan sinh cosh tanh asinh abs sign sigmoid softplus "  # noqa: SIM905
    "relu elu silu gelu softsign erf gamma max min floor".split()
)

EXPRESSIONS = trees(("x", "a"), 3, functions=ELEMENTARY, derivatives=False)


def derived(tree: Tree) -> OneDerivative | None:
    """None where the question has no answer: no value anywhere, or no rule."""
    if is_empty(conditions(tree)):
        return None
    try:
        return one_derivative(tree, ("x",)).result
    except NoDerivation:
        return None


LEMMAS = ("part", "by-definition", "put-in-slope")
"""Steps whose inner steps are derivations of their own."""


def is_chain(start: Statement, steps: tuple[Step, ...]) -> bool:
    state = start
    for step in steps:
        lemma = step.rule in LEMMAS
        if step.before != state or not (lemma or is_chain(step.before, step.steps)):
            return False
        if step.steps and not lemma and step.steps[-1].after != step.after:
            return False
        state = step.after
    return True


def every(steps: tuple[Step, ...]) -> list[Step]:
    return [found for step in steps for found in (step, *every(step.steps))]


@settings(max_examples=150, deadline=None)
@given(EXPRESSIONS)
def test_steps_chain_and_end_at_the_answer(tree: Tree) -> None:
    one = derived(tree)
    if one is None:
        return
    (derivation,) = one.derivations
    assert derivation.start == Derivative(tree, ("x",))
    assert is_chain(derivation.start, derivation.steps)
    assert derivation.end == one.derivative
    assert not any(isinstance(at, Derivative) for at in walk(one.derivative))


@settings(max_examples=150, deadline=None)
@given(EXPRESSIONS)
def test_no_step_is_refuted(tree: Tree) -> None:
    one = derived(tree)
    if one is not None:
        found = {step.finding.verdict for step in every(one.derivations[0].steps)}
        assert Verdict.REFUTED not in found
        whole = check_equality(Derivative(tree, ("x",)), one.derivative)
        assert whole.verdict is not Verdict.REFUTED


@settings(max_examples=100, deadline=None)
@given(EXPRESSIONS)
def test_every_state_is_read_back(tree: Tree) -> None:
    one = derived(tree)
    if one is not None:
        for step in every(one.derivations[0].steps):
            assert read_back(plain(step.before), functions=("f", "g", "h")) == step.before
            assert read_back(plain(step.after), functions=("f", "g", "h")) == step.after


@settings(max_examples=60, deadline=None)
@given(EXPRESSIONS)
def test_a_broken_answer_is_never_proved(tree: Tree) -> None:
    one = derived(tree)
    if one is not None:
        broken = Sum((expression(one.derivative), ONE))
        assert check_equality(Derivative(tree, ("x",)), broken).verdict is not Verdict.PROVED


@settings(max_examples=200, deadline=None)
@given(trees(("x", "a"), 3))
def test_equal_parts_are_one_object_but_for_typed_decimals(tree: Tree) -> None:
    """0.5 and 0.50 are equal, and each is printed as it was typed."""
    whole = Sum((tree, Negative(Product((TWO, read_copy(tree))))))
    made = interned(whole)
    assert made == whole
    assert plain(made) == plain(whole)
    found: dict[Tree, Tree] = {}
    for part in every_part(made):
        if not any(isinstance(inner, Number) and inner.typed for inner in every_part(part)):
            assert found.setdefault(part, part) is part


def read_copy(tree: Tree) -> Tree:
    """An equal tree of other objects."""
    copy: Tree = pickle.loads(pickle.dumps(tree))  # noqa: S301
    return copy


def every_part(tree: Tree) -> Iterator[Tree]:
    """Parts as objects, those that repeat again and again."""
    yield tree
    for child in tree.children:
        yield from every_part(child)
