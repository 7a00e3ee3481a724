"""Fractions written out as a textbook has them: constants first, polynomials by degree."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct, field

from calctool import budget
from calctool.algebra.build import (
    added,
    multiplied,
    negated,
    numeral,
    positive_first,
    product,
    raised,
)
from calctool.algebra.field.ring import Element, Polynomial
from calctool.algebra.tidy.as_written import Atom, Written, written_power
from calctool.algebra.tidy.cost import Costs, exponentials, functions
from calctool.notation.tree import (
    ONE,
    Call,
    Constant,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import walk

Factors = Iterable[tuple[Polynomial, int]]
Exponent = Fraction | int
"""Whole ones are of the smaller kind: most are, and they are compared and added often."""


class Pieces(Struct):
    """A product of powers, by base: rational exponents and symbolic ones of one base together."""

    written: Written
    coefficient: Fraction = Fraction(1)
    bases: dict[str, Tree] = field(default_factory=dict)
    exponents: dict[str, Exponent] = field(default_factory=dict)
    symbolic: dict[str, list[Tree]] = field(default_factory=dict)
    exponentials: list[tuple[Tree, int]] = field(default_factory=list)

    def take(self, factors: Factors, side: int) -> None:
        # Roots first: a factor below them is then written as it stands under the root.
        sized = [(p, times * side, self.written.atom_of(p)) for p, times in factors]
        for p, times, atom in sorted(sized, key=lambda each: not _is_root(each[2])):
            if atom is None:
                self._add(self.written.ring.lift(p), None, times)
            elif atom.kind == "exp":
                self.exponentials.append((atom.tree, times))
            elif atom.kind == "power" and atom.exponent is not None:
                key = self._open(atom.tree)
                self.symbolic.setdefault(key, []).append(multiplied((number(times), atom.exponent)))
            else:
                base = self.written.element(atom.tree) if atom.kind == "root" else None
                whole = base is not None and base.den.is_one()
                exponent = times if atom.step == 1 else Fraction(times, atom.step)
                self._add(base.num if base and whole else p, atom.tree, exponent)

    def _open(self, tree: Tree) -> str:
        num = self.written.element(tree)
        key = str(num.num) if num.den.is_one() else num.key
        self.bases.setdefault(key, tree)
        self.exponents.setdefault(key, 0)
        return key

    def _add(self, p: Polynomial, tree: Tree | None, exponent: Exponent) -> None:
        key = str(p)
        if key not in self.bases:
            opposite = str(-p)
            known = self.bases.get(opposite)
            if known is None and tree is None and key not in self.written.sums:
                known = self.written.sums.get(opposite)
            if known is not None:
                key, tree = opposite, known
                if exponent.numerator % 2:
                    self.coefficient = -self.coefficient
        if key not in self.bases:
            self.bases[key] = tree or sum_tree(self.written, p)
        self.exponents[key] = self.exponents.get(key, 0) + exponent

    def tree(self) -> Tree:
        above, below = self._sides()
        if self.coefficient.numerator < 0:
            above = self._with_sign(above)
        over, under_it = self._numbers(abs(self.coefficient))
        top = [over] if over != ONE else []
        bottom = [under_it] if under_it != ONE else []
        made = product(top + _in_order(above))
        if bottom or below:
            made = Quotient(made, product(bottom + _in_order(below)))
        return Negative(made) if self.coefficient.numerator < 0 else made

    def _numbers(self, size: Fraction) -> tuple[Tree, Tree]:
        """The coefficient above and below the bar; decimals stay above."""
        if not self.written.decimals:
            return number(size.numerator), number(size.denominator)
        whole = numeral(size, decimal=True)
        if isinstance(whole, Quotient):
            return number(size.numerator), number(size.denominator)
        return whole, ONE

    def _sides(self) -> tuple[list[Tree], list[Tree]]:
        above: list[Tree] = []
        below: list[Tree] = []
        for key, base in self.bases.items():
            exponent = self.exponents[key]
            if key in self.symbolic:
                terms = [*self.symbolic[key], number(exponent)]
                above.append(raised(base, added(terms)))
            elif exponent:
                side = above if exponent > 0 else below
                size = exponent if exponent > 0 else -exponent
                side.append(written_power(base, size, decimal=self.written.decimals))
        for argument, times in self.exponentials:
            self._place_exponential(argument, times, above, below)
        return above, below

    def _place_exponential(
        self, argument: Tree, times: int, above: list[Tree], below: list[Tree]
    ) -> None:
        """exp(-x) stays above the bar where it was written so, 1/exp(-x) is exp(x)."""
        inner = argument.operand if isinstance(argument, Negative) else argument
        size = multiplied((number(abs(times)), inner))
        if isinstance(argument, Negative):
            above.append(Call("exp", (negated(size) if times > 0 else size,)))
        elif times < 0 and negated(size) in self.written.exponents:
            above.append(Call("exp", (negated(size),)))
        else:
            (above if times > 0 else below).append(Call("exp", (size,)))

    def _with_sign(self, above: list[Tree]) -> list[Tree]:
        """-(3*x - 1) as 1 - 3*x, where a factor has a minus to spare."""
        for index, factor in enumerate(above):
            flipped = _flipped(factor)
            if flipped is not None:
                self.coefficient = -self.coefficient
                return [*above[:index], flipped, *above[index + 1 :]]
        return above


def _is_root(atom: Atom | None) -> bool:
    return atom is not None and atom.kind == "root"


def _flipped(tree: Tree) -> Tree | None:
    if not isinstance(tree, Sum) or not any(isinstance(term, Negative) for term in tree.terms):
        return None
    if tree.terms[0] == ONE and any(isinstance(part, Call) for part in walk(tree)):
        return None  # 1 - sigmoid(x) is what everyone expects to see
    terms = [negated(term) for term in tree.terms]
    return added(positive_first(terms))


def sum_tree(written: Written, p: Polynomial) -> Tree:
    """A polynomial multiplied out, or as it was written where that is known."""
    key = str(p)
    if key in written.sums:
        return written.sums[key]
    if key not in written.laid_out:
        written.laid_out[key] = _laid_out(written, p)
    return written.laid_out[key]


def _laid_out(written: Written, p: Polynomial) -> Tree:
    apart, together = _in_terms(written, p), _in_groups(written, p)
    if together is None:
        return apart
    costs = Costs(functions(apart), exponentials(apart))
    return min(apart, together, key=costs.of)


def _in_groups(written: Written, p: Polynomial) -> Tree | None:
    """2*x^3*sin(x) + (1 + x^2)*cos(x): what the same functions are multiplied by, together."""
    ring = written.ring
    groups: dict[tuple[int, ...], dict[tuple[int, ...], int]] = {}
    is_name = [_is_name(written, index) for index in range(ring.capacity)]
    for powers, coefficient in ring.terms(p):
        names = tuple([n if own else 0 for n, own in zip(powers, is_name, strict=True)])
        others = tuple([0 if own else n for n, own in zip(powers, is_name, strict=True)])
        groups.setdefault(others, {})[names] = coefficient
    if not 1 < len(groups) < len(p):
        return None
    trees: list[Tree] = []
    for others, terms in groups.items():
        content, factors = _factors(written, ring.polynomial(terms), written.divisors)
        pieces = Pieces(written, Fraction(content))
        used = [(ring.gens[i], n) for i, n in enumerate(others) if n]
        pieces.take([*factors, *used], 1)
        trees.append(pieces.tree())
    return added(positive_first(trees))


def _in_order(factors: list[Tree]) -> list[Tree]:
    return sorted(factors, key=rank) if len(factors) > 1 else factors


def _is_name(written: Written, index: int) -> bool:
    return index < len(written.atoms) and isinstance(written.atoms[index].tree, Name | Constant)


def _in_terms(written: Written, p: Polynomial) -> Tree:
    terms: list[tuple[tuple[Exponent, ...], Tree]] = []
    variable = Name(written.variable)
    for powers, coefficient in written.ring.terms(p):
        pieces = Pieces(written, Fraction(coefficient))
        used = [(i, n) for i, n in enumerate(powers) if n]
        pieces.take([(written.ring.gens[i], n) for i, n in used], 1)
        names = {
            atom.tree: n if atom.step == 1 else Fraction(n, atom.step)
            for atom, n in ((written.atoms[i], n) for i, n in used)
            if atom.kind == "plain" or written.is_root_of_name(atom)
        }
        degree = sum(n for tree, n in names.items() if isinstance(tree, Name))
        own = names.get(variable, 0)
        order = tuple(-n for n in powers)
        terms.append(((-degree, -own, *order), pieces.tree()))
    trees = [tree for _, tree in sorted(terms, key=lambda each: each[0])]
    return added(positive_first(trees))


def fraction_tree(written: Written, element: Element, *, factored: bool) -> Tree:
    """num/den with a factored denominator; the numerator factored too, or one sum."""
    trees = fraction_trees(written, element)
    return trees[0 if factored else -1]


def fraction_trees(written: Written, element: Element) -> list[Tree]:
    """num/den with both factored, and with the numerator as one sum where that is another form."""
    num, den = element.parts()
    if num.is_zero():
        return [number(0)]
    roots = [written.element(atom.tree) for atom in map(written.atoms.__getitem__, element.used())
             if atom.kind == "root"]  # fmt: skip
    above, factors = _factors(written, num, roots)
    below, others = _factors(written, den, [*roots, *written.divisors])
    numerators = [factors]
    if len(num) > 1 and (len(factors) > 1 or factors[0][1] > 1):
        numerators.append([(num / above, 1)])
    trees: list[Tree] = []
    for each in numerators:
        pieces = Pieces(written, Fraction(above, below))
        pieces.take(each, 1)
        pieces.take(others, -1)
        trees.append(pieces.tree())
    return trees


def _factors(
    written: Written, p: Polynomial, wanted: Iterable[Element]
) -> tuple[int, list[tuple[Polynomial, int]]]:
    """(content, factors): the wanted ones as they are, the rest irreducible."""
    found: list[tuple[Polynomial, int]] = []
    for divisor in wanted:
        q, times = divisor.parts()[0], 0
        while len(q) > 1 and p.total_degree() <= budget.DEGREE:
            quotient, rest = divmod(p, q)
            if rest:
                break
            p, times = quotient, times + 1
        if times:
            found.append((q, times))
    content, factors = written.factors(p)
    return content, found + factors


def termwise_tree(written: Written, element: Element) -> Tree:
    """Each term over the denominator, which is a single term."""
    num, den = element.parts()
    ring = written.ring
    if num.is_zero():
        return number(0)
    parts = [
        Element(ring, ring.polynomial({powers: coefficient}), den).lowest()
        for powers, coefficient in ring.terms(num)
    ]
    whole = [(len(part.den), fraction_tree(written, part, factored=True)) for part in parts]
    return added(positive_first([tree for _, tree in whole]))


def rank(tree: Tree) -> tuple[int, int, str]:
    """Names from a to z, sums of them, roots and powers, functions, exponentials, other sums."""
    base = tree.base if isinstance(tree, Power) else tree
    if isinstance(base, Sum):
        plain = not any(isinstance(part, Call) for part in walk(base))
        return (1 if plain else 5, base.size, "")
    if isinstance(base, Name | Constant):
        symbolic = isinstance(tree, Power) and rational(tree.exponent) is None
        return (2 if symbolic else 0, 0, base.id)
    if isinstance(base, Call):
        return {"sqrt": 2, "exp": 4}.get(base.function, 3), 0, ""
    return 3 if not isinstance(base, Product) else 1, 0, ""
