"""All real solutions of a system of equations, by the first method that reaches it.

Polynomial, or made so by a change of variables; one equation in one name after substitution;
else boxes. The state of the answer says how far it was proved.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.boxes.region import whole_region
from calctool.algebra.boxes.square_subsystem import Chooser
from calctool.algebra.domain.conditions import conditions, is_empty
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.generators.inside_domain import Filter
from calctool.algebra.generators.logarithms import without_logarithms
from calctool.algebra.generators.unknowns import NoChange
from calctool.algebra.generators.without_nonzero import is_never_zero, strip
from calctool.algebra.paths import NotCounted
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Box, Move, Root, Solutions
from calctool.algebra.systems import NotPolynomial, polynomial_solutions
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.words.proofs import boxes as words

UNREACHED = (NotPolynomial, NotCounted, NoChange, Undecided, Undefined, UnknownError)

SORTED_DIGITS = 12


def solutions(
    equations: Sequence[Tree],
    names: Sequence[str],
    *,
    box: Box | None = None,
    fallback_box: Box | None = None,
    needed: Sequence[Relation] = (),
) -> Solutions:
    """All points at which every tree has a value, and that is zero.

    With a `box`, all of those in it, its sides included. Where no proof reaches everything, the
    search is made in `fallback_box` and says so. Solutions that break what is `needed` besides are
    left out.
    """
    domain = dict.fromkeys(r for each in equations for r in conditions(each))
    needed = (*domain, *(each for each in needed if each not in domain))
    if is_empty(tuple(domain)):
        return Solutions((), (), "complete", "nowhere-defined", words.NOWHERE)
    task = _Task(tuple(equations), tuple(names), needed, box, fallback_box or _default(names))
    return task.solved()


def _default(names: Sequence[str]) -> Box:
    size = Fraction(budget.DEFAULT_REGION)
    return dict.fromkeys(names, (-size, size))


class _Task(Struct):
    """One question, and the steps taken so far."""

    equations: tuple[Tree, ...]
    names: tuple[str, ...]
    needed: tuple[Relation, ...]
    box: Box | None
    fallback: Box

    def solved(self) -> Solutions:
        moves = self._stripped()
        self.equations = tuple(dict.fromkeys(self.equations))
        if any(map(is_never_zero, self.equations)):
            return Solutions((), (), "complete", "no-zero", words.NEVER_ZERO, moves=moves)
        found = self._exactly()
        if found is None or (found.state == "partial" and not found.components):
            other = self._in_boxes()
            found = other if found is None or other.state != "partial" else found
        elif found.state == "box" and self.box is None:
            found = self._in_cell(self.equations) or found
        roots = tuple(sorted(found.roots, key=_from_left))
        return replace(found, roots=roots, moves=moves + found.moves)

    def _stripped(self) -> tuple[Move, ...]:
        from calctool.algebra.boxes.written import as_system

        before = self.equations
        found = [strip(each) for each in before]
        self.equations = tuple(each.tree for each in found if each.tree != ZERO)
        removed = tuple(factor for each in found for factor in each.removed)
        if not removed:
            return ()
        bindings = tuple((f"k{n}", tree) for n, tree in enumerate(dict.fromkeys(removed), 1))
        return (
            Move(
                "divide-positive",
                as_system(before),
                as_system(self.equations),
                "normal-form",
                bindings,
            ),
        )

    # --- exact ways ---

    def _exactly(self) -> Solutions | None:
        for equations, moves in self._forms_of_equations():
            for method in self._methods():
                try:
                    found = method(equations)
                    box = self.fallback if found.state == "box" else self.box
                    kept = Filter(self.needed, box).apply(found)
                except UNREACHED:
                    continue
                if len(kept.roots) > len(found.roots):
                    # Members of what repeats, one by one: those that were counted are fewer.
                    kept = replace(kept, counts=())
                return replace(kept, moves=moves + kept.moves)
        return None

    def _methods(self) -> tuple[Callable[[tuple[Tree, ...]], Solutions], ...]:
        one = (self._separate, self._in_one_name)
        return (
            self._counted,
            self._polynomial,
            self._changed,
            *one,
            self._split,
            self._with_any_constants,
        )

    def _counted(self, equations: tuple[Tree, ...]) -> Solutions:
        from calctool.algebra.paths import path_solutions

        return path_solutions(equations, self.names)

    def _with_any_constants(self, equations: tuple[Tree, ...]) -> Solutions:
        from calctool.algebra.paths import path_solutions

        return path_solutions(equations, self.names, any_constants=True)

    def _polynomial(self, equations: tuple[Tree, ...]) -> Solutions:
        from calctool.algebra.boxes.known import known_place

        chooser = Chooser(equations, self.names, ())
        return polynomial_solutions(equations, self.names, placed=partial(known_place, chooser))

    def _changed(self, equations: tuple[Tree, ...]) -> Solutions:
        from calctool.algebra.generators.change import changed_solutions

        return changed_solutions(equations, self.names, polynomial_solutions)

    def _separate(self, equations: tuple[Tree, ...]) -> Solutions:
        from calctool.algebra.generators.separate import separate_solutions

        return separate_solutions(equations, self.names, self.box, self.fallback)

    def _in_one_name(self, equations: tuple[Tree, ...]) -> Solutions:
        from calctool.algebra.generators.one_name import one_name_solutions

        return one_name_solutions(equations, self.names, self.box, self.fallback)

    def _forms_of_equations(self) -> list[tuple[tuple[Tree, ...], tuple[Move, ...]]]:
        """As they are, and with logarithms and exponentials on both sides undone."""
        from calctool.algebra.boxes.written import as_system

        undone = tuple(without_logarithms(each) or each for each in self.equations)
        listed: list[tuple[tuple[Tree, ...], tuple[Move, ...]]] = [(self.equations, ())]
        if undone != self.equations:
            move = Move("exponentiate", as_system(self.equations), as_system(undone), "monotone")
            listed.append((undone, (move,)))
        return listed

    def _split(self, equations: tuple[Tree, ...]) -> Solutions:
        from calctool.algebra.generators.common_factors import split_solutions

        def part(chosen: tuple[Tree, ...]) -> Solutions:
            return solutions(chosen, self.names, box=self.box, fallback_box=self.fallback)

        return split_solutions(equations, self.names, self.needed, part)

    # --- boxes ---

    def _in_boxes(self) -> Solutions:
        from calctool.algebra.boxes.zeros import zeros_in

        equations, moves = self._forms_of_equations()[-1]
        if any(each.names - set(self.names) for each in equations):
            return Solutions((), (), "partial", "none", words.OTHER_NAMES, (words.OTHER_NAMES,))
        region = self.box or whole_region(equations, self.names, self.needed)
        repeated = None if region else self._in_cell(equations)
        if repeated is not None:
            return replace(repeated, moves=moves + repeated.moves)
        found = zeros_in(equations, self.names, region or self.fallback, self.needed)
        if region is not None:  # Outside there are no solutions, or none that were asked for.
            found = replace(found, scope=())
            if found.state == "box":
                found = replace(found, state="complete", reason=words.WHOLE)
        return replace(found, moves=moves + found.moves)

    def _in_cell(self, equations: tuple[Tree, ...]) -> Solutions | None:
        from calctool.algebra.boxes.cell import cell

        one = cell(equations, self.names, self.needed)
        try:
            found = None if one is None else one.solutions(equations, self.needed)
        except (Undecided, Undefined):
            return None
        return None if found is None or found.state != "complete" else found


def _from_left(root: Root) -> list[int]:
    """Equal coordinates may have different enclosures."""
    place = root.place
    ends = (place.coordinate(name).bounds(budget.PLACE_BITS) for name in place.names)
    return [round((low + high) * 10**SORTED_DIGITS) for low, high in ends]
