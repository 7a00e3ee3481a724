"""From a tree to its expansion at a point on one side, or to its exact value there.

The domain of every sub-expression is checked as it is met; what cannot be decided raises
Undecided, what has no real value Undefined.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

from msgspec import Struct, field

from calctool.algebra.algebraic import from_tree
from calctool.algebra.domain.ranges import decided
from calctool.algebra.domain.requirements import compare, requirements
from calctool.algebra.facts import filled, formula
from calctool.algebra.field import is_zero
from calctool.algebra.germ import functions
from calctool.algebra.germ.powers import inverse, power
from calctool.algebra.germ.series import (
    ZERO,
    Germ,
    Series,
    Side,
    add,
    bounded,
    constant,
    multiply,
    negate,
    sign,
)
from calctool.algebra.germ.taylor import Composer, constant_of
from calctool.algebra.real.ring import UNITY, Real, Undecided, Undefined, euler
from calctool.algebra.real.values import CIRCLE
from calctool.atlas import facts
from calctool.atlas.record import Function
from calctool.notation.tree import (
    AlgebraicRoot,
    Call,
    Constant,
    Name,
    Negative,
    Number,
    Piecewise,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
)


class Expansion(Struct):
    """Expansions of trees at `name` = point + side*t, with up to `keep` terms each."""

    name: str
    point: Real
    side: Side
    keep: int
    known: dict[Tree, Germ] = field(default_factory=dict)
    allowed: set[Relation] = field(default_factory=set)

    def of(self, tree: Tree) -> Germ:
        """The germ of a tree; Undefined where it has no value, Undecided if that is not known."""
        found = self.known.get(tree)
        if found is None:
            self._require(tree)
            found = self.known[tree] = self._expand(tree)
        return found

    def value(self, tree: Tree) -> Real:
        """The exact value of a tree whose expansion is a constant."""
        return constant_of(self.of(tree))

    def _require(self, tree: Tree) -> None:
        for needed in requirements(tree, constant_value):
            if needed in self.allowed:
                continue
            if not self.holds(needed):
                raise Undefined
            self.allowed.add(needed)

    def holds(self, relation: Relation) -> bool:
        """Whether the relation holds at the point, or for all small t > 0."""
        difference = add(self.of(relation.left), negate(self.of(relation.right)), self.keep)
        try:
            s = sign(difference)
        except Undecided:
            known = decided(relation)
            if known is None and not is_zero(Sum((relation.left, Negative(relation.right)))):
                raise
            return compare(0, relation) if known is None else known
        return compare(s, relation)

    def _expand(self, tree: Tree) -> Germ:
        keep = self.keep
        match tree:
            case Number() | Constant() | AlgebraicRoot():
                return constant(_number(tree))
            case Name(id):
                return self._name(id)
            case Negative(operand):
                return negate(self.of(operand))
            case Sum(terms):
                total: Germ = ZERO
                for term in terms:
                    total = add(total, self.of(term), keep)
                return total
            case Product(factors):
                return self._product(factors)
            case Quotient(top, bottom):
                return multiply(self.of(top), inverse(self.of(bottom), keep), keep)
            case Power(base, exponent):
                return self._power(base, exponent)
            case Call(function, arguments):
                return self._call(function, arguments)
            case Piecewise():
                return self._piecewise(tree)
        raise Undecided

    def _name(self, id: str) -> Germ:
        if id != self.name:
            return constant(Real.atom(Name(id)))
        return (
            add(constant(self.point), Series((((1, 0), Real.of(self.side)),)), self.keep)
            if self.side
            else constant(self.point)
        )

    def _product(self, factors: tuple[Tree, ...]) -> Germ:
        total: Germ = constant(UNITY)
        for germ in [self.of(factor) for factor in factors]:
            total = multiply(total, germ, self.keep)
        return total

    def _power(self, base: Tree, exponent: Tree) -> Germ:
        if not exponent.names:
            value = constant_value(exponent)
            if value.rational is not None:
                return power(self.of(base), value.rational, self.keep)
            if self.of(base) == ZERO:
                return ZERO
        logarithm = functions.logarithm(self.of(base), self.keep)
        return functions.exponential(multiply(self.of(exponent), logarithm, self.keep), self.keep)

    def _call(self, function: str, arguments: tuple[Tree, ...]) -> Germ:
        if function in ("max", "min"):
            return self._extreme(arguments, -1 if function == "min" else 1)
        known = facts(function, len(arguments))
        if (known.far or known.approach) and functions.is_infinite(self.of(arguments[-1])):
            return self._far_out(known, arguments)
        if known.asymptotic[0] and self._is_high(arguments[-1]):
            return self._asymptotic(known, arguments)
        if known.shift and self._is_beside_pole(arguments[-1]):
            return self._defined(known.shift, arguments)
        if known.definition:
            return self._defined(known.definition, arguments)
        return self._apply(function, [self.of(argument) for argument in arguments])

    def _far_out(self, known: Function, arguments: tuple[Tree, ...]) -> Germ:
        if known.far:
            return self._defined(known.far, arguments)
        germ = self.of(arguments[-1])
        try:
            goal = self.of(formula(known.limit("oo" if sign(germ) > 0 else "-oo")))
        except Undecided:
            return bounded(False)
        distance = self._defined(known.approach, arguments)
        return add(goal, multiply(distance, bounded(germ.continuous), self.keep), self.keep)

    def _is_high(self, argument: Tree) -> bool:
        """Whether it tends to oo, no faster than a power."""
        germ = self.of(argument)
        return isinstance(germ, Series) and functions.is_infinite(germ) and sign(germ) > 0

    def _asymptotic(self, known: Function, arguments: tuple[Tree, ...]) -> Germ:
        found, left = (self._defined(text, arguments) for text in known.asymptotic)
        continuous = self.of(arguments[-1]).continuous
        return add(found, multiply(left, bounded(continuous), self.keep), self.keep)

    def _is_beside_pole(self, argument: Tree) -> bool:
        """Whether it tends to 0, -1, -2, …"""
        germ = self.of(argument)
        if not isinstance(germ, Series) or functions.is_infinite(germ) or not functions.tends(germ):
            return False
        at = functions.split(germ)[1].rational
        return at is not None and at <= 0 and at.denominator == 1

    def _defined(self, text: str, arguments: tuple[Tree, ...]) -> Germ:
        """Definitions keep the domain that was checked for the function itself."""
        return self.of(filled(text, arguments))

    def _apply(self, function: str, germs: list[Germ]) -> Germ:
        u, keep = germs[0], self.keep
        match function:
            case "exp":
                return functions.exponential(u, keep)
            case "log":
                return functions.logarithm(u, keep)
            case "sin" | "cos":
                return functions.sine(u, keep, quarter=1 if function == "cos" else 0)
            case "sqrt" | "cbrt":
                return power(u, Fraction(1, 2 if function == "sqrt" else 3), keep)
            case "abs":
                return functions.absolute(u)
            case "sign":
                return functions.sign_of(u)
            case "floor":
                return functions.floor(u, keep)
        return Composer(Expansion, keep).compose(function, germs)

    def _extreme(self, arguments: tuple[Tree, ...], direction: int) -> Germ:
        germs = [self.of(argument) for argument in arguments]
        germs = germs if direction > 0 else [negate(germ) for germ in germs]
        found = germs[0]
        for germ in germs[1:]:
            found = functions.greatest(found, germ, self.keep)
        return found if direction > 0 else negate(found)

    def _piecewise(self, tree: Piecewise) -> Germ:
        """The branch that is taken; where that is open, what the possible ones have in common."""
        possible: list[Germ] = []
        for value, condition in tree.branches:
            taken = condition is None or self._maybe(condition)
            if taken is False:
                continue
            if taken and not possible:
                return self.of(value)
            possible.append(self._branch(value))
            if taken:
                return reduce(self._either, possible)
        raise Undecided if possible else Undefined

    def _maybe(self, condition: Relation) -> bool | None:
        try:
            return self.holds(condition)
        except Undecided:
            return None

    def _branch(self, value: Tree) -> Germ:
        """A branch that may be taken at some t only: a gap there is not a gap everywhere."""
        try:
            return self.of(value)
        except Undefined:
            raise Undecided from None

    def _either(self, a: Germ, b: Germ) -> Germ:
        return functions.either(a, b, self.keep, continuous=False)


def _number(tree: Number | Constant | AlgebraicRoot) -> Real:
    match tree:
        case Number(value):
            return Real.of(value)
        case Constant("pi"):
            return CIRCLE
        case Constant("e"):
            return euler(Fraction(1))
        case AlgebraicRoot() if (root := from_tree(tree)) is not None:
            return Real.atom(root.tree) if root.rational is None else Real.of(root.rational)
    raise Undefined


def constant_value(tree: Tree) -> Real:
    """The exact value of a tree in which names stand for constants that are not known.

    >>> from calctool.algebra.real.writing import written
    >>> plain(written(constant_value(tree("sqrt(8)*cos(pi/4)"))))
    '2'
    """
    return Expansion("", Real({}), 0, 1).value(tree)
