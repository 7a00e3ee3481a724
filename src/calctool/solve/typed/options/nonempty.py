"""What letters in the ends of an interval must be for it to have points."""

from __future__ import annotations

from calctool.algebra.build import added, negated
from calctool.algebra.field import Field
from calctool.algebra.field.ring import UnknownError
from calctool.notation.problem import Problem
from calctool.notation.tree import INFINITY, Name, Negative, Relation, number
from calctool.solve.question import Stretch


def has_points(stretch: Stretch) -> tuple[Relation, ...]:
    """The relation between letters for which the start lies before the end; none where it does
    for all of them.

    Raises Problem where it does for none.
    """
    if stretch.start == Negative(INFINITY) or stretch.end == INFINITY:
        return ()
    length = added((stretch.end, negated(stretch.start)))
    own = Field()
    element = own.normal(length)
    if element is None:
        return (Relation(stretch.start, "<", stretch.end),)
    if element.value is not None:
        if element.value <= 0:
            raise Problem("question.domain-order")
        return ()
    letters = sorted(stretch.letters)
    try:
        slope = own.derivative(element, letters[0]).value
    except UnknownError:
        slope = None
    if len(letters) > 1 or not slope:
        return (Relation(stretch.start, "<", stretch.end),)
    rest = (element - own.element(Name(letters[0])) * slope).value
    if rest is None:
        return (Relation(stretch.start, "<", stretch.end),)
    return (Relation(Name(letters[0]), ">" if slope > 0 else "<", number(-rest / slope)),)
