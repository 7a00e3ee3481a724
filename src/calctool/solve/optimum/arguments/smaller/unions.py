"""A set that is a union, since an equation says that a product is 0: the better of its parts."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions, implied
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Product, Relation, Tree
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.optimum.arguments.listed import NOTHING_LISTED
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Task, Turn
from calctool.solve.optimum.arguments.smaller.inner import closing
from calctool.solve.optimum.arguments.values import End, best
from calctool.solve.optimum.problem import sides
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def product_is_zero(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """inf over a union is the least of the infima over its parts."""
    for equation in task.relations:
        factors = _factors(equation)
        if equation.sign == "=" and len(factors) > 1:
            return _over(task, turn, below, equation, factors)
    return None


def _factors(equation: Relation) -> tuple[Tree, ...]:
    if equation.right != ZERO or not isinstance(equation.left, Product):
        return ()
    moving = tuple(each for each in equation.left.factors if each.names)
    # Each factor must have a value where another one is 0.
    return moving if not conditions(equation.left) else ()


def _over(
    task: Task, turn: Turn, below: Ask, equation: Relation, factors: tuple[Tree, ...]
) -> Bound | None:
    others = tuple(each for each in task.relations if each is not equation)
    found: list[Bound] = []
    lines = [ProofLine("factor", (), words.PRODUCT_IS_ZERO.filled(equation=quoted(equation)))]
    for factor in factors:
        relations = (Relation(factor, "=", ZERO), *others)
        one = below(replace(task, relations=relations, listing=NOTHING_LISTED), turn)
        if one is None and not _is_nowhere(factor, task):
            return None
        if one is not None:
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
        (), spots, None if chosen.attained else reached[0].toward,
    )  # fmt: skip
    return replace(whole, lines=(*lines, closing(task.f, turn, whole, words.BEST_PART[turn])))


def _is_nowhere(factor: Tree, task: Task) -> bool:
    """Whether the factor is never 0 on the set."""
    return implied(Relation(factor, "!=", ZERO), (*conditions(task.f), *task.relations))


def _opening(task: Task, relations: tuple[Relation, ...]) -> ProofLine:
    """Says of which part the next lines speak."""
    part = (*sides(task.sides), *relations)
    return ProofLine("part-of-set", relations[:1], words.ON_PART, names=task.names, where=part)
