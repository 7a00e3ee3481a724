"""Lines of a derivation from the definition: with limits standing, or with the increment."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.field import prove_equal
from calctool.notation.tree import ONE, ZERO, Limit, Name, Negative, Quotient, Sum, Tree
from calctool.notation.walk import substitute, transform, walk
from calctool.rules.mistakes import BY_ID
from calctool.solve.check.derivative.formula import judged, said_place, shown
from calctool.solve.check.derivative.right import Right
from calctool.solve.check.record import CheckedLine, Judgement, Named
from calctool.solve.check.slips.algebra import slipped
from calctool.solve.given import Formula
from calctool.verify.limits import Limits
from calctool.verify.verdict import Verdict
from calctool.verify.verdict import Verdict as Certainty
from calctool.verify.witness import compared
from calctool.words import checking as words


def quotient(right: Right, increment: str) -> Tree:
    """(f(x + h) - f(x))/h"""
    moved = substitute(right.f, {right.variable: Sum((Name(right.variable), Name(increment)))})
    return Quotient(Sum((moved, Negative(right.f))), Name(increment))


def checked_limit_lines(right: Right, lines: tuple[Formula, ...]) -> tuple[CheckedLine, ...]:
    """A line with h is compared with the quotient, one with a limit with the limit of that, any
    other one with the derivative."""
    found: list[CheckedLine] = []
    before: Tree | None = None
    last: Tree = Limit(quotient(right, "h"), "h", ZERO)
    for number, line in enumerate(lines, 1):
        made = _judged(right, line.tree, before, is_last=number == len(lines))
        wrong = made.verdict == "wrong"
        follows = bool(
            wrong
            and found
            and found[-1].judgement.verdict == "wrong"
            and prove_equal(_bare(last), _bare(line.tree))
        )
        if follows:
            made = Judgement("wrong", words.FOLLOWS, made.witness)
        elif wrong:
            made = replace(made, mistakes=_mistakes(right, last, line.tree))
        last = line.tree
        found.append(CheckedLine(line.text, line.tree, made, follows))
        before = line.tree if made.verdict == "right" else before
    return tuple(found)


def _bare(line: Tree) -> Tree:
    """The line without its limit signs."""
    return transform(line, lambda at: _bare(at.operand) if isinstance(at, Limit) else None)


def _mistakes(right: Right, before: Tree, line: Tree) -> tuple[Named, ...]:
    """A wrong step of algebra under the limit signs, or a slip with h."""
    return slipped(_bare(before), _bare(line)) or slips_with_limits(right, line)


def _judged(right: Right, line: Tree, before: Tree | None, *, is_last: bool) -> Judgement:
    limits = [part for part in walk(line) if isinstance(part, Limit)]
    increment = next((part.variable for part in limits), "h")
    if limits:
        return _with_limits(right, line, before, increment, is_last=is_last)
    if increment not in line.names:
        return judged(right, line, pending=not is_last)
    true = quotient(right, increment)
    seen = compared(true, line)
    if seen.witness is not None:
        made = shown(seen.witness, true, line)
        return Judgement("wrong", words.DIFFER.filled(place=said_place(made)), made)
    if prove_equal(true, line):
        return Judgement("unfinished" if is_last else "right", words.EQUAL_TO_QUOTIENT)
    count = len(seen.agreed)
    said = words.AGREES.filled(points=count)
    return Judgement("undecided", said, agrees_at=count, certainty=Certainty.SAMPLED)


def _with_limits(
    right: Right, line: Tree, before: Tree | None, increment: str, *, is_last: bool
) -> Judgement:
    """Against the limit of the quotient, and against the line before where that is proved."""
    start = Limit(quotient(right, increment), increment, ZERO)
    checker = Limits()
    finding = checker.check(start, line, {})
    if finding.verdict is Verdict.REFUTED:
        return Judgement("wrong", words.LIMIT_DIFFERS)
    proved = finding.verdict is Verdict.PROVED
    if not proved and before is not None:
        proved = checker.check(before, line, {}).verdict is Verdict.PROVED
    if proved:
        return Judgement("unfinished" if is_last else "right", words.EQUAL_AS_LIMIT)
    count = finding.points
    said = words.AGREES.filled(points=count) if count else words.NO_POINTS
    return Judgement("undecided", said, agrees_at=count, certainty=Certainty.SAMPLED)


def slips_with_limits(right: Right, claimed: Tree) -> tuple[Named, ...]:
    """What goes wrong with h: kept, put to 1, or put to 0 too early."""
    true = quotient(right, "h")
    cases = (
        ("limit.h-kept", true if "h" in claimed.names else None),
        ("limit.h-as-one", substitute(true, {"h": ONE})),
        ("limit.substitution", ZERO),
    )
    found = [id for id, wrong in cases if wrong is not None and prove_equal(wrong, claimed)]
    return tuple(Named(BY_ID[id], certain=len(found) == 1) for id in found)
