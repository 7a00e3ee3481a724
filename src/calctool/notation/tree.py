"""Expressions as the user wrote them: frozen trees with spans, never simplified, no SymPy.

Equality and hashing ignore spans and how a number was typed. Hash, size, height and names
are worked out once, when a node is made, so that sharing sub-expressions costs constant time.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from calctool.notation.node import Node, Span, finish, put

Sign = Literal["=", "<", "<=", ">", ">=", "!="]
LimitSide = Literal["both", "left", "right"]


class Number(Node, uncounted=("typed",)):
    """A number that is not negative: whole, or a decimal as it was typed."""

    __slots__ = __match_args__ = ("value", "typed")

    value: Fraction
    typed: str

    def __init__(self, value: Fraction, typed: str = "", *, span: Span | None = None) -> None:
        put(self, "value", value)
        put(self, "typed", typed)
        # The hash of a Fraction takes a modular inverse.
        finish(self, span, (), hash((Number, value.as_integer_ratio())))


class Constant(Node):
    """`e`, `pi` or `oo`."""

    __slots__ = __match_args__ = ("id",)

    id: str

    def __init__(self, id: str, *, span: Span | None = None) -> None:
        put(self, "id", id)
        finish(self, span, (), hash((Constant, id)))


class AlgebraicRoot(Node):
    """Real root number `index`, counted from 0 upwards, of a polynomial with whole coefficients.

    `coefficients` begin with the constant term; the last one is not zero.
    """

    __slots__ = __match_args__ = ("coefficients", "index")

    coefficients: tuple[int, ...]
    index: int

    def __init__(
        self, coefficients: tuple[int, ...], index: int, *, span: Span | None = None
    ) -> None:
        put(self, "coefficients", coefficients)
        put(self, "index", index)
        finish(self, span, (), hash((AlgebraicRoot, coefficients, index)))


@lru_cache(maxsize=1024)
def _only(id: str) -> frozenset[str]:
    """One set for each name, so that trees over one variable share it."""
    return frozenset((id,))


class Name(Node):
    """A variable or a parameter; Greek letters by their English names."""

    __slots__ = __match_args__ = ("id",)

    id: str

    def __init__(self, id: str, *, span: Span | None = None) -> None:
        put(self, "id", id)
        finish(self, span, (), hash((Name, id)), _only(id))


class Negative(Node):
    """-u"""

    __slots__ = __match_args__ = ("operand",)

    operand: Tree

    def __init__(self, operand: Tree, *, span: Span | None = None) -> None:
        put(self, "operand", operand)
        finish(self, span, (operand,), hash((Negative, operand)))

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Negative(children[0], span=self.span)


class Sum(Node):
    """Two or more terms; a subtracted one is `Negative`."""

    __slots__ = __match_args__ = ("terms",)

    terms: tuple[Tree, ...]

    def __init__(self, terms: tuple[Tree, ...], *, span: Span | None = None) -> None:
        put(self, "terms", terms)
        finish(self, span, terms, hash((Sum, terms)))

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Sum(children, span=self.span)


class Product(Node):
    """Two or more factors."""

    __slots__ = __match_args__ = ("factors",)

    factors: tuple[Tree, ...]

    def __init__(self, factors: tuple[Tree, ...], *, span: Span | None = None) -> None:
        put(self, "factors", factors)
        finish(self, span, factors, hash((Product, factors)))

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Product(children, span=self.span)


class Quotient(Node):
    """u/v"""

    __slots__ = __match_args__ = ("numerator", "denominator")

    numerator: Tree
    denominator: Tree

    def __init__(self, numerator: Tree, denominator: Tree, *, span: Span | None = None) -> None:
        put(self, "numerator", numerator)
        put(self, "denominator", denominator)
        finish(self, span, (numerator, denominator), hash((Quotient, numerator, denominator)))

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Quotient(*children, span=self.span)


class Power(Node):
    """u^v"""

    __slots__ = __match_args__ = ("base", "exponent")

    base: Tree
    exponent: Tree

    def __init__(self, base: Tree, exponent: Tree, *, span: Span | None = None) -> None:
        put(self, "base", base)
        put(self, "exponent", exponent)
        finish(self, span, (base, exponent), hash((Power, base, exponent)))

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Power(*children, span=self.span)


class Call(Node):
    """A known function, by its id in `functions.FUNCTIONS`."""

    __slots__ = __match_args__ = ("function", "arguments")

    function: str
    arguments: tuple[Tree, ...]

    def __init__(
        self, function: str, arguments: tuple[Tree, ...], *, span: Span | None = None
    ) -> None:
        put(self, "function", function)
        put(self, "arguments", arguments)
        finish(self, span, arguments, hash((Call, function, arguments)))

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Call(self.function, children, span=self.span)


class Applied(Node):
    """An undefined function; `orders` counts its derivatives in each argument: f'(x) is (1,)."""

    __slots__ = __match_args__ = ("function", "arguments", "orders")

    function: str
    arguments: tuple[Tree, ...]
    orders: tuple[int, ...]

    def __init__(
        self,
        function: str,
        arguments: tuple[Tree, ...],
        orders: tuple[int, ...],
        *,
        span: Span | None = None,
    ) -> None:
        put(self, "function", function)
        put(self, "arguments", arguments)
        put(self, "orders", orders)
        finish(self, span, arguments, hash((Applied, function, arguments, orders)))

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Applied(self.function, children, self.orders, span=self.span)


