"""A derivation from the definition, led on to the form in which `diff` gives the derivative."""

from __future__ import annotations

from calctool.algebra.tidy import Move, readable_forms
from calctool.notation.tree import Tree
from calctool.solve.answer import Derivation, Step
from calctool.solve.limits.checked import end_of
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict
from calctool.words import limits as words


def in_usual_form(derivation: Derivation, f: Tree, x: str, known: Tree) -> Derivation:
    """Led on to the form that `diff` gives; checked like any other step."""
    end = end_of(derivation)
    if end == known:
        return derivation
    moves = readable_forms(end, f, x)
    if (moves[-1].after if moves else end) != known:
        finding = check_equality(end, known)
        if finding.verdict is Verdict.PROVED:
            step = Step("simplify", words.STEPS["simplify"], end, known, finding)
            return Derivation(derivation.start, (*derivation.steps, step))
    return _moved(derivation, end, moves)


def _moved(derivation: Derivation, state: Tree, moves: tuple[Move, ...]) -> Derivation:
    steps = list(derivation.steps)
    for move in moves:
        finding = check_equality(state, move.after)
        if finding.verdict in (Verdict.PROVED, Verdict.SAMPLED):
            steps.append(Step(move.id, move.words, state, move.after, finding, move.bindings))
            state = move.after
    return Derivation(derivation.start, tuple(steps))
