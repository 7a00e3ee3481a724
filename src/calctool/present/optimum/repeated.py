"""Points that repeat alike: what is added to their coordinates, and what becomes of the values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from calctool.notation.tree import ONE, ZERO, Name, Negative, Product, Sum, Tree
from calctool.present.document import Text
from calctool.present.optimum.setting import Setting
from calctool.present.parts.integers import integers
from calctool.present.phrases import formula
from calctool.solve.candidates import CandidatePoint, PointFamily
from calctool.words.extrema import optimum as words

Change = tuple[Literal["same", "sum", "product"], Tree]
"""What the values do: nothing, a summand is added, or they are multiplied by a factor."""


class Repetition(Struct, frozen=True):
    """`steps` are added to the coordinates of these points alike, each being one of its family."""

    steps: tuple[tuple[str, Tree | None], ...]
    points: tuple[CandidatePoint, ...]
    change: Change


def repetition(setting: Setting) -> Repetition | None:
    """None where points do not repeat alike; ends of the domain repeat in no case."""
    families = setting.answer.families
    if not families or any(family.row is not None for family in families):
        return None
    points = tuple(each for each in setting.answer.points if each.kind != "endpoint")
    found = [_parted(family) for family in families]
    values = {tuple(x.expr for _, x in each.at): each.value for each in points}
    steps = {step for _, step in found}
    ranges = {family.ranges for family in families}
    if len(steps) != 1 or len(ranges) != 1 or {start for start, _ in found} != values.keys():
        return None
    changes: set[Change | None] = set()
    for family, (start, _) in zip(families, found, strict=True):
        value = values[start]
        if family.value == value:
            changes.add(("same", ONE))
        elif family.value is None or value is None:
            return None
        else:
            changes.add(_change(family.value.expr, value.expr, family.integers))
    if len(changes) != 1 or (change := changes.pop()) is None:
        return None
    return Repetition(tuple(zip(setting.variables, steps.pop(), strict=True)), points, change)


def repeated_text(found: Repetition, setting: Setting) -> Text:
    """P₂, P₃ again at x + 2k·π with f + 2k·π, k = 0, 1, 2, …"""
    at = setting.join(formula(_further(name, by)) for name, by in found.steps if by)
    kind, by = found.change
    if kind != "same":
        f = setting.function
        value = _further(f.id, by) if kind == "sum" else Product((by, f))
        at = setting.fill(words.WITH_VALUE, at, formula(value))
    letters = integers(setting.answer.families[0].ranges, setting.language)
    if len(found.points) == len(setting.answer.points):
        return setting.fill(words.REPETITION, at, letters)
    names = setting.join((setting.point(each.at) for each in found.points), words.AND_ALSO)
    return setting.fill(words.REPETITION_OF, names, at, letters)


def _further(name: str, by: Tree) -> Tree:
    return Sum((Name(name), *(by.terms if isinstance(by, Sum) else (by,))))


def _parted(family: PointFamily) -> tuple[tuple[Tree, ...], tuple[Tree | None, ...]]:
    """The coordinates for the integers 0, and what the integers add to them."""
    starts: list[Tree] = []
    steps: list[Tree | None] = []
    for _, tree in family.at:
        still, moving = _apart(tree.terms if isinstance(tree, Sum) else (tree,), family.integers)
        starts.append(_added(still) or ZERO)
        steps.append(_added(moving))
    return tuple(starts), tuple(steps)


def _change(moved: Tree, value: Tree, integers_: Iterable[str]) -> Change | None:
    """How a value with integers in it comes from the one without."""
    if isinstance(moved, Sum) or value == ZERO:
        still, moving = _apart(moved.terms if isinstance(moved, Sum) else (moved,), integers_)
        by = _added(moving)
        return ("sum", by) if by is not None and (_added(still) or ZERO) == value else None
    inside = moved.operand if isinstance(moved, Negative) else moved
    if not isinstance(inside, Product):
        return None
    still, moving = _apart(inside.factors, integers_)
    size = still[0] if len(still) == 1 else Product(tuple(still)) if still else ONE
    if (Negative(size) if isinstance(moved, Negative) else size) != value or not moving:
        return None
    return "product", moving[0] if len(moving) == 1 else Product(tuple(moving))


def _apart(parts: Iterable[Tree], integers_: Iterable[str]) -> tuple[list[Tree], list[Tree]]:
    """Parts without the integers, and those with them."""
    found: tuple[list[Tree], list[Tree]] = ([], [])
    for part in parts:
        found[not part.names.isdisjoint(integers_)].append(part)
    return found


def _added(terms: list[Tree]) -> Tree | None:
    if len(terms) > 1:
        return Sum(tuple(terms))
    return terms[0] if terms else None