class Piecewise(Node):
    """The first branch whose condition holds; `None` is the condition that always holds."""

    __slots__ = __match_args__ = ("branches",)

    branches: tuple[tuple[Tree, Relation | None], ...]

    def __init__(
        self, branches: tuple[tuple[Tree, Relation | None], ...], *, span: Span | None = None
    ) -> None:
        put(self, "branches", branches)
        children: list[Tree] = []
        for value, condition in branches:
            children.append(value)
            if condition is not None:
                children += (condition.left, condition.right)
        finish(self, span, tuple(children), hash((Piecewise, branches)))

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        rest = iter(children)
        return Piecewise(
            tuple(
                (next(rest), condition and Relation(next(rest), condition.sign, next(rest)))
                for _, condition in self.branches
            ),
            span=self.span,
        )


class Derivative(Node):
    """A derivative still to be found, in each of `variables` in turn: D(u, x), D(u, x, y)."""

    __slots__ = __match_args__ = ("operand", "variables")

    operand: Tree
    variables: tuple[str, ...]

    def __init__(
        self, operand: Tree, variables: tuple[str, ...], *, span: Span | None = None
    ) -> None:
        put(self, "operand", operand)
        put(self, "variables", variables)
        key = hash((Derivative, operand, variables))
        finish(self, span, (operand,), key, frozenset(variables), is_pending=True)

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Derivative(children[0], self.variables, span=self.span)


class Limit(Node):
    """A limit still to be found, as `variable` tends to `point` from one side or from both."""

    __slots__ = __match_args__ = ("operand", "variable", "point", "side")

    operand: Tree
    variable: str
    point: Tree
    side: LimitSide

    def __init__(
        self,
        operand: Tree,
        variable: str,
        point: Tree,
        side: LimitSide = "both",
        *,
        span: Span | None = None,
    ) -> None:
        put(self, "operand", operand)
        put(self, "variable", variable)
        put(self, "point", point)
        put(self, "side", side)
        finish(
            self,
            span,
            (operand, point),
            hash((Limit, operand, variable, point, side)),
            frozenset((variable,)),
        )

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Limit(children[0], self.variable, children[1], self.side, span=self.span)


Tree = (
    Number | Constant | AlgebraicRoot | Name | Negative | Sum | Product | Quotient | Power | Call
    | Applied | Piecewise | Derivative | Limit
)  # fmt: skip


class Relation(Struct, frozen=True):
    """An equation or a condition; not a value, so not a tree."""

    left: Tree
    sign: Sign
    right: Tree

    @property
    def names(self) -> frozenset[str]:
        return self.left.names | self.right.names


Statement = Tree | Relation

ZERO = Number(Fraction(0))
ONE = Number(Fraction(1))
TWO = Number(Fraction(2))
E = Constant("e")
PI = Constant("pi")
INFINITY = Constant("oo")


def expression(statement: object) -> Tree:
    """What is known to be a tree; TypeError for an equation, or several."""
    if not isinstance(statement, Tree):
        raise TypeError("an equation is not a value")
    return statement


def number(value: Fraction | int) -> Tree:
    """A rational as it is written: signs and fraction bars are nodes of their own."""
    numerator, denominator = value.as_integer_ratio()
    whole = _whole(numerator)
    if denominator == 1:
        return whole
    if numerator < 0:
        return Negative(Quotient(_whole(-numerator), _whole(denominator)))
    return Quotient(whole, _whole(denominator))


@lru_cache(maxsize=1024)
def _whole(value: int) -> Tree:
    return Negative(_whole(-value)) if value < 0 else Number(Fraction(value))


def rational(tree: Tree) -> Fraction | None:
    """The value of a tree that is written as a rational number, else None.

    >>> rational(tree("3/4")), rational(tree("sqrt(2)"))
    (Fraction(3, 4), None)
    """
    # Asked some hundred times in an answer; a pattern with fields takes ten times as long.
    if tree.names:
        return None
    if isinstance(tree, Number):
        return tree.value
    if isinstance(tree, Negative):
        value = rational(tree.operand)
        return None if value is None else -value
    if isinstance(tree, Quotient):
        over, under = tree.numerator, tree.denominator
        if isinstance(over, Number) and isinstance(under, Number) and under.value:
            return over.value / under.value
    return None
