"""Why f tends where it does, at the ends of its domain and far out, as a course says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec.structs import replace

from calctool.algebra.build import divided, multiplied, negated
from calctool.algebra.clean import clean
from calctool.algebra.field import Field
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Point
from calctool.algebra.tidy.collect import collected
from calctool.notation.tree import (
    INFINITY,
    ONE,
    Call,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
)
from calctool.notation.walk import transform
from calctool.rules.apply import differentiate
from calctool.solve.exact.line import BOTTOM, MINUS_INFINITY, TOP, exact_of, is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.table.ends.conjugate import by_conjugate
from calctool.solve.table.line.points import Scene
from calctool.solve.table.line.values import edge
from calctool.solve.variation import Argument, Part, Side, Tends

_TIMES = 3
"""How often l'Hospital's rule is applied."""
_SIZE = 60
"""Nodes of a formula that is still shown."""

Near = Callable[[Tree], Exact | None]
"""The limit of a formula at the place that is looked at; None where it is not known."""
Reason = tuple[Argument, tuple[Part, ...], tuple[Tree, ...]]


def tendencies(scene: Scene) -> tuple[Tends, ...]:
    """At each end of a piece where f has no value, and far out: the limit and what it rests on.

    Each limit in it is worked out by expansions of its own. Where no short reason was found, the
    limit is left out.
    """
    return tuple(_all(scene))


def _all(scene: Scene) -> Iterator[Tends]:
    for strip in scene.strips:
        for at, side in ((strip.piece.start, 1), (strip.piece.end, -1)):
            if at is None or not scene.is_defined(at):
                yield from _at(strip.piece.f, scene.name, at, side)


def _at(f: Tree, name: str, at: Point | None, side: int) -> Iterator[Tends]:
    near = partial(_limit, name, at, side)
    try:
        limit = near(f)
        found = None if limit is None else _reason(f, name, limit, near)
    except (Undecided, Undefined):
        return
    if limit is None or found is None:
        return
    place = (TOP if side < 0 else BOTTOM) if at is None else exact_of(at)
    which: Side = ("oo" if side < 0 else "-oo") if at is None else "right" if side > 0 else "left"
    yield Tends(place, which, limit, *found)


def _limit(name: str, at: Point | None, side: int, tree: Tree) -> Exact | None:
    return edge(tree, name, at, side).value


def _reason(f: Tree, name: str, limit: Exact, near: Near) -> Reason | None:
    if isinstance(f, Negative):
        return _reason(f.operand, name, _turned(limit), near)
    if _is_basic(f):
        return "standard", (), ()
    parts = _determinate(f, near)
    if parts is not None:
        return "parts", tuple(parts), ()
    if isinstance(f, Power) and f.exponent.names:
        written = Product((f.exponent, Call("log", (f.base,))))
        exponent = near(written)
        return None if exponent is None else ("power", (Part(written, exponent),), ())
    leading = _leading(f, near)
    if leading is not None and leading != f:
        plain = _reduced(leading) if isinstance(leading, Quotient) else None
        return "dominant", (Part(plain or leading, limit),), ()
    return _bounded(f, near) or _conjugate(f, limit, near) or _hospital(f, name, limit, near)


def _turned(limit: Exact) -> Exact:
    if limit.low is None or limit.high is None:
        return {TOP: BOTTOM, BOTTOM: TOP}.get(limit, limit)
    return Exact(negated(limit.expr), -limit.high, -limit.low, limit.is_known)


def _is_basic(f: Tree) -> bool:
    """A function that everyone knows, of x itself: exp(x), exp(-x), 1/x, x^3."""
    match f:
        case Call(_, arguments):
            return all(not each.children or isinstance(each, Negative) for each in arguments)
        case Power(base, exponent):
            return not base.children and not exponent.names
        case Quotient(numerator, denominator):
            return not numerator.names and (not denominator.children or _is_basic(denominator))
    return not f.children


# --- limits of the parts ------------------------------------------------------------------------


def _determinate(f: Tree, near: Near) -> list[Part] | None:
    """The parts with their limits, where these alone tell the limit of the whole."""
    found: list[Part] = []
    for each in f.children:
        limit = near(each) if each.names else None
        if each.names and limit is None:
            return None
        if limit is not None:
            found.append(Part(each, limit))
    limits = [part.limit for part in found]
    match f:
        case Sum():
            is_clear = not (TOP in limits and BOTTOM in limits)
        case Product():
            is_clear = not (any(map(_is_nothing, limits)) and any(map(_is_endless, limits)))
        case Quotient(numerator, denominator):
            is_clear = _is_clear_quotient(numerator, denominator, near)
            found = [
                replace(p, side=_side(p, near) if p.formula is denominator else 0) for p in found
            ]
        case Call() | Power():
            is_clear = len(found) == 1 and (isinstance(f, Call) or not f.exponent.names)
        case _:
            is_clear = False
    return found if is_clear else None


def _is_clear_quotient(numerator: Tree, denominator: Tree, near: Near) -> bool:
    above, below = near(numerator), near(denominator)
    if not numerator.names:
        return below is not None or not denominator.names
    if above is None or below is None:
        return not denominator.names
    both_endless = _is_endless(above) and _is_endless(below)
    return not both_endless and not (_is_nothing(above) and _is_nothing(below))


def _side(part: Part, near: Near) -> int:
    """From where a part comes to 0: 1/u tends to infinity then."""
    found = near(Quotient(ONE, part.formula)) if _is_nothing(part.limit) else None
    return 0 if found is None else 1 if found.expr == INFINITY else -1


def _bounded(f: Tree, near: Near) -> Reason | None:
    """Waves between -1 and 1 times something that tends to 0."""
    factors = f.factors if isinstance(f, Product) else (f,)
    top = [e.numerator if isinstance(e, Quotient) else e for e in factors]
    waves = [e for each in top for e in (each.factors if isinstance(each, Product) else (each,))
             if isinstance(e, Call) and e.function in ("sin", "cos")]  # fmt: skip
    if not waves:
        return None
    rest = clean(transform(f, lambda part: ONE if part in waves else None))
    limit = near(rest) if rest.names else None
    return ("bounded", (Part(rest, limit),), ()) if limit and _is_nothing(limit) else None


def _conjugate(f: Tree, limit: Exact, near: Near) -> Reason | None:
    """A difference of two that tend to infinity, one of them a square root, as a quotient."""
    quotient = by_conjugate(f)
    if quotient is None or quotient.size > _SIZE:
        return None
    found = near(quotient)
    return ("conjugate", (), (quotient,)) if found and _is_same(found, limit) else None


def _is_nothing(limit: Exact) -> bool:
    return limit.low == limit.high == 0


def _is_endless(limit: Exact) -> bool:
    return is_infinite(limit.expr)


# --- the term that decides ----------------------------------------------------------------------


def _leading(f: Tree, near: Near) -> Tree | None:
    """The term to which a sum comes down, or the quotient of those of a quotient of sums."""
    match f:
        case Sum(terms):
            leaders = (t for t in terms if t.names and _comes_to_one(Quotient(f, t), near))
            return next(leaders, None)
        case Quotient(numerator, denominator):
            above, below = (_leading(each, near) for each in (numerator, denominator))
            if above is None or below is None:
                return None
            return Quotient(above, below)
        case Product(factors):
            found = [_leading(each, near) for each in factors]
            return None if None in found else Product(tuple(filter(None, found)))
        case Negative(operand):
            inner = _leading(operand, near)
            return None if inner is None else Negative(inner)
        case Power(base, exponent) if not exponent.names:
            inner = _leading(base, near)
            return None if inner is None else Power(inner, exponent)
    return f


def _comes_to_one(quotient: Tree, near: Near) -> bool:
    limit = near(quotient)
    return limit is not None and limit.low == limit.high == 1


# --- l'Hospital ---------------------------------------------------------------------------------


def _hospital(f: Tree, name: str, limit: Exact, near: Near) -> Reason | None:
    """A quotient of two functions that both tend to 0, or both to infinity, by their slopes."""
    for quotient in _as_quotients(f):
        above, below = near(quotient.numerator), near(quotient.denominator)
        if above is None or below is None or not _are_alike(above, below):
            continue
        turned = _by_slopes(quotient, name, limit, near)
        if turned is not None:
            parts = (Part(quotient.numerator, above), Part(quotient.denominator, below))
            return "hospital", parts, turned
    return None


def _by_slopes(quotient: Quotient, name: str, limit: Exact, near: Near) -> tuple[Tree, ...] | None:
    turned: list[Tree] = []
    while len(turned) < _TIMES:
        slopes = [differentiate(each, name) for each in quotient.children]
        if None in slopes:
            return None
        raw = collected(divided(*(collected(each) for each in slopes if each is not None)))
        reduced = _reduced(raw)
        is_final = reduced is not None and _is_clear(reduced, near)
        made = reduced if is_final and reduced is not None else raw
        found = near(made)
        if made.size > _SIZE or found is None or not _is_same(found, limit):
            return None
        turned.append(made)
        inner = made.operand if isinstance(made, Negative) else made
        if is_final or _is_clear(inner, near):
            return tuple(turned)
        if not isinstance(inner, Quotient):
            return None
        quotient = inner
        limit = limit if inner is made else _turned(limit)
    return None


def _is_clear(tree: Tree, near: Near) -> bool:
    inner = tree.operand if isinstance(tree, Negative) else tree
    return not inner.names or _is_basic(inner) or _determinate(inner, near) is not None


def _reduced(tree: Tree) -> Tree | None:
    """With common factors cancelled."""
    own = Field()
    found = own.normal(tree)
    return None if found is None else own.to_tree(found)


def _as_quotients(f: Tree) -> Iterator[Quotient]:
    """x^2*exp(-x) as x^2/exp(x), x*log(x) as log(x)/(1/x), x*exp(1/x) as exp(1/x)/(1/x)."""
    if isinstance(f, Quotient):
        yield f
    if not isinstance(f, Product):
        return
    for factor in f.factors:
        rest = multiplied([each for each in f.factors if each is not factor])
        if isinstance(factor, Call) and factor.function == "exp":
            yield Quotient(rest, Call("exp", (negated(factor.arguments[0]),)))
        if isinstance(factor.base if isinstance(factor, Power) else factor, Call):
            yield Quotient(factor, divided(ONE, rest))


def _are_alike(one: Exact, other: Exact) -> bool:
    endless = _is_endless(one) and _is_endless(other)
    return endless or (_is_nothing(one) and _is_nothing(other))


def _is_same(one: Exact, other: Exact) -> bool:
    infinite = (INFINITY, MINUS_INFINITY)
    if one.expr in infinite or other.expr in infinite:
        return one.expr == other.expr
    return compared(one, other) == 0
