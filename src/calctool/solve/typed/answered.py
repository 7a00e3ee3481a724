"""An answer that somebody gives, as expressions: in any notation, with work still to be done."""

from __future__ import annotations

import re
from collections.abc import Set

from calctool import budget
from calctool.notation.pending import Pending, taken_out
from calctool.notation.problem import Problem
from calctool.notation.tree import (
    Derivative,
    Limit,
    Name,
    Negative,
    Sum,
    Tree,
    expression,
)
from calctool.notation.walk import substitute
from calctool.solve.given import Formula
from calctool.solve.typed.reading import understood
from calctool.solve.typed.record import Typed
from calctool.words import Note
from calctool.words import checking as words

_LEFT = re.compile(
    r"""\s*(?:
        [A-Za-z](?:_\{?\w{1,4}\}?)?\s*(?:['’′]+|\^\{?(?:\\prime|\(\d\))+\}?)*\s*(?:\([^()=]*\))?
      | \(?\s*[d∂]\s*[²³\d^]*\s*[A-Za-z]?\s*(?:\([^()=]*\))?\s*/\s*[d∂]\s*[A-Za-z][²³\d^]*\s*\)?.*
      | \\[dt]?frac\s*\{\s*(?:\\mathrm\{d\}|d|\\partial)[^{}]*\}\s*\{[^{}]*\}.*
      | D\(.*\) | \(.*\)\s*['’′]+
    )\s*""",
    re.VERBOSE | re.DOTALL,
)
_EQUALS = re.compile(r"(?<![<>=!:≤≥≠])=(?!=)|==")
_INTEGRATION = re.compile(r"[Cck]|const(?:ant)?")


def formula(
    text: str, typed: Typed, names: Set[str], variable: str, about: str = ""
) -> tuple[Formula, tuple[Note, ...]]:
    """One expression of an answer to a question with these names; raises Problem, which says that
    the answer is meant."""
    tree, notation, notes = _read(right_side(text), typed, names, variable, depth=0)
    _refuse_constant(tree, names)
    return Formula(text.strip(), tree, about, notation), notes


def right_side(text: str) -> str:
    """What an answer says behind f'(x) =, y' =, dy/dx = or a lone equals sign."""
    stripped = text.strip().strip("$").strip()
    if "Piecewise" in stripped or "where" in stripped or "\\begin" in stripped:
        return stripped
    sides = _sides(stripped)
    if len(sides) == 1:
        return stripped
    left, last = sides[0].strip(), sides[-1].strip()
    if left and not _LEFT.fullmatch(left) and len(sides) == 2:
        raise of_the_answer(Problem("check.equation", hint="answer-alone", source=text), text)
    if not last:
        raise of_the_answer(Problem("syntax.empty"), text)
    return last


def _sides(text: str) -> list[str]:
    """The parts between equals signs outside all brackets."""
    ends, depth, last, found = {m.start(): m.end() for m in _EQUALS.finditer(text)}, 0, 0, []
    for at, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if depth == 0 and at in ends:
            found.append(text[last:at])
            last = ends[at]
    return [*found, text[last:]]


def _read(
    text: str, typed: Typed, names: Set[str], variable: str, depth: int
) -> tuple[Tree, str, tuple[Note, ...]]:
    """The expression; what is pending in it is read by itself and put in."""
    if depth > budget.NESTING // 8:
        raise of_the_answer(Problem("limit.nesting", most=budget.NESTING), text)
    if len(text) > budget.EXPRESSION_CHARACTERS:
        count = len(text)
        long = Problem("limit.characters", count=count, most=budget.EXPRESSION_CHARACTERS)
        raise of_the_answer(long, text)
    outer, parts = taken_out(text, names)
    letters = [part.letter for part in parts]
    asked = Typed(
        outer,
        function=typed.function,
        notation=typed.notation,
        whole=(*names_kept(names), *letters),
    )
    try:
        found = understood(asked, names)
        tree = expression(found.statement)
    except TypeError:
        raise of_the_answer(Problem("check.equation", hint="answer-alone"), text) from None
    except Problem as problem:
        raise of_the_answer(problem, text, outer) from None
    notes = tuple(note for note in found.notes if not parts or note.id == "note.read-notation")
    values: dict[str, Tree] = {}
    for part in parts:
        inner, _, more = _read(part.text, typed, names | {part.name} - {""}, variable, depth + 1)
        values[part.letter] = _work(part, inner, typed, names, variable)
        notes = (*notes, *more)
    return (substitute(tree, values) if values else tree), found.notation, notes


def names_kept(names: Set[str]) -> tuple[str, ...]:
    """Names of several letters are whole: the question has them."""
    return tuple(name for name in names if len(name) > 1)


def _work(part: Pending, inner: Tree, typed: Typed, names: Set[str], variable: str) -> Tree:
    name = part.name or variable
    if part.to is None:
        made = inner
        for _ in range(part.order):
            made = Derivative(made, (name,))
        return made
    text = part.to.rstrip("+-^")
    point, _, _ = _read(text, typed, names, variable, depth=1)
    return Limit(inner, name, point)


def of_the_answer(problem: Problem, text: str, read: str = "") -> Problem:
    """The problem as one of the answer, with its place in the answer as it was given."""
    problem.facts.setdefault("part", words.IN_THE_ANSWER)
    if problem.source in ("", text):
        problem.source = text
    elif read and read != text and problem.source == read:
        problem.source, problem.span = text, None
    return problem


def _refuse_constant(tree: Tree, names: Set[str]) -> None:
    """… + C is what an antiderivative has."""
    if not isinstance(tree, Sum):
        return
    for term in tree.terms:
        inner = term.operand if isinstance(term, Negative) else term
        if isinstance(inner, Name) and inner.id not in names and _INTEGRATION.fullmatch(inner.id):
            raise of_the_answer(
                Problem("check.integration-constant", hint="no-constant", name=inner.id), ""
            )
