"""How much of the answer in several variables is proved to be all there is, and why."""

from __future__ import annotations

from collections.abc import Iterable

from calctool.algebra.solutions import Solutions
from calctool.notation.quoted import quoted_box
from calctool.solve.answer import Completeness, State
from calctool.words import Words
from calctool.words.extrema import candidates as said


def completeness(solved: Solutions, missing: Iterable[Words]) -> Completeness:
    """`missing` is what lies beside the equations: edges, points not known to be inside."""
    beside = tuple(missing)
    left = tuple(dict.fromkeys((*solved.missing, *beside)))
    if solved.state == "complete" and not left:
        return Completeness(State.COMPLETE, _joined((said.COMPLETE, solved.reason)))
    reason = solved.reason
    if beside and solved.state != "partial":
        reason = said.SMOOTH_ONLY
    elif solved.state == "box" and solved.scope:
        reason = said.IN_BOX.filled(box=quoted_box(solved.scope))
    return Completeness(State.PARTIAL, reason, left, solved.scope, solved.undecided)


def _joined(parts: Iterable[Words]) -> Words:
    listed = tuple(parts)
    return Words(en=": ".join(each.en for each in listed), zh="：".join(each.zh for each in listed))
