"""From boxes to solutions: exact where short fractions solve the equations, filtered, sorted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import inf, nextafter

from calctool import budget
from calctool.algebra.boxes.place import BoxPlace, is_same_point
from calctool.algebra.boxes.recognised import recognised, short_coordinates
from calctool.algebra.boxes.redundant_equations import is_implied
from calctool.algebra.boxes.search import Search, Single, clusters
from calctool.algebra.boxes.square_subsystem import Chooser
from calctool.algebra.boxes.system import Corner, System, corner
from calctool.algebra.boxes.written import as_system, enclosures
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Box, Move, Root, Solutions, State
from calctool.notation.tree import Relation, Tree, number
from calctool.words import Words
from calctool.words.proofs import boxes as words

GAP = 256
"""Open boxes no further apart than so many of their widths are one."""

Sides = tuple[tuple[str, Fraction, Fraction], ...]


def zeros_in(
    equations: Sequence[Tree],
    names: Sequence[str],
    box: Box,
    conditions: Sequence[Relation] = (),
) -> Solutions:
    """The solutions in a closed box at which the conditions hold too.

    There must be an equation for each name; further ones are to follow from those.
    """
    scope = tuple((name, *box[name]) for name in names)
    if len(equations) < len(names):
        return _solutions(equations, (), scope, (scope,), words.TOO_FEW)
    search = Search(Chooser(equations, names, conditions), _narrow(scope))
    search.run(tuple((_below(low), _above(high)) for _, low, high in scope))
    roots = _roots(search, scope, several=len(equations) > len(names))
    boxes = (_sides(names, each) for each in clusters(search.open, GAP * search.narrow))
    left = tuple(each for each in (_inner(sides, scope) for sides in boxes) if each)
    whole = System(equations, names, conditions)
    for each in left:
        roots += _exact_in(whole, each, roots)
    return _solutions(equations, tuple(roots), scope, left, words.LEFT)


def _roots(search: Search, scope: Sides, *, several: bool) -> list[Root]:
    """The solutions that are proved; what is not decided about one leaves its box open."""
    roots: list[Root] = []
    for single in search.singles:
        found = _judged(single, scope)
        rivals = roots if several else ()
        known = None if found is None else [_is_known(root, rivals) for root in found]
        if known is None or None in known:
            search.open.append(corner(single.inside))
        elif True not in known:
            roots += found or []
    return roots


def _is_known(root: Root, roots: Sequence[Root]) -> bool | None:
    """Whether it was found already, with another choice of equations for the test."""
    verdicts = {is_same_point(root.place, other.place) for other in roots}
    return True if True in verdicts else None if None in verdicts else False


def _solutions(
    equations: Sequence[Tree],
    roots: tuple[Root, ...],
    scope: Sides,
    left: tuple[Sides, ...],
    missing: Words,
) -> Solutions:
    state: State = "partial" if left else "box"
    proof = None if left else "certified-boxes"
    move = Move("certified-boxes", as_system(equations), enclosures(roots), proof)
    reason = words.PARTLY.filled(count=len(left)) if left else words.EXAMINED
    lacking = (missing,) if left else ()
    return Solutions(
        roots,
        (),
        state,
        "certified-boxes",
        reason,
        lacking,
        scope=scope,
        undecided=left,
        moves=(move,),
    )


def _narrow(scope: Sides) -> float:
    widest = max(float(high - low) for _, low, high in scope)
    return max(widest, 1.0) * 2.0**-budget.SYSTEM_BOX_HALVINGS


def _below(value: Fraction) -> float:
    near = float(value)
    return near if Fraction(near) <= value else nextafter(near, -inf)


def _above(value: Fraction) -> float:
    return -_below(-value)


def _sides(names: Sequence[str], box: Corner) -> Sides:
    pairs = zip(names, box, strict=True)
    return tuple((name, Fraction(low), Fraction(high)) for name, (low, high) in pairs)


def _inner(sides: Sides, scope: Sides) -> Sides | None:
    """The part inside the box that was asked for."""
    met = tuple(
        (name, max(a, low), min(b, high))
        for (name, a, b), (_, low, high) in zip(sides, scope, strict=True)
    )
    return met if all(low <= high for _, low, high in met) else None


# --- judging one solution ---


def _judged(single: Single, scope: Sides) -> list[Root] | None:
    """The solution where it lies in the box and all else holds; None where that stays open."""
    system = single.system
    try:
        place = recognised(BoxPlace(single))
        if not _lies_in(place, scope):
            return []
        for equation in system.equations[len(system.names) :]:
            side = place.scalar(equation).sign()
            if side or (side is None and not is_implied(system.square, equation, place)):
                return None if side is None else []
        verdict = all_hold_at(place, system.conditions)
    except Undefined:
        return []
    except (Undecided, UnknownError):
        return None
    return None if verdict is None else [Root(place)] * verdict


def _lies_in(place: Place, scope: Sides) -> bool:
    for name, low, high in scope:
        at = place.coordinate(name)
        for apart in (at - place.scalar(number(low)), place.scalar(number(high)) - at):
            side = apart.sign()
            if side is None:
                raise Undecided
            if side < 0:
                return False
    return True


def _exact_in(system: System, sides: Sides, known: Sequence[Root]) -> Iterator[Root]:
    """A solution with short coordinates in a part that stays open: one, not the only one."""
    place = short_coordinates(system, [(low, high) for _, low, high in sides])
    if place is None or any(place == root.place for root in known):
        return
    if all_hold_at(place, system.conditions):
        yield Root(place, None)
