"""Equations without what can never be zero: positive factors, denominators, constants."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from calctool.algebra.build import added, divided, product, raised
from calctool.algebra.common_field import Forms, forms
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.ranges import decided
from calctool.algebra.field.factors import is_positive
from calctool.algebra.field.ring import Polynomial, UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.notation.tree import ONE, ZERO, Call, Quotient, Relation, Tree, number
from calctool.notation.walk import transform, walk

NEVER_ZERO = frozenset(("gamma",))
"""Functions without zeros that take both signs."""


class Stripped(Struct, frozen=True):
    """`tree` vanishes where the original does, within its domain; `removed` is never zero there."""

    tree: Tree
    removed: tuple[Tree, ...] = ()


@lru_cache(maxsize=256)
def strip(tree: Tree) -> Stripped:
    """Factors without zeros taken out; the tree itself where there are none."""
    try:
        own = forms((tree,))
        numerator, denominator = own.numerators[0], own.denominators[0]
        if numerator.is_zero():
            return Stripped(ZERO)
        kept, removed = _split(own, numerator, tree)
        removed += _below(own, denominator)
        if not removed and not any(map(_has_names_below, walk(tree))):
            return Stripped(tree)
        return Stripped(_natural(product(kept), tree), _gathered(removed, tree))
    except (Undecided, UnknownError):
        return Stripped(tree)


def is_never_zero(tree: Tree) -> bool:
    """Whether it is a constant that certainly is not zero."""
    if tree.names:
        return False
    try:
        return constant_sign(tree) != 0
    except (Undecided, Undefined):
        return False


def _has_names_below(part: Tree) -> bool:
    return isinstance(part, Quotient) and bool(part.denominator.names)


def _split(own: Forms, numerator: Polynomial, tree: Tree) -> tuple[list[Tree], list[_Factor]]:
    kept: list[Tree] = []
    removed: list[_Factor] = []
    for factor, power in own.factors(numerator)[1]:
        if _is_never_zero(own, factor, tree):
            removed.append(_Factor(own, factor, power))
        else:
            kept.append(raised(_positive_first(own, factor), number(power)))
    return sorted(kept, key=lambda made: made.size), removed


def _positive_first(own: Forms, factor: Polynomial) -> Tree:
    """With either sign: that with which it is written first term first."""
    leading = max(own.field.ring.terms(factor))[1]
    return own.tree(factor if leading > 0 else -factor)


def _below(own: Forms, denominator: Polynomial) -> list[_Factor]:
    return [_Factor(own, factor, -power) for factor, power in own.factors(denominator)[1]]


class _Factor(Struct, frozen=True):
    own: Forms
    polynomial: Polynomial
    power: int

    @property
    def exponent(self) -> Tree | None:
        """u, where the factor is exp(u)."""
        kernel = self.own.field.kernel_of(self.own.element(self.polynomial))
        if kernel is None or kernel.kind != "exp":
            return None
        return self.own.written(kernel.arguments[0] * self.power / kernel.step)

    @property
    def tree(self) -> Tree:
        made = raised(self.own.tree(self.polynomial), number(abs(self.power)))
        return made if self.power > 0 else divided(ONE, made)


def _gathered(removed: list[_Factor], tree: Tree) -> tuple[Tree, ...]:
    """Exponentials as one, as they were before the field took them apart."""
    exponents = [each.exponent for each in removed if each.exponent is not None]
    found = [_natural(each.tree, tree) for each in removed if each.exponent is None]
    if exponents:
        found.insert(0, Call("exp", (_natural(added(exponents), tree),)))
    return tuple(each for each in found if each not in (ONE, Quotient(ONE, ONE)))


def _is_never_zero(own: Forms, factor: Polynomial, tree: Tree) -> bool:
    """Not zero at any point of the domain of the tree."""
    if is_positive(own.field, factor) or is_positive(own.field, -factor):
        return True
    written = _natural(own.tree(factor), tree)
    if isinstance(written, Call) and written.function in NEVER_ZERO:
        return True
    known = bounds(conditions(tree))
    return any(decided(Relation(written, sign, ZERO), known) is True for sign in (">", "<"))


def _natural(made: Tree, tree: Tree) -> Tree:
    """Without the abs and sign that the field writes, where their argument is positive."""
    needed = conditions(tree)

    def is_above(u: Tree) -> bool:
        wanted = Relation(u, ">", ZERO)
        return wanted in needed or decided(wanted, bounds(needed)) is True

    def change(at: Tree) -> Tree | None:
        match at:
            case Call("log", (Call("abs", (inner,)),)) if is_above(inner):
                return Call("log", (transform(inner, change),))
            case Call("sign", (inner,)) if is_above(inner):
                return ONE
        return None

    return transform(made, change)
