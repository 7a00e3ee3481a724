"""From ∇f = 0 to its solutions: on each part of the domain that has a formula of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions, implied, is_empty
from calctool.algebra.domain.requirements import compare
from calctool.algebra.solutions import Solutions
from calctool.notation.system import System
from calctool.notation.tree import ZERO, Piecewise, Relation, Tree
from calctool.notation.walk import transform
from calctool.solve.answer import Derivation, Step
from calctool.solve.optimum.problem import Problem, sides
from calctool.solve.optimum.strata.folds import folds, formula, normal
from calctool.solve.optimum.strata.stratum import Stratum
from calctool.solve.stationary.short import short
from calctool.solve.stationary.solving import all_zero, cases, derivations, within
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words.extrema import candidates as said


class _Part(Struct, frozen=True):
    """Faces on which ∇f = 0 reads the same, and where they are."""

    faces: tuple[Stratum, ...]
    where: tuple[Relation, ...]

    @property
    def start(self) -> System:
        """The gradient there, set to zero."""
        return all_zero(self.faces[0].manifold.equations)


def solving(
    task: Problem, faces: Sequence[Stratum], gradient: Sequence[Tree], solved: Solutions
) -> Iterator[Derivation]:
    """`solved` are the solutions of all faces that are open in space."""
    where = (*task.domain, *sides(task.box))
    inner = [face for face in faces if face.is_inner]
    needed = [need for slope in gradient for need in conditions(slope)]
    parts = list(_parts(inner, needed))
    is_one = len(parts) == 1 and (len(inner) == 1 or parts[0].start == all_zero(gradient))
    if is_one:
        found = inner[0].found
        yield from _inside(all_zero(gradient), found, (*where, *parts[0].where))
    elif all(_is_formula(face, gradient) for face in inner):
        for part in parts:
            if not is_empty((*part.where, *where)):
                yield from _on(part, all_zero(gradient), where)
    else:
        yield from _inside(all_zero(gradient), solved, where)


def _inside(start: System, solved: Solutions, where: tuple[Relation, ...]) -> Iterator[Derivation]:
    """In the end without the points outside of the domain and of the stated box."""
    alone = [root for root in solved.roots if not root.periods]
    for each in derivations(start, solved, where):
        yield within(each, start, alone, where)


def _parts(inner: Iterable[Stratum], needed: Sequence[Relation]) -> Iterator[_Part]:
    """Both sides of a fold at once, where that is all in which they differ."""
    for _, group in groupby(inner, key=lambda face: face.manifold.equations):
        listed = list(group)
        apart = [
            fold for fold, sign in listed[0].signs.items() if listed[-1].signs.get(fold) != sign
        ]
        common = [side for side in listed[0].sides if side in listed[-1].sides]
        if len(listed) == 2 and len(apart) == 1 and len(common) == len(listed[0].sides) - 1:
            off = Relation(short(apart[0].at), "!=", ZERO)
            yield _Part(tuple(listed), _told((*common, off), needed))
        else:
            yield from (_Part((face,), _told(face.sides, needed)) for face in listed)


def _told(sides: Sequence[Relation], needed: Sequence[Relation]) -> tuple[Relation, ...]:
    """Without those that follow from the others, or from what the gradient needs."""
    return tuple(
        side
        for side in sides
        if not implied(side, (*needed, *(each for each in sides if each != side)))
    )


def _is_formula(face: Stratum, gradient: Sequence[Tree]) -> bool:
    """Whether the gradient is seen to be what was solved on this face."""
    signs = {fold.at: sign for fold, sign in face.signs.items()}
    plain = [transform(slope, lambda part: _branch(part, signs)) for slope in gradient]
    own = {each: signs.get(each.at) for each in folds(*plain, jumps=True)[0]}
    there = [formula(slope, own) for slope in plain]
    compared = [check_equality(*pair) for pair in zip(there, face.manifold.slopes, strict=True)]
    return weakest(each.verdict for each in compared) is Verdict.PROVED


def _branch(part: Tree, signs: Mapping[Tree, int | None]) -> Tree | None:
    """The branch that is taken where the folds have these signs."""
    for value, condition in part.branches if isinstance(part, Piecewise) else ():
        if condition is None:
            return value
        at, turn = normal(added((condition.left, negated(condition.right))))
        sign = signs.get(at)
        if sign is None:
            return None
        if compare(sign * turn, condition):
            return value
    return None


def _on(part: _Part, whole: System, where: tuple[Relation, ...]) -> Iterator[Derivation]:
    """The gradient as it is on a part, and the solutions that lie there."""
    finding = Finding(Verdict.PROVED, "identity")
    title = said.MOVES["by-region"]
    # No equation is left where all points solve the system: {} would read as none.
    there = part.start if part.start.relations else System((Relation(ZERO, "=", ZERO),))
    first = Step("by-region", title, whole, there, finding, where=part.where)
    found = derivations(part.start, part.faces[0].found, (*where, *part.where))
    chains = [_kept(each, part, (*where, *part.where)) for each in found]
    if chains and chains[0].start == part.start:
        yield Derivation(whole, (first, *chains[0].steps))
        yield from chains[1:]
    else:
        yield Derivation(whole, (first,))
        yield from chains


def _kept(derivation: Derivation, part: _Part, where: tuple[Relation, ...]) -> Derivation:
    """Without lines that say the same again, and without the points at which this formula does
    not hold, or which lie outside of the domain, where the last line has such points."""
    steps = derivation.steps
    if all(cases(step.after) == cases(derivation.start) for step in steps):
        steps = ()
    found = (root for face in part.faces for root in face.found.roots)
    roots = [root for root in found if not root.periods]
    return within(replace(derivation, steps=steps), part.start, roots, where)
