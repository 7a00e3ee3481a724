"""Expressions as the user wrote them: frozen trees with spans, never simplified, no SymPy.

Equality and hashing ignore spans and how a number was typed. Hash, size, height and names
are worked out once, when a node is made, so that sharing sub-expressions costs constant time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from fractions import Fraction
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, ClassVar, Literal, NamedTuple, TypeVar, dataclass_transform

Sign = Literal["=", "<", "<=", ">", ">=", "!="]
LimitSide = Literal["both", "left", "right"]


_NO_NAMES: frozenset[str] = frozenset()


class Span(NamedTuple):
    """Half-open range of characters in the user's text."""

    start: int
    end: int


make_span = partial(tuple.__new__, Span)
"""Span of a pair, without the detour through the named tuple's own __new__."""


@dataclass(frozen=True, slots=True)
class Node:
    """What all trees share; `children` and `rebuilt` are the only ways in and out."""

    span: Span | None = field(default=None, compare=False, repr=False, kw_only=True)
    size: int = field(init=False, compare=False, repr=False)
    height: int = field(init=False, compare=False, repr=False)
    names: frozenset[str] = field(init=False, compare=False, repr=False)
    key: int = field(init=False, compare=False, repr=False)

    identity: ClassVar[attrgetter[Any]]
    """The fields that count when two nodes are compared."""

    def __post_init__(self) -> None:
        key = hash((type(self), self.identity(self)))
        _finish(self, self.span, self.children, key, self.own_names())

    @property
    def children(self) -> tuple[Tree, ...]:
        return ()

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        """The same node over other children, in the order of `children`."""
        raise NotImplementedError

    def own_names(self) -> frozenset[str]:
        return _NO_NAMES

    def is_free_of(self, name: str) -> bool:
        return name not in self.names

    def __reduce__(self) -> tuple[Any, ...]:
        # The stored hash holds in one process only: another one must work it out anew.
        kept = [f.name for f in fields(self) if f.init and f.name != "span"]
        return _revive, (type(self), {name: getattr(self, name) for name in (*kept, "span")})


# Trees are made by the dozen, and the slots' own setters take half the time of
# object.__setattr__: the kinds that every expression has are made without the dataclass's __init__.
_put = object.__setattr__
_set_span, _set_size, _set_height, _set_names, _set_key = (
    Node.__dict__[slot].__set__ for slot in ("span", "size", "height", "names", "key")
)


def _finish(
    at: Node,
    span: Span | None,
    children: tuple[Tree, ...],
    key: int,
    names: frozenset[str] = _NO_NAMES,
) -> None:
    """Work out what is stored in every node; `names` are those not found in its children."""
    size = height = 1
    for child in children:
        size += child.size
        below, inner = child.height, child.names
        if below >= height:
            height = below + 1
        if inner and inner is not names:
            names = names | inner if names else inner
    _set_span(at, span)
    _set_size(at, size)
    _set_height(at, height)
    _set_names(at, names)
    _set_key(at, key)


def _revive(kind: type[Node], values: dict[str, Any]) -> Node:
    return kind(**values)


NodeType = TypeVar("NodeType", bound=Node)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def node(kind: type[NodeType]) -> type[NodeType]:
    """A frozen dataclass whose hash is the one worked out when it was made."""
    made = dataclass(frozen=True, slots=True, init="__init__" not in kind.__dict__)(kind)
    made.__hash__ = _stored_hash  # type: ignore[assignment]
    made.identity = attrgetter(*(f.name for f in fields(made) if f.compare))
    return made


def _stored_hash(self: Node) -> int:
    return self.key


@node
class Number(Node):
    """A number that is not negative: whole, or a decimal as it was typed."""

    value: Fraction
    typed: str = field(default="", compare=False)

    def __init__(self, value: Fraction, typed: str = "", *, span: Span | None = None) -> None:
        _put(self, "value", value)
        _put(self, "typed", typed)
        # The hash of a Fraction takes a modular inverse.
        _finish(self, span, (), hash((Number, value.as_integer_ratio())))


