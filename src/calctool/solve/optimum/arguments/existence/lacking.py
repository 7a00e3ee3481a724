"""What was not shown where no argument decides: existence without the place, or not even that."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.domain.conditions import implied
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import Relation
from calctool.solve.optimum.arguments.existence.ground import Ground, ground
from calctool.solve.optimum.arguments.protocol import Lacks, Task, Turn
from calctool.words import Words
from calctool.words.extrema.ladder import lacking as words


def is_asked(task: Task) -> bool:
    """Whether points were looked for: of a smaller question nothing is listed."""
    return task.listing.is_whole or bool(task.listing.candidates)


def exists_but(task: Task, turn: Turn, argument: str, why: Words) -> Lacks:
    """An extreme value exists, and which it is was not shown."""
    left = words.ORDER[turn] if task.listing.is_whole else words.ALL_POINTS
    said = words.EXISTS[turn].filled(why=why.en, why_zh=why.zh, left=left.en, left_zh=left.zh)
    return Lacks(argument, said, weight=3)


def lacking(task: Task, turn: Turn) -> Words:
    """Where no argument came near: the first that all of them would need."""
    land = ground(task)
    if land.jumps:
        return words.JUMPS
    edges = tuple(_edges(land))
    if land.bounded is None:
        return words.FAR[turn]
    if edges:
        return words.EDGES.filled(edges=all_quoted(edges))
    return words.ONLY_POINTS[turn] if task.listing.is_reached else words.UNREACHED


def _edges(land: Ground) -> Iterator[Relation]:
    listed = (*land.stated, *(each for each in land.own if not implied(each, land.stated)))
    yield from (each for each in listed if each.sign in ("<", ">", "!="))
