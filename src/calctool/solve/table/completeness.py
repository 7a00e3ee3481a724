"""How much of the table is proved to be all there is, why, and what is left open."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from calctool.algebra.roots.functions.branches import formula_switches
from calctool.notation.quoted import quoted
from calctool.notation.tree import Applied, Name, Sum, number
from calctool.solve.answer import Completeness, State
from calctool.solve.exact.line import BOTTOM, TOP, end_of
from calctool.solve.exact.rounding import equality, near, rounded
from calctool.solve.table.line.points import Scene
from calctool.solve.table.line.values import edge
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Family
from calctool.words import LANGUAGES, Words
from calctool.words import table as words
from calctool.words.proofs.roots import METHODS

Box = tuple[Fraction, Fraction]
_MOST = 4
"""So many open places of one sort are named one by one."""


def is_whole(scene: Scene) -> bool:
    """Whether no point of f, of any interval of its domain, is missing from the table."""
    return (
        not scene.ground.is_window
        and not scene.cuts.unsettled
        and all(search.state == "complete" for search in scene.searches())
        and scene.ground.is_domain_known
    )


def completeness(made: TableAnswer, scene: Scene) -> Completeness:
    """How much of the table is proved to be all there is, why, and what is missing."""
    outside = [scene.open_outside] if scene.open_outside and scene.ground.is_window else []
    course = tuple(dict.fromkeys((*_missing(made, scene), *outside)))
    limits = tuple(dict.fromkeys(_open_limits(made, scene)))
    missing = (*limits, *course)
    boxes = _boxes(scene)
    reason = _reason(scene)
    scope = _scope(scene)
    extremes = set(words.EXTREMES_MISSING.values())
    if scope is None and set(course) <= extremes:
        return Completeness(State.COMPLETE, reason, missing)
    if scope is None:
        shape = set(course) <= {*extremes, words.BENDS, words.BEND_OPEN}
        return Completeness(
            State.PARTIAL,
            words.SHAPE_OPEN if shape else words.NOT_LISTED,
            missing,
            undecided=_named([*boxes, *_bend_boxes(scene)], scene),
        )
    low, high = scope
    facts = {"low": quoted(number(low)), "high": quoted(number(high))}
    # A search may also end without naming where: then nothing may be called listed.
    is_open = (
        boxes
        or scene.cuts.unsettled
        or words.SWITCHES in missing
        or any(search.state == "partial" for search in scene.searches())
        or any(interval.sign is None for interval in made.intervals)
    )
    limited = words.NOT_LISTED if is_open else _in_window(scene).filled(**facts)
    return Completeness(
        State.PARTIAL,
        limited,
        missing,
        ((scene.name, low, high),),
        _named([*boxes, *_bend_boxes(scene)], scene),
    )


def _in_window(scene: Scene) -> Words:
    known = scene.families and scene.is_known_outside and scene.ground.natural.state == "complete"
    return words.FAMILIES_OUTSIDE if known else words.IN_WINDOW


def _unseen(scene: Scene) -> Iterator[Words]:
    for stretch in scene.cuts.unsettled[:_MOST]:
        start, end = end_of(stretch.start, BOTTOM), end_of(stretch.end, TOP)
        yield words.UNSEEN.filled(low=rounded(start), high=rounded(end))
    if len(scene.cuts.unsettled) > _MOST:
        yield words.ALSO_UNSEEN.filled(count=len(scene.cuts.unsettled) - _MOST)


def _unjudged(made: TableAnswer, scene: Scene) -> Iterator[Words]:
    open_points = [point for point in made.points if point.is_a("undecided")]
    for point in open_points[:_MOST]:
        yield words.KIND_OPEN.filled(place=equality(scene.name, point.at))
    if len(open_points) > _MOST:
        yield words.KINDS_OPEN.filled(count=len(open_points) - _MOST)
    for tail in scene.tails:
        if any(each.row and not (each.row.kinds and _has_sides(each)) for each in tail.families):
            end = quoted(tail.end.picture.place)
            yield words.ROW_OPEN.filled(name=quoted(Name(scene.name)), end=end)
    unsigned = [interval for interval in made.intervals if interval.sign is None]
    for interval in unsigned[:_MOST]:
        facts = {"low": rounded(interval.start), "high": rounded(interval.end)}
        yield words.SIGN_OPEN.filled(**facts)
    if len(unsigned) > _MOST:
        yield words.SIGNS_OPEN.filled(count=len(unsigned) - _MOST)


def _has_sides(family: Family) -> bool:
    """Whether it is known to which infinity f runs on each side, where it does."""
    return family.row is None or family.kind != "pole" or bool(family.row.sides)


def _told(boxes: list[Box]) -> list[Box]:
    """Those that lie closest to each other together, so that a few are left."""
    left = list(boxes)
    while len(left) > _MOST:
        gaps = [after[0] - before[1] for before, after in pairwise(left)]
        place = gaps.index(min(gaps))
        left[place : place + 2] = [(left[place][0], left[place + 1][1])]
    return left


def _scope(scene: Scene) -> Box | None:
    """The window outside which nothing is known; None where there is no such bound."""
    ground = scene.ground
    if not ground.is_window:
        return None
    assert ground.start is not None  # noqa: S101 (a window is bounded)
    assert ground.end is not None  # noqa: S101
    return ground.start.low, ground.end.high


def _boxes(scene: Scene) -> list[Box]:
    """Where there may be more points of f itself."""
    return sorted({box for search in scene.searches() for box in search.undecided})


def _bend_boxes(scene: Scene) -> list[Box]:
    return sorted({box for strip in scene.strips for box in strip.bend_roots.undecided})


def _named(
    boxes: list[Box], scene: Scene
) -> tuple[tuple[tuple[str, Fraction, Fraction], ...], ...]:
    return tuple(((scene.name, low, high),) for low, high in boxes)


def _missing(made: TableAnswer, scene: Scene) -> Iterator[Words]:
    yield from _unseen(scene)
    if any(s.state == "partial" for s in scene.cuts.searches):
        yield words.SWITCHES
    if not scene.ground.is_domain_known:
        yield words.DOMAIN_OPEN
    for low, high in _told(_boxes(scene)):
        yield words.BOXES.filled(low=near(low), high=near(high))
    yield from _unjudged(made, scene)
    if not scene.is_bend_known:
        yield words.BENDS
    elif any(i.concavity is None and i.sign is not None for i in made.intervals_shown):
        yield words.BEND_OPEN
    for turn, one in ((-1, made.minimum), (1, made.maximum)):
        if one is None or one.attained is None:
            yield words.EXTREMES_MISSING[turn]


def _open_limits(made: TableAnswer, scene: Scene) -> Iterator[Words]:
    """Where f is not known to tend to anything at an end of a piece, nor to have no limit there."""
    shown = {point.at for point in made.points if point.value is not None}
    for strip in scene.strips:
        piece = strip.piece
        ends = ((piece.start, BOTTOM, 1), (piece.end, TOP, -1))
        for at, far, side in ends:
            end = end_of(at, far)
            if scene.ground.is_edge(at):
                continue
            if end not in shown and edge(piece.f, scene.name, at, side).kind == "undecided":
                yield words.LIMIT_OPEN.filled(name=scene.name, end=rounded(end))


def _of_slope(reasons: list[Words], scene: Scene) -> Iterator[Words]:
    """Of f', or where f switches of each of its formulas: none of them is f' all over."""
    head = words.OF_SLOPE
    if reasons and formula_switches(scene.f, scene.name):
        head, sign = words.OF_FORMULA, words.OR_FORMULA
        en, zh = (sign.say(one).join(w.marked(one) for w in reasons) for one in LANGUAGES)
        reasons = [Words(en=en, zh=zh)]
    yield from map(head.with_reason, reasons)


def _reason(scene: Scene) -> Words:
    """Why no zero of f' is missing, said once for all pieces that share the argument."""
    reasons = dict.fromkeys(strip.slope_roots.reason for strip in scene.strips)
    told = [told for tail in scene.tails for told in tail.end.told[0]]
    if told:  # the rest of the line is cut at the points of rows
        only_jumps = all(one.sort in ("jump", "discontinuity") for one in told)
        reasons = {words.ONLY_JUMPS if only_jumps else METHODS["waves"]: None}
    parts = [words.COMPLETE, *_of_slope(list(reasons), scene)]
    if scene.ground.drift is not None and scene.ground.period is not None:
        here = Applied("f", (Name("x"),), (0,))
        after = quoted(Sum((here, scene.ground.drift)))
        parts.append(words.DRIFT.filled(period=quoted(scene.ground.period), moved=after))
    elif scene.ground.factor is not None and scene.ground.period is not None:
        facts = (quoted(scene.ground.period), quoted(scene.ground.factor))
        parts.append(words.GROWTH.filled(period=facts[0], factor=facts[1]))
    elif scene.ground.period is not None:
        parts.append(words.PERIODIC.filled(period=quoted(scene.ground.period)))
    return Words(en="; ".join(part.en for part in parts), zh="；".join(part.zh for part in parts))
