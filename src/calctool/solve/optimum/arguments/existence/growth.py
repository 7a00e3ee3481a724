"""What f does far out: it grows beyond all bounds, or tends to 0."""

from __future__ import annotations

from calctool.algebra.extrema.existence.growth import Coercive, vanishes_far_out
from calctool.algebra.extrema.forms.homogeneous import signs_of
from calctool.algebra.extrema.kinds.judgement import joined
from calctool.algebra.extrema.polynomials import fractions, polynomial, top_form
from calctool.algebra.extrema.scalars import Constant
from calctool.algebra.generators.monotone import Inner
from calctool.algebra.places.place import Scalar
from calctool.notation.quoted import all_quoted, quoted
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.arguments.existence.at_best import attained, unbounded
from calctool.solve.optimum.arguments.existence.compact import on_missing_edges
from calctool.solve.optimum.arguments.existence.ground import Ground, Growing, ground
from calctool.solve.optimum.arguments.existence.lacking import exists_but, is_asked
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Lacks, Task, Turn
from calctool.solve.optimum.arguments.values import NOTHING, sign
from calctool.solve.question import Stretch
from calctool.words import Words
from calctool.words.extrema import extremes as words
from calctool.words.extrema.multipliers import ARGUMENTS, FALLS, GROWS, OF_INNER_ARGUMENTS

_FAR_OUT = {-1: "∞", 1: "-∞"}


def coercive(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:  # noqa: ARG001
    """A function that grows far out has a least value on a closed set that is not empty."""
    if not is_asked(task):
        return None
    land = ground(task)
    if not land.is_closed:
        return None
    found = land.coercive
    if found is not None and found.sign == -turn and land.has_all_edges:
        best = _on_closed_set(task, turn, land, found) if task.listing.is_whole else None
        return best or exists_but(task, turn, "coercive", words.FAR_OUT[turn])
    if land.growth != -turn or not task.listing.is_whole:
        return None
    return on_missing_edges(task, turn, "coercive-closed", limit=_FAR_OUT[turn])


def _on_closed_set(task: Task, turn: Turn, land: Ground, found: Growing) -> Bound | None:
    shown, inside = found.shown, found.inside
    if land.is_everywhere:
        reason = _said_of_growth(shown, -1 if shown.sign > 0 else 1)
        if inside.functions:
            reason = joined(words.OUTER, reason, inside.tree)
        return attained(task, turn, "coercive", reason)
    id = "coercive-on-set" if turn < 0 else "anticoercive-on-set"
    of_inner = "coercive-on-set" if shown.sign > 0 else "anticoercive-on-set"
    return attained(task, turn, id, said_of_inner(inside, of_inner, id))


def said_of_inner(inside: Inner, shown: str, claimed: str) -> Words:
    """What was shown of the inner function is not said of f."""
    if not inside.functions:
        return ARGUMENTS[claimed]
    inner, way = quoted(inside.tree), GROWS if inside.increasing else FALLS
    reason = OF_INNER_ARGUMENTS[shown]
    return Words(
        en=reason.marked("en", inner=inner, way=way.en),
        zh=reason.marked("zh", inner=inner, way=way.zh),
    )


def _said_of_growth(found: Coercive, side: Turn) -> Words:
    if found.powers:
        return words.COERCIVE_POWERS[side].filled(parts=all_quoted(found.powers))
    if found.leading is None:
        return words.COERCIVE_PARTS[side]
    facts = {"form": quoted(found.leading)}
    if not found.others:
        return words.COERCIVE[side].filled(**facts)
    return words.COERCIVE_REST[side].filled(**facts, others=all_quoted(found.others))


def vanishing(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:  # noqa: ARG001
    """With the value 0 at infinity f is continuous on a compact space."""
    listing, land = task.listing, ground(task)
    if not is_asked(task) or not land.is_closed or not land.has_all_edges:
        return None
    ends = {name: _infinite_ends(side) for name, side in task.sides}
    if not vanishes_far_out(task.f, task.names, ends):
        return None
    if not listing.is_whole:
        known = any(each is not None and sign(each) == turn for each in task.values)
        id = "vanishes-at-infinity"
        return exists_but(task, turn, id, words.ARGUMENTS[id]) if known else None
    best = attained(task, turn, "vanishes-at-infinity", words.VANISHES[turn])
    if listing.candidates and best is None:
        return None
    side = None if best is None else sign(best.value)
    if best is not None and (side is None or side in (0, turn)):
        return None if side is None else best
    if task.relations or land.own or not any(ends.get(name, (1,)) for name in task.names):
        return None  # The set may be bounded.
    reason = words.ONLY_VANISHES[turn]
    return Bound(NOTHING, False, "vanishes-at-infinity", reason, ())


def _infinite_ends(side: Stretch) -> tuple[int, ...]:
    pairs = ((side.start, -1), (side.end, 1))
    return tuple(way for end, way in pairs if is_infinite(end))


def grows_on_set(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """f grows far out, and the set reaches as far as one likes; f has a value on all of it."""
    if not task.listing.is_reached or task.is_free or not _reaches_infinity(task):
        return None
    land = ground(task)
    found = None if land.own else land.coercive
    if found is None or found.inside.functions or found.sign != turn:
        return None
    id = "coercive-unbounded-set" if turn > 0 else "anticoercive-unbounded-set"
    return unbounded(turn, id, ARGUMENTS[id])


def _reaches_infinity(task: Task) -> bool:
    """Whether one polynomial equation has solutions on every large sphere: its terms of highest
    degree take both signs there, and a sphere is connected."""
    if task.sides or len(task.relations) != 1 or len(task.names) < 2:
        return False
    (only,) = ground(task).ends
    p = polynomial(only.left, task.names)
    q = polynomial(only.right, task.names)
    if only.sign != "=" or p is None or q is None or (p - q).is_constant():
        return False
    form: dict[tuple[int, ...], Scalar] = {
        powers: Constant.of(c) for powers, c in fractions(top_form(p - q)).items()
    }
    return signs_of(form, len(task.names)) == "both"
