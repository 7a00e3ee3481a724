"""Theorems by which a least or greatest value exists on the feasible set, or does not."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from msgspec.structs import replace

from calctool.algebra.boxes.region import whole_region
from calctool.algebra.build import negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.existence.bounded_set import Compactness, compact
from calctool.algebra.extrema.existence.bounded_set import Constraint as Upper
from calctool.algebra.extrema.existence.growth import coercive
from calctool.algebra.extrema.existence.least_greatest import global_extremes
from calctool.algebra.extrema.existence.separate import bounded_separately
from calctool.algebra.extrema.forms.homogeneous import signs_of
from calctool.algebra.extrema.polynomials import fractions, polynomial, top_form
from calctool.algebra.extrema.scalars import Constant
from calctool.algebra.places.place import Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import Name, Relation
from calctool.solve.attempts import tried
from calctool.solve.candidates import Extreme
from calctool.solve.exact.at_point import known
from calctool.solve.lagrange.extremes.among_candidates import Exists, unbounded
from calctool.solve.lagrange.extremes.convex import is_convex_problem
from calctool.solve.lagrange.extremes.defined import is_continuous, why_continuous
from calctool.solve.lagrange.extremes.reduced import Branch
from calctool.solve.optimum.extremes import as_curve
from calctool.solve.optimum.kinds.corner import Corner, with_fewer
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.listing.work import Work
from calctool.solve.optimum.problem import Problem
from calctool.words import Words
from calctool.words.extrema.extremes import COMPACT
from calctool.words.extrema.multipliers import ARGUMENTS, FALLS, GROWS, OF_INNER_ARGUMENTS


def exists(work: Work, turn: int) -> Exists | None:
    """The first theorem that says that f has a greatest value (turn 1) or a least one."""
    theorems = (_finite, _compact, _convex, _coercive)
    told = (tried(None, each, work, turn) for each in theorems)
    return next((each for each in told if each is not None), None)


def grows(
    work: Work, branches: Sequence[Branch], turn: int, orbits: Sequence[int]
) -> Extreme | None:
    """What is known where no theorem gives a value that is attained: mostly that f is unbounded."""
    return _far_out(work, turn) or _without_constraints(work, branches, turn, orbits)


# --- values that are attained ---------------------------------------------------------------------


def _finite(work: Work, _: int) -> Exists | None:
    """All feasible points are candidates, where the constraints alone fix them or f is constant
    on each part of the set."""
    task = work.setup
    alone = all(
        not face.manifold.dependence and face.is_smooth and not face.is_thinned
        for face in work.faces
    )
    if not alone or task.walls or any(spot.root.periods for spot in work.spots):
        return None
    id = "constant" if work.sheets else "finite-set"
    return Exists(id, ARGUMENTS[id])


def _compact(work: Work, _: int) -> Exists | None:
    if work.setup.open_sides:
        return None
    found = compactness(work.setup)
    bounded = found.reason if found.holds else _in_box(work.setup) or _separately(work.setup)
    continuous = None if bounded is None else why_continuous(work.setup)
    if bounded is None or continuous is None:
        return None
    return Exists("compact", reduce(joined, (bounded, *continuous, COMPACT)))


def _in_box(setup: Problem) -> Words | None:
    """By coarse ranges: outside of a box one of the equations has no solution."""
    equations = tuple(each.g for each in setup.equalities)
    box = whole_region(equations, setup.names, ()) if equations and _is_closed(setup) else None
    if box is None:
        return None
    size = max(high for _, high in box.values())
    return ARGUMENTS["compact-box"].filled(size=size)


def compactness(setup: Problem) -> Compactness:
    return compact(_turned(setup), setup.names)


def _separately(setup: Problem) -> Words | None:
    """By the growth of each variable's own part, on the closed set where all is defined."""
    domain = [need for tree in setup.trees for need in conditions(tree)]
    if not all(map(is_continuous, setup.trees)):
        return None
    found = bounded_separately(_turned(setup), setup.names, domain)
    return ARGUMENTS["compact-separate"] if found else None


def _turned(setup: Problem) -> list[Upper]:
    """As g = 0 and g <= 0."""
    return [
        (negated(each.g) if each.side < 0 else each.g, "<=" if each.side else "=")
        for each in setup.asked
    ]


def _convex(work: Work, turn: int) -> Exists | None:
    """By the multipliers of a convex problem, if some candidate has those of the right signs."""
    inner_turn = turn * work.setup.sign
    if not any(_has_right_signs(spot, inner_turn) for spot in work.spots):
        return None
    if not is_convex_problem(work.setup, work.setup.inner, inner_turn):
        return None
    id = "convex" if turn < 0 else "concave"
    return Exists(id, _said_of_inner(work.setup, "convex" if inner_turn < 0 else "concave", id))


