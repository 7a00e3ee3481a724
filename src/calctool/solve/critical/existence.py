"""Extreme values on a domain with edges, and of functions with kinks, each with its theorem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec.structs import replace

from calctool.algebra.extrema import Bound, coercive, global_extremes
from calctool.algebra.generators.monotone import inner
from calctool.algebra.places.place import Scalar
from calctool.notation.tree import Tree
from calctool.solve.critical.record import CriticalQuestion
from calctool.solve.critical.strata.territory import Territory
from calctool.solve.optimum.strata.folds import folds, formula
from calctool.words import Words
from calctool.words.extrema import kinks

Heights = Sequence[Scalar | None]
_WHICH = {-1: kinks.LEAST, 1: kinks.GREATEST}
_FAR_OUT = {-1: "∞", 1: "-∞"}


def bounds_on(
    land: Territory,
    question: CriticalQuestion,
    inside: Heights,
    outside: Heights,
    is_whole: bool,
    orbits: Sequence[int],
) -> tuple[Bound, Bound]:
    """The least and the greatest value; `inside` and `outside` of the domain are all candidates
    if `is_whole`; `orbits` see symmetry."""
    f, names = question.statement, question.wrt
    least, greatest = global_extremes(f, names, inside, is_whole, land.kind, orbits)
    if land.closed and None in (least.attained, greatest.attained):
        every = global_extremes(f, names, (*inside, *outside), is_whole, "compact", orbits)
        count = len(inside)
        least = _instead(least, every[0], land, question, -1, count)
        greatest = _instead(greatest, every[1], land, question, 1, count)
    return least, greatest


def _instead(
    open_: Bound, best: Bound, land: Territory, question: CriticalQuestion, turn: int, count: int
) -> Bound:
    """`best` is right if there is a greatest, or least, value on the closed domain at all."""
    exists = _exists(land, question, turn)
    if open_.attained is not None or exists is None or best.argument != "compact":
        return open_
    argument, reason = exists
    at = tuple(i for i in best.at if i < count)
    if land.whole:
        return replace(best, argument=argument, reason=reason, at=at)
    closing = kinks.ON_DOMAIN if at else kinks.ON_MISSING_EDGE
    reason = Words(en=f"{reason.en}; {closing.en}", zh=f"{reason.zh}；{closing.zh}")
    return replace(best, attained=bool(at), argument=argument, reason=reason, at=at)


def _exists(land: Territory, question: CriticalQuestion, turn: int) -> tuple[str, Words] | None:
    """The theorem that f has such a value on the domain with the edges that it lacks."""
    id = "compact-closure" if land.bounded else "coercive-closed"
    if not land.bounded and _growth(question) != -turn:
        return None
    word, words = _WHICH[turn], kinks.ARGUMENTS[id]
    facts = {} if land.bounded else {"limit": _FAR_OUT[turn]}
    return id, Words(
        en=words.say("en", which=word.en, **facts), zh=words.say("zh", which=word.zh, **facts)
    )


def _growth(question: CriticalQuestion) -> int:
    """1 where each formula of f goes to oo far out, -1 where each goes to -oo, else 0."""
    found = {_growth_of(each, question.wrt) for each in _formulas(question.statement)}
    return found.pop() if len(found) == 1 else 0


def _growth_of(f: Tree, names: tuple[str, ...]) -> int:
    inside = inner(f)
    known = coercive(inside.tree, names)
    return 0 if known is None else known.sign * (1 if inside.increasing else -1)


def _formulas(f: Tree) -> Iterator[Tree]:
    bends = [fold for fold in folds(f)[0] if fold.changes]
    for signs in product((1, -1), repeat=len(bends)):
        yield formula(f, dict(zip(bends, signs, strict=True)))
