"""Whether a numerator is zero at every point of the domain; signs need a case for their zero."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from calctool import budget
from calctool.algebra.field.exponential import sign
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.field.thin import has_thin_zeros
from calctool.notation.tree import Call, Power, Tree, rational
from calctool.notation.walk import walk

if TYPE_CHECKING:
    from calctool.algebra.field.field import Field


def vanishes(
    field: Field, num: Polynomial, nonzero: Sequence[Polynomial], trees: Sequence[Tree]
) -> bool:
    """`nonzero` are polynomials without zeros in the domain of the expressions `trees`."""
    ring = field.ring
    num = ring.reduce(ring.lift(num))
    if num.is_zero():
        return True
    signs = [i for i, n in enumerate(ring.degrees(num)) if n and field.kernels[i].kind == "sign"]
    if not signs:
        return False
    lifted = [ring.lift(each) for each in nonzero]
    return _zero(field, num, signs, lifted, _known_signs(field, trees))


def _zero(
    field: Field,
    num: Polynomial,
    signs: list[int],
    nonzero: Sequence[Polynomial],
    known: dict[int, int],
) -> bool:
    if num.is_zero() or not signs:
        return bool(num.is_zero())
    ring, (index, *rest) = field.ring, signs
    own = ring.gens[index]
    if index in known:
        return _zero(field, divmod(num, own - known[index])[1], rest, nonzero, known)
    off = divmod(num, own * own - 1)[1]
    if not _zero(field, off, rest, nonzero, known):
        return False
    argument = ring.lift(field.kernels[index].arguments[0].num)
    if field.off_switches and has_thin_zeros(field, field.kernels[index].arguments[0]):
        return True
    if any(_divides(p, each) for p in (own, argument) for each in nonzero):
        return True
    return _divides(argument, divmod(num, own)[1])


def _divides(divisor: Polynomial, p: Polynomial) -> bool:
    if p.is_zero():
        return True
    if p.total_degree() > budget.DEGREE:
        return False
    return bool(divmod(p, divisor)[1].is_zero())


def _known_signs(field: Field, trees: Sequence[Tree]) -> dict[int, int]:
    """Signs that are settled because a logarithm or a power of it is there."""
    known: dict[int, int] = {}
    for tree in trees:
        for part in walk(tree):
            positive = _positive_part(part)
            if positive is None:
                continue
            found = sign(field, field.element(positive))
            for side, each in ((1, found), (-1, -found)):
                kernel = field.kernel_of(each)
                if kernel is not None and kernel.kind == "sign":
                    known[next(each.used())] = side
    return known


def _positive_part(tree: Tree) -> Tree | None:
    match tree:
        case Call("log" | "log2" | "log10" | "loggamma", (u, *_)):
            return u
        case Power(base, exponent) if rational(exponent) is None and exponent.names:
            return base
    return None