def _said_of_inner(setup: Problem, shown: str, claimed: str) -> Words:
    """What was shown of the inner function is not said of f."""
    if not setup.is_peeled:
        return ARGUMENTS[claimed]
    inner, way = quoted(setup.inner), GROWS if setup.sign > 0 else FALLS
    reason = OF_INNER_ARGUMENTS[shown]
    return Words(
        en=reason.marked("en", inner=inner, way=way.en),
        zh=reason.marked("zh", inner=inner, way=way.zh),
    )


def _has_right_signs(spot: Spot, turn: int) -> bool:
    """Whether it has multipliers by which leaving an active inequality inwards improves nothing."""
    if spot.point.why not in ("gradient-zero", "singular"):
        return False
    try:
        choices = [spot.corner] if spot.corner.columns is not None else with_fewer(spot.corner)
        return any(_holds_back(each, turn) for each in choices)
    except (Undecided, Undefined):
        return False


def _holds_back(corner: Corner, turn: int) -> bool:
    weights = zip(corner.sides, corner.weights, strict=True)
    signs = [(side, corner.place.scalar(weight).sign()) for side, weight in weights if side]
    return all(sign is not None and sign * side * turn >= 0 for side, sign in signs)


def _coercive(work: Work, turn: int) -> Exists | None:
    """A closed set that is not empty has a point where a function that grows far out is least."""
    sign = _growth(work)
    if sign is None or sign == turn or not work.reached or not _is_closed(work.setup):
        return None
    id = "coercive-on-set" if turn < 0 else "anticoercive-on-set"
    shown = "coercive-on-set" if sign * work.setup.sign > 0 else "anticoercive-on-set"
    return Exists(id, _said_of_inner(work.setup, shown, id))


def _growth(work: Work) -> int | None:
    """1 if f grows beyond all bounds far out, -1 if it falls; f continuous everywhere."""
    inner = work.setup.inner
    if conditions(work.setup.f) or conditions(inner) or not is_continuous(inner):
        return None
    found = coercive(inner, work.setup.names)
    return None if found is None else found.sign * work.setup.sign


def _is_closed(setup: Problem) -> bool:
    return not setup.open_sides and all(
        not conditions(each.g) and is_continuous(each.g) for each in setup.constraints
    )


# --- values that are not --------------------------------------------------------------------------


def _far_out(work: Work, turn: int) -> Extreme | None:
    """f grows far out, and the set reaches as far as one likes."""
    if _growth(work) != turn or work.setup.is_peeled or not _reaches_infinity(work.setup):
        return None
    id = "coercive-unbounded-set" if turn > 0 else "anticoercive-unbounded-set"
    return unbounded(turn, id, ARGUMENTS[id])


def _reaches_infinity(setup: Problem) -> bool:
    """Whether one polynomial equation has solutions on every large sphere: its terms of highest
    degree take both signs there, and a sphere is connected."""
    if setup.box or len(setup.constraints) != 1 or not setup.equalities or len(setup.names) < 2:
        return False
    p = polynomial(setup.equalities[0].g, setup.names)
    if p is None or p.is_constant():
        return False
    form: dict[tuple[int, ...], Scalar] = {
        powers: Constant.of(c) for powers, c in fractions(top_form(p)).items()
    }
    return signs_of(form, len(setup.names)) == "both"


def _without_constraints(
    work: Work, branches: Sequence[Branch], turn: int, orbits: Sequence[int]
) -> Extreme | None:
    """f in the variables that are left, on the part of the space where all is defined."""
    whole = len(branches) == 1 and not branches[0].kept and not conditions(branches[0].function)
    for branch in branches:
        heights = [spot.height for spot in work.spots] + [sheet.height for sheet in work.sheets]
        told = global_extremes(
            branch.function,
            branch.names,
            heights if not work.setup.is_peeled else [],
            work.is_whole and not work.setup.is_peeled,
            "everywhere" if whole else "natural",
            orbits if not work.setup.is_peeled else (),
        )[(turn + 1) // 2]
        reason = reduced_reason(branch, told.reason)
        if told.infinite:
            curve = as_curve(told.curve, branch.values, work.setup.names)
            return replace(unbounded(turn, told.argument, reason), approached=curve)
        if not whole or told.attained is None:
            continue
        value = None if told.value is None else known(told.value)
        count = len(work.spots)
        return Extreme(
            told.attained,
            value,
            told.argument,
            reason,
            tuple(work.spots[i].point.at for i in told.at if i < count),
            sets=tuple(i - count for i in told.at if i >= count),
        )
    return None


def reduced_reason(branch: Branch, reason: Words) -> Words:
    """What was said of f without the variables that the constraints give."""
    named = all_quoted(Relation(Name(name), "=", value) for name, value in branch.values)
    if not named:
        return reason
    outer = ARGUMENTS["fewer-variables"]
    return Words(
        en=outer.marked("en", substitution=named, reason=reason.en),
        zh=outer.marked("zh", substitution=named, reason=reason.zh),
    )


def joined(first: Words, second: Words) -> Words:
    return Words(en=f"{first.en}; {second.en}", zh=f"{first.zh}；{second.zh}")
