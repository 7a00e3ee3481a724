"""Which part of a sum of exponentials outgrows the rest, the rest of each part being bounded."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct, field

from calctool.algebra.build import added, divided, multiplied
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element
from calctool.algebra.germ.functions import LOG_KEY
from calctool.algebra.germ.series import Huge, leading, sign, without_leading_zeros
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.sign import sign as real_sign
from calctool.algebra.roots.functions.analytic import Analytic, written
from calctool.algebra.roots.limits.far_forms import germ_far, has_log, is_bounded
from calctool.notation.tree import Call, Name, Power, Tree, number
from calctool.notation.walk import substitute, transform

_BOUNDED = frozenset({"name", "sin", "cos", "sign"})
"""Kernels of the name itself, or that lie between -1 and 1."""
_POWERS = frozenset({"root", "odd-root", "power"})


class Group(Struct, frozen=True):
    """coefficient * exp(exponent), the coefficient bounded by a power of x.

    With a `sign` the coefficient is not less than another power of x, and has that sign.
    """

    coefficient: Tree
    exponent: Element
    sign: int = 0


def dominant(p: Analytic, levels: int) -> Group:
    """The part of a sum that outgrows the rest; it is not zero for all large x."""
    return _dominant(p, _Opener(p, levels).groups(), levels)


def _dominant(p: Analytic, groups: list[Group], levels: int) -> Group:
    while groups:
        first = groups[0]
        for other in groups[1:]:
            if growth(p, other.exponent - first.exponent, levels) > 0:
                first = other
        alike = [g for g in groups if not growth(p, g.exponent - first.exponent, levels)]
        total = balanced(p, alike, first.exponent)
        found = moderate_sign(total, p.name, levels)
        if found:
            return Group(total, first.exponent, found)
        groups = [g for g in groups if g not in alike]
    raise Undecided


def balanced(p: Analytic, groups: Iterable[Group], first: Element) -> Tree:
    """The sum divided by exp(first), term by term."""
    return added(
        multiplied((g.coefficient, Call("exp", (written(p, g.exponent - first),)))) for g in groups
    )


def ratio_far(numerator: Analytic, denominator: Analytic, levels: int) -> tuple[Tree, Element]:
    """A quotient as c*exp(d): c between two powers of x, and d."""
    parts, first = [], []
    for p in (numerator, denominator):
        groups = _Opener(p, levels).groups()
        first.append(_dominant(p, groups, levels).exponent)
        parts.append(balanced(p, groups, first[-1]))
    return divided(*parts), first[0] - first[1]


# --- growth -------------------------------------------------------------------------------------


def growth(p: Analytic, exponent: Element, levels: int) -> int:
    """1 or -1 where exp(exponent) grows or falls faster than any power of x, else 0."""
    if exponent.num.is_zero():
        return 0
    tree = written(p, exponent)
    try:
        germ = germ_far(tree, p.name)
    except (Undecided, Undefined):
        return _outgrows(tree, p.name, levels)
    if isinstance(germ, Huge):
        return germ.sign
    germ = without_leading_zeros(germ)
    if germ.lowest is None:
        return 0
    try:
        key, _ = leading(germ)
    except Undecided:
        if germ.bound is not None and germ.bound >= LOG_KEY:
            return 0
        raise
    return sign(germ) if key < LOG_KEY else 0


def _outgrows(tree: Tree, name: str, levels: int) -> int:
    """Compared with x and -x, which are far beyond every logarithm."""
    from calctool.algebra.roots.limits.signs_far_out import (
        sign_far,  # signs are found by what dominates
    )

    if levels == 0:
        raise Undecided
    for side in (1, -1):
        apart = added((tree, multiplied((number(-side), Name(name)))))
        if sign_far(apart, name, levels - 1) == side:
            return side
    raise Undecided


def moderate_sign(tree: Tree, name: str, levels: int) -> int:
    """The sign far out of what is proved to lie between two powers of x; 0 of the zero function.

    Undecided also where it falls or grows faster than every power.
    """
    found = _sign_of_power(tree, name)
    if found is None and levels and has_log(tree, name):
        opened = with_open_logs(tree, name, levels - 1)
        found = None if opened == tree else _sign_of_power(opened, name)
        if found is None:
            found = _sign_at_exponential(tree, name, levels - 1)
    if found is None:
        raise Undecided
    return found


def _sign_of_power(tree: Tree, name: str) -> int | None:
    try:
        germ = germ_far(tree, name)
        if isinstance(germ, Huge):
            return None
        germ = without_leading_zeros(germ)
        return 0 if germ.lowest is None else real_sign(leading(germ)[1])
    except (Undecided, Undefined):
        return None


def _sign_at_exponential(tree: Tree, name: str, levels: int) -> int:
    """With exp(x) for x, powers of x are the exponentials of multiples of x."""
    own = Field()
    element = own.normal(substitute(tree, {name: Call("exp", (Name(name),))}))
    if element is None:
        raise Undecided
    if element.num.is_zero():
        return 0
    top, bottom = (dominant(Analytic(own, part, name), levels) for part in element.parts())
    apart = top.exponent - bottom.exponent
    if not apart.num.is_zero():
        germ = germ_far(written(Analytic(own, element.num, name), apart), name)
        if isinstance(germ, Huge) or (germ.lowest is not None and germ.lowest[0] < -1):
            raise Undecided
    return top.sign * bottom.sign


# --- the parts of a sum -------------------------------------------------------------------------


class _Opener(Struct):
    """Terms as bounded coefficients times exponentials; roots of exponentials are such a product.

    sqrt(u) = exp(d/2)*sqrt(u*exp(-d)), where exp(d) is what dominates u.
    """

    p: Analytic
    levels: int
    known: dict[int, tuple[Element, Tree] | None] = field(default_factory=dict)

    def groups(self) -> list[Group]:
        """Undecided where a part may grow faster than powers without being an exponential."""
        ring = self.p.field.ring
        found: dict[tuple[str, tuple[tuple[int, int], ...]], tuple[Element, Element]] = {}
        for powers, c in self.p.terms():
            exponent, rest, roots = self._term(powers)
            term = Element(ring, ring.polynomial({rest: c}), ring.one)
            key = (exponent.key, roots)
            found[key] = (found[key][0] + term if key in found else term, exponent)
        return [
            Group(self._written(coefficient, roots), exponent)
            for (_, roots), (coefficient, exponent) in found.items()
            if not coefficient.num.is_zero()
        ]

    def _term(
        self, powers: tuple[int, ...]
    ) -> tuple[Element, tuple[int, ...], tuple[tuple[int, int], ...]]:
        """(exponent, powers of what stays as it is, powers of what was opened)."""
        exponent = self.p.field.ring.constant(0)
        rest, roots = list(powers), []
        for index, power in enumerate(powers):
            if not power or not self.p.moves(index):
                continue
            kernel = self.p.kernel(index)
            if kernel.kind == "exp":
                exponent = exponent + kernel.arguments[0] * Fraction(power, kernel.step)
                rest[index] = 0
            elif (opened := self._opened(index)) is not None:
                exponent = exponent + opened[0] * power
                rest[index] = 0
                roots.append((index, power))
        return exponent, tuple(rest), tuple(roots)

    def _written(self, coefficient: Element, roots: tuple[tuple[int, int], ...]) -> Tree:
        made = [written(self.p, coefficient)]
        for index, power in roots:
            opened = self.known[index]
            assert opened is not None  # noqa: S101 (only opened kernels are listed)
            made.append(opened[1] if power == 1 else Power(opened[1], number(power)))
        return multiplied(made)

    def _opened(self, index: int) -> tuple[Element, Tree] | None:
        """(d, r) of a kernel that is r*exp(d); None where it is bounded by a power of x."""
        if index not in self.known:
            self.known[index] = self._found(index)
        return self.known[index]

    def _found(self, index: int) -> tuple[Element, Tree] | None:
        p, kernel = self.p, self.p.kernel(index)
        if kernel.kind in _BOUNDED:
            return None
        if kernel.kind in _POWERS:
            exponent = Fraction(kernel.step) if kernel.kind == "power" else Fraction(1, kernel.step)
            return self._power(kernel.arguments[0], exponent)
        generator = p.field.ring.generator(index)
        if is_bounded(written(p, generator), p.name):
            return None
        if kernel.kind == "log":
            _, d = self._ratio(kernel.arguments[0])
            if d.num.is_zero() or is_bounded(written(p, d), p.name):
                return None
        raise Undecided

    def _power(self, base: Element, exponent: Fraction) -> tuple[Element, Tree] | None:
        if self._is_free(base):
            return None
        inner, d = self._ratio(base)
        if not growth(self.p, d, self.levels):
            return None
        return d * exponent, Power(inner, number(exponent))

    def _is_free(self, base: Element) -> bool:
        """Whether the base is a sum of what is bounded by powers, over a constant."""
        num, den = (Analytic(self.p.field, part, self.p.name) for part in base.parts())
        return not den.moving and all(
            group.exponent.num.is_zero() for group in _Opener(num, self.levels).groups()
        )

    def _ratio(self, of: Element) -> tuple[Tree, Element]:
        num, den = (Analytic(self.p.field, part, self.p.name) for part in of.parts())
        return ratio_far(num, den, self.levels)


# --- logarithms ---------------------------------------------------------------------------------


def with_open_logs(tree: Tree, name: str, levels: int) -> Tree:
    """log(u) as d + log(u*exp(-d)), where exp(d) is what dominates u far out."""

    def change(part: Tree) -> Tree | None:
        match part:
            case Call("log", (u,)) if name in u.names:
                try:
                    return _opened_log(u, name, levels)
                except Undecided:
                    return None
        return None

    return transform(tree, change)


def _opened_log(u: Tree, name: str, levels: int) -> Tree | None:
    own = Field()
    element = own.normal(u)
    if element is None:
        return None
    num, den = (Analytic(own, part, name) for part in element.parts())
    inner, apart = ratio_far(num, den, levels)
    if apart.num.is_zero():
        return None
    return added((written(num, apart), Call("log", (inner,))))
