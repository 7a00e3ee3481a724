"""How far a table reaches, and what is known beyond."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap

from msgspec.structs import replace

from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import Family
from calctool.solve.attempts import tried
from calctool.solve.rows import Shown
from calctool.solve.table.endless.gaps import with_gaps
from calctool.solve.table.endless.left_open import why_open
from calctool.solve.table.endless.parts import (
    End,
    between_switches,
    ends_of,
    shortened,
    shown_gaps,
    switching_ends,
    with_pieces,
)
from calctool.solve.table.endless.rows import (
    known_values,
    mirrored,
    tail_of,
)
from calctool.solve.table.families import clipped, joined
from calctool.solve.table.line.ground import Ground, without_points
from calctool.solve.table.line.pieces import Cuts, Function, cut
from calctool.solve.table.line.points import Scene
from calctool.solve.table.line.runs import is_endless, strips, without_rows
from calctool.solve.variation import Kind


def drawn_up(function: Function, covered: Ground, shown: Shown | None) -> Scene:
    """As far as the table reaches: all of it, a first part with the rows behind it, or a window."""
    gaps = tried(None, with_gaps, function, covered)
    scene, ends = gaps or _scene_with_rows(function, covered)
    ends = ends if gaps else (*ends, *_endless_ends(scene))
    shorter = tried(None, _without_end, scene, ends, shown) if ends else None
    if shorter is not None:
        return shorter
    if gaps is not None:
        scene = _scene(function, covered)
    if _is_endless(scene):
        return _in_window(function, scene, shown)
    if covered.is_window:
        last = _has_last_piece(covered)
        why = why_open(function.f, (function.slope,), function.name, has_last_piece=last)
        return replace(scene, open_outside=why)
    return scene


def _has_last_piece(ground: Ground) -> bool:
    return ground.natural.state == "complete" and ground.natural.period is None


def _scene(function: Function, covered: Ground) -> Scene:
    cuts = cut(function, covered.intervals)
    made = strips(function.name, cuts.pieces)
    return Scene(function.f, function.name, covered, cuts, made)


def _scene_with_rows(function: Function, covered: Ground) -> tuple[Scene, tuple[End, ...]]:
    """The whole of it, up to the ends at which f switches without end, if there are any."""
    cuts = cut(function, covered.intervals, endless=True)
    if cuts.endless:
        found = tried(None, _cut_at_rows, function, covered, cuts)
        if found is not None:
            return found
        cuts = cut(function, covered.intervals)
    made = strips(function.name, cuts.pieces)
    return Scene(function.f, function.name, covered, cuts, made), ()


def _cut_at_rows(function: Function, covered: Ground, cuts: Cuts) -> tuple[Scene, tuple[End, ...]]:
    """The table of a first part, where f switches without end behind it."""
    ends = _switching_ends(function, cuts)
    reached_ = with_pieces(function, cuts, ends)
    strips = tuple(between_switches(function.name, piece, ends) for piece in reached_.pieces)
    return Scene(function.f, function.name, covered, reached_, strips), ends


def _switching_ends(function: Function, cuts: Cuts) -> tuple[End, ...]:
    from calctool.solve.table.endless.switching import reached

    return switching_ends(function, reached(function, cuts))


def _endless_ends(scene: Scene) -> tuple[End, ...]:
    """The ends at which rows of critical points lead on, where nothing else is left out."""
    known = all(s.state == "complete" and not s.families for s in scene.searches())
    return tried((), ends_of, scene.strips) if known and scene.has_last_formula else ()


def _without_end(scene: Scene, ends: tuple[End, ...], shown: Shown | None) -> Scene:
    """The table of a first part, with the rows that go on from there."""
    tails = tuple(tail_of(scene.name, end, shown) for end in ends)
    tails = mirrored(scene.f, scene.name, tails)
    for tail in tails:
        for at, value in known_values(tail):
            formulas = (scene.f, tail.end.piece.f, *(each.piece.f for each in scene.strips))
            scene.values.update({(id(f), at): value for f in formulas})
    covered = replace(scene.ground, edges=tuple(end.cut for end in ends))
    return replace(
        scene,
        strips=shortened(scene.name, scene.strips, ends),
        ground=without_points(covered, [at for end in ends for at in shown_gaps(end)]),
        families=tuple(family for tail in tails for family in tail.families),
        tails=tails,
    )


def _in_window(function: Function, endless: Scene, shown: Shown | None) -> Scene:
    """The table of a window, with the families that say what lies outside, and rows inside."""
    known = all(search.state == "complete" for search in endless.searches())
    try:
        listed = joined(filter(None, starmap(clipped, _families(endless))))
    except Undecided:
        known, listed = False, ()
    scene = _scene(function, endless.ground.windowed())
    ends = _endless_ends(scene)
    inside = tried(None, _without_end, scene, ends, shown) if ends else None
    scene = inside or replace(
        scene, strips=tuple(without_rows(function.name, each) for each in scene.strips)
    )
    known = known and endless.has_last_formula
    slopes = [s.piece.slope for s in endless.strips if s.slope_roots.state != "complete"]
    why = None
    if not known or not listed:
        last = _has_last_piece(endless.ground)
        why = why_open(function.f, slopes, function.name, has_last_piece=last)
    families = (*scene.families, *listed)
    return replace(scene, families=families, is_known_outside=known, open_outside=why)


def _families(endless: Scene) -> Iterator[tuple[Family, Kind]]:
    """Zeros of f' are stationary, whatever else they are; where f switches, that is all we know."""
    for strip_ in endless.strips if endless.has_last_formula else ():
        yield from ((family, "stationary") for family in strip_.slope_roots.families)
    for search in endless.cuts.searches:
        yield from ((family, "undecided") for family in search.families)


def _is_endless(scene: Scene) -> bool:
    """Whether zeros of f' beyond a window are not listed, so that signs hold inside it only."""
    unbounded = scene.ground.start is None or scene.ground.end is None
    return unbounded and any(map(is_endless, scene.searches()))
