"""What to write at the place that an error names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from calctool.notation import synonyms
from calctool.notation.problem import Problem
from calctool.notation.tokens.scan import VALUE, bare, closing, parts, value_before

Mending = Callable[[str, Problem], list[str]]


def _factor(text: str, start: int, end: int, new: str) -> list[str]:
    """A product in place of a name; after a sign that would take its first factor, both ways."""
    plain = text[:start] + new + text[end:]
    before = text[:start].rstrip(" +-−")
    if "*" not in new or not before.endswith(("/", "÷", "^", "**")):
        return [plain]
    bracketed = f"{text[:start]}({new}){text[end:]}"
    is_whole = before.endswith(("/", "÷")) or new.startswith("pi*")
    return [bracketed, plain] if is_whole else [plain, bracketed]


def _put(text: str, problem: Problem, new: str) -> str:
    assert problem.span is not None  # noqa: S101 (asked before)
    return text[: problem.span.start] + new + text[problem.span.end :]


def joined_function(text: str, problem: Problem) -> list[str]:
    """xlnx is x*ln(x); sinx^2 is sin(x^2) or sin(x)^2."""
    assert problem.span is not None  # noqa: S101 (asked before)
    spelled = problem.facts["spelled"]
    assert isinstance(spelled, tuple)  # noqa: S101 (so it is made)
    if not spelled:
        return []
    start, end = problem.span
    power = re.compile(rf"\s*(?:\^|\*\*)\s*{VALUE}|[⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ]+").match(text, end)
    if power is None or not spelled[0].endswith(")"):
        return [each for new in spelled for each in _factor(text, start, end, new)]
    raised = power[0].strip()
    both = (f"{spelled[0][:-1]}{raised})", spelled[0] + raised)
    return [_factor(text, start, power.end(), new)[0] for new in both]


def function_name(text: str, problem: Problem) -> list[str]:
    """Sin x"""
    return [_put(text, problem, str(problem.facts["name"]).lower())]


def differential(_text: str, problem: Problem) -> list[str]:
    """The dx after an integrand, left out"""
    return [str(problem.facts["of"])]


def remainder(text: str, problem: Problem) -> list[str]:
    """xmod2"""
    found = re.fullmatch(r"([A-Za-z]\d*)mod(\d+)", str(problem.facts["name"]))
    return [_put(text, problem, f"mod({found[1]}, {found[2]})")] if found else []


def joined_product(text: str, problem: Problem) -> list[str]:
    """pix, xe, ex"""
    assert problem.span is not None  # noqa: S101 (asked before)
    texts = _factor(text, *problem.span, str(problem.facts["product"]))
    power = problem.facts.get("power")
    if power and str(power)[0] in "eE":
        texts.insert(0, _put(text, problem, str(power)))
    return texts


def unknown_function(text: str, problem: Problem) -> list[str]:
    """A name that has a formula; a variable before a bracket."""
    assert problem.span is not None  # noqa: S101 (asked before)
    name = text[problem.span.start : problem.span.end]
    opened = re.compile(r"\s*\(").match(text, problem.span.end)
    last = closing(text, opened.end() - 1) if opened else None
    if opened is None or last is None:
        return []
    given = [part.strip() for part in parts(text[opened.end() : last])]
    made = []
    for formula in synonyms.doubtful(name):
        if len(formula.parameters) == len(given):
            filled = _filled(formula, given)
            new = text[: problem.span.start] + filled + text[last + 1 :]
            made.append(bare(new) if problem.span.start == 0 else new)
    return made or _base_or_product(text, problem, name, opened.end(), last)


def _base_or_product(text: str, problem: Problem, name: str, start: int, last: int) -> list[str]:
    """log_a(x), xf(x), ab(x + 1)"""
    assert problem.span is not None  # noqa: S101 (asked before)
    inner = text[start:last]
    base = re.fullmatch(r"log_?([A-Za-z]\w*|\d+)", name)
    if base and name.startswith("log_"):
        return [f"{text[: problem.span.start]}log({inner}, {base[1]}){text[last + 1 :]}"]
    if problem.hint != "product-or-function":
        return []
    pieces = re.findall(r"[A-Za-z]\d*", name)
    if len(pieces) > 1 and pieces[-1] in "fghFGH":
        return [_put(text, problem, "*".join(pieces))]
    if len(pieces) == 1 or "".join(pieces) != name:
        return [_put(text, problem, f"{name}*")]
    return [_put(text, problem, "*".join(pieces) + "*")] if len(pieces) == 2 else []


def comma(text: str, problem: Problem) -> list[str]:
    """A decimal comma inside brackets"""
    assert problem.span is not None  # noqa: S101 (asked before)
    at = problem.span.start
    between = text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
    return [_put(text, problem, ".")] if between else []


def argument_count(text: str, problem: Problem) -> list[str]:
    """sin(1,5), x mod (y+1)"""
    assert problem.span is not None  # noqa: S101 (asked before)
    start, end = problem.span
    left = value_before(text, start) if problem.facts["name"] == "mod" else None
    if left is not None:
        inner = bare(text[start + len("mod") : end])
        return [f"{text[:left]}mod({text[left:start].strip()}, {inner}){text[end:]}"]
    pointed = re.sub(r"(?<=\d),(?=\d)", ".", text[start:end])
    return [text[:start] + pointed + text[end:]]


def _filled(formula: synonyms.Template, given: list[str]) -> str:
    written = formula.text
    values = dict(zip(formula.parameters, given, strict=True))
    plain = re.compile(VALUE)

    def value(found: re.Match[str]) -> str:
        inner = values[found[0]]
        before, after = written[: found.start()], written[found.end() :]
        enclosed = before[-1:] in ("(", ",") and after[:1] in (")", ",")
        return inner if enclosed or plain.fullmatch(inner) else f"({inner})"

    filled = re.sub(r"\b[uv]\b", value, written)
    is_call = (
        re.fullmatch(r"\w+\(.*\)", filled) and closing(filled, filled.index("(")) == len(filled) - 1
    )
    return filled if is_call else f"({filled})"


def factorial(text: str, problem: Problem) -> list[str]:
    """n! is gamma(n + 1)."""
    assert problem.span is not None  # noqa: S101 (asked before)
    if text[problem.span.start : problem.span.end] != "!":
        return unknown_function(text, problem)
    start = value_before(text, problem.span.start)
    if start is None:
        return []
    of = text[start : problem.span.start].strip()
    if of.startswith("(") and of.endswith(")"):
        of = of[1:-1]
    return [f"{text[:start]}gamma({of} + 1){text[problem.span.end :]}"]


def two_numbers(text: str, problem: Problem) -> list[str]:
    """3 4 is a product or one number."""
    assert problem.span is not None  # noqa: S101 (asked before)
    head, tail = text[: problem.span.start].rstrip(), text[problem.span.start :]
    return [f"{head}*{tail}", head + tail]


def inverse(text: str, problem: Problem) -> list[str]:
    """sin^-1(x) is asin(x) or 1/sin(x)."""
    assert problem.span is not None  # noqa: S101 (asked before)
    rest = text[problem.span.end :]
    name = problem.facts["name"]
    found = re.match(rf"\s*\(|\s*{VALUE}", rest)
    if found is None:
        return []
    end = found.end()
    if found[0].endswith("("):
        last = closing(rest, end - 1)
        if last is None:
            return []
        argument, tail = rest[end:last], rest[last + 1 :]
    else:
        argument, tail = found[0].strip(), rest[end:]
    head = text[: problem.span.start]
    reciprocal = f"1/{name}({argument})"
    if head.strip() or tail.strip():
        reciprocal = f"{head}({reciprocal}){tail}"
    if problem.hint != "inverse":
        return [reciprocal]
    return [f"{head}{problem.facts['inverse']}({argument}){tail}", reciprocal]


def unclosed(text: str, _problem: Problem) -> list[str]:
    missing = text.count("(") - text.count(")")
    return [text.rstrip() + ")" * missing] if missing > 0 else []


def unopened(text: str, problem: Problem) -> list[str]:
    return [_put(text, problem, "")]


def underscore(text: str, _problem: Problem) -> list[str]:
    """x_ and x__1; 1_000"""
    return [re.sub(r"(?<=\w)_+(?=\W|$)|(?<![\w])_+(?=[A-Za-z])|(?<=\d)_(?=\d)", "", text)
            .replace("__", "_")]  # fmt: skip


def invisible(text: str, _problem: Problem) -> list[str]:
    """Signs that print nothing, left out"""
    shown = [c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Co", "Cn", "Cs")]
    return ["".join(shown)]


def lookalike(text: str, problem: Problem) -> list[str]:
    return [_put(text, problem, str(problem.facts["letter"]))]


MENDINGS: dict[str, Mending] = {
    "syntax.joined-function": joined_function,
    "syntax.function-name": function_name,
    "syntax.differential": differential,
    "syntax.joined-pi": joined_product,
    "syntax.joined-e": joined_product,
    "syntax.unknown-function": unknown_function,
    "syntax.factorial": factorial,
    "syntax.reserved-word": remainder,
    "syntax.comma": comma,
    "syntax.argument-count": argument_count,
    "syntax.two-numbers": two_numbers,
    "syntax.inverse-or-reciprocal": inverse,
    "syntax.unclosed-bracket": unclosed,
    "syntax.unopened-bracket": unopened,
    "syntax.underscore": underscore,
    "character.invisible": invisible,
    "character.lookalike": lookalike,
}
"""By the id of the error."""

ALONE = frozenset({"character.invisible"})
"""Mended only where nothing else is wrong: what hides signs is no slip of the pen."""
