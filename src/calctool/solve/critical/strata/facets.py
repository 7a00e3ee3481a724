"""The parts of the domain on which f has one smooth formula, and the candidates on each.

A facet holds some variables at stated ends, lies on some boundaries of the natural domain and on
or beside each fold; the rest of its points are open in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, islice, product

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions, is_empty
from calctool.algebra.domain.reduction import truth
from calctool.algebra.places.fixed import FixedPlace
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.solutions import Solutions
from calctool.notation.tree import ZERO, Name, Relation, Sign, Tree
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.critical.record import CriticalQuestion
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.kinds.crease import Crease
from calctool.solve.optimum.strata.beside import Beside, beside
from calctool.solve.optimum.strata.boxes import solved_in
from calctool.solve.optimum.strata.folds import (
    Fold,
    Signs,
    constant_sign,
    folds,
    formula,
    normal,
    two_by_two,
)
from calctool.solve.optimum.strata.on_constraints import everything
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.short import short
from calctool.words.proofs import boxes as words

Fixed = tuple[tuple[str, Tree], ...]
_STRICT: dict[Sign, Sign] = {">=": ">", "<=": "<"}


class Facet(Struct, frozen=True):
    """`signs` say on which side of each fold (None: either); `edges` are equations of the natural
    boundary, `needs` what keeps its points inside."""

    question: CriticalQuestion
    fixed: Fixed
    signs: Signs
    edges: tuple[Relation, ...]
    needs: tuple[Relation, ...]
    manifold: Manifold
    found: Solutions

    @property
    def on_folds(self) -> tuple[Fold, ...]:
        """The folds that it lies on."""
        return tuple(fold for fold, sign in self.signs.items() if sign == 0)

    @property
    def is_tangled(self) -> bool:
        """Whether all of it lies on some fold besides: then the sides are not those of `signs`."""
        return any(fold.at.names and constant_sign(fold, self.signs) == 0 for fold in self.signs)

    @property
    def is_rim(self) -> bool:
        """Whether its points are on the boundary of the domain."""
        return bool(self.fixed or self.edges) or any(fold.is_edge for fold in self.on_folds)

    @property
    def equations(self) -> tuple[Relation, ...]:
        """What its points keep: coordinates at ends, folds, edges."""
        ends = (Relation(Name(name), "=", at) for name, at in self.fixed)
        within = (Relation(each, "=", ZERO) for each in self.manifold.constraints)
        return (*ends, *within)

    def beside(self) -> tuple[Beside, ...]:
        """All sides of the folds that it lies on."""
        question = self.question
        return beside(question.statement, question.wrt, self.signs, self.on_folds)

    def crease(self, place: Place) -> Crease:
        """A point of it that lies on folds."""
        asked, on = self.question, self.on_folds
        return Crease(asked.statement, asked.wrt, on, self.signs, place, is_tangled=self.is_tangled)

    def places(self) -> Iterator[tuple[Place, bool | None]]:
        """The isolated candidates that are, or may be (None), inside the facet."""
        if not self.manifold.names:
            place: Place = TracedPlace(dict(self.fixed))
            yield place, all_hold_at(place, self.needs)
            return
        for root in self.found.roots:
            place = FixedPlace(root.place, dict(self.fixed)) if self.fixed else root.place
            inside = None if root.periods else all_hold_at(place, self.needs)
            if inside is not False:
                yield place, inside


UNSOLVED = Solutions((), (), "partial", "none", words.UNSOLVED, (words.UNSOLVED,))
NOTHING = Solutions((), (), "complete", "no-unknown", words.NEVER_ZERO)


class Facets:
    """All facets of a question, those in the open inside first; `uncrossed` are the equations of
    changes that were not worked through."""

    def __init__(self, question: CriticalQuestion) -> None:
        self.question = replace(question, statement=two_by_two(question.statement))
        self.folds, self.uncrossed = folds(self.question.statement)

    @property
    def changes(self) -> bool:
        """Whether f has several formulas."""
        return any(fold.changes for fold in self.folds)

    def regions(self) -> Iterator[Facet]:
        """Where f is smooth, open in space."""
        for fixed, f, edges, signs in self._cases():
            if not fixed and not edges and 0 not in signs.values():
                yield self._facet(fixed, f, edges, signs)

    def borders(self) -> Iterator[Facet]:
        """The facets that are not open: on ends, edges or folds."""
        for fixed, f, edges, signs in self._cases():
            if fixed or edges or 0 in signs.values():
                yield self._facet(fixed, f, edges, signs)

    @property
    def are_too_many(self) -> bool:
        """Whether there are more than are worked through."""
        return sum(1 for _ in islice(self._cases(), budget.FACETS + 1)) > budget.FACETS

    def _cases(self) -> Iterator[tuple[Fixed, Tree, tuple[Relation, ...], Signs]]:
        for fixed in self._faces():
            f = short(substitute(self.question.statement, dict(fixed)))
            domain = conditions(f)
            if is_empty(domain):
                continue
            bends = folds(f)[0] if fixed else self.folds
            ends = tuple(_edges(domain, bends))
            free = len(self.question.wrt) - len(fixed)
            for chosen in chain.from_iterable(combinations(ends, n) for n in range(free + 1)):
                for choice in product(*(_choices(fold) for fold in bends)):
                    signs = dict(zip(bends, choice, strict=True))
                    if all(_is_possible(fold, signs) for fold in bends):
                        yield fixed, f, chosen, signs

    def _faces(self) -> Iterator[Fixed]:
        stated = dict(self.question.domain)
        choices: list[list[Fixed]] = []
        for name in self.question.wrt:
            ends = (stated[name].start, stated[name].end) if name in stated else ()
            finite = dict.fromkeys(end for end in ends if not is_infinite(end))
            choices.append([(), *(((name, end),) for end in finite)])
        made = (tuple(chain.from_iterable(chosen)) for chosen in product(*choices))
        yield from sorted(made, key=len)

    def _solved(self, manifold: Manifold, names: tuple[str, ...]) -> Solutions:
        if not manifold.equations:
            return everything(names)
        asked = replace(self.question, wrt=names)
        return tried(UNSOLVED, solved_in, asked, manifold.equations)

    def _facet(self, fixed: Fixed, f: Tree, edges: tuple[Relation, ...], signs: Signs) -> Facet:
        names = tuple(name for name in self.question.wrt if name not in dict(fixed))
        at = [formula(fold.at, signs) for fold, sign in signs.items() if sign == 0]
        at += [added([each.left, negated(each.right)]) for each in edges]
        manifold = Manifold(short(formula(f, signs)), tuple(map(short, at)), names)
        needs = tuple(dict.fromkeys((*_within(self.question, names), *_beside(f, signs, edges))))
        if not names:
            return Facet(
                self.question, fixed, signs, edges, (*needs, *_zero(at)), manifold, NOTHING
            )
        if any(truth(need) is False for need in needs):
            return Facet(self.question, fixed, signs, edges, needs, manifold, NOTHING)
        found = self._solved(manifold, names)
        return Facet(self.question, fixed, signs, edges, needs, manifold, found)


def _choices(fold: Fold) -> tuple[int | None, ...]:
    if fold.only_side is not None:
        return (fold.only_side,)
    return (1, -1, 0) if fold.changes else (None, 0)


def _is_possible(fold: Fold, signs: Signs) -> bool:
    """Where the sides of other folds leave a number of its function, there is one side only."""
    if not fold.changes:
        return True
    side = constant_sign(fold, signs)
    return side is None or signs[fold] == (side or 1)


def _edges(domain: tuple[Relation, ...], bends: tuple[Fold, ...]) -> Iterator[Relation]:
    """Boundaries of the natural domain that belong to it, without those that are folds."""
    known = {fold.at for fold in bends}
    for need in domain:
        at, _ = normal(added([need.left, negated(need.right)]))
        if need.sign in _STRICT and at not in known:
            yield Relation(need.left, "=", need.right)


def _zero(trees: list[Tree]) -> Iterator[Relation]:
    return (Relation(tree, "=", ZERO) for tree in trees)


def _within(question: CriticalQuestion, names: tuple[str, ...]) -> Iterator[Relation]:
    """Strictly between the stated ends: those are faces of their own."""
    for name, stretch in question.domain:
        if name in names:
            if not is_infinite(stretch.start):
                yield Relation(Name(name), ">", stretch.start)
            if not is_infinite(stretch.end):
                yield Relation(Name(name), "<", stretch.end)


def _beside(f: Tree, signs: Signs, edges: tuple[Relation, ...]) -> Iterator[Relation]:
    on = {fold.at for fold, sign in signs.items() if sign == 0}
    for need in conditions(f):
        at, _ = normal(added([need.left, negated(need.right)]))
        is_here = at in on or Relation(need.left, "=", need.right) in edges
        if need.sign not in _STRICT or not is_here:
            yield Relation(need.left, _STRICT.get(need.sign, need.sign), need.right)
    for switch in folds(f)[1]:
        yield Relation(switch.left, "!=", switch.right)
    for fold, sign in signs.items():
        if sign != 0 and fold.only_side is None and constant_sign(fold, signs) is None:
            away: dict[int | None, Sign] = {1: ">", -1: "<", None: "!="}
            yield Relation(short(formula(fold.at, signs)), away[sign], ZERO)
