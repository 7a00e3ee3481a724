"""How much of the answer in several variables is proved to be all there is, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from calctool.algebra.solutions import Solutions
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name, number
from calctool.solve.answer import Completeness, State, Status
from calctool.solve.known import shown
from calctool.solve.optimum import CandidatePoint, CriticalAnswer
from calctool.words import Language, Words
from calctool.words import candidates as said

Box = tuple[tuple[str, Fraction, Fraction], ...]

_LANGUAGES: tuple[Language, Language] = ("en", "zh")


def completeness(solved: Solutions, missing: Iterable[Words]) -> Completeness:
    """`missing` is what lies beside the equations: edges, points not known to be inside."""
    beside = tuple(missing)
    left = tuple(dict.fromkeys((*solved.missing, *beside)))
    if solved.state == "complete" and not left:
        return Completeness(State.COMPLETE, _joined((said.COMPLETE, solved.reason)))
    reason = solved.reason
    if beside and solved.state != "partial":
        reason = said.SMOOTH_ONLY
    elif solved.state == "box" and solved.scope:
        reason = said.IN_BOX.filled(box=_box(solved.scope))
    return Completeness(State.PARTIAL, reason, left, solved.scope, solved.undecided)


def _box(scope: Box) -> str:
    """`x, y ∈ [-10, 10]`: names with the same bounds together."""
    alike: dict[tuple[Fraction, Fraction], list[str]] = {}
    for name, low, high in scope:
        alike.setdefault((low, high), []).append(quoted(Name(name)))
    return ", ".join(
        f"{', '.join(names)} ∈ [{quoted(number(low))}, {quoted(number(high))}]"
        for (low, high), names in alike.items()
    )


def _joined(parts: Iterable[Words]) -> Words:
    listed = tuple(parts)
    return Words(en="; ".join(each.en for each in listed), zh="；".join(each.zh for each in listed))


def settled(made: CriticalAnswer) -> CriticalAnswer:
    """With its status, and with every kind and extreme that is open named as such."""
    left = tuple(dict.fromkeys((*made.completeness.missing, *_open(made))))
    whole = made.completeness.state is State.COMPLETE and not left
    return replace(
        made,
        status=Status.COMPLETE if whole else Status.PARTIAL,
        completeness=replace(made.completeness, missing=left),
    )


def _open(made: CriticalAnswer) -> Iterator[Words]:
    for point in made.points:
        if point.kind == "undecided":
            yield _kind_open(point)
    if "undecided" in _other_kinds(made):
        yield said.SET_OPEN
    for one, open_ in ((made.minimum, said.LEAST_OPEN), (made.maximum, said.GREATEST_OPEN)):
        if one is None or one.attained is None:
            yield open_


def _kind_open(point: CandidatePoint) -> Words:
    why, place = point.test.reason, shown(point.at)
    en, zh = (
        said.KIND_OPEN.marked(language, place=place, why=why.marked(language))
        for language in _LANGUAGES
    )
    return Words(en=en, zh=zh)


def _other_kinds(made: CriticalAnswer) -> Iterator[str]:
    yield from (family.kind for family in made.families)
    yield from (stretch.kind for each in made.sets for stretch in each.kinds)
