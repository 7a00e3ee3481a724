"""Functions near an end of their domain, in names in which they are smooth: s for sqrt(y)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from msgspec import Struct

from calctool.algebra import facts
from calctool.algebra.build import added, negated, raised
from calctool.algebra.local.switches import all_switches
from calctool.algebra.places.fixed import FixedPlace
from calctool.algebra.places.place import Place, sign_at
from calctool.atlas.interval import interval
from calctool.notation.tree import ZERO, Call, Name, Power, Relation, Tree, number
from calctool.notation.walk import transform
from calctool.solve.optimum.strata.steep import power_of
from calctool.solve.stationary.seams import Seam

_LETTERS = ("s", "t", "u", "w", "p", "q")


class Renamed(Struct, frozen=True):
    """Parts with an end of their domain at a point as functions of new names.

    `means` says what each new name stands for, `equations` hold between old and new names,
    `bounds` are functions of the new ones, each with its side (see `Corner`), and `values` are
    those at the point.
    """

    parts: Mapping[Tree, Tree]
    means: tuple[Relation, ...]
    equations: tuple[Tree, ...]
    bounds: tuple[tuple[Tree, int], ...]
    values: Mapping[str, Tree]

    def of(self, tree: Tree) -> Tree:
        """The tree in the new names."""
        return transform(tree, self.parts.get)

    def place(self, place: Place) -> Place:
        """The point with values for the new names."""
        return FixedPlace(place, self.values)


def renamed(seams: Iterable[Seam], taken: Iterable[str]) -> Renamed | None:
    """Of seams at which a formula ends or has an infinite slope, and which is the same formula
    beside them; inner parts come first. None where a part has no inverse that is known.

    Powers of u with exponents p/n are powers of s = u^(1/n), n the same for all of them; a
    function with an inverse h, as asin, is s with h(s) = u.
    """
    letters = iter(each for each in _LETTERS if each not in set(taken))
    parts: dict[Tree, Tree] = {}
    means: list[Relation] = []
    equations: list[Tree] = []
    bounds: list[tuple[Tree, int]] = []
    values: dict[str, Tree] = {}
    for group in _groups(seams):
        letter = next(letters, None)
        found = None if letter is None else _renamed(group, Name(letter))
        if letter is None or found is None:
            return None
        equations.append(added((found.back, negated(transform(found.base, parts.get)))))
        parts |= found.parts
        means.append(Relation(Name(letter), "=", found.meaning))
        if found.side:
            bounds.append((added((Name(letter), negated(found.value))), found.side))
        values[letter] = found.value
    return Renamed(parts, tuple(means), tuple(equations), tuple(bounds), values)


def _groups(seams: Iterable[Seam]) -> Iterable[list[Seam]]:
    """Powers of the same function together, inner parts first."""
    groups: dict[Tree, list[Seam]] = {}
    for seam in sorted(seams, key=lambda each: each.part.height):
        base = _base(seam.part)
        groups.setdefault(seam.part if base is None else base, []).append(seam)
    return groups.values()


def _base(part: Tree) -> Tree | None:
    if power_of(part) is None:
        return None
    return part.base if isinstance(part, Power) else part.children[0]


class _New(Struct, frozen=True):
    """One new name: `back` is the `base` by it, `value` that at the end, with its `side`."""

    parts: dict[Tree, Tree]
    meaning: Tree
    base: Tree
    back: Tree
    value: Tree
    side: int


def _renamed(group: Sequence[Seam], s: Tree) -> _New | None:
    base = _base(group[0].part)
    if base is None:
        return _by_inverse(group, s)
    powers = {seam.part: power_of(seam.part) or Fraction(0) for seam in group}
    if min(powers.values()) <= 0:
        return None
    n = lcm(*(power.denominator for power in powers.values()))
    parts = {part: raised(s, number(power * n)) for part, power in powers.items()}
    meaning = Call("sqrt", (base,)) if n == 2 else raised(base, number(Fraction(1, n)))
    return _New(parts, meaning, base, raised(s, number(n)), ZERO, 0 if n % 2 else -1)


def _by_inverse(group: Sequence[Seam], s: Tree) -> _New | None:
    (seam, *others) = group
    part = seam.part
    if others or not isinstance(part, Call) or len(part.arguments) != 1:
        return None
    known = facts.of(part)
    if not known.inverse or not known.range or not known.monotone:
        return None
    value, ends = dict(seam.pieces)[0], interval(known.range)
    for end, side in ((ends.low, -1), (ends.high, 1)):
        if end not in ("oo", "-oo") and facts.formula(end) == value:
            back = facts.filled(known.inverse, (s,))
            return _New({part: s}, part, part.arguments[0], back, value, side)
    return None


def is_smooth(trees: Iterable[Tree], place: Place) -> bool:
    """Whether no part of the functions changes, ends or has an infinite slope at the point; raises
    Undecided."""
    switches = (switch for tree in trees for switch in all_switches(tree))
    return all(
        sign_at(place, added((each.relation.left, negated(each.relation.right))))
        for each in switches
    )
