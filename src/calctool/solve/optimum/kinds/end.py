"""A point at which f or a constraint ends: what it is among the points where they have a value."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.real.ring import Undecided
from calctool.notation.quoted import all_quoted
from calctool.solve.candidates import PointKind, Test
from calctool.solve.optimum.kinds.corner import Corner
from calctool.solve.optimum.kinds.crease import Crease
from calctool.solve.optimum.kinds.rays import by_rays_into
from calctool.solve.optimum.kinds.record import OPEN, Judged, first_decided
from calctool.solve.optimum.kinds.smooth_names import Renamed, is_smooth, renamed
from calctool.solve.optimum.strata.folds import Fold, formula
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.seams import Seam, changes
from calctool.solve.stationary.short import short
from calctool.words import Words
from calctool.words.extrema.multipliers import SQUARES


class End(Struct, frozen=True, dict=True):
    """A point on folds of which some are ends of the domain or infinitely steep, seen as `Crease`
    sees it."""

    crease: Crease

    def judged(self) -> Judged:
        """In names in which everything is smooth; else along rays into the set."""
        return first_decided((self._in_smooth_names, self._by_rays))

    # --- in smooth names ---

    @cached_property
    def _names(self) -> Renamed | None:
        seams = (seam for fold in self.crease.on for seam, _ in fold.seams if not changes(seam))
        taken = self.crease.f.names.union(
            self.crease.names, *(g.names for g, _ in self.crease.active)
        )
        return renamed(seams, taken)

    def _in_smooth_names(self) -> Judged:
        new = self._names
        if new is None or self.crease.is_tangled:
            return OPEN
        found = self._corner(new).judged() if not self._bent else self._crease(new).judged()
        if found is OPEN or not new.means:
            return found
        reason = Words(
            en=SQUARES.marked("en", squares=all_quoted(new.means), reason=found.test.reason.en),
            zh=SQUARES.marked("zh", squares=all_quoted(new.means), reason=found.test.reason.zh),
        )
        test = Test("smooth-in-new-variables", reason)
        return replace(found, kind=_plain(found), test=test)

    @property
    def _bent(self) -> tuple[Fold, ...]:
        return tuple(fold for fold in self.crease.on if fold.changes)

    def _corner(self, new: Renamed) -> Corner:
        """With no other formula beside the point."""
        others = {fold: sign for fold, sign in self.crease.signs.items() if sign}
        f, *rest = (
            short(new.of(formula(tree, others)))
            for tree in (self.crease.f, *(g for g, _ in self.crease.active))
        )
        walls = (*new.equations, *(g for g, _ in new.bounds))
        sides = (0,) * len(new.equations) + tuple(side for _, side in new.bounds)
        manifold = Manifold(f, (*rest, *walls), (*self.crease.names, *new.values))
        place = new.place(self.crease.place)
        if not is_smooth((f, *manifold.constraints), place):
            raise Undecided
        own = tuple(side for _, side in self.crease.active)
        numbers = (*(self.crease.numbers or (0,) * len(own)), *(0,) * len(walls))
        return Corner(manifold, (*own, *sides), place, numbers)

    def _crease(self, new: Renamed) -> Crease:
        """With the folds that are left, in the new names."""
        on = tuple(map(self._renamed_fold, self._bent))
        active = [(new.of(g), side) for g, side in self.crease.active]
        active += [(g, 0) for g in new.equations] + [*new.bounds]
        made = Crease(
            new.of(self.crease.f),
            (*self.crease.names, *new.values),
            on,
            {self._renamed_fold(fold): sign for fold, sign in self.crease.signs.items() if sign},
            new.place(self.crease.place),
            tuple(active),
            self.crease.numbers,
        )
        trees = (t for side in made.sides for t in (side.manifold.f, *side.manifold.constraints))
        if not is_smooth(trees, made.place):
            raise Undecided
        return made

    def _renamed_fold(self, fold: Fold) -> Fold:
        new = self._names
        assert new is not None  # noqa: S101 (asked before)
        seams = (
            (
                Seam(
                    new.of(seam.at),
                    new.of(seam.part),
                    tuple((sign, new.of(tree)) for sign, tree in seam.pieces),
                    seam.is_edge,
                ),
                turn,
            )
            for seam, turn in fold.seams
            if changes(seam)
        )
        return Fold(new.of(fold.at), tuple(seams))

    # --- along rays ---

    def _by_rays(self) -> Judged:
        crease = self.crease
        ends = [seam.part for fold in crease.on for seam, _ in fold.seams if seam.is_edge]
        return by_rays_into(crease.f, crease.place, crease.names, crease.active, ends)


def _plain(found: Judged) -> PointKind:
    """A saddle of a function of the new names is no saddle of f."""
    return "neither" if found.kind == "saddle" else found.kind
