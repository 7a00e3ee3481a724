"""What both kinds of question share: the letters, the rules' own answer, and the last word."""

from __future__ import annotations

from calctool import budget
from calctool.notation.tokens.letters import INCREMENT
from calctool.notation.tree import Applied, Call, Name, Tree, expression
from calctool.notation.walk import walk
from calctool.solve.answer import Completeness, State, Status
from calctool.solve.derivation.engine import NoDerivation
from calctool.solve.derivation.found import Found
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.derivation.one_derivative import one_derivative
from calctool.solve.limits.place import Letters, Place
from calctool.solve.limits.record import LimitDefAnswer, LimitDefQuestion
from calctool.verify.verdict import Verdict
from calctool.words import limits as words


def place_of(question: LimitDefQuestion, base: Tree) -> Place:
    """Increments that occur nowhere in the question: h, or Δx, then those of inner functions."""
    f, x = question.statement, question.variable
    used = {x} | base.names | {part.id for part in walk(f) if isinstance(part, Name)}
    used |= {part.function for part in walk(f) if isinstance(part, Applied | Call)}
    letters = Letters(used)
    outer = (INCREMENT + x,) if question.delta else ("h", "k", "t")
    increment = letters.fresh(*outer)
    inner = tuple(letters.fresh("k", "t", "s") for _ in range(budget.LIMIT_NESTING))
    return Place(x, base, increment, letters, inner, delta=question.delta)


def by_rules(f: Tree, x: str) -> Found | NoDerivation:
    """The derivative as `diff` finds it, or why it finds none."""
    try:
        return one_derivative(f, (x,))
    except NoDerivation as stuck:
        return stuck


def written_out(found: Found) -> Tree:
    """The derivative by the rules, the names of its parts put back in."""
    return expanded(expression(found.result.derivative), found.names)


def judged(found: LimitDefAnswer) -> LimitDefAnswer:
    """A refuted derivation is a fault of ours."""
    if found.verdict is not Verdict.REFUTED:
        return found
    refuted = next(c.what for c in found.checks if c.finding.verdict is Verdict.REFUTED)
    unknown = Completeness(State.UNKNOWN, words.REFUTED)
    return LimitDefAnswer(
        question=found.question,
        quotient=found.quotient,
        status=Status.ERROR,
        completeness=unknown,
        checks=found.checks,
        error=("internal.refuted", refuted),
    )
