"""A problem as people see it: what, where with a caret, why, what to do."""

from calctool.notation.node import Span
from calctool.notation.problem import Problem
from calctool.present.problem import advice, sentence
from calctool.words import Language, Words
from calctool.words.printable import cells, printable

_LABEL = Words(en="error: ", zh="错误：")
_INDENT = "  "
_CUT = "..."


def drawn(problem: Problem, language: Language, width: int) -> str:
    """Up to four lines, each ended by a newline."""
    lines = [f"{_LABEL.say(language)}{sentence(problem, language)} [{problem.id}]"]
    if problem.span is not None and problem.source:
        lines += _pointed_at(problem.source, problem.span, width - len(_INDENT))
    hint = advice(problem, language)
    if hint:
        lines.append(hint)
    return "".join(line + "\n" for line in lines)


def _pointed_at(source: str, span: Span, width: int) -> list[str]:
    """The part of the source around the span that fits, and carets under the span."""
    text = printable(source)
    start = min(span.start, len(text))
    first = _first_shown(text, start, width)
    last = first
    while last < len(text) and cells(text[first : last + 1]) <= width - 2 * len(_CUT):
        last += 1
    before = _CUT if first else ""
    after = _CUT if last < len(text) else ""
    end = max(start + 1, min(span.end, last))
    gap = " " * cells(before + text[first:start])
    carets = "^" * max(1, cells(text[start:end]))
    return [
        f"{_INDENT}{before}{text[first:last]}{after}".rstrip(),
        f"{_INDENT}{gap}{carets}",
    ]


def _first_shown(text: str, start: int, width: int) -> int:
    """Where the shown part begins: a third of the line stands before the span when all cannot."""
    if cells(text) <= width - 2 * len(_CUT):
        return 0
    first = start
    while first > 0 and cells(text[first - 1 : start]) <= width // 3:
        first -= 1
    return first
