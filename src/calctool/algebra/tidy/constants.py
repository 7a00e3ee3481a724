"""Constants worked out where that is shorter: ln(e) as 1, sqrt(4) + cos(pi/3) as 5/2."""

from __future__ import annotations

from calctool import budget
from calctool.algebra.build import added, divided, has_decimal, multiplied, negated, numeral, raised
from calctool.algebra.clean import clean, from_leaves
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.tidy.cost import cost, exponentials, functions
from calctool.notation.printing.plain import plain
from calctool.notation.tree import (
    ONE,
    AlgebraicRoot,
    Constant,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)

_PLAIN = (Number, Constant, Name, AlgebraicRoot)


class Memory:
    """What was made of the parts met so far; of one search, whose forms share most of theirs."""

    def __init__(self) -> None:
        self.cleaned: dict[Tree, Tree] = {}
        self.collected: dict[Tree, Tree] = {}
        self._worked_out: dict[Tree, Tree] = {}

    def worked_out(self, tree: Tree) -> Tree:
        """The same value with its constants in their shortest exact form.

        What stands side by side in a sum, a product or a quotient is taken together; a form that
        would be longer is left as it was.
        """
        return from_leaves(clean(tree, self.cleaned), self._change, self._worked_out)

    def _change(self, tree: Tree, children: tuple[Tree, ...]) -> Tree:
        same = all(a is b for a, b in zip(tree.children, children, strict=True))
        made = tree if same else clean(tree.rebuilt(children), self.cleaned)
        if isinstance(made, _PLAIN) or rational(made) is not None:
            return made
        if not made.names:
            return shortest(made)
        match made:
            case Sum(terms):
                return _sum(made, terms)
            case Product() | Quotient():
                return _product(made)
            case Power(base, Number(exponent)) if exponent.denominator == 1:
                return _power(made, base)
        return made


def worked_out(tree: Tree) -> Tree:
    """As `Memory.worked_out`, of a single tree.

    >>> plain(worked_out(tree("x*ln(e) + sqrt(4)")))
    'x + 2'
    """
    return Memory().worked_out(tree)


def _sum(tree: Sum, terms: tuple[Tree, ...]) -> Tree:
    constants = [term for term in terms if not term.names]
    if len(constants) < 2 or all(rational(term) is not None for term in constants):
        return tree
    whole = shortest(Sum(tuple(constants)))
    place = terms.index(constants[0])
    rest = [term for term in terms[place:] if term.names]
    return added([*terms[:place], whole, *rest])


def _product(tree: Tree) -> Tree:
    """The constants above and below the bar as one."""
    above, below = _split(tree)
    constants = [[f for f in side if not f.names] for side in (above, below)]
    loose = [f for side in constants for f in side if rational(f) is None]
    if not loose or sum(map(len, constants)) < 2:
        return tree
    over, under = map(multiplied, constants)
    made = divided(over, under) if under != ONE else over
    factor = shortest(made)
    if factor == made:
        return tree
    rest = [[f for f in side if f.names] for side in (above, below)]
    top = multiplied([*_factors(factor), *rest[0]])
    return divided(top, multiplied(rest[1])) if rest[1] else top


def _power(tree: Power, base: Tree) -> Tree:
    """(x/sqrt(2))^2 as x^2/2: a factor whose power is a fraction."""
    above, below = _split(base)
    constants = [[f for f in side if not f.names] for side in (above, below)]
    if all(rational(f) is not None for side in constants for f in side):
        return tree
    over, under = map(multiplied, constants)
    factor = shortest(Power(divided(over, under), tree.exponent))
    if rational(factor) is None:
        return tree
    rest = (multiplied(f for f in side if f.names) for side in (above, below))
    top, bottom = (ONE if u == ONE else raised(u, tree.exponent) for u in rest)
    return divided(multiplied((factor, top)), bottom)


def _split(tree: Tree) -> tuple[list[Tree], list[Tree]]:
    if isinstance(tree, Quotient):
        return _factors(tree.numerator), _factors(tree.denominator)
    return _factors(tree), []


def _factors(tree: Tree) -> list[Tree]:
    if isinstance(tree, Negative):
        return [negated(ONE), *_factors(tree.operand)]
    return list(tree.factors) if isinstance(tree, Product) else [tree]


def shortest(tree: Tree) -> Tree:
    """A constant as it stands or in its exact form, whichever is shorter to read."""
    if tree.size > budget.CONSTANT_NODES:
        return tree
    try:
        value = constant_value(tree)
    except (Undecided, Undefined):
        return tree
    made = _written(value, tree)
    if len(plain(made)) > len(plain(tree)):
        return tree
    known, powers = functions(tree), exponentials(tree) | exponentials(made)
    before, after = (cost(each, known, powers) for each in (tree, made))
    return made if after <= before or functions(made) < functions(tree) else tree


def _written(value: Real, tree: Tree) -> Tree:
    if value.rational is not None and has_decimal((tree,)):
        return numeral(value.rational, decimal=True)
    return written(value)
