"""Convex functions: every point with gradient 0 has the least value; what happens far out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.affine_forms import Form
from calctool.algebra.extrema.curvature import Atom, NotConvex, atoms, far_along
from calctool.algebra.extrema.recession import Recession, recession
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import ONE, ZERO, Name, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.line import BOTTOM, TOP
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact
from calctool.solve.optimum.arguments.existence.at_best import attained
from calctool.solve.optimum.arguments.one_variable import PARAMETER, tends
from calctool.solve.optimum.arguments.protocol import (
    Ask,
    Bound,
    Lacks,
    Spot,
    Task,
    Turn,
    claim,
    put,
)
from calctool.solve.optimum.arguments.smaller.coordinate_lines import along
from calctool.solve.stationary.short import short
from calctool.verify.optimum.stated import Tends
from calctool.words import Words
from calctool.words.extrema.ladder import inequalities as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS

_BASES = (ZERO, ONE, negated(ONE))


def convex(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:
    """The least value of a convex f, the greatest of a concave one."""
    if task.relations:
        return None
    f = task.f if turn < 0 else negated(task.f)
    try:
        parts = atoms(f, task.names)
    except NotConvex:
        return None
    if not parts or all(atom.kind == "affine" for atom in parts):
        return None
    opening = ProofLine("convex-by-rules", (), said_of(parts, turn), bends=f)
    listed = task.listing.candidates
    flat = [each.value for each in listed if each.is_flat and each.value is not None]
    if flat:
        return _at_flat(task, turn, flat[0], opening)
    if task.sides:
        return Lacks("convex", words.NO_FLAT_POINT)
    found = recession(parts, len(task.names))
    if found is None:
        return Lacks("convex", words.NO_RECESSION)
    match found.kind:
        case "falls":
            return _falls(task, turn, found.direction)
        case "least":
            return _exists(task, turn, below, found, opening)
    return _tends(task, turn, below, parts, found, opening)


def said_of(parts: Sequence[Atom], turn: Turn) -> Words:
    """The parts are convex, so the sum is."""
    trees = dict.fromkeys(atom.tree if turn < 0 else negated(atom.tree) for atom in parts)
    return words.CONVEX[turn].filled(parts=all_quoted(trees))


def _at_flat(task: Task, turn: Turn, value: Exact, opening: ProofLine) -> Bound:
    line = ProofLine("flat-point", claim(task.f, turn, value, True), words.FLAT[turn])
    argument = "convex" if turn < 0 else "concave"
    reason = ARGUMENTS[argument]
    return Bound(value, True, argument, reason, (opening, line))


def _falls(task: Task, turn: Turn, direction: Form) -> Bound | None:
    curve = _from_some_base(task, direction, BOTTOM if turn < 0 else TOP)
    return None if curve is None else along(task, turn, curve)


def _from_some_base(task: Task, direction: Form, value: Exact) -> dict[str, Tree] | None:
    t = Name(PARAMETER)
    for base in product(_BASES, repeat=len(task.names)):
        curve = {
            name: added((at, multiplied((number(c), t))))
            for name, at, c in zip(task.names, base, direction, strict=True)
        }
        if tends(task.f, curve, value):
            return curve
    return None


# --- a least value exists -----------------------------------------------------------------------


def _exists(
    task: Task, turn: Turn, below: Ask, found: Recession, opening: ProofLine
) -> Bound | Lacks | None:
    if found.direction and len(task.names) > 1:
        return _constant_along(task, turn, below, found.direction)
    exists = ProofLine("no-direction", (), words.NO_DIRECTION[turn])
    argument = "convex" if turn < 0 else "concave"
    chosen = attained(task, turn, argument, ARGUMENTS[argument])
    if chosen is None:
        whole = task.listing.is_whole and any(each is not None for each in task.values)
        return Lacks("convex", words.NOT_COMPARED if whole else words.NO_CANDIDATE[turn])
    best = ProofLine("best-candidate", claim(task.f, turn, chosen.value, True), words.BEST[turn])
    return replace(chosen, lines=(opening, exists, best))


def _constant_along(task: Task, turn: Turn, below: Ask, direction: Form) -> Bound | None:
    """f takes all its values where one of the names that change along it is 0."""
    name = next(n for n, c in zip(task.names, direction, strict=True) if c)
    f = short(substitute(task.f, {name: ZERO}))
    smaller = Task(f, tuple(each for each in task.names if each != name and each in f.names))
    inner = below(smaller, turn) if smaller.names else None
    if inner is None:
        return None
    shown = all_quoted(map(number, direction))
    facts = {"direction": f"({shown})", "name": quoted(Relation(Name(name), "=", ZERO))}
    line = ProofLine(
        "constant-along",
        (Relation(Name(name), "=", ZERO), Relation(task.f, "=", f)),
        words.CONSTANT_ALONG.filled(**facts),
        sort="put",
    )
    spots = tuple(s for spot in inner.at if (s := _with_zero(task, spot)) is not None)
    toward = None
    if inner.toward is not None:
        toward = put(_full(task, dict(inner.toward.points)), PARAMETER)
    argument = "constant-along-direction"
    lines = (line, *inner.lines)
    return Bound(inner.value, inner.attained, argument, ARGUMENTS[argument], lines, spots, toward)


def _with_zero(task: Task, spot: Spot) -> Spot | None:
    known = dict(spot)
    return tuple((name, known.get(name, exact(ZERO))) for name in task.names)


def _full(task: Task, points: dict[str, Tree]) -> dict[str, Tree]:
    return {name: points.get(name, ZERO) for name in task.names}


# --- f tends to a simpler function --------------------------------------------------------------


def _tends(
    task: Task, turn: Turn, below: Ask, parts: Sequence[Atom], found: Recession, opening: ProofLine
) -> Bound | None:
    gone = dict(found.gone)
    if any(parts[number_].kind == "barrier" for number_ in gone):
        return _falls(task, turn, found.direction)
    kept = [
        far_along(atom, found.direction, gone.get(index, ()), task.names)
        for index, atom in enumerate(_once(parts))
    ]
    constants = _constants(task.f, task.names)
    turned = [negated(each) if turn > 0 else each for each in constants]
    left = short(added([*(each for each in kept if each is not None), *turned]))
    rest = left if turn < 0 else short(negated(left))
    names = tuple(name for name in task.names if name in rest.names)
    if conditions(rest) and not conditions(task.f):
        return None
    inner = below(Task(rest, names), turn)
    if inner is None:
        return None
    strict = any(parts[i].kind in ("exp", "log-sum-exp") for i in gone)
    attained = False if strict or inner.attained is False else None
    shown = all_quoted(map(number, found.direction))
    t = Name(PARAMETER)
    far = {
        name: added((Name(name), multiplied((number(c), t))))
        for name, c in zip(task.names, found.direction, strict=True)
    }
    line = ProofLine(
        "falls-to-limit",
        (),
        words.FALLS_TO[turn].filled(direction=f"({shown})", limit=quoted(rest)),
        tends=Tends(task.f, tuple(far.items()), rest, PARAMETER),
    )
    last = ProofLine(
        "limit-of-bounds", claim(task.f, turn, inner.value, attained), words.SAME_INFIMUM[turn]
    )
    toward = _led(task, found.direction, inner)
    argument = "falls-along-direction"
    reason = ARGUMENTS[argument]
    lines = (opening, line, *inner.lines, last)
    return Bound(inner.value, attained, argument, reason, lines, (), toward)


def _once(parts: Sequence[Atom]) -> list[Atom]:
    """A quadratic polynomial stands as two atoms with the same tree: the first has it."""
    seen: set[Tree] = set()
    made = []
    for atom in parts:
        blank = atom.tree in seen
        seen.add(atom.tree)
        made.append(Atom(atom.kind, atom.size, atom.rows, ZERO) if blank else atom)
    return made


def _constants(f: Tree, names: Sequence[str]) -> list[Tree]:
    terms = getattr(f, "terms", (f,))
    return [term for term in terms if term.names.isdisjoint(names)]


def _led(task: Task, direction: Form, inner: Bound) -> Curve | None:
    """To the place of the limit's bound, or along its curve, and ever faster in the direction."""
    t = Name(PARAMETER)
    start: dict[str, Tree] = {}
    if inner.toward is not None:
        start = dict(inner.toward.points)
    elif inner.at and all(place.is_known for _, place in inner.at[0]):
        start = {name: place.expr for name, place in inner.at[0]}
    for speed in (t, multiplied((t, t))):
        curve = {
            name: short(added((start.get(name, ZERO), multiplied((number(c), speed)))))
            for name, c in zip(task.names, direction, strict=True)
        }
        if tends(task.f, curve, inner.value):
            return put(curve, PARAMETER)
    return None
