"""Alternatives, each a group of relations that hold together, with as few words as are found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.ranges import decided
from calctool.notation.tree import Relation, Sign, Tree

Group = tuple[Relation, ...]
_Sides = tuple[Tree, Tree]
_SIGNS: Mapping[Sign, frozenset[int]] = {
    "<": frozenset({-1}), "=": frozenset({0}), ">": frozenset({1}),
    "<=": frozenset({-1, 0}), ">=": frozenset({0, 1}), "!=": frozenset({-1, 1}),
}  # fmt: skip
_NAMES: Mapping[frozenset[int], Sign] = {signs: name for name, signs in _SIGNS.items()}


def simplest(groups: Iterable[Group], given: Group) -> tuple[Group, ...]:
    """The same alternatives where what is given holds."""
    made = [known for group in groups if (known := _signs(group)) is not None]
    while _is_widened(made):
        pass
    kept: list[dict[_Sides, frozenset[int]]] = []
    for index, one in enumerate(made):
        others = (*kept, *made[index + 1 :])
        if not any(_lies_in(one, other) for other in others):
            kept.append(one)
    listed = (
        plainer([Relation(left, _NAMES[s], right) for (left, right), s in one.items()], given)
        for one in kept
    )
    return tuple(dict.fromkeys(listed))


def plainer(relations: Iterable[Relation], given: Group) -> Group:
    """Without those that follow from others, or from what is given, plainly."""
    kept = list(dict.fromkeys(each for each in relations if each not in given))
    for each in tuple(kept):
        others = bounds([r for r in (*kept, *given) if r is not each])
        if decided(each, others) is True or any(
            each.sign == "!="
            and r.sign in ("<", ">")
            and (r.left, r.right) == (each.left, each.right)
            for r in kept
        ):
            kept.remove(each)
    return tuple(kept)


def _signs(group: Group) -> dict[_Sides, frozenset[int]] | None:
    """What the difference of each two sides may be; None where nothing is left of one."""
    found: dict[_Sides, frozenset[int]] = {}
    for each in group:
        sides = each.left, each.right
        found[sides] = found.get(sides, _SIGNS["<="] | _SIGNS[">"]) & _SIGNS[each.sign]
    return found if all(found.values()) else None


def _is_widened(groups: list[dict[_Sides, frozenset[int]]]) -> bool:
    """Whether one of the groups could take in values of another one, by one of its relations."""
    for one in groups:
        for other in groups:
            for sides, signs in one.items():
                more = other.get(sides, signs)
                if more <= signs or not _lies_in(one, other, but=sides):
                    continue
                one[sides] = signs | more
                if len(one[sides]) == 3:
                    del one[sides]
                return True
    return False


def _lies_in(
    one: Mapping[_Sides, frozenset[int]],
    other: Mapping[_Sides, frozenset[int]],
    but: _Sides | None = None,
) -> bool:
    """Whether one of the groups follows from the other one, without a relation."""
    return all(sides in one and one[sides] <= s for sides, s in other.items() if sides != but)
