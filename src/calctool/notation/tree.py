"""Expressions as the user wrote them: frozen trees with spans, never simplified, no SymPy.

Equality and hashing ignore spans and how a number was typed. Hash, size, height and names
are worked out once, when a node is made, so that sharing sub-expressions costs constant time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from fractions import Fraction
from operator import attrgetter
from typing import Any, ClassVar, Literal, NamedTuple, TypeVar, dataclass_transform

Sign = Literal["=", "<", "<=", ">", ">=", "!="]
LimitSide = Literal["both", "left", "right"]


_NO_NAMES: frozenset[str] = frozenset()


class Span(NamedTuple):
    """Half-open range of characters in the user's text."""

    start: int
    end: int


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
        names = self.own_names()
        size = height = 1
        for child in self.children:
            size += child.size
            if child.height >= height:
                height = child.height + 1
            if child.names is not names:
                names = names | child.names if names else child.names
        _set_size(self, size)
        _set_height(self, height)
        _set_names(self, names)
        _set_key(self, hash((type(self), self.identity(self))))

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


# The slots' own setters take half the time of object.__setattr__, and trees are made by the dozen.
_set_size = Node.size.__set__  # type: ignore[attr-defined]
_set_height = Node.height.__set__  # type: ignore[attr-defined]
_set_names = Node.names.__set__  # type: ignore[attr-defined]
_set_key = Node.key.__set__  # type: ignore[attr-defined]


def _revive(kind: type[Node], values: dict[str, Any]) -> Node:
    return kind(**values)


NodeType = TypeVar("NodeType", bound=Node)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def node(kind: type[NodeType]) -> type[NodeType]:
    """A frozen dataclass whose hash is the one worked out when it was made."""
    made = dataclass(frozen=True, slots=True)(kind)
    made.__hash__ = _stored_hash  # type: ignore[assignment]
    if "identity" not in kind.__dict__:
        made.identity = attrgetter(*(f.name for f in fields(made) if f.compare))
    return made


def _stored_hash(self: Node) -> int:
    return self.key


@node
class Number(Node):
    """A number that is not negative: whole, or a decimal as it was typed."""

    value: Fraction
    typed: str = field(default="", compare=False)

    # The hash of a Fraction takes a modular inverse.
    identity = attrgetter("value.numerator", "value.denominator")


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


@node
class Name(Node):
    """A variable or a parameter; Greek letters by their English names."""

    id: str

    def own_names(self) -> frozenset[str]:
        return frozenset((self.id,))


@node
class Negative(Node):
    operand: Tree

    @property
    def children(self) -> tuple[Tree, ...]:
        return (self.operand,)

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Negative(children[0], span=self.span)


@node
class Sum(Node):
    """Two or more terms; a subtracted one is `Negative`."""

    terms: tuple[Tree, ...]

    @property
    def children(self) -> tuple[Tree, ...]:
        return self.terms

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Sum(children, span=self.span)


@node
class Product(Node):
    """Two or more factors."""

    factors: tuple[Tree, ...]

    @property
    def children(self) -> tuple[Tree, ...]:
        return self.factors

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Product(children, span=self.span)


@node
class Quotient(Node):
    numerator: Tree
    denominator: Tree

    @property
    def children(self) -> tuple[Tree, ...]:
        return (self.numerator, self.denominator)

    def rebuilt(self, children: tuple[Tree, ...]) -> Tree:
        return Quotient(*children, span=self.span)


@node
class Power(Node):
    base: Tree
    exponent: Tree

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