@node
class Constant(Node):
    """`e`, `pi` or `oo`."""

    id: str


@node
class AlgebraicRoot(Node):
    """Real root number `index`, counted from 0 upwards, of a polynomial with whole coefficients.

    `coefficients` begin with the constant term; the last one is not zero.
    """

    coefficients: tuple[int, ...]
    index: int


@lru_cache(maxsize=1024)
def _only(id: str) -> frozenset[str]:
    """One set for each name, so that trees over one variable share it."""
    return frozenset((id,))


@node
class Name(Node):
    """A variable or a parameter; Greek letters by their English names."""

    id: str

    def __init__(self, id: str, *, span: Span | None = None) -> None:
        _put(self, "id", id)
        _finish(self, span, (), hash((Name, id)), _only(id))


@node
class Negative(Node):
    """-u"""

    operand: Tree

    def __init__(self, operand: Tree, *, span: Span | None = None) -> None:
        _put(self, "operand", operand)
        _finish(self, span, (operand,), hash((Negative, operand)))

    @property
    def children(self) -> tuple[Tree, ...]:
        return (self.operand,)

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Negative(children[0], span=self.span)


@node
class Sum(Node):
    """Two or more terms; a subtracted one is `Negative`."""

    terms: tuple[Tree, ...]

    def __init__(self, terms: tuple[Tree, ...], *, span: Span | None = None) -> None:
        _put(self, "terms", terms)
        _finish(self, span, terms, hash((Sum, terms)))

    @property
    def children(self) -> tuple[Tree, ...]:
        return self.terms

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Sum(children, span=self.span)


@node
class Product(Node):
    """Two or more factors."""

    factors: tuple[Tree, ...]

    def __init__(self, factors: tuple[Tree, ...], *, span: Span | None = None) -> None:
        _put(self, "factors", factors)
        _finish(self, span, factors, hash((Product, factors)))

    @property
    def children(self) -> tuple[Tree, ...]:
        return self.factors

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Product(children, span=self.span)


@node
class Quotient(Node):
    """u/v"""

    numerator: Tree
    denominator: Tree

    def __init__(self, numerator: Tree, denominator: Tree, *, span: Span | None = None) -> None:
        _put(self, "numerator", numerator)
        _put(self, "denominator", denominator)
        _finish(self, span, (numerator, denominator), hash((Quotient, numerator, denominator)))

    @property
    def children(self) -> tuple[Tree, ...]:
        return (self.numerator, self.denominator)

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Quotient(*children, span=self.span)


@node
class Power(Node):
    """u^v"""

    base: Tree
    exponent: Tree

    def __init__(self, base: Tree, exponent: Tree, *, span: Span | None = None) -> None:
        _put(self, "base", base)
        _put(self, "exponent", exponent)
        _finish(self, span, (base, exponent), hash((Power, base, exponent)))

    @property
    def children(self) -> tuple[Tree, ...]:
        return (self.base, self.exponent)

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Power(*children, span=self.span)


@node
class Call(Node):
    """A known function, by its id in `functions.FUNCTIONS`."""

    function: str
    arguments: tuple[Tree, ...]

    def __init__(
        self, function: str, arguments: tuple[Tree, ...], *, span: Span | None = None
    ) -> None:
        _put(self, "function", function)
        _put(self, "arguments", arguments)
        _finish(self, span, arguments, hash((Call, function, arguments)))

    @property
    def children(self) -> tuple[Tree, ...]:
        return self.arguments

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Call(self.function, children, span=self.span)


@node
class Applied(Node):
    """An undefined function; `orders` counts its derivatives in each argument: f'(x) is (1,)."""

    function: str
    arguments: tuple[Tree, ...]
    orders: tuple[int, ...]

    @property
    def children(self) -> tuple[Tree, ...]:
        return self.arguments

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Applied(self.function, children, self.orders, span=self.span)


