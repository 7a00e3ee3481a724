"""How tightly each kind of tree binds: where brackets stand and where a product needs no sign."""

from enum import IntEnum

from calctool.notation.tokens.letters import GREEK, is_increment, split_index
from calctool.notation.tree import (
    Call,
    Constant,
    Derivative,
    Limit,
    Name,
    Negative,
    Number,
    Piecewise,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
)


class Rank(IntEnum):
    """From loosest to tightest; also what a place asks of the tree that stands in it."""

    SUM = 1
    NEGATIVE = 2
    PRODUCT = 3
    POWER = 4
    ATOM = 5


def rank(tree: Tree) -> Rank:
    """The rank of a tree printed on one line with `+ - * / ^`."""
    match tree:
        case Sum():
            return Rank.SUM
        case Negative():
            return Rank.NEGATIVE
        case Product() | Quotient():
            return Rank.PRODUCT
        case Number(value, typed) if value.denominator != 1 and not typed:
            return Rank.PRODUCT
        case Power():
            return Rank.POWER
    return Rank.ATOM


def stacked_rank(tree: Tree) -> Rank:
    """The rank of a tree printed with fraction bars, roots and raised exponents."""
    match tree:
        case Quotient() | Derivative():
            return Rank.POWER
        case Call("exp" | "sqrt" | "cbrt" | "root"):
            return Rank.POWER
        case Number(value, typed) if value.denominator != 1 and not typed:
            return Rank.POWER
        case Piecewise():
            return Rank.SUM
        case Limit():
            return Rank.PRODUCT
    return rank(tree)


LETTERS_OF_FUNCTIONS = frozenset("fghFGH")
"""Before a bracket these are read as undefined functions, never as factors."""

_OPENING = frozenset({"exp", "sqrt", "abs", "floor", "ceil"})


def juxtaposed(left: Tree, right: Tree) -> bool:
    """Whether the product of two neighbours is clear without a sign: 2x, 3(x + 1), x(x − 2)."""
    if isinstance(left, Number):
        return "e" not in left.typed.lower() and rank(left) is Rank.ATOM and _follows_number(right)
    base = right.base if isinstance(right, Power) else right
    return isinstance(base, Sum) and _precedes_bracket(left)


def _follows_number(tree: Tree) -> bool:
    match tree:
        case Power(base, _):
            return _follows_number(base)
        case Name(id):
            return is_letter(id)
        case Call(function, _):
            return function in _OPENING
    return isinstance(tree, Constant | Sum)


def _precedes_bracket(tree: Tree) -> bool:
    match tree:
        case Power(base, Number(value)):
            return value.denominator == 1 and _precedes_bracket(base)
        case Name(id):
            return len(id) == 1 and id.islower() and id not in LETTERS_OF_FUNCTIONS
    return isinstance(tree, Sum)


def is_letter(id: str) -> bool:
    """Whether a name shows as one letter, perhaps with an index: x, w1, alpha, beta_2."""
    stem, _ = split_index(id)
    return len(stem) == 1 or stem in GREEK or is_increment(id)
