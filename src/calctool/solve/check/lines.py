"""A derivation line by line: each against the right answer, and what went wrong between two."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.field import prove_equal
from calctool.notation.tree import Derivative, Tree
from calctool.solve.check.derivative.formula import judged
from calctool.solve.check.derivative.right import Right
from calctool.solve.check.record import CheckedLine, Judgement, Named
from calctool.solve.check.slips.algebra import slipped
from calctool.solve.check.slips.diagnosis import diagnosed
from calctool.solve.given import Formula
from calctool.words import checking as words


def checked_lines(right: Right, lines: tuple[Formula, ...]) -> tuple[CheckedLine, ...]:
    """Each line with its verdict; the mistake is looked for where the first wrong one begins."""
    found: list[CheckedLine] = []
    before: Tree = Derivative(right.f, right.wrt)
    for number, line in enumerate(lines, 1):
        is_last = number == len(lines)
        judgement = judged(right, line.tree, pending=not is_last)
        wrong = judgement.verdict == "wrong"
        follows = bool(wrong and found and _wrong(found[-1]) and _same(before, line.tree))
        if wrong and not follows:
            judgement = replace(judgement, mistakes=_mistakes(right, before, line.tree, found))
        elif follows:
            judgement = Judgement("wrong", words.FOLLOWS, judgement.witness)
        found.append(CheckedLine(line.text, line.tree, judgement, follows))
        before = line.tree
    return tuple(found)


def _wrong(line: CheckedLine) -> bool:
    return line.judgement.verdict == "wrong"


def _same(before: Tree, after: Tree) -> bool:
    return bool(prove_equal(before, after))


def _mistakes(
    right: Right, before: Tree, claimed: Tree, found: list[CheckedLine]
) -> tuple[Named, ...]:
    """A wrong step of algebra from the line before, else a wrong rule on the way from f."""
    named = slipped(before, claimed)
    return named or (() if any(map(_wrong, found)) else diagnosed(right, claimed))
