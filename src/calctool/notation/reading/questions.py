"""Texts that ask for something else than the value of an expression: several lines, d/dx, dx."""

from __future__ import annotations

import re

from calctool import budget
from calctool.notation.node import Span
from calctool.notation.problem import Problem
from calctool.notation.tokens.joined import Scope

_OPERATOR = (
    r"\s*\(?(?:d|∂)\s*(?:\^?\s*(?P<order>\d+)|(?P<raised>[²³]))?\s*/\s*\(?(?:d|∂)\s*(?P<name>[^\W\d_]\w*?)"
    r"(?:\s*\^\s*\d+|[²³])?(?:\)|(?![\w]))\s*(?P<of>.+)"
)
_OVER = (
    r"\s*(?:d|∂)\s*(?:\^?\s*(?P<order>\d+)|(?P<raised>[²³]))?\s*\((?P<of>.+)\)\s*/"
    r"\s*\(?(?:d|∂)\s*(?P<name>[^\W\d_]\w*?)(?:\s*\^\s*\d+|[²³])?\)?\s*"
)
_CALLED = (
    r"\s*(?:D|diff|derivative|Derivative)\s*(?P<open>[(\[])(?P<of>.+),\s*(?P<name>[^\W\d_]\w*)"
    r"\s*(?:,\s*(?P<order>\d))?[)\]]\s*"
)
_INNER_OPERATOR = (
    r"(?<![\w.])(?:d|∂)(?:\s*\^?\s*\d+|[²³])?\s*/\s*\(?(?:d|∂)\s*(?P<name>[^\W\d_]\w*?)"
    r"(?:\s*\^\s*\d+|[²³])?\)?(?![\w])"
)
_INNER_CALL = r"(?<![\w.])(?P<called>diff|deriv|derivative|Diff|Derivative)\s*(?=[(\[])"
_PRIMED = r"\s*\((?P<of>.+)\)\s*(?P<primes>['’′]{1,3}|″)\s*"
_DIFFERENTIAL = r"(?<=[\w)\]|²³⁴⁵⁶⁷⁸⁹⁰¹])\s*(?:[*·]\s*)?\bd(?P<name>[A-Za-z]\w*)\s*$"
ASKED = frozenset({
    "syntax.several-lines", "syntax.derivative", "syntax.inner-derivative", "syntax.differential",
})  # fmt: skip
"""What is refused here."""
_CONTINUES = "+-*/^=<>≤≥≠,·×−(|"


def refuse(text: str, scope: Scope) -> None:
    """Raise Problem for a text that would be read as another question than it asks."""
    if len(text) > budget.EXPRESSION_CHARACTERS:
        return
    if "\n" in text:
        _refuse_lines(text)
    head = text.lstrip()[:1]
    if head and head in "d∂Dd(":
        _refuse_derivative(text, scope)
    if "d" in text.lower() or "∂" in text:
        _refuse_inner_derivative(text, scope)
        _refuse_differential(text, scope)


def _refuse_lines(text: str) -> None:
    """A line may end inside brackets or after a sign; else the next one is another expression."""
    depth = 0
    last = ""
    bare = text.rstrip()
    for at, character in enumerate(bare):
        depth += (character in "([{") - (character in ")]}")
        if character == "\n" and last and depth <= 0 and last not in _CONTINUES:
            import json

            lines = [line.strip() for line in bare.splitlines() if line.strip()]
            raise Problem(
                "syntax.several-lines", Span(at, at + 1), hint="a-batch-of-lines",
                command="diff", count=len(lines),
                first=json.dumps(lines[0], ensure_ascii=False)[1:-1],
            )  # fmt: skip
        last = last if character.isspace() else character


def _refuse_derivative(text: str, scope: Scope) -> None:
    even = " ".join(text.split())
    forms = (re.fullmatch(form, even, re.DOTALL) for form in (_OPERATOR, _OVER, _CALLED))
    found = next(filter(None, forms), None)
    if found is None:
        if (primed := re.fullmatch(_PRIMED, text, re.DOTALL)) and _is_one_group(text):
            marks = primed["primes"]
            order = 2 if marks == "″" else len(marks)
            raise _derivative(text, primed["of"].strip(), "", order)
        return
    name = found["name"]
    if f"d{name}" in scope.kept or re.search(rf"\bd{name}\b", found["of"]):
        return
    of = found["of"].strip()
    if of.startswith(("*", "+", "-", "/", "^", "=", ")")):
        return
    facts = found.groupdict()
    times = facts["order"] or {"²": "2", "³": "3"}.get(facts.get("raised") or "", "1")
    problem = _derivative(text, _bare(of), name, int(times))
    if of[:1] in ("(", "[") and _bare(of) == of:
        # d/dx (u) + v may go on after the derivative: no one command asks for that.
        problem.hint = None
    raise problem


def _bare(text: str) -> str:
    """Without the brackets around all of it."""
    is_whole = text[:1] in ("(", "[") and text[-1:] in (")", "]")
    return text[1:-1].strip() if is_whole and _is_one_group(text[:-1] + ")'") else text


def _is_one_group(text: str) -> bool:
    """Whether the first bracket is closed by the last."""
    bare = text.strip().rstrip("'’′″ ")
    depth = 0
    for at, character in enumerate(bare):
        depth += (character in "([") - (character in ")]")
        if depth == 0:
            return at == len(bare) - 1
    return False


def _derivative(text: str, of: str, name: str, order: int) -> Problem:
    options = (f" --wrt {name}" if name else "") + (f" --order {order}" if order > 1 else "")
    return Problem(
        "syntax.derivative", Span(0, len(text)), hint="ask-diff", source=text,
        of=of, options=options, name=name, order=order,
    )  # fmt: skip


def _refuse_inner_derivative(text: str, scope: Scope) -> None:
    """d/dx and diff(u, x) as a part of a formula: neither a quotient nor a function."""
    operator = re.search(_INNER_OPERATOR, text)
    if operator is not None:
        name = operator["name"]
        rest = text[: operator.start()] + " " + text[operator.end() :]
        is_letter = {"d", f"d{name}"} & set(scope.kept) or re.search(r"(?<!\w)[d∂](?!\w)", rest)
        if is_letter or not re.search(rf"(?<![^\W\d_]){name}\b", rest):
            operator = None
    found = operator or re.search(_INNER_CALL, text)
    if found is None or found.groupdict().get("called") in scope.kept:
        return
    raise Problem("syntax.inner-derivative", Span(*found.span()), hint="derivative-first")


def _refuse_differential(text: str, scope: Scope) -> None:
    """A last factor dx ends an integral or a differential: it is not a product with dx."""
    found = re.search(_DIFFERENTIAL, text)
    if found is None:
        return
    name, rest = found["name"], text[: found.start()].rstrip()
    differential = f"d{name}"
    if differential in scope.kept or re.search(rf"\bd{name}\b", rest):
        return
    if not re.search(rf"(?<![A-Za-z_]){name}(?![\w])", rest):
        return
    if re.search(r"(?<![A-Za-z_])d(?![\w])", rest):
        return
    raise Problem(
        "syntax.differential", Span(found.start(), len(text)), hint="without", source=text,
        name=differential, of=rest,
    )  # fmt: skip