@node
class Piecewise(Node):
    """The first branch whose condition holds; `None` is the condition that always holds."""

    branches: tuple[tuple[Tree, Relation | None], ...]

    @property
    def children(self) -> tuple[Tree, ...]:
        found: list[Tree] = []
        for value, condition in self.branches:
            found.append(value)
            if condition is not None:
                found += (condition.left, condition.right)
        return tuple(found)

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        rest = iter(children)
        return Piecewise(
            tuple(
                (next(rest), condition and Relation(next(rest), condition.sign, next(rest)))
                for _, condition in self.branches
            ),
            span=self.span,
        )


@node
class Derivative(Node):
    """A derivative still to be found, in each of `variables` in turn: D(u, x), D(u, x, y)."""

    operand: Tree
    variables: tuple[str, ...]

    @property
    def children(self) -> tuple[Tree, ...]:
        return (self.operand,)

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Derivative(children[0], self.variables, span=self.span)

    def own_names(self) -> frozenset[str]:
        return frozenset(self.variables)


@node
class Limit(Node):
    """A limit still to be found, as `variable` tends to `point` from one side or from both."""

    operand: Tree
    variable: str
    point: Tree
    side: LimitSide = "both"

    @property
    def children(self) -> tuple[Tree, ...]:
        return (self.operand, self.point)

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Limit(children[0], self.variable, children[1], self.side, span=self.span)

    def own_names(self) -> frozenset[str]:
        return frozenset((self.variable,))


Tree = (
    Number | Constant | AlgebraicRoot | Name | Negative | Sum | Product | Quotient | Power | Call
    | Applied | Piecewise | Derivative | Limit
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
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


def expression(statement: Statement) -> Tree:
    """A statement that is known to be a tree; TypeError for an equation."""
    if isinstance(statement, Relation):
        raise TypeError("an equation is not a value")
    return statement


def number(value: Fraction | int) -> Tree:
    """A rational as it is written: signs and fraction bars are nodes of their own."""
    value = Fraction(value)
    if value < 0:
        return Negative(number(-value))
    if value.denominator == 1:
        return Number(value)
    return Quotient(Number(Fraction(value.numerator)), Number(Fraction(value.denominator)))


def rational(tree: Tree) -> Fraction | None:
    """The value of a tree that is written as a rational number, else None."""
    match tree:
        case Number(value):
            return value
        case Negative(operand):
            value_or_none = rational(operand)
            return None if value_or_none is None else -value_or_none
        case Quotient(Number(p), Number(q)) if q:
            return p / q
    return None


def walk(tree: Tree) -> Iterator[Tree]:
    """Every distinct sub-expression once, children before parents."""
    seen: set[Tree] = set()
    stack = [(tree, False)]
    while stack:
        at, entered = stack.pop()
        if at in seen:
            continue
        if entered:
            seen.add(at)
            yield at
        else:
            stack.append((at, True))
            stack.extend((child, False) for child in reversed(at.children))


def transform(tree: Tree, change: Callable[[Tree], Tree | None]) -> Tree:
    """Rewrite from the outside in: a tree that `change` gives stands, else the children go on."""
    done: dict[Tree, Tree] = {}

    def go(at: Tree) -> Tree:
        if at in done:
            return done[at]
        new = change(at)
        if new is None:
            children = at.children
            changed = tuple(go(child) for child in children)
            same = all(a is b for a, b in zip(children, changed, strict=True))
            new = at if same else at.rebuilt(changed)
        done[at] = new
        return new

    return go(tree)


def substitute(tree: Tree, values: Mapping[str, Tree]) -> Tree:
    """Put trees for names, all at once."""

    def change(at: Tree) -> Tree | None:
        if isinstance(at, Name):
            return values.get(at.id, at)
        return at if at.names.isdisjoint(values) else None

    return transform(tree, change)
