"""Whether constraints describe a compact set: closed, and bounded by one of three arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from calctool.algebra.extrema.forms.homogeneous import has_common_zero, is_definite
from calctool.algebra.extrema.polynomials import (
    Polynomial,
    fractions,
    polynomial,
    top_form,
    tree_of,
)
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import Tree
from calctool.words import Words
from calctool.words.extrema import extremes as words

Constraint = tuple[Tree, Literal["=", "<="]]
"""g = 0 or g <= 0."""


class Compactness(Struct, frozen=True):
    """`holds` None where it was not shown; then nothing is said of the set."""

    holds: Literal[True] | None
    argument: str
    reason: Words


NOT_CLOSED = Compactness(None, "undecided", words.NOT_CONTINUOUS_SHOWN)
NOT_BOUNDED = Compactness(None, "undecided", words.NOT_BOUNDED_SHOWN)


def compact(constraints: Sequence[Constraint], names: Sequence[str]) -> Compactness:
    """Of the points that keep all constraints, which must be polynomials over Q."""
    listed = [(polynomial(tree, names), sign) for tree, sign in constraints]
    known = [(p, sign) for p, sign in listed if p is not None and not p.is_constant()]
    polynomials = len(known) == len([tree for tree, _ in constraints if tree.names])
    for found in (_by_one(known, names), _by_variables(known, names), _by_all(known, names)):
        if found is not None:
            return found if polynomials else NOT_CLOSED
    return NOT_BOUNDED


def _by_one(known: Sequence[tuple[Polynomial, str]], names: Sequence[str]) -> Compactness | None:
    """g -> oo far out for some g <= 0, or g -> ±oo for some g = 0."""
    for p, sign in known:
        form = top_form(p)
        found = is_definite(form, names)
        if found == 1 or (found == -1 and sign == "="):
            reason = words.BOUNDED["compact-definite-form"]
            shown = quoted(tree_of(form, names))
            return Compactness(True, "compact-definite-form", reason.filled(form=shown))
    return None


def _by_all(known: Sequence[tuple[Polynomial, str]], names: Sequence[str]) -> Compactness | None:
    """A sequence of points going to infinity would have a direction where all top forms vanish."""
    forms = [top_form(p) for p, sign in known if sign == "="]
    if len(forms) < 2 or has_common_zero(forms, names) is not False:
        return None
    reason = words.BOUNDED["compact-top-forms"]
    shown = all_quoted(tree_of(form, names) for form in forms)
    return Compactness(True, "compact-top-forms", reason.filled(forms=shown))


# --- variable by variable -----------------------------------------------------------------------

Side = tuple[int, int]
"""A variable by its number, and 1 for bounded above, -1 for bounded below."""


def _by_variables(
    known: Sequence[tuple[Polynomial, str]], names: Sequence[str]
) -> Compactness | None:
    """Bounds of some variables give bounds of others, until nothing new is found."""
    sums = [_Sum(p) for p, _ in known] + [_Sum(-p) for p, sign in known if sign == "="]
    bounded: set[Side] = set()
    while True:
        found = {side for each in sums for side in each.bounds(bounded)} - bounded
        if not found:
            break
        bounded |= found
    if len(bounded) < 2 * len(names):
        return None
    reason = words.BOUNDED["compact-bounded-variables"].filled(names=", ".join(names))
    return Compactness(True, "compact-bounded-variables", reason)


class _Sum:
    """p <= 0 as a sum of functions of one variable each and of mixed terms."""

    def __init__(self, p: Polynomial) -> None:
        self.own: dict[int, dict[int, int]] = {}
        self.mixed: set[int] = set()
        for powers, c in fractions(p).items():
            inside = [index for index, n in enumerate(powers) if n]
            if len(inside) == 1:
                (index,) = inside
                self.own.setdefault(index, {})[powers[index]] = 1 if c > 0 else -1
            else:
                self.mixed.update(inside)

    def bounds(self, bounded: set[Side]) -> Iterator[Side]:
        """If all other parts are bounded below, the one left is bounded above."""
        if not all({(i, 1), (i, -1)} <= bounded for i in self.mixed):
            return
        open_parts = [i for i in self.own if not self._is_bounded_below(i, bounded)]
        for index in open_parts or self.own:
            if open_parts in ([], [index]):
                yield from self._sides(index)

    def _is_bounded_below(self, index: int, bounded: set[Side]) -> bool:
        degree = max(self.own[index])
        leading = self.own[index][degree]
        if {(index, 1), (index, -1)} <= bounded:
            return True
        if degree % 2 == 0:
            return leading > 0
        return (index, -leading) in bounded

    def _sides(self, index: int) -> Iterator[Side]:
        """Where a polynomial in one variable that is bounded above lets it go."""
        degree = max(self.own[index])
        leading = self.own[index][degree]
        if degree % 2:
            yield index, leading
        elif leading > 0:
            yield index, 1
            yield index, -1
