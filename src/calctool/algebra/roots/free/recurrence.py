"""Functions like psi'(x) - 1/x^2 have no zero on (a, oo), as f(x + s) - f(x) has one sign there.

Where f tends to L as x -> oo, f(x) = L - sum of (f(x + (n + 1)*s) - f(x + n*s)) over n = 0, 1, …:
if each of these is negative and L >= 0 (L = oo included), f is positive, and the other way round.
On (a, b) the same holds if the differences have that sign on (a, oo), but for their poles.
"""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.facts import filled, recurs
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found
from calctool.algebra.roots.functions.analytic import Analytic, coefficients, derivative, written
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.limits.far_forms import normalised, of_constants
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.points.point import inside
from calctool.algebra.roots.records import Interval
from calctool.atlas import facts
from calctool.notation.tree import ONE, Call, Name, Quotient, Tree, number, rational
from calctool.notation.walk import substitute, walk

_CALLED = "call "


def by_recurrence(search: Effort, p: Analytic, piece: Interval) -> Found | None:
    """That there is no zero on the interval; None for other functions, or where there may be
    some."""
    call = _only_call(p)
    if call is None or piece.start is None:
        return None
    beyond = Interval(piece.start, None)
    base, slope = (written(p, each) for each in coefficients(p, _index(p)))
    if _sign(search, slope, beyond) is None:
        return None
    rate = rational(normalised(derivative(call.arguments[-1], p.name)))
    if rate is None or rate <= 0:
        return None
    rest = normalised(divided(base, slope))
    step = added((Name(p.name), number(1 / rate)))
    later = added((substitute(rest, {p.name: step}), negated(rest)))
    sign = _sign(search, _above(added((later, _growth(call)))), beyond)
    limit = limit_at(added((rest, call)), p.name, None, -1)
    if not sign or limit.kind not in ("finite", "infinite"):
        return None
    goal = limit.sign if limit.value is None or limit.kind == "infinite" else _of(limit.value)
    return Found(methods=("recurrence",)) if goal in (0, -sign) else None


def _of(constant: Tree) -> int:
    return curve(constant, "").at(Fraction(0))


def _index(p: Analytic) -> int:
    return next(i for i in p.moving if _recurs(p, i))


def _recurs(p: Analytic, index: int) -> bool:
    kernel = p.kernel(index)
    called = kernel.kind.removeprefix(_CALLED)
    return called != kernel.kind and recurs(called, len(kernel.arguments))


def _only_call(p: Analytic) -> Call | None:
    """The function with a recurrence in a sum that is linear in it, where there is just one."""
    found = [index for index in p.moving if _recurs(p, index)]
    if len(found) != 1 or len(coefficients(p, found[0])) != 2:
        return None
    call = written(p, p.field.ring.generator(found[0]))
    return call if isinstance(call, Call) else None


def _growth(call: Call) -> Tree:
    """f(u + 1) - f(u)"""
    *fixed, u = call.arguments
    later = Call(call.function, (*fixed, added((u, ONE))))
    shift = facts(call.function, len(call.arguments)).shift
    before = of_constants(filled(shift, call.arguments))
    return added((later, negated(before)))


def _above(tree: Tree) -> Tree:
    """A function of the same sign, without poles."""
    tree = normalised(tree)
    if isinstance(tree, Quotient):
        return multiplied((tree.numerator, tree.denominator))
    return tree


def _sign(search: Effort, tree: Tree, piece: Interval) -> int | None:
    """Of a function without the recurrence that does not change its sign; None for others."""
    moving = (each for each in walk(tree) if isinstance(each, Call) and search.name in each.names)
    if any(recurs(each.function, len(each.arguments)) for each in moving):
        return None
    if search.name not in tree.names:
        return _of(tree)
    try:
        found = search.exactly().zeros(tree, piece)
        if found.all_points() and any(not hit.times or hit.times % 2 for hit in found.hits):
            return None
        return curve(tree, search.name).at(inside(piece.start, piece.end))
    except (Undecided, Undefined):
        return None
