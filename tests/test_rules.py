"""Every rule by the same contracts: its example uses it, the second opinion agrees with it,
broken copies of it are refuted, and the pages generated from it are up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from calctool.notation.reading.typed import read
from calctool.notation.tree import (
    ONE,
    TWO,
    Derivative,
    Negative,
    Product,
    Statement,
    Sum,
    Tree,
    expression,
)
from calctool.rules import every
from calctool.rules.rule import Match, Rule, fill, trees
from calctool.solve.answer import Derivation, Step
from calctool.solve.derivation.named_parts import derive_fully
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict
from texts import tree

ROOT = Path(__file__).parent.parent
ZERO_RULES = {"constant", "sign", "step", "floor", "ceiling"}
"""Rules whose derivative is 0: its negative and its double are 0 as well."""

LETTERS = (
    {"u": "x/3 + 1/4", "v": "x^2 + 1/5", "c": "a", "n": "3"},
    {"u": "sin(x)/4 + 1/2", "v": "exp(x)/9", "c": "2", "n": "2"},
    {"u": "1/(4 + x^2)", "v": "x/7 + 1/3", "c": "1/3", "n": "5"},
)

LOWER_BRANCH = {"u": "x/50 - 1/5", "c": "-1"}
"""The only other branch that the Lambert function has, and where it lives."""


def letters_for(rule: Rule) -> tuple[dict[str, str], ...]:
    return (LOWER_BRANCH,) if rule.id == "lambert-w-branch" else LETTERS


def leaves(steps: tuple[Step, ...]) -> list[Step]:
    return [leaf for step in steps for leaf in (leaves(step.steps) if step.steps else [step])]


def derived(text: str) -> Derivation:
    return derive_fully(expression(read(text).statement), "x").derivation


def filled(rule: Rule, letters: dict[str, str]) -> tuple[Tree, Tree]:
    """Both sides of a rule with its letters put in."""
    pattern, derivative, _ = trees(rule)
    found = Match({letter: tree(text) for letter, text in letters.items()})
    return Derivative(fill(pattern, found, "x"), ("x",)), fill(derivative, found, "x")


def agrees(rule: Rule, letters: dict[str, str]) -> Verdict:
    before, after = filled(rule, letters)
    return check_equality(before, after).verdict


@pytest.mark.parametrize("rule", every(), ids=lambda rule: rule.id)
def test_example_uses_the_rule(rule: Rule) -> None:
    assert rule.id in {step.rule for step in leaves(derived(rule.example).steps)}


@pytest.mark.parametrize("rule", every(), ids=lambda rule: rule.id)
def test_second_opinion_agrees(rule: Rule) -> None:
    verdicts = [agrees(rule, letters) for letters in letters_for(rule)]
    assert Verdict.REFUTED not in verdicts
    assert Verdict.PROVED in verdicts or Verdict.SAMPLED in verdicts


def mutants(rule: Rule, derivative: Tree) -> list[Tree]:
    found: list[Tree] = [Sum((derivative, ONE))]
    if rule.id not in ZERO_RULES:
        found += [Negative(derivative), Product((TWO, derivative))]
    return found


@pytest.mark.parametrize("rule", every(), ids=lambda rule: rule.id)
def test_mutants_are_refuted(rule: Rule) -> None:
    verdicts: dict[int, set[Verdict]] = {}
    for letters in letters_for(rule):
        before, after = filled(rule, letters)
        for mutant, broken in enumerate(mutants(rule, after)):
            verdicts.setdefault(mutant, set()).add(check_equality(before, broken).verdict)
    for seen in verdicts.values():
        assert Verdict.REFUTED in seen
        assert Verdict.PROVED not in seen


def test_ids_are_unique_and_for_ever() -> None:
    ids = [rule.id for rule in every()]
    assert len(ids) == len(set(ids))
    released = set((ROOT / "docs" / "ids.txt").read_text("utf-8").split())
    assert set(ids) <= released


def chained(start: Statement, steps: tuple[Step, ...]) -> bool:
    state = start
    for step in steps:
        if step.before != state or (step.steps and not chained(step.before, step.steps)):
            return False
        state = step.after
    return True
