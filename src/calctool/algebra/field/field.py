"""Exact normal forms: trees as fractions of polynomials in names and kernels, with a derivation.

Equal normal forms prove equality wherever both sides are defined. A proof about trees that
contain D(...) holds off the points where abs, sign, max, a branch or a root switches.
"""

from __future__ import annotations

from collections.abc import Callable

from calctool import budget
from calctool.algebra.field.back import to_tree
from calctool.algebra.field.convert import convert
from calctool.algebra.field.difference import only_difference
from calctool.algebra.field.kernels import Kernels, RefinedError
from calctool.algebra.field.ring import Element, UnknownError
from calctool.algebra.field.slopes import derivative
from calctool.algebra.field.vanish import vanishes
from calctool.notation.tree import Tree
from calctool.notation.walk import new_parts


class Field(Kernels):
    """One for each problem: what was worked out for one check serves all that follow."""

    # --- questions ---

    def prove_equal(self, left: Tree, right: Tree) -> bool | None:
        """True: equal wherever both are defined. None: not known."""
        if left == right:
            return True
        inner = only_difference(left, right)
        if inner != (left, right) and self._equal(*inner):
            return True
        return self._equal(left, right)

    def is_zero(self, tree: Tree) -> bool | None:
        """True: zero wherever it is defined. None: not known."""

        def zero() -> bool:
            element = self.element(tree)
            return vanishes(self, element.num, [element.den], [tree], self.element)

        return self._answered(zero, tree)

    def normal(self, tree: Tree) -> Element | None:
        """The normal form off the switching points, None where there is none."""
        found: list[Element] = []

        def take() -> bool:
            found.append(self.element(tree))
            return True

        return found[-1] if self._answered(take, tree) else None

    def _equal(self, left: Tree, right: Tree) -> bool | None:
        def equal() -> bool:
            (a, b), (c, d) = self.element(left).parts(), self.element(right).parts()
            (a, b), ring = (self.ring.lift(a), self.ring.lift(b)), self.ring
            if a == c and b == d:
                return True
            difference = ring.times(a, d) - ring.times(c, b)
            return vanishes(self, difference, [b, d], [left, right], self.element)

        return self._answered(equal, left, right)

    def _answered(self, question: Callable[[], bool], *trees: Tree) -> bool | None:
        if self.ring.count > budget.MOST_GENERATORS // 2:
            self.renew()
        self.off_switches = any(tree.is_pending for tree in trees)
        self.ring.work = 0
        try:
            for _ in range(budget.REFINEMENTS):
                try:
                    return question() or None
                except RefinedError:
                    self._forget()
            return None
        except (UnknownError, OverflowError):
            return None

    # --- from trees ---

    def element(self, tree: Tree) -> Element:
        """The normal form; UnknownError where there is none or it is too large."""
        done = self._done[self.off_switches]
        if tree not in done:
            for at in new_parts(tree, done):
                done[at] = self._converted(at, done)
        found = done[tree]
        if found is None:
            raise UnknownError("no normal form")
        return found

    def _converted(self, tree: Tree, done: dict[Tree, Element | None]) -> Element | None:
        known: list[Element] = []
        for child in tree.children:
            element = done[child]
            if element is None:
                return None
            known.append(element)
        try:
            return convert(self, tree, known, self.element)
        except UnknownError as error:
            if error.args[0] == "work":
                raise
            return None

    def to_tree(self, element: Element) -> Tree | None:
        """The element written out, None where a part of it has no name in the notation."""
        try:
            return to_tree(self, element)
        except UnknownError:
            return None

    def derivative(self, element: Element, variable: str) -> Element:
        """The derivative of an element; UnknownError where a generator has none that is known."""
        return derivative(self, element, variable)

    # --- over again ---

    def renew(self) -> None:
        """Start over: elements and generators are forgotten."""
        super().renew()
        self._done: dict[bool, dict[Tree, Element | None]] = {False: {}, True: {}}

    def _forget(self) -> None:
        self.forget_steps()
        self._done = {False: {}, True: {}}


def prove_equal(left: Tree, right: Tree) -> bool | None:
    """As `Field.prove_equal`, for a single question.

    >>> prove_equal(tree("sin(x)^2 + cos(x)^2"), tree("1"))
    True
    >>> prove_equal(tree("x"), tree("x + 1")) is None
    True
    """
    return Field().prove_equal(left, right)


def is_zero(tree: Tree) -> bool | None:
    """As `Field.is_zero`, for a single question.

    >>> is_zero(tree("(x + 1)^2 - x^2 - 2*x - 1"))
    True
    """
    return Field().is_zero(tree)
