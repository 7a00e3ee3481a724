"""Exact normal forms: trees as fractions of polynomials in names and kernels, with a derivation.

Equal normal forms prove equality wherever both sides are defined. A proof about trees that
contain D(...) holds off the points where abs, sign, max, a branch or a root switches.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import Any

from msgspec import Struct, field

from calctool import budget
from calctool.algebra.algebraic import Algebraic
from calctool.algebra.field import handbook, powers
from calctool.algebra.field.back import to_tree
from calctool.algebra.field.convert import convert
from calctool.algebra.field.definitions import DEFINITIONS
from calctool.algebra.field.difference import only_difference
from calctool.algebra.field.ring import Element, Ring, UnknownError
from calctool.algebra.field.slopes import derivative
from calctool.algebra.field.vanish import vanishes
from calctool.notation.tree import Derivative, Tree


class Kernel(Struct):
    """What a generator stands for; `data` is its denominator, its power or its orders."""

    kind: str
    arguments: tuple[Element, ...] = ()
    data: Any = None
    positive: bool = False
    slopes: dict[str, Element] = field(default_factory=dict)

    @property
    def step(self) -> int:
        return int(self.data)


class _RefinedError(Exception):
    """A kernel is needed in finer steps, sin(x/2) after sin(x): start over with those."""


class Field:
    """One for each problem: what was worked out for one check serves all that follow."""

    def __init__(self) -> None:
        self._renew()

    def _renew(self) -> None:
        self.ring = Ring()
        self.kernels: list[Kernel] = []
        self.off_switches = False
        self._indices: dict[str, int] = {}
        self._denominators: dict[str, int] = {}
        self._anchors: dict[str, list[int]] = {}
        self._done: dict[bool, dict[Tree, Element | None]] = {False: {}, True: {}}
        self._pending: dict[Tree, bool] = {}

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
            return vanishes(self, element.num, [element.den], [tree])

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
            return vanishes(self, difference, [b, d], [left, right])

        return self._answered(equal, left, right)

    def _answered(self, question: Callable[[], bool], *trees: Tree) -> bool | None:
        if self.ring.count > budget.MOST_GENERATORS // 2:
            self._renew()
        self.off_switches = any(self._is_pending(tree) for tree in trees)
        self.ring.work = 0
        try:
            for _ in range(budget.REFINEMENTS):
                try:
                    return question() or None
                except _RefinedError:
                    self._forget()
            return None
        except (UnknownError, OverflowError):
            return None

    def _is_pending(self, tree: Tree) -> bool:
        """Whether a derivative is still to be found in it."""
        found = self._pending.get(tree)
        if found is None:
            found = isinstance(tree, Derivative) or any(map(self._is_pending, tree.children))
            self._pending[tree] = found
        return found

    # --- from trees ---

    def element(self, tree: Tree) -> Element:
        """The normal form; UnknownError where there is none or it is too large."""
        done = self._done[self.off_switches]
        stack = [tree]
        while stack:
            at = stack[-1]
            missing = (
                [child for child in at.children if child not in done] if at not in done else []
            )
            if missing:
                stack += missing
                continue
            stack.pop()
            if at not in done:
                done[at] = self._converted(at, done)
        found = done[tree]
        if found is None:
            raise UnknownError("no normal form")
        return found

    def _converted(self, tree: Tree, done: dict[Tree, Element | None]) -> Element | None:
        children = [done[child] for child in tree.children]
        known = [child for child in children if child is not None]
        if len(known) < len(children):
            return None
        try:
            return convert(self, tree, known)
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
        return derivative(self, element, variable)

    # --- generators ---

    def kernel(
        self,
        kind: str,
        arguments: tuple[Element, ...] = (),
        data: Any = None,
        positive: bool = False,
    ) -> Element:
        """The generator of this meaning, made when it is first asked for."""
        key = f"{kind} {data} {' , '.join(argument.key for argument in arguments)}"
        index = self._indices.get(key)
        if index is None:
            index = self._indices[key] = self.ring.new()
            self.kernels.append(Kernel(kind, arguments, data, positive))
            self._relate(index, kind, arguments, data)
        return self.ring.generator(index)

    def _relate(self, index: int, kind: str, arguments: tuple[Element, ...], data: Any) -> None:
        if kind in ("root", "odd-root"):
            self.ring.relate(index, data, arguments[0])
        elif kind == "sign":
            self.ring.relate(index, 3, self.ring.generator(index))
        elif kind == "sin":
            cosine = self.kernel("cos", arguments, data)
            self.ring.relate(index, 2, 1 - cosine * cosine)
        elif kind == "algebraic":
            self._relate_algebraic(index, data)
        elif kind == "exp" and data == 1:
            inner = self.kernel_of(arguments[0])
            if inner is not None and inner.kind == "call LambertW":
                # w*exp(w) = u is what defines w = LambertW(u).
                self.ring.relate(index, 1, inner.arguments[0], times=arguments[0])

    def _relate_algebraic(self, index: int, number: Algebraic) -> None:
        """(c*u)^n in lower powers of c*u, c being the leading coefficient."""
        *lower, leading = number.coefficients
        degree, itself = len(lower), self.ring.generator(index)
        value = self.ring.constant(0)
        for power, c in enumerate(lower):
            value = value - itself**power * (c * leading ** (degree - 1 - power))
        self.ring.relate(index, degree, value)

    def kernel_of(self, element: Element) -> Kernel | None:
        """What a single generator stands for, None for anything else."""
        num, den = element.parts()
        if len(num) != 1 or not den.is_one() or num.total_degree() != 1:
            return None
        if num.leading_coefficient() != 1:
            return None
        return self.kernels[next(element.used())]

    def denominator(self, kind: str, base: Element, needed: int) -> int:
        """In what fraction of `base` the kernel is kept; finer when that is needed."""
        key = f"{kind} {base.key}"
        known = self._denominators.setdefault(key, needed)
        if known % needed:
            self._denominators[key] = lcm(known, needed)
            raise _RefinedError
        return known

    def anchors(self, base: Element) -> list[int]:
        """The large powers of `base` that are kernels."""
        return self._anchors.setdefault(base.key, [])

    def _forget(self) -> None:
        stepped = ("exp ", "sin ", "cos ", "root ", "odd-root ")
        kept = {key: i for key, i in self._indices.items() if not key.startswith(stepped)}
        self._indices = kept
        self._done = {False: {}, True: {}}
        for kernel in self.kernels:
            kernel.slopes = {}

    def constant(self, id: str) -> Element:
        return self.kernel(id, (), positive=True)

    def function(self, id: str, arguments: tuple[Element, ...]) -> Element:
        """A function through its definition, else a kernel."""
        definition = DEFINITIONS.get(id)
        if definition is not None:
            return definition(self, *arguments)
        if id in handbook.RECURRENCES:
            return handbook.bessel(self, id, *arguments)
        return self.opaque(id, arguments)

    def opaque(self, id: str, arguments: tuple[Element, ...]) -> Element:
        return self.kernel("call " + id, arguments)

    def power(self, base: Element, exponent: Fraction) -> Element:
        return powers.power(self, base, exponent)


def prove_equal(left: Tree, right: Tree) -> bool | None:
    """As `Field.prove_equal`, for a single question."""
    return Field().prove_equal(left, right)


def is_zero(tree: Tree) -> bool | None:
    """As `Field.is_zero`, for a single question."""
    return Field().is_zero(tree)
