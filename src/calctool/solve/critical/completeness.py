"""How much of the answer in several variables is proved to be all there is, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from calctool.algebra.solutions import Solutions
from calctool.notation.plain import plain
from calctool.solve.answer import Completeness, State, Status
from calctool.solve.optimum import CriticalAnswer, Place
from calctool.words import Words
from calctool.words import candidates as said


def completeness(solved: Solutions, missing: Iterable[Words]) -> Completeness:
    """`missing` is what lies beside the equations: edges, points not known to be inside."""
    left = tuple(dict.fromkeys((*solved.missing, *missing)))
    if solved.state == "complete" and not left:
        return Completeness(State.COMPLETE, _joined((said.COMPLETE, solved.reason)))
    reason = solved.reason if solved.state != "complete" else said.SMOOTH_ONLY
    return Completeness(State.PARTIAL, reason, left, solved.scope, solved.undecided)


def _joined(parts: Iterable[Words]) -> Words:
    listed = tuple(parts)
    return Words(en="; ".join(each.en for each in listed), zh="；".join(each.zh for each in listed))


def status(made: CriticalAnswer) -> Status:
    """Partial where anything is open: completeness, a kind, or an extreme."""
    extremes = (made.minimum, made.maximum)
    is_open = "undecided" in _kinds(made) or any(
        one is None or one.attained is None for one in extremes
    )
    whole = made.completeness.state is State.COMPLETE and not is_open
    return Status.COMPLETE if whole else Status.PARTIAL


def _kinds(made: CriticalAnswer) -> Iterator[str]:
    yield from (point.kind for point in made.points)
    yield from (family.kind for family in made.families)
    yield from (stretch.kind for each in made.sets for stretch in each.kinds)


def shown(place: Place) -> str:
    """`(x, y) = (1, 2)`"""
    names = ", ".join(name for name, _ in place)
    values = ", ".join(plain(at.expr) for _, at in place)
    return f"({names}) = ({values})"
