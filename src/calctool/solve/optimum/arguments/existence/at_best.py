"""What follows from the existence of an extreme value: the best of all candidates has it."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.solve.exact.at_point import known
from calctool.solve.exact.line import BOTTOM, TOP
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.arguments.listed import Listed, shortest
from calctool.solve.optimum.arguments.protocol import Bound, Task, Turn
from calctool.words import Words
from calctool.words.extrema import kinks


def attained(task: Task, turn: Turn, argument: str, reason: Words) -> Bound | None:
    """Of a value that some point of the set has; None where not all candidates are compared."""
    best = task.listing.best(turn)
    value = value_of_best(task.listing, best) if task.listing.is_whole else None
    return None if value is None else Bound(value, True, argument, reason, (), chosen=best)


def attained_in_scope(task: Task, turn: Turn, argument: str, reason: Words) -> Bound | None:
    """Of a value that some point has where all candidates are listed, all or those in the scope."""
    best = task.listing.best(turn)
    value = value_of_best(task.listing, best)
    return None if value is None else Bound(value, True, argument, reason, (), chosen=best)


def attained_on_closure(task: Task, turn: Turn, argument: str, reason: Words) -> Bound | None:
    """Of a value that some point of the set or of an edge has that it lacks: there f only comes
    near it."""
    listing = task.listing
    known = listing.is_whole and listing.outside is not None
    best = listing.best_on_closure(turn) if known else ()
    value = value_of_best(listing, best)
    at = tuple(i for i in best if i < len(listing.candidates))
    return None if value is None else Bound(value, bool(at), argument, reason, (), chosen=at)


def with_edge_said(found: Bound) -> Bound:
    """That the set has the place, or that it lies on an edge that the set lacks."""
    closing = kinks.ON_DOMAIN if found.attained else kinks.ON_MISSING_EDGE
    return replace(found, reason=with_next(found.reason, closing))


def with_next(first: Words, second: Words) -> Words:
    """Two clauses of one sentence."""
    return Words(en=f"{first.en}; {second.en}", zh=f"{first.zh}；{second.zh}")


def unbounded(turn: Turn, argument: str, reason: Words) -> Bound:
    """f takes values beyond all bounds."""
    return Bound(BOTTOM if turn < 0 else TOP, False, argument, reason, ())


def value_of_best(listing: Listed, best: tuple[int, ...]) -> Exact | None:
    """f at these candidates, in its shortest form."""
    every = listing.all_on_closure if max(best, default=0) >= len(listing.candidates) else ()
    chosen = [(every or listing.candidates)[i] for i in best]
    found = shortest([each.value for each in chosen])
    if found is not None or not best:
        return found
    height = chosen[0].height
    return None if height is None or listing.is_inner else known(height)
