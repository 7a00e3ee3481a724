"""The domain of a function of one variable as a set, where its conditions are easily solved."""

from __future__ import annotations

from itertools import pairwise

from calctool import budget
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.tidy.collect import collected
from calctool.notation.tree import (
    INFINITY,
    ONE,
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
    number,
    rational,
)
from calctool.notation.walk import walk
from calctool.solve.exact.record import DomainSet, Exact, Interval
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.variation import is_solved

_CHEAP = frozenset(
    "exp log log2 log10 sqrt cbrt abs sin cos tan cot sec csc asin acos atan".split()  # noqa: SIM905
)
_TREES = (
    Number, Constant, AlgebraicRoot, Name, Negative, Sum, Product, Quotient, Power, Piecewise
)  # fmt: skip
LINE = Interval(Exact(Negative(INFINITY), None, None), Exact(INFINITY, None, None), (False, False))


def domain_set(f: Tree, name: str, conditions: tuple[Relation, ...]) -> DomainSet | None:
    """The set of all points at which the conditions of f hold; None where that was not found."""
    if not f.names <= {name}:
        return None
    if not conditions:
        return described((LINE,), None, name)
    direct = _one_sided(conditions, name)
    if direct is not None:
        return direct
    if any(each.sign == "=" for each in conditions) or not all(map(_is_cheap, conditions)):
        return None
    # Most domains need no search, which takes longer to import than they to write down.
    from calctool.algebra.roots import domain
    from calctool.solve.exact.line import natural_pieces

    found = domain(f, name, whole=True)
    if found.state != "complete":
        found = domain(_asking(conditions), name, whole=True)
    if found.state != "complete":
        return None
    pieces = natural_pieces(found)
    known = all(end.is_known for piece in pieces for end in (piece.start, piece.end))
    return described(pieces, found.period, name) if known and pieces else None


def _asking(conditions: tuple[Relation, ...]) -> Tree:
    """An expression with just these conditions: it repeats where they do, whatever f does."""
    factors = []
    for each in conditions:
        turned = each.sign in ("<", "<=")
        apart = (each.right, negated(each.left)) if turned else (each.left, negated(each.right))
        u = added(apart)
        root = u if each.sign == "!=" else Call("sqrt", (u,))
        factors.append(root if each.sign in (">=", "<=") else Quotient(ONE, root))
    return multiplied(factors)


def described(pieces: tuple[Interval, ...], period: Tree | None, name: str) -> DomainSet:
    """The set that has these pieces, or those of one period, repeated for ever."""
    if period is None:
        return DomainSet(pieces, without=_missing(pieces, LINE.start.expr, LINE.end.expr))
    letter = next(each for each in ("k", "n") if each != name)
    repeated = tuple(
        (_moved(one.start.expr, letter, period), _moved(one.end.expr, letter, period))
        for one in pieces
    )
    start = pieces[0].start.expr
    missing = _missing(pieces, start, exact_value(Sum((start, period))))
    if missing is not None and not (pieces[0].closed[0] or pieces[-1].closed[1]):
        missing = (start, *missing)
    places = None if missing is None else _repeated(missing, letter, period)
    return DomainSet(pieces, period, letter, repeated, places)


def _missing(pieces: tuple[Interval, ...], start: Tree, end: Tree) -> tuple[Tree, ...] | None:
    """The single points between pieces that follow each other from start to end."""
    ends = [start, *(one.end.expr for one in pieces)]
    starts = [*(one.start.expr for one in pieces), end]
    if ends != starts:
        return None
    return tuple(a.end.expr for a, b in pairwise(pieces) if not (a.closed[1] or b.closed[0]))


def _repeated(points: tuple[Tree, ...], letter: str, period: Tree) -> tuple[Tree, ...]:
    """Points of one period with a whole number in them; those at equal distances are one family."""
    if not points:
        return ()
    step = exact_value(Quotient(period, number(len(points))))
    apart = {exact_value(Sum((b, Negative(a)))) for a, b in pairwise(points)}
    if apart <= {step}:
        first = next((at for at in points if (exact(at).low or 0) >= 0), None)
        first = exact_value(Sum((points[0], step))) if first is None else first
        return (_moved(first, letter, step),)
    return tuple(_moved(at, letter, period) for at in points)


def _moved(at: Tree, letter: str, period: Tree) -> Tree:
    turns = collected(Product((Name(letter), period)))
    return turns if rational(at) == 0 else Sum((at, turns))


def _one_sided(conditions: tuple[Relation, ...], name: str) -> DomainSet | None:
    """x > a, x >= a, x < a, x <= a or x != a alone."""
    if len(conditions) != 1 or not is_solved(conditions, name):
        return None
    (only,) = conditions
    at, closed = exact(only.right), only.sign in ("<=", ">=")
    below = Interval(LINE.start, at, (False, closed))
    above = Interval(at, LINE.end, (closed, False))
    if only.sign == "!=":
        return described((below, above), None, name)
    return described((above,) if only.sign in (">", ">=") else (below,), None, name)


def _is_cheap(condition: Relation) -> bool:
    listed = [part for side in (condition.left, condition.right) for part in walk(side)]
    return len(listed) <= budget.DOMAIN_NODES and all(
        part.function in _CHEAP if isinstance(part, Call) else isinstance(part, _TREES)
        for part in listed
    )
