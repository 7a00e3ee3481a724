"""How much of the answer in several variables is proved to be all there is, and why."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from calctool.algebra.solutions import Solutions
from calctool.notation.quoted import quoted_box
from calctool.solve.answer import Completeness, State
from calctool.words import Words
from calctool.words.extrema import candidates as said

Scope = tuple[tuple[str, Fraction, Fraction], ...]


def completeness(solved: Solutions, scope: Scope, missing: Iterable[Words]) -> Completeness:
    """`missing` is what lies beside the equations: edges, points not known to be inside; nothing
    was looked for outside of `scope`."""
    beside = tuple(missing)
    left = tuple(dict.fromkeys((*solved.missing, *beside)))
    if solved.state == "complete" and not left and not scope:
        return Completeness(State.COMPLETE, _joined((said.COMPLETE, solved.reason)))
    reason = solved.reason
    if beside and solved.state != "partial":
        reason = said.SMOOTH_ONLY
    elif solved.state != "partial" and scope:
        reason = said.IN_BOX.filled(box=quoted_box(scope))
    return Completeness(State.PARTIAL, reason, left, scope, solved.undecided)


def _joined(parts: Iterable[Words]) -> Words:
    listed = tuple(parts)
    return Words(en=": ".join(each.en for each in listed), zh="：".join(each.zh for each in listed))
