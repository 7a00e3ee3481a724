"""Between what a function runs where it has no limit: limits inferior and superior of waves.

Where the phase u grows without end, sin(u) and cos(u) come to every point of the circle again and
again. If the rest of the function tends to something, what it comes near are the values that it
has on the circle with these limits put in; all else tends to them uniformly.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from calctool import budget
from calctool.algebra import facts
from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.intervals import closed
from calctool.algebra.domain.ranges import decided
from calctool.algebra.field import is_zero
from calctool.algebra.germ.expansion import Expansion
from calctool.algebra.germ.limit import NONE
from calctool.algebra.germ.series import CONSTANT, Series, Side
from calctool.algebra.local.in_letters import NeedSign, Ranges
from calctool.algebra.local.one_side import on_side
from calctool.algebra.local.point import SIDES, Local, OneSide
from calctool.algebra.local.switches import switches
from calctool.algebra.real.letters import letters_known
from calctool.algebra.real.ring import NOTHING, Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots import (
    Interval,
    Point,
    exact_point,
    inside,
    limit_at,
    rational_point,
    zeros,
)
from calctool.algebra.roots.found import cut, ordered
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.functions.branches import difference, resolved
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.waves.circles import COSINE, SINE, on_circle
from calctool.algebra.roots.waves.pictures import Picture
from calctool.notation.tree import (
    ONE,
    PI,
    TWO,
    ZERO,
    Call,
    Name,
    Piecewise,
    Power,
    Product,
    Quotient,
    Tree,
    rational,
)
from calctool.notation.walk import substitute
from calctool.solve.exact.line import BOTTOM, TOP
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Between, BothSides, Exact
from calctool.solve.exact.values import exact, exact_value

LEFT, RIGHT = SIDES
_CIRCLE = {SINE: closed(Fraction(-1), Fraction(1)), COSINE: closed(Fraction(-1), Fraction(1))}
_TURN = "angle on the circle"


def between(tree: Tree, name: str, at: Tree | None, side: int) -> Between | None:
    """What `tree` comes near as `name` comes to `at` from its right (side 1) or left (-1).

    Without `at`, side 1 is x -> -oo and side -1 is x -> oo. None for anything but waves of one
    phase, and where that is not known.
    """
    try:
        seen = substitute(tree, {name: Picture(at, side).of(Name(name))})
        read = on_circle(seen, name)
        if read is None or limit_at(read[0], name, None, -1).kind != "infinite":
            return None
        found = _of(read[1], name)
        return found or _of(normalised(read[1]), name)
    except (Undecided, Undefined, NeedSign):
        return None


def _of(f: Tree, name: str) -> Between | None:
    """Of a function of t -> oo and of the sine and cosine of the phase."""
    still, moving = _apart(f)
    if still != ONE:
        outer = limit_at(still, name, None, -1)
        if outer.kind == "infinite":
            inner = _of(moving, name)
            return None if inner is None else _unbounded(inner)
        if outer.number is None:
            return None
        settled = _with_limits(moving, name)
        if settled is None:  # it may grow as fast as the other factor vanishes
            return _expanded(normalised(f), name)
        return on_whole_circle(multiplied((written(outer.number), settled)))
    settled = _with_limits(f, name)
    if settled is None and name not in f.names:
        return None
    return _expanded(normalised(f), name) if settled is None else on_whole_circle(settled)


def _unbounded(inner: Between) -> Between | None:
    """A growing multiple of what takes both signs again and again."""
    low, high = (compared(end, exact(ZERO)) for end in inner)
    return (BOTTOM, TOP) if low == -1 and high == 1 else None


def _apart(f: Tree) -> tuple[Tree, Tree]:
    """The factors without waves, and those with them."""
    still: list[Tree] = []
    moving: list[Tree] = []
    for factor in _factors(f):
        (moving if _waves(factor) else still).append(factor)
    return multiplied(still) if still else ONE, multiplied(moving) if moving else ONE


def _factors(f: Tree) -> Iterator[Tree]:
    match f:
        case Product(factors):
            for each in factors:
                yield from _factors(each)
        case Quotient(top, bottom) if not _waves(bottom):
            yield from _factors(top)
            yield raised(bottom, negated(ONE))
        case Call("abs", (inner,)):
            yield from (Call("abs", (each,)) for each in _factors(inner))
        case _:
            yield f


def _waves(tree: Tree) -> bool:
    return not tree.names.isdisjoint(_CIRCLE)


def _with_limits(f: Tree, name: str) -> Tree | None:
    """With the limits of all parts without waves; None where one has none, or f is not continuous
    in these parts."""
    if not _waves(f):
        found = limit_at(f, name, None, -1) if name in f.names else None
        return f if found is None else None if found.number is None else written(found.number)
    if isinstance(f, Name):
        return f
    if name not in f.names:
        return f if all(decided(each, _CIRCLE) is True for each in conditions(f)) else None
    if not _is_continuous(f):
        return None
    inner = [_with_limits(child, name) for child in f.children]
    known = [each for each in inner if each is not None]
    if len(known) < len(inner):
        return None
    made = f.rebuilt(tuple(known))
    needed = conditions(made)
    return made if all(decided(each, _CIRCLE) is True for each in needed) else None


def _is_continuous(f: Tree) -> bool:
    match f:
        case Call():
            return not any(each.kind == "jump" for each in facts.of(f).switches)
        case Power(_, exponent):
            return rational(exponent) is not None
        case Piecewise():
            return False
    return True


def _expanded(f: Tree, name: str) -> Between | None:
    """By what dominates f."""
    near = substitute(f, {name: Quotient(ONE, Name(name))})
    for keep in budget.EXPANSION_TERMS:
        try:
            with letters_known(Ranges(_CIRCLE)):
                germ = Expansion(name, NOTHING, 1, keep).of(near)
        except Undecided:
            continue
        found = _leading(germ) if isinstance(germ, Series) else None
        if found is None:
            return None
        key, coefficient = found
        inner = on_whole_circle(written(coefficient))
        return inner if key == CONSTANT or inner is None else _unbounded(inner)
    return None


def _leading(germ: Series) -> tuple[tuple[Fraction | float, int], Real] | None:
    """The first term where it does not tend to 0, its coefficient holding the waves."""
    if germ.terms and germ.terms[0][0] <= CONSTANT:
        first = germ.terms[0]
        return first if germ.bound is None or germ.bound > first[0] else None
    return (CONSTANT, NOTHING) if germ.bound is None or germ.bound > CONSTANT else None


# --- on the circle ------------------------------------------------------------------------------


def on_whole_circle(f: Tree) -> Between | None:
    """The least and the greatest value of a function of sine and cosine over all angles."""
    if not _waves(f):
        return (exact(exact_value(f)),) * 2
    return _of_degree_one(f) or _by_zeros(f)


def _of_degree_one(f: Tree) -> Between | None:
    """c -+ sqrt(a^2 + b^2)."""
    origin = {SINE: ZERO, COSINE: ZERO}
    c = substitute(f, origin)
    a, b = (added((substitute(f, {**origin, one: ONE}), negated(c))) for one in (SINE, COSINE))
    line = (c, multiplied((a, Name(SINE))), multiplied((b, Name(COSINE))))
    if is_zero(added((f, *map(negated, line)))) is not True:
        return None
    size = Call("sqrt", (added((raised(a, TWO), raised(b, TWO))),))
    return exact(exact_value(added((c, negated(size))))), exact(exact_value(added((c, size))))


def _by_zeros(f: Tree) -> Between | None:
    """By the values where the derivative over the angle is zero, where the formula changes, and
    by the limits of each formula there."""
    angle = Name(_TURN)
    seen = substitute(f, {SINE: Call("sin", (angle,)), COSINE: Call("cos", (angle,))})
    start, end = rational_point(Fraction(0)), exact_point(multiplied((TWO, PI)))
    equations = [difference(switch.relation) for switch in switches(seen)]
    changes = [at for each in equations for at in _places(each, Interval(start, end))]
    values = [substitute(seen, {_TURN: at.tree or ZERO}) for at in (start, *changes)]
    for piece in cut(Interval(start, end), ordered(changes)):
        own = resolved(seen, _TURN, inside(piece.start, piece.end))
        ends = [at for at in (piece.start, piece.end) if at is not None]
        within = _places(derivative(own, _TURN), piece) if _TURN in own.names else []
        values += [substitute(own, {_TURN: at.tree or ZERO}) for at in (*ends, *within)]
    listed = [exact(exact_value(each)) for each in dict.fromkeys(values)]
    low, high = _utmost(listed, -1), _utmost(listed, 1)
    return None if low is None or high is None else (low, high)


def _places(apart: Tree, on: Interval) -> list[Point]:
    """The zeros, all of them with a formula; Undecided where that is not so."""
    if _TURN not in apart.names:
        return []
    found = zeros(apart, _TURN, (on,))
    if found.state != "complete" or any(zero.at.tree is None for zero in found.zeros):
        raise Undecided
    return [zero.at for zero in found.zeros]


def _utmost(values: list[Exact], turn: int) -> Exact | None:
    best = values[0]
    for each in values[1:]:
        order = compared(each, best)
        if order is None:
            return None
        best = each if order == turn else best
    return best


# --- beside a point -----------------------------------------------------------------------------


def with_waves(f: Tree, name: str, local: Local) -> Local:
    """With what is open of the difference quotient, where it comes near several numbers."""
    if local.kind != "undecided":
        return local
    local = _with_continuity(f, name, local)
    if not local.continuous:
        return local
    found = [
        _with_slope(f, name, local, side, own)
        for side, own in ((LEFT, local.left), (RIGHT, local.right))
    ]
    if found == [local.left, local.right]:
        return local
    return replace(local, left=found[0], right=found[1], differentiable=False, kind="oscillation")


def _with_continuity(f: Tree, name: str, local: Local) -> Local:
    """Where the waves of f die out beside the point, and its value there is what it tends to."""
    if local.continuous is not None or local.value is None:
        return local
    sides = ((LEFT, local.left), (RIGHT, local.right))
    open_ = [side for side, own in sides if own is not None and not own.limit.known]
    here = exact(local.value)
    for side in open_:
        ends = between(on_side(f, name, local.point, side), name, local.point, side)
        if ends is None or any(compared(end, here) != 0 for end in ends):
            return local
    others = (own.limit for side, own in sides if own is not None and side not in open_)
    if any(each.value is None or each.value != local.value for each in others):
        return local
    return replace(local, continuous=True)


def _with_slope(
    f: Tree, name: str, local: Local, side: Side, own: OneSide | None
) -> OneSide | None:
    if own is None or own.derivative.known:
        return own
    ends = _quotient(f, name, local, side)
    return OneSide(own.limit, NONE) if ends is not None and compared(*ends) == -1 else own


def of_quotient(f: Tree, name: str, local: Local) -> BothSides:
    """What the difference quotient comes near where it has no limit from a side."""
    left, right = (
        _quotient(f, name, local, side)
        if found is not None and found.derivative.kind == "none"
        else None
        for found, side in ((local.left, LEFT), (local.right, RIGHT))
    )
    return left, right


def _quotient(f: Tree, name: str, local: Local, side: Side) -> Between | None:
    if local.value is None:
        return None
    change = added((on_side(f, name, local.point, side), negated(local.value)))
    return between(
        divided(change, added((Name(name), negated(local.point)))), name, local.point, side
    )


def of_function(f: Tree, name: str, local: Local) -> BothSides:
    """What f itself comes near where it has no limit from a side."""
    left, right = (
        between(on_side(f, name, local.point, side), name, local.point, side)
        if found is not None and found.limit.kind == "none"
        else None
        for found, side in ((local.left, LEFT), (local.right, RIGHT))
    )
    return left, right
