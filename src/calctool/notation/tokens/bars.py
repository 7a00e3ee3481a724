"""Which bars open |x| and which close it, decided before parsing; two ways are an error."""

from msgspec.structs import replace

from calctool.atlas.index import SPELLINGS
from calctool.notation.node import Span
from calctool.notation.problem import Problem
from calctool.notation.tokens.letters import GREEK
from calctool.notation.tokens.lexer import Token

OPEN, CLOSE = "|(", "|)"
LETTERS_FIRST = frozenset(name for name in SPELLINGS if name in GREEK or len(name) == 1)
"""Names of functions that are functions only before a bracket, and letters elsewhere."""

_ENDS_VALUE = frozenset({"number", "name", ")", "superscript", "'", "!", "|", "⌋", "⌉", "fraction"})
_STARTS_VALUE = frozenset({"number", "name", "(", "√", "|", "⌊", "⌈", "fraction"})

Ways = list[list[tuple[int, int]]]
"""ways[i][depth][just opened]: in how many ways (2 is many) the bars from i on close all."""


def pair(tokens: list[Token], nesting: int) -> list[Token]:
    """The tokens with each bar made an opening or a closing one."""
    paired = list(tokens)
    # Bars pair up within one bracket, between its commas and relation signs.
    runs: list[list[int]] = [[]]
    for at, token in enumerate(tokens):
        if token.kind == "|":
            runs[-1].append(at)
        elif token.kind in ("(", "⌊", "⌈"):
            runs.append([])
        elif token.kind in (")", "⌋", "⌉", ",", "relation", "end"):
            _settle(paired, runs[-1], nesting)
            if token.kind in (")", "⌋", "⌉") and len(runs) > 1:
                runs.pop()
            else:
                runs[-1] = []
    return paired


def _settle(paired: list[Token], run: list[int], nesting: int) -> None:
    if not run:
        return
    # A sign after a bar is first taken for plus or minus between two values, as a reader does.
    for signs_may_open in (False, True):
        possible = [_possible(paired, at, signs_may_open) for at in run]
        ways = _ways(run, possible, nesting)
        if ways[0][0][0] > 1:
            first, last = paired[run[0]], paired[run[-1]]
            raise Problem("syntax.ambiguous-bars", Span(first.start, last.end), hint="bars")
        if ways[0][0][0] == 1:
            _mark(paired, run, possible, ways)
            return
    raise Problem("syntax.unpaired-bar", paired[run[0]].span, hint="bars")


def _possible(tokens: list[Token], at: int, signs_may_open: bool) -> tuple[bool, bool]:
    """Whether the bar can open, whether it can close."""
    after = tokens[at + 1].kind
    before = tokens[at - 1] if at else None
    if before is None or before.kind not in _ENDS_VALUE:
        return True, False
    if before.text in SPELLINGS and before.text not in LETTERS_FIRST:
        return True, False
    return after in _STARTS_VALUE or (signs_may_open and after in "+-"), True


def _ways(run: list[int], possible: list[tuple[bool, bool]], nesting: int) -> Ways:
    ways: Ways = [[(0, 0)] * (nesting + 2) for _ in range(len(run) + 1)]
    ways[len(run)][0] = (1, 1)
    for i in reversed(range(len(run))):
        opens, closes = possible[i]
        touching = i + 1 < len(run) and run[i + 1] == run[i] + 1
        for depth in range(nesting + 1):
            opening = ways[i + 1][depth + 1][touching] if opens else 0
            closing = ways[i + 1][depth - 1][0] if closes and depth else 0
            # After an opening bar that touches this one, closing would leave `||` empty.
            ways[i][depth] = (min(opening + closing, 2), opening)
    return ways


def _mark(
    paired: list[Token], run: list[int], possible: list[tuple[bool, bool]], ways: Ways
) -> None:
    depth = 0
    for i, at in enumerate(run):
        touching = i + 1 < len(run) and run[i + 1] == at + 1
        opens = possible[i][0] and ways[i + 1][depth + 1][touching] > 0
        depth += 1 if opens else -1
        paired[at] = replace(paired[at], kind=OPEN if opens else CLOSE)
