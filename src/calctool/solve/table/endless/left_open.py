"""Why critical points outside a window are not described."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec.structs import replace

from calctool.algebra import facts
from calctool.algebra.build import multiplied
from calctool.algebra.clean import clean
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.requirements import compare
from calctool.algebra.local.switches import Switch, switches
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import LINE, zeros
from calctool.algebra.roots.everywhere import WINDOW
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.waves.circles import (
    Circles,
    as_phase,
    as_quotients,
    has_waves,
    names,
    on_circles,
)
from calctool.notation.quoted import quoted
from calctool.notation.tree import (
    PI,
    ZERO,
    Call,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
)
from calctool.notation.walk import walk
from calctool.rules.apply import differentiate
from calctool.solve.attempts import tried
from calctool.words import Words
from calctool.words.proofs import window as words

_PARTS = 7
"""Of a unit, at which a condition is looked at."""


def why_open(f: Tree, slopes: Iterable[Tree], name: str, *, has_last_piece: bool) -> Words:
    """The first that is found of: the domain, the switches of f, the waves in its derivative.

    `slopes` are the formulas of f' of which not all zeros are known; with `has_last_piece` the
    domain is known to consist of finitely many intervals.
    """
    broken = None if has_last_piece else next(_breaking(f, name), None)
    found = broken or next(_switching(f, name), None)
    return found or _waving(tuple(slopes), name)


def _breaking(f: Tree, name: str) -> Iterator[Words]:
    """The conditions of the domain that begin or cease to hold without end, poles at last."""
    needed = [each for each in conditions(f) if name in each.names]
    for each in sorted(needed, key=lambda each: each.sign == "!="):
        poles = _in_steps(each)
        inner, apart = (each, difference(each)) if poles is None else (poles, _at_steps(poles))
        goes_on = _goes_on(apart, name)
        if goes_on is None:
            yield words.BREAKS_OPEN.filled(condition=quoted(each))
        elif goes_on and poles is not None:
            yield words.BREAKS_AT_STEPS.filled(inner=quoted(inner))
        elif goes_on and each.sign != "!=" and _fails_somewhere(each, name):
            yield words.BREAKS_COMING_BACK.filled(condition=quoted(each))
        elif goes_on and each.sign not in (">=", "<="):
            yield words.BREAKS_APART.filled(condition=quoted(replace(each, sign="=")))


def _in_steps(condition: Relation) -> Tree | None:
    """u, where the condition is that u is positive or no whole number, as of Γ."""
    match condition:
        case Relation(Call("max", (u, Sum((v, Negative(Call("floor", (w,))))))), ">", right):
            return u if right == ZERO and u == v == w else None
    return None


def _fails_somewhere(condition: Relation, name: str) -> bool:
    """Whether the condition certainly fails at a number of the window."""
    return not all(compare(sign, condition) for sign in _signs(difference(condition), name))


def _signs(tree: Tree, name: str) -> set[int]:
    """Those that it certainly has at numbers of the window."""
    own = curve(tree, name)
    places = (Fraction(at, _PARTS) for at in range(-9 * _PARTS, 9 * _PARTS + 1))
    return {sign for at in places if (sign := tried(None, own.at, at)) is not None}


def _at_steps(inner: Tree) -> Tree:
    """What is zero where u is a whole number."""
    return Call("sin", (multiplied((PI, inner)),))


def _switching(f: Tree, name: str) -> Iterator[Words]:
    for switch in switches(f):
        if name not in switch.relation.names:
            continue
        steps = _stepping(switch)
        goes_on = _goes_on(difference(switch.relation) if steps is None else _at_steps(steps), name)
        if goes_on is None and steps is None:
            yield words.SWITCHES_OPEN.filled(condition=quoted(switch.relation))
        elif goes_on is None and steps is not None:
            yield words.SWITCHES_OPEN_AT_STEPS.filled(inner=quoted(steps))
        elif goes_on and steps is not None:
            yield words.SWITCHES_AT_STEPS.filled(inner=quoted(steps))
        elif goes_on:
            yield words.SWITCHES_APART.filled(condition=quoted(switch.relation))


def _stepping(switch: Switch) -> Tree | None:
    tree = switch.tree
    return tree.arguments[0] if isinstance(tree, Call) and facts.of(tree).steps else None


def _goes_on(apart: Tree, name: str) -> bool | None:
    """Whether a difference has zeros without end; None where that is not known.

    An almost periodic function that has both signs comes back to them without end (Bohr 1925).
    """
    try:
        found = zeros(apart, name, (LINE,), WINDOW, whole=False)
    except Undecided:
        return None
    if found.families or found.cells:
        return True
    if found.state == "complete":
        return False
    return True if _is_almost_periodic(apart, name) and {-1, 1} <= _signs(apart, name) else None


def _is_almost_periodic(tree: Tree, name: str) -> bool:
    """Whether it is a polynomial in sines and cosines of linear phases."""
    if name not in tree.names:
        return True
    match tree:
        case Sum(parts) | Product(parts):
            return all(_is_almost_periodic(part, name) for part in parts)
        case Negative(part):
            return _is_almost_periodic(part, name)
        case Quotient(part, Number()) | Power(part, Number(Fraction(denominator=1))):
            return _is_almost_periodic(part, name)
        case Call("sin" | "cos", (phase,)):
            speed = differentiate(phase, name)
            return speed is not None and name not in clean(speed).names
    return False


def _outer(found: Circles) -> Tree | None:
    """A function of waves that is no rational one."""
    waves = frozenset(each for place, _ in enumerate(found.phases) for each in names(place))
    for part in walk(found.inner):
        match part:
            case Power(_, Number(exponent)) if exponent.denominator == 1:
                continue
            case Call() | Power() if not waves.isdisjoint(part.names):
                return found.typed(part)
    return None


def _accumulates(tree: Tree, name: str) -> bool:
    """Whether an integral of waves stands in it, which may be large beside them."""
    calls = (part for part in walk(tree) if isinstance(part, Call) and not has_waves(part, name))
    slopes = (differentiate(part, name) for part in calls if name in part.names)
    return any(slope is not None and has_waves(slope, name) for slope in slopes)


def _waving(slopes: tuple[Tree, ...], name: str) -> Words:
    """By the first formula of f' with waves: of several phases, in each other, or of one phase."""
    for each in slopes:
        if not has_waves(as_quotients(each), name):
            continue
        found = tried(None, on_circles, each, name)
        if found is None:
            return words.WAVES_WITHIN
        if len(found.phases) > 1:
            phases = ", ".join(quoted(as_phase(each, name)) for each in found.phases)
            return words.WAVES_APART.filled(phases=phases)
        if (within := _outer(found)) is not None:
            return words.WAVES_INSIDE.filled(part=quoted(within))
        return words.NO_ARGUMENT if _accumulates(each, name) else words.WAVES_BALANCE
    return words.NO_ARGUMENT
