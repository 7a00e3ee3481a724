"""The answer of a search that had to be stopped, with the critical points seen until then."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.roots.seen import Seen
from calctool.notation.tree import expression
from calctool.solve.answer import Completeness, State
from calctool.solve.candidates import CandidatePoint, Test
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.table.stopped import Zero, zeros_seen
from calctool.words.extrema import candidates as said

_NAMED = {1: "+", -1: "-"}


def with_zeros(made: CriticalAnswer, seen: Seen) -> CriticalAnswer | None:
    """The gradient with these points; None where that is no more than was known."""
    if made.points or made.completeness.state is not State.UNKNOWN or not made.gradient:
        return None
    (name,) = made.question.wrt
    slope = expanded(expression(made.gradient[0].derivative), made.names)
    found = zeros_seen(made.question.statement, slope, name, seen)
    if not found:
        return None
    open_ones = Completeness(State.PARTIAL, said.UNFINISHED, (said.OTHER_POINTS,))
    points = tuple(_candidate(name, zero) for zero in found)
    return replace(made, points=points, completeness=open_ones)


def _candidate(name: str, zero: Zero) -> CandidatePoint:
    facts = {"before": _NAMED[-zero.side], "after": _NAMED[zero.side]}
    return CandidatePoint(
        ((name, zero.at),),
        zero.value,
        "local-minimum" if zero.side > 0 else "local-maximum",
        "gradient-zero",
        Test("sign-change", said.TESTS["sign-change"].filled(**facts)),
        strict=True,
    )
