"""Functions far out: their expansions, and the same function of another variable."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import inf

from calctool import budget
from calctool.algebra.build import divided
from calctool.algebra.field import Field
from calctool.algebra.germ.expansion import Expansion, constant_value
from calctool.algebra.germ.limit import limit_of
from calctool.algebra.germ.series import Germ, Huge, sign
from calctool.algebra.real.ring import NOTHING, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.notation.tree import ONE, Call, Name, Power, Quotient, Tree, number, rational
from calctool.notation.walk import substitute, transform, walk


def germ_far(tree: Tree, name: str) -> Germ:
    """The expansion as x -> oo, in t = 1/x."""
    last: Undecided | None = None
    for keep in budget.EXPANSION_TERMS:
        try:
            germ = expansion_far(tree, name, keep)
            sign(germ)
        except Undecided as undecided:
            last = undecided
            continue
        return germ
    raise last or Undecided


def expansion_far(tree: Tree, name: str, keep: int) -> Germ:
    near = substitute(tree, {name: Quotient(ONE, Name(name))})
    return Expansion(name, NOTHING, 1, keep).of(near)


def is_bounded(tree: Tree, name: str) -> bool:
    """Whether an expansion shows that |f| is at most a power of x."""
    for keep in budget.EXPANSION_TERMS:
        try:
            germ = expansion_far(tree, name, keep)
        except (Undecided, Undefined):
            continue
        return not isinstance(germ, Huge) and (germ.lowest is None or germ.lowest[0] > -inf)
    return False


def at_exponential(tree: Tree, name: str) -> Tree:
    """With exp(x) for x: log(x) becomes x, and log(log(x)) becomes log(x)."""
    return normalised(substitute(tree, {name: Call("exp", (Name(name),))}))


@lru_cache(maxsize=256)
def normalised(tree: Tree) -> Tree:
    own = Field()
    element = own.normal(tree)
    made = None if element is None else own.to_tree(element)
    return tree if made is None else made


def with_exponentials(tree: Tree, name: str) -> Tree:
    """gamma(u) as exp(loggamma(u)), where u tends to oo."""

    def change(part: Tree) -> Tree | None:
        match part:
            case Call("gamma", (u,)) if name in u.names and _side_of_infinity(u, name) > 0:
                return Call("exp", (Call("loggamma", (u,)),))
        return None

    return transform(tree, change)


def simplified(constant: Tree) -> Tree:
    """A constant in normal form, where it has one."""
    try:
        return written(constant_value(constant))
    except (Undecided, Undefined):
        return with_roots(constant)


def of_constants(tree: Tree) -> Tree:
    """With 1 for gamma(2), and each other call that has no names in normal form."""
    return transform(tree, _worked_out)


def _worked_out(part: Tree) -> Tree | None:
    return simplified(part) if isinstance(part, Call) and not part.names else None


def with_roots(tree: Tree) -> Tree:
    """With u^(1/2) as a root."""
    return transform(tree, _rooted)


def _rooted(part: Tree) -> Tree | None:
    match part:
        case Power(base, exponent) if rational(exponent) == Fraction(1, 2):
            return Call("sqrt", (transform(base, _rooted),))
    return None


def has_log(tree: Tree, name: str) -> bool:
    """Whether the logarithm of something with the name in it occurs."""
    return any(isinstance(t, Call) and t.function == "log" and name in t.names for t in walk(tree))


def at_logarithm(tree: Tree, name: str) -> Tree:
    """With log(x) for x: exponentials become powers, whose sums have an expansion."""
    return normalised(substitute(tree, {name: Call("log", (Name(name),))}))


def in_exponential(tree: Tree, name: str) -> Tree | None:
    """As a function of y = exp(u), y -> oo, where the name occurs in powers of exp(u) only."""
    made = normalised(tree)
    found: list[Tree] = []

    def outermost(part: Tree) -> Tree | None:
        if isinstance(part, Call) and part.function == "exp" and name in part.names:
            found.append(part.arguments[0])
            return part
        return None

    transform(made, outermost)
    side = _side_of_infinity(found[0], name) if found else 0
    multiples = {u: rational(normalised(divided(u, found[0]))) for u in found}
    if not side or None in multiples.values():
        return None
    powers: dict[Tree, Tree] = {
        Call("exp", (u,)): Power(Name(_FRESH), number(side * (factor or 0)))
        for u, factor in multiples.items()
    }
    changed = transform(made, lambda part: powers.get(part))
    return None if name in changed.names else substitute(changed, {_FRESH: Name(name)})


_FRESH = "exp(u)"
"""No name that can be typed."""


def _side_of_infinity(tree: Tree, name: str) -> int:
    try:
        limit = limit_of(germ_far(tree, name))
    except (Undecided, Undefined):
        return 0
    return limit.sign if limit.kind == "infinite" else 0
