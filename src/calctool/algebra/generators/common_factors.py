"""Systems taken apart: factors that all equations share are sets, other factors are cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import reduce
from itertools import product
from math import prod

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.boxes.written import as_system
from calctool.algebra.common_field import Forms, forms
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.generators.unknowns import NoChange
from calctool.algebra.places.fulfilled import all_hold_at, holds_at
from calctool.algebra.places.place import Place
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import LINE, zeros
from calctool.algebra.solutions import (
    Component,
    Move,
    Root,
    Solutions,
    State,
    counts_together,
)
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import ZERO, Name, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.words.proofs import boxes as words

Solve = Callable[[tuple[Tree, ...]], Solutions]


def split_solutions(
    equations: Sequence[Tree], names: Sequence[str], needed: Sequence[Relation], solve: Solve
) -> Solutions:
    """Case by case; NoChange where no equation is a product of several factors."""
    own = forms(equations)
    shared = reduce(own.field.ring.gcd, own.numerators)
    if len(names) > 1 and any(own.moves(index) for index in own.used(shared)):
        return _with_shared(own, shared, tuple(names), needed, solve)
    return _by_cases(own, tuple(equations), tuple(names), solve)


# --- a factor of all equations ---


def _with_shared(
    own: Forms, shared: Polynomial, names: tuple[str, ...], needed: Sequence[Relation], solve: Solve
) -> Solutions:
    rest = tuple(own.tree(p / shared) for p in own.numerators)
    factors = [own.tree(p) for p in _moving_factors(own, shared)]
    found = solve(rest)
    roots = tuple(root for root in found.roots if not _is_on(root, factors))
    sets = [_set(factor, names, needed) for factor in factors]
    lost = any(each is None for each in sets)
    kept = tuple(each for each in sets if each is not None)
    before = System(tuple(_is_zero(own.tree(p)) for p in own.numerators))
    ones = [System((_is_zero(factor),)) for factor in factors]
    others = [] if any(_is_constant(each) for each in rest) else [as_system(rest)]
    state: State = "partial" if lost else found.state
    move = Move("factor", before, Alternatives((*ones, *others)), "normal-form")
    return replace(
        found,
        roots=roots,
        components=(*kept, *found.components),
        state=state,
        method="common-factor",
        reason=words.SHARED if state == "complete" else found.reason,
        missing=(*found.missing, words.EMPTY_OR_NOT) if lost else found.missing,
        moves=(move, *found.moves) if len(ones) + len(others) > 1 else found.moves,
    )


def _moving_factors(own: Forms, p: Polynomial) -> Iterator[Polynomial]:
    for factor, _ in own.factors(p)[1]:
        if any(own.moves(index) for index in own.used(factor)):
            yield factor


def _is_on(root: Root, factors: Sequence[Tree]) -> bool:
    """Whether an isolated solution of the rest lies on one of the sets."""
    verdicts = [holds_at(root.place, _is_zero(factor)) for factor in factors]
    if None in verdicts and True not in verdicts:
        raise Undecided
    return True in verdicts


def _set(factor: Tree, names: tuple[str, ...], needed: Sequence[Relation]) -> Component | None:
    """The set with a real point at which it is smooth, of one dimension less than the space."""
    for place in _samples(factor, names):
        if all_hold_at(place, needed):
            return Component((factor,), names, len(names) - 1, samples=(place,))
    return None


def _samples(factor: Tree, names: tuple[str, ...]) -> Iterator[Place]:
    """On lines parallel to an axis: simple zeros."""
    for name in sorted(factor.names & set(names)):
        others = [other for other in names if other != name]
        for k in range(budget.SAMPLE_LINES):
            at = {other: number(Fraction(k + 1, i + 1)) for i, other in enumerate(others)}
            try:
                line = substitute(factor, at)
                found = zeros(line, name, (LINE,), boxes=budget.LAST_NAME_BOXES)
            except (Undecided, Undefined):
                continue
            for zero in found.zeros:
                if zero.multiplicity == 1:
                    values = {n: at.get(n, Name(n)) for n in names}
                    yield _place(values, name, zero.at.tree, zero.at)


def _place(values: dict[str, Tree], name: str, tree: Tree | None, at: object) -> Place:
    if tree is None:
        return TracedPlace(values, name, at)  # type: ignore[arg-type]
    return TracedPlace({n: substitute(value, {name: tree}) for n, value in values.items()})


# --- factors of single equations ---


class Choice(Struct, frozen=True):
    """One factor of each equation, and the factors `before` it, which are not to be zero."""

    system: tuple[Tree, ...]
    before: tuple[Tree, ...]

    def solved(self, solve: Solve) -> Solutions:
        """NoChange where the solutions are not finitely many that are all known."""
        found = solve(self.system)
        if found.components or found.state == "partial" or any(r.periods for r in found.roots):
            raise NoChange
        kept = (root for root in found.roots if not _is_on(root, self.before))
        roots = tuple(replace(root, multiplicity=None) for root in kept)
        return replace(found, roots=roots, counts=found.counts_of(len(roots)))


def _by_cases(
    own: Forms, equations: tuple[Tree, ...], names: tuple[str, ...], solve: Solve
) -> Solutions:
    if len(equations) != len(names):
        raise NoChange  # some of the cases would be curves
    choices = _choices([[own.tree(p) for p in _moving_factors(own, p)] for p in own.numerators])
    parts = [choice.solved(solve) for choice in choices]
    is_whole = all(part.state == "complete" for part in parts)
    systems = tuple(as_system(choice.system) for choice in choices)
    move = Move("factor", as_system(equations), Alternatives(systems), "normal-form")
    return Solutions(
        tuple(root for part in parts for root in part.roots),
        (),
        "complete" if is_whole else "box",
        "cases",
        words.CASES if is_whole else words.CASES_OPEN,
        tuple(dict.fromkeys(each for part in parts for each in part.missing)),
        next((part.scope for part in parts if part.scope), ()),
        moves=(move, *(each for part in parts for each in part.moves)),
        counts=counts_together(parts),
    )


def _choices(factored: list[list[Tree]]) -> list[Choice]:
    count = prod(len(factors) for factors in factored)
    if not 1 < count <= budget.SYSTEM_CASES:
        raise NoChange
    found = []
    for chosen in product(*(range(len(factors)) for factors in factored)):
        pairs = list(zip(factored, chosen, strict=True))
        before = tuple(each for factors, i in pairs for each in factors[:i])
        found.append(Choice(tuple(factors[i] for factors, i in pairs), before))
    return found


def _is_constant(tree: Tree) -> bool:
    return not tree.names


def _is_zero(tree: Tree) -> Relation:
    return Relation(tree, "=", ZERO)
