"""A set that is a union, as a product is 0 or |u| has two formulas: the better of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions, implied, is_empty
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Call, Product, Relation, Sign, Tree
from calctool.notation.walk import transform
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.optimum.arguments.listed import NOTHING_LISTED
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Task, Turn
from calctool.solve.optimum.arguments.smaller.inner import closing
from calctool.solve.optimum.arguments.values import End, best
from calctool.solve.optimum.problem import sides
from calctool.solve.stationary.seams import Seam, seams
from calctool.solve.stationary.short import short
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS

Part = tuple[Tree, tuple[Relation, ...]]
"""f and the relations there."""


def product_is_zero(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """inf over a union is the least of the infima over its parts."""
    for equation in task.relations:
        factors = _factors(equation)
        if equation.sign == "=" and len(factors) > 1:
            others = tuple(each for each in task.relations if each is not equation)
            parts = [
                (task.f, (Relation(factor, "=", ZERO), *others))
                for factor in factors
                if not _is_nowhere(factor, task)
            ]
            said = words.PRODUCT_IS_ZERO.filled(equation=quoted(equation))
            return _over(task, turn, below, parts, ProofLine("factor", (), said))
    return None


def formulas_of_parts(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """The same of the parts on which a switch in a condition has one formula: both hold on the
    border of u >= 0 and u <= 0, where |u| is 0."""
    found, _ = seams(added((each.left, negated(each.right))) for each in task.relations)
    seam = next((each for each in found if _is_continuous(each)), None)
    if seam is None:
        return None
    formulas, parts = dict(seam.pieces), []
    for sign, closed in _CLOSED.items():
        put = partial(transform, change=partial(_replaced, part=seam.part, by=formulas[sign]))
        relations = tuple(Relation(put(r.left), r.sign, put(r.right)) for r in task.relations)
        side = Relation(short(put(seam.at)), closed, ZERO)
        if not is_empty((*relations, side)):
            own = () if implied(side, (*conditions(task.f), *relations)) else (side,)
            parts.append((put(task.f), (*relations, *own)))
    said = words.SWITCHES.filled(part=quoted(seam.part), switch=quoted(seam.at))
    return _over(task, turn, below, parts, ProofLine("sides-of-switch", (), said))


_CLOSED: dict[int, Sign] = {1: ">=", -1: "<="}


def _is_continuous(seam: Seam) -> bool:
    """Whether both formulas hold on the border, and are simpler."""
    return isinstance(seam.part, Call) and seam.part.function in ("abs", "max", "min")


def _replaced(tree: Tree, part: Tree, by: Tree) -> Tree | None:
    return by if tree == part else None


def _factors(equation: Relation) -> tuple[Tree, ...]:
    if equation.right != ZERO or not isinstance(equation.left, Product):
        return ()
    moving = tuple(each for each in equation.left.factors if each.names)
    # Each factor must have a value where another one is 0.
    return moving if not conditions(equation.left) else ()


def _over(
    task: Task, turn: Turn, below: Ask, parts: Sequence[Part], opening: ProofLine
) -> Bound | None:
    found: list[Bound] = []
    lines = [opening]
    for f, relations in parts:
        one = below(replace(task, f=f, relations=relations, listing=NOTHING_LISTED), turn)
        if one is None:
            return None
        found.append(one)
        lines.append(_opening(task, relations))
        lines += one.lines
    chosen = best([End(one.value, one.attained) for one in found], turn) if found else None
    if chosen is None or (chosen.attained is None and not is_infinite(chosen.value.expr)):
        return None
    same = [one for one in found if compared(one.value, chosen.value) == 0]
    reached = [one for one in same if one.attained] or same
    spots = tuple(spot for one in reached for spot in one.at) if chosen.attained else ()
    whole = Bound(
        chosen.value, chosen.attained, "union-of-parts", ARGUMENTS["union-of-parts"],
        (), spots, None if chosen.attained or not reached else reached[0].toward,
    )  # fmt: skip
    return replace(whole, lines=(*lines, closing(task.f, turn, whole, words.BEST_PART[turn])))


def _is_nowhere(factor: Tree, task: Task) -> bool:
    """Whether the factor is never 0 on the set."""
    return implied(Relation(factor, "!=", ZERO), (*conditions(task.f), *task.relations))


def _opening(task: Task, relations: tuple[Relation, ...]) -> ProofLine:
    """Says of which part the next lines speak."""
    part = (*sides(task.sides), *relations)
    new = tuple(each for each in relations if each not in task.relations)
    return ProofLine("part-of-set", new, words.ON_PART, names=task.names, where=part)
