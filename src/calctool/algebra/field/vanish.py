"""Whether a numerator is zero at every point of the domain; signs need a case for their zero."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from calctool import budget
from calctool.algebra.field.factors import has_thin_zeros, sign
from calctool.algebra.field.kernels import Kernels
from calctool.algebra.field.ring import Element, Polynomial
from calctool.notation.tree import Call, Power, Tree, rational
from calctool.notation.walk import walk


def vanishes(
    field: Kernels,
    num: Polynomial,
    nonzero: Sequence[Polynomial],
    trees: Sequence[Tree],
    element: Callable[[Tree], Element],
) -> bool:
    """`nonzero` are polynomials without zeros in the domain of the expressions `trees`.

    `element` gives the element of a part of these.
    """
    ring = field.ring
    num = ring.reduce(ring.lift(num))
    if num.is_zero():
        return True
    signs = [i for i, n in enumerate(ring.degrees(num)) if n and field.kernels[i].kind == "sign"]
    if not signs:
        return False
    known = _known_signs(field, trees, element)
    # Looking for known signs may have made generators.
    num, lifted = ring.lift(num), [ring.lift(each) for each in nonzero]
    if _zero(field, num, signs, lifted, known):
        return True
    together = list(_signs_on_a_line(field, signs)) if field.off_switches else []
    return bool(together) and all(
        _zero(field, num, signs, lifted, {**each, **known}) for each in together
    )


def _zero(
    field: Kernels,
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


def _signs_on_a_line(field: Kernels, signs: Sequence[int]) -> Iterator[dict[int, int]]:
    """The signs of linear functions of one generator that stand together: x > 1 is x > 0, too.

    One way for each stretch between their zeros; nothing where there are not two such signs.
    """
    by_generator: dict[int, list[tuple[Fraction, int, int]]] = {}
    for index in signs:
        linear = _linear(field, field.kernels[index].arguments[0])
        if linear is not None:
            generator, root, rise = linear
            by_generator.setdefault(generator, []).append((root, index, rise))
    lines = sorted(by_generator.values(), key=len)
    if not lines or len(lines[-1]) < 2:
        return
    points = sorted(lines[-1])
    for passed in range(len(points) + 1):
        if 0 < passed < len(points) and points[passed - 1][0] == points[passed][0]:
            continue
        yield {
            index: rise if number < passed else -rise
            for number, (_, index, rise) in enumerate(points)
        }


def _linear(field: Kernels, u: Element) -> tuple[int, Fraction, int] | None:
    """(generator, its zero, the sign of its slope) of a*g + b with rational a and b."""
    if not u.den.is_one() or u.num.total_degree() != 1:
        return None
    terms = dict(field.ring.terms(u.num))
    slopes = {powers.index(1): c for powers, c in terms.items() if any(powers)}
    if len(slopes) != 1:
        return None
    ((generator, slope),) = slopes.items()
    offset = next((c for powers, c in terms.items() if not any(powers)), 0)
    return generator, Fraction(-offset, slope), 1 if slope > 0 else -1


def _divides(divisor: Polynomial, p: Polynomial) -> bool:
    if p.is_zero():
        return True
    if p.total_degree() > budget.DEGREE:
        return False
    return bool(divmod(p, divisor)[1].is_zero())


def _known_signs(
    field: Kernels, trees: Sequence[Tree], element: Callable[[Tree], Element]
) -> dict[int, int]:
    """Signs that are settled because a logarithm or a power of it is there."""
    known: dict[int, int] = {}
    for tree in trees:
        for part in walk(tree):
            positive = _positive_part(part)
            if positive is None:
                continue
            found = sign(field, element(positive))
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
