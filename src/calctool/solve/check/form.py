"""Whether an expression is factored or expanded, decided on the expression as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd, lcm

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.field.ring import Element, Ring, UnknownError
from calctool.notation.quoted import quoted
from calctool.notation.tree import (
    Call,
    E,
    Negative,
    Number,
    Piecewise,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import walk
from calctool.solve.check.record import Formed, Judgement
from calctool.solve.given import FormName
from calctool.words import checking as words


def judged_form(judgement: Judgement, claimed: Tree | None, form: FormName) -> Judgement:
    """A right answer that is not in the form is unfinished; one whose form is open is as before.

    `claimed` is None for an answer that is no formula: a number or a line has no form.
    """
    if judgement.verdict not in ("right", "right-on-part"):
        return judgement
    try:
        part = lacking_form(claimed, form)
    except UnknownError:
        said = words.FORM_OPEN[form].with_reason(judgement.reason)
        return replace(judgement, reason=said, form=Formed(form, None))
    if part is None:
        said = words.FORM_THERE[form].with_reason(judgement.reason)
        return replace(judgement, reason=said, form=Formed(form, True))
    said = words.FORM_MISSING[form].with_reason(judgement.reason, part=quoted(part))
    return replace(judgement, verdict="unfinished", reason=said, form=Formed(form, False, part))


def lacking_form(tree: Tree | None, form: FormName) -> Tree | None:
    """The first sum that is still to be factored, or to be multiplied out; None if the form is
    there. UnknownError where that is not decided."""
    if tree is None or any(isinstance(part, Piecewise) for part in walk(tree)):
        raise UnknownError("cases")
    found = _to_factor(tree) if form == "factored" else _to_expand(tree)
    return next(found, None)


# --- expanded -----------------------------------------------------------------------------------


def _to_expand(tree: Tree) -> Iterator[Tree]:
    """Sums with names that are factors of a term, in the numerator."""
    if isinstance(tree, Sum):
        for term in tree.terms:
            yield from _to_expand(term)
        return
    factors = list(_numerator(tree, above=True))
    for factor in factors:
        if isinstance(factor, Sum) and factor.names:
            if len(factors) > 1:
                yield factor
            else:
                yield from _to_expand(factor)


def _numerator(tree: Tree, *, above: bool) -> Iterator[Tree]:
    """The factors of the numerator other than 1; a sign is one of them."""
    match tree:
        case Negative():
            if above:
                yield number(-1)
            yield from _numerator(tree.operand, above=above)
        case Product():
            for factor in tree.factors:
                yield from _numerator(factor, above=above)
        case Quotient():
            yield from _numerator(tree.numerator, above=above)
            yield from _numerator(tree.denominator, above=not above)
        case Power() if (power := _whole(tree)) is not None:
            for _ in range(min(abs(power), 2)):
                yield from _numerator(tree.base, above=above is (power > 0))
        case _ if above and rational(tree) != 1:
            yield tree


def _whole(power: Power) -> int | None:
    """Its exponent, if whole; UnknownError for a number that would have to be worked out."""
    value = rational(power.exponent)
    if value is None and power.base.names and not power.exponent.names:
        raise UnknownError("exponent")
    return value.numerator if value is not None and value.denominator == 1 else None


# --- factored -----------------------------------------------------------------------------------


def _to_factor(tree: Tree) -> Iterator[Tree]:
    """Sums that are factors and no irreducible polynomials."""
    match tree:
        case Negative():
            yield from _to_factor(tree.operand)
        case Product():
            for factor in tree.factors:
                yield from _to_factor(factor)
        case Quotient():
            yield from _to_factor(tree.numerator)
            yield from _to_factor(tree.denominator)
        case Power() if _whole(tree) is not None:
            yield from _to_factor(tree.base)
        case Sum() if tree.names and not _Letters(tree).is_irreducible():
            yield tree


class _Letters:
    """A sum as a polynomial: each function value, root and constant in it is a letter.

    Powers of one base whose exponents are rational multiples of each other are powers of one
    letter; no other identity between letters is used.
    """

    def __init__(self, tree: Sum) -> None:
        self.ring = Ring()
        units: dict[tuple[Tree, Tree | None], Fraction] = {}
        for key, times in _powers(tree):
            units[key] = _common(units[key], times) if key in units else abs(times)
        self.units = units
        self.index = {key: self.ring.new() for key in units}
        self.element = self._element(tree)

    def is_irreducible(self) -> bool:
        """Over the rational numbers, up to rational factors that are not whole."""
        num, den = self.element.parts()
        if len(num) < 2 or len(den) > 1:
            return False
        above, below = self.ring.degrees(num), self.ring.degrees(den)
        for (_, exponent), index in self.index.items():
            if below[index] and (exponent is None or above[index] < below[index]):
                return False
        if num.total_degree() > budget.DEGREE or len(num) > budget.EXPANDED:
            raise UnknownError("factors")
        content, factors = self.ring.factors(num)
        whole = abs(int(den.leading_coefficient())) == 1
        return sum(power for _, power in factors) == 1 and not (whole and abs(content) > 1)

    def _element(self, tree: Tree) -> Element:
        match tree:
            case Number(value):
                return self.ring.constant(value)
            case Negative():
                return -self._element(tree.operand)
            case Sum():
                total = self.ring.constant(0)
                for term in tree.terms:
                    total = total + self._element(term)
                return total
            case Product():
                product = self.ring.constant(1)
                for factor in tree.factors:
                    product = product * self._element(factor)
                return product
            case Quotient():
                return self._element(tree.numerator) / self._element(tree.denominator)
            case Power() if (power := _whole(tree)) is not None:
                return self._raised(self._element(tree.base), Fraction(power))
        made = self.ring.constant(1)
        for key, times in _atom(tree):
            generator = self.ring.generator(self.index[key])
            made = made * self._raised(generator, times / self.units[key])
        return made

    def _raised(self, base: Element, power: Fraction) -> Element:
        if abs(power) > budget.DEGREE:
            raise UnknownError("power")
        raised: Element = base ** int(power)
        return raised


def _powers(tree: Tree) -> Iterator[tuple[tuple[Tree, Tree | None], Fraction]]:
    """Each letter with the exponents that it has."""
    match tree:
        case Number():
            return
        case Negative() | Sum() | Product() | Quotient():
            for child in tree.children:
                yield from _powers(child)
        case Power() if _whole(tree) is not None:
            yield from _powers(tree.base)
        case _:
            yield from _atom(tree)


def _atom(tree: Tree) -> Iterator[tuple[tuple[Tree, Tree | None], Fraction]]:
    """A letter as a product of powers (base, what the exponent is a multiple of)."""
    if isinstance(tree, Call) and tree.function == "exp":
        tree = Power(E, tree.arguments[0])
    if isinstance(tree, Call) and tree.function == "sqrt":
        tree = Power(tree.arguments[0], number(Fraction(1, 2)))
    if not isinstance(tree, Power):
        yield (tree, None), Fraction(1)
        return
    for times, rest in _multiples(tree.exponent):
        if times:
            yield (tree.base, rest), times


def _multiples(exponent: Tree) -> Iterator[tuple[Fraction, Tree | None]]:
    """Rational multiples that add up to it."""
    value = rational(exponent)
    if value is not None:
        yield value, None
        return
    match exponent:
        case Sum():
            for term in exponent.terms:
                yield from _multiples(term)
        case Negative():
            yield from ((-times, rest) for times, rest in _multiples(exponent.operand))
        case Quotient() if below := rational(exponent.denominator):
            yield from ((times / below, rest) for times, rest in _multiples(exponent.numerator))
        case Product() if (first := rational(exponent.factors[0])) is not None:
            others = exponent.factors[1:]
            rest = others[0] if len(others) == 1 else Product(others)
            yield from ((times * first, each) for times, each in _multiples(rest))
        case _:
            yield Fraction(1), exponent


def _common(a: Fraction, b: Fraction) -> Fraction:
    """The greatest rational number of which both are whole multiples."""
    below = lcm(a.denominator, b.denominator)
    return Fraction(gcd(int(a * below), int(b * below)), below)
