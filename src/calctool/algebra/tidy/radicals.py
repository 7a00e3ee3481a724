"""Roots of perfect powers: sqrt(x^4) as x^2, cbrt(x^5) as x^(5/3), sqrt(4*x^2/(1 + x^2)^2)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calctool.algebra.build import divided, multiplied
from calctool.algebra.clean import from_leaves
from calctool.algebra.field.ring import Element, Polynomial, UnknownError
from calctool.algebra.real.power import power
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.writing import written as exact
from calctool.algebra.tidy.as_written import Written, written_power
from calctool.algebra.tidy.domain import is_positive
from calctool.algebra.tidy.layout import fraction_tree, sum_tree
from calctool.notation.tree import ONE, Call, Power, Tree, rational


def without_perfect_powers(tree: Tree, written: Written) -> Tree:
    """The same value with every factor taken out of a root that can be.

    The result has a value wherever the tree has one; there may be more such points.
    """
    return from_leaves(tree, lambda at, children: _taken_out(at, children, written), {})


def _taken_out(tree: Tree, children: tuple[Tree, ...], written: Written) -> Tree:
    same = all(a is b for a, b in zip(tree.children, children, strict=True))
    made = tree if same else tree.rebuilt(children)
    base, exponent = _power(made)
    if not base.names or exponent.denominator == 1:
        return made
    try:
        return _rewritten(base, exponent, written) or made
    except (UnknownError, Undecided, Undefined):
        return made


def _power(tree: Tree) -> tuple[Tree, Fraction]:
    match tree:
        case Call("sqrt", (base,)):
            return base, Fraction(1, 2)
        case Call("cbrt", (base,)):
            return base, Fraction(1, 3)
        case Power(base, exponent):
            return base, rational(exponent) or Fraction(1)
    return tree, Fraction(1)


def _rewritten(base: Tree, exponent: Fraction, written: Written) -> Tree | None:
    """base^exponent as powers of the factors of base; None where none comes out."""
    num, den = written.element(base).parts()
    above, below = written.factors(num), written.factors(den)
    factors = [*above[1], *((p, -times) for p, times in below[1])]
    content = Fraction(above[0], below[0])
    taken = [(p, n) for p, n in factors if _comes_out(n, exponent, factors)]
    left = [(p, n) for p, n in factors if (p, n) not in taken]
    if not taken:
        return None
    turned = bool(left) and content < 0 and exponent.denominator % 2 == 0
    outer = exact(power(Real.of(-content if turned else content), exponent))
    rest = written.ring.constant(-1 if turned else 1)
    for p, n in left:
        rest = rest * Element(written.ring, p, written.ring.one) ** n
    kept = written_power(_shorter(rest, written), exponent) if left else ONE
    return _quotient(
        [(outer, Fraction(1)), *_powers(taken, exponent, written), (kept, Fraction(1))]
    )


def _shorter(element: Element, written: Written) -> Tree:
    forms = [fraction_tree(written, element, factored=factored) for factored in (True, False)]
    return min(forms, key=lambda form: form.size)


def _comes_out(times: int, exponent: Fraction, factors: list[tuple[Polynomial, int]]) -> bool:
    """Whether p^times has a root of its own, whatever the signs of the other factors are."""
    return (times * exponent).denominator == 1 or (len(factors) == 1 and abs(times) > 1)


def _powers(
    factors: list[tuple[Polynomial, int]], exponent: Fraction, written: Written
) -> Iterator[tuple[Tree, Fraction]]:
    """(p^n)^exponent for each; an even power under an even root leaves |p|, alike together."""
    sizes: dict[Fraction, Polynomial] = {}
    for p, times in factors:
        whole = times * exponent
        even = times % 2 == 0 and exponent.denominator % 2 == 0
        if even and whole.numerator % 2 and not is_positive(written, p):
            sizes[whole] = sizes[whole] * p if whole in sizes else p
        else:
            yield sum_tree(written, p), whole
    for whole, p in sizes.items():
        yield Call("abs", (sum_tree(written, written.ring.bounded(p)),)), whole


def _quotient(factors: list[tuple[Tree, Fraction]]) -> Tree:
    above = [written_power(tree, n) for tree, n in factors if n > 0]
    below = [written_power(tree, -n) for tree, n in factors if n < 0]
    return divided(multiplied(above), multiplied(below)) if below else multiplied(above)
