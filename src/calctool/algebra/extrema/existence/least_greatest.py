"""Least and greatest values: which theorem says that there are any, and which candidates have them.

Every argument checks its own hypotheses; where none applies the answer is that it is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import inf

from calctool.algebra.domain.ranges import range_of
from calctool.algebra.extrema.existence.bound import Asked, Bound, Domain, Turn
from calctool.algebra.extrema.existence.growth import Coercive, coercive, vanishes_far_out
from calctool.algebra.extrema.existence.periodic import is_periodic
from calctool.algebra.extrema.existence.unbounded import Curve, unbounded_along
from calctool.algebra.extrema.kinds.judgement import Judgement, extremum, joined, shown
from calctool.algebra.extrema.polynomials import fractions, polynomial
from calctool.algebra.extrema.scalars import Constant, compare
from calctool.algebra.generators.monotone import inner
from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import Tree
from calctool.words import Words
from calctool.words.extrema import extremes as words


def global_extremes(
    f: Tree,
    names: Sequence[str],
    candidates: Sequence[Scalar | None],
    complete: bool,
    domain: Domain = "everywhere",
    orbits: Sequence[int] = (),
) -> tuple[Bound, Bound]:
    """The least and the greatest value of f, given its values at the candidates."""
    asked = Asked(f, tuple(names), tuple(candidates), complete, domain, orbits)
    return _bound(asked, -1), _bound(asked, 1)


def judged_by(bound: Bound, turn: Turn) -> Judgement:
    """What the places are that have the least or greatest value of f on an open domain."""
    reason = joined(words.HAS_BOUND[turn], bound.reason)
    return Judgement(extremum(-turn), None, "extreme-value", reason)


def _bound(asked: Asked, turn: Turn) -> Bound:
    for argument in ARGUMENTS:
        try:
            found = argument(asked, turn)
        except (Undecided, Undefined):
            continue
        if found is not None:
            return found
    return Bound(None, None, "undecided", _open(asked))


def _open(asked: Asked) -> Words:
    if not asked.is_whole:
        return words.NOT_ALL_KNOWN
    if not asked.candidates:
        return words.NO_CANDIDATE
    return words.NO_ARGUMENT if asked.is_comparable else words.NOT_COMPARED


def _attained(asked: Asked, turn: Turn, argument: str, reason: Words) -> Bound | None:
    """Where a theorem says that the value is attained, the best of all candidates has it."""
    best = asked.best(turn)
    if not asked.is_whole or not best:
        return None
    return Bound(True, asked.candidates[best[0]], argument, reason, best)


# --- arguments ----------------------------------------------------------------------------------


def _constant(asked: Asked, _: Turn) -> Bound | None:
    p = polynomial(asked.f, asked.names)
    if p is None or not p.is_constant():
        return None
    value = Constant.of(fractions(p).get((0,) * len(asked.names), Fraction(0)))
    return Bound(True, value, "constant", words.CONSTANT, tuple(asked.known))


def _by_writing(asked: Asked, turn: Turn) -> Bound | None:
    """A coarse range is never too narrow: an end of it that is a value is the extreme one."""
    known = range_of(asked.f, {})
    end = known.low if turn < 0 else known.high
    best = asked.best(turn)
    value = asked.candidates[best[0]] if best else None
    if value is None or isinstance(end, float) or compare(value, Constant.of(end)) != 0:
        return None
    facts = {"sign": ">=" if turn < 0 else "<=", "value": shown(value)}
    return Bound(True, value, "bounded-by-value", words.BOUND.filled(**facts), best)


def _compact(asked: Asked, turn: Turn) -> Bound | None:
    if asked.domain != "compact":
        return None
    return _attained(asked, turn, "compact", words.COMPACT)


def _coercive(asked: Asked, turn: Turn) -> Bound | None:
    """F(g) with F strictly monotone is least, or greatest, where g is least."""
    if asked.domain != "everywhere":
        return None
    inside = inner(asked.f)
    found = coercive(inside.tree, asked.names)
    if found is None or found.sign * (1 if inside.increasing else -1) != -turn:
        return None
    side: Turn = -1 if found.sign > 0 else 1
    reason = _said_of_growth(found, side)
    if inside.functions:
        reason = joined(words.OUTER, reason, inside.tree)
    return _attained(asked, turn, "coercive", reason)


def _said_of_growth(found: Coercive, side: Turn) -> Words:
    if found.leading is None:
        return words.COERCIVE_PARTS[side]
    facts = {"form": quoted(found.leading)}
    if not found.others:
        return words.COERCIVE[side].filled(**facts)
    return words.COERCIVE_REST[side].filled(**facts, others=all_quoted(found.others))


def _periodic(asked: Asked, turn: Turn) -> Bound | None:
    if asked.domain != "everywhere" or not is_periodic(asked.f, asked.names):
        return None
    return _attained(asked, turn, "periodic", words.PERIODIC)


def _vanishing(asked: Asked, turn: Turn) -> Bound | None:
    """With the value 0 at infinity f is continuous on a compact space."""
    if asked.domain != "everywhere" or not asked.is_whole:
        return None
    if not vanishes_far_out(asked.f, asked.names):
        return None
    best = asked.best(turn)
    if asked.candidates and not best:
        return None
    value = asked.candidates[best[0]] if best else None
    side = None if value is None else value.sign()
    if value is not None and side is None:
        return None
    if value is not None and side in (0, turn):
        return Bound(True, value, "vanishes-at-infinity", words.VANISHES[turn], best)
    nothing = Constant.of(0)
    return Bound(False, nothing, "vanishes-at-infinity", words.ONLY_VANISHES[turn])


def _unbounded(asked: Asked, turn: Turn) -> Bound | None:
    known = range_of(asked.f, {})
    bounded = (known.low if turn < 0 else known.high) not in (-inf, inf)
    if bounded or asked.domain not in ("everywhere", "natural"):
        return None
    curve = unbounded_along(asked.f, asked.names, turn)
    if curve is None:
        return None
    reason = words.UNBOUNDED[turn].filled(curve=_shown(curve), value=quoted(curve.value))
    return Bound(False, None, "unbounded-along-curve", reason, infinite=True, curve=curve)


def _shown(curve: Curve) -> str:
    left, right = zip(*((name, quoted(tree)) for name, tree in curve.points), strict=True)
    if len(left) == 1:
        return f"{left[0]} = {right[0]}"
    return f"({', '.join(left)}) = ({', '.join(right)})"


ARGUMENTS: tuple[Callable[[Asked, Turn], Bound | None], ...] = (
    _constant, _by_writing, _compact, _coercive, _periodic, _vanishing, _unbounded,
)  # fmt: skip
"""In this order: what is shown most simply comes first."""
