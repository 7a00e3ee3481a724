"""Intervals on which f is claimed to increase, to decrease or to be constant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calctool.notation.problem import Problem
from calctool.notation.tokens.scan import parts
from calctool.solve.given import Claim
from calctool.solve.typed.answered import of_the_answer
from calctool.solve.typed.claims.points import read_value
from calctool.solve.typed.options.stretch import read_domains
from calctool.solve.typed.record import Typed

TREND = re.compile(
    r"(?:(?:strictly|monotonically|is|f|在|上|为|单调)\s*)*"
    r"(?P<trend>increas\w*|rising|grow\w*|递增|增|decreas\w*|falling|fall\w*|递减|减|constant|常数|不变)"
    r"\s*(?:(?:on|in|for|over|区间|:|：|上)\s*)*",
    re.IGNORECASE,
)


def intervals(
    piece: str, trend: re.Match[str], variable: str, typed: Typed, union: int
) -> Iterator[Claim]:
    said = trend["trend"].lower()
    is_up = said.startswith(("incr", "ris", "grow")) or said in ("递增", "增")
    is_flat = said.startswith("const") or said in ("常数", "不变")
    kind = "constant" if is_flat else "increasing" if is_up else "decreasing"
    rest = piece[trend.end() :].strip()
    if rest.lower() in ("everywhere", "always", "r", "ℝ", "处处", ""):
        rest = "(-oo, oo)"
    for number, (text, joined) in enumerate(_listed(rest)):
        together = union if joined else -(union * 1000 + number)
        yield interval(piece, text, kind, variable, typed, together)


def _listed(text: str) -> Iterator[tuple[str, bool]]:
    """Each interval, and whether it is joined to another one by ∪."""
    by_union = re.split(r"\s*(?:∪|\bU\b|\\cup|\bunion\b)\s*", text)
    joined = len(by_union) > 1
    for each in by_union:
        for part in parts(re.sub(r"\s+(?:and|or|und)\s+|\s*(?:和|与|及)\s*", ", ", each)):
            if part.strip():
                yield part.strip(), joined


def interval(piece: str, text: str, kind: str, variable: str, typed: Typed, union: int) -> Claim:
    letters = set(re.findall(r"(?<![A-Za-z])[knmj](?![A-Za-z(])", text)) - {variable, *typed.whole}
    try:
        if letters:
            start, end = (each.strip() for each in parts(text.strip()[1:-1]))
            ends = [read_value(each, typed, piece) for each in (start, end)]
            closed = (text.strip()[0] == "[", text.strip()[-1] == "]")
            return Claim(
                piece, kind, start=ends[0], end=ends[1], closed=closed,
                parameter=sorted(letters)[0], union=union,
            )  # fmt: skip
        (named,), _ = read_domains((text,), (variable,), letters=bool(typed.whole))
    except (Problem, ValueError):
        problem = Problem("check.claim", hint="claims-of-intervals", source=piece)
        raise of_the_answer(problem, piece) from None
    _, stretch = named
    return Claim(
        piece, kind, start=stretch.start, end=stretch.end, closed=stretch.closed, union=union
    )
