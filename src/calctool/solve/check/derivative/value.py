"""Answers at a point: the value of a derivative there, that there is none, and the tangent."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.field import prove_equal
from calctool.notation.tree import Negative, Sum, Tree
from calctool.solve.answer import AtPoint
from calctool.solve.check.derivative.assumed import Letters
from calctool.solve.check.derivative.decimals import can_be_rounded
from calctool.solve.check.derivative.formula import said_place
from calctool.solve.check.derivative.right import Right
from calctool.solve.check.record import Judgement, Seen
from calctool.solve.check.slips.diagnosis import diagnosed_value
from calctool.solve.exact.order import order
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.verify.verdict import Verdict as Certainty
from calctool.verify.witness import compared
from calctool.words import checking as words


def judged_value(right: Right, claimed: Tree | None) -> Judgement:
    """A number, or None for none, against the derivative at the point that was asked for."""
    at = right.one.at
    if at is None or at.exists is None:
        return _open()
    if claimed is None or not at.exists:
        if claimed is None and not at.exists:
            return Judgement("right", words.NONE_THERE)
        return _seen(at, None if claimed is None else exact(claimed))
    if at.value is None:
        return _open()
    if claimed.names | at.value.expr.names:
        return _in_letters(right, at, at.value.expr, claimed)
    apart = order(Sum((claimed, Negative(at.value.expr))))
    if apart is None:
        return _open()
    if apart == 0:
        return Judgement("right", words.SAME_VALUE)
    if can_be_rounded(at.value.expr, claimed):
        return Judgement("rounded", words.ROUNDED, _point(at, exact(exact_value(claimed))))
    found = _seen(at, exact(exact_value(claimed)))
    return replace(found, mistakes=diagnosed_value(right, claimed, at))


def _in_letters(right: Right, at: AtPoint, value: Tree, claimed: Tree) -> Judgement:
    """A formula in letters, wherever the derivative at the point has its value."""
    from calctool.solve.check.derivative.formula import shown

    if prove_equal(value, claimed):
        return Judgement("right", words.SAME_VALUE)
    for group in at.when:
        kept = Letters((*right.letters.relations, *group))
        places = kept.places(value.names | claimed.names)
        witness = compared(value, claimed, places, allowed=kept.keep).witness
        if witness is not None:
            seen = shown(witness, value, claimed)
            return Judgement("wrong", words.DIFFER.filled(place=said_place(seen)), seen)
    return _open()


def _open() -> Judgement:
    return Judgement("undecided", words.NO_POINTS, certainty=Certainty.UNDECIDED)


def _point(at: AtPoint, given: Exact | None) -> Seen:
    return Seen(at.point, given, at.value if at.exists else None)


def _seen(at: AtPoint, given: Exact | None) -> Judgement:
    seen = _point(at, given)
    return Judgement("wrong", words.DIFFER_AT.filled(place=said_place(seen)), seen)


def judged_tangent(right: Right, claimed: Tree) -> Judgement:
    """A line against the tangent."""
    from calctool.solve.check.derivative.formula import shown

    tangent = right.one.at.tangent if right.one.at is not None else None
    if tangent is None:
        return _open()
    if prove_equal(tangent, claimed):
        return Judgement("right", words.SAME_LINE)
    witness = compared(tangent, claimed).witness
    if witness is None:
        return _open()
    seen = shown(witness, tangent, claimed)
    if can_be_rounded(tangent, claimed):
        return Judgement("rounded", words.ROUNDED, seen)
    return Judgement("wrong", words.DIFFER.filled(place=said_place(seen)), seen)
