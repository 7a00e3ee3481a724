"""What a derivative does where an equation in letters holds: at its points, for all letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.cells.space.polynomials import readable
from calctool.algebra.domain.alternatives import simplest
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.field import prove_equal
from calctool.algebra.local.in_letters import NeedSign, Part, factors_of, too_many
from calctool.algebra.local.point import Local, OneSide
from calctool.algebra.local.regular import is_regular
from calctool.algebra.real.letters import letters_known
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.tidy import readable_forms
from calctool.notation.tree import ZERO, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Condition, Seam
from calctool.solve.exact.values import value_of

Judge = Callable[[tuple[Tree, ...], str, Tree], Local]


class Found(Struct, frozen=True):
    """One part of the points, and what happens there; None: its formula gives the derivative."""

    part: Part
    seam: Seam | None


def seams(
    chain: tuple[Tree, ...],
    name: str,
    equation: Relation,
    assumed: tuple[Relation, ...],
    judge: Judge,
) -> tuple[Seam, ...] | None:
    """What happens where the equation holds, by conditions on letters; None where that is open.

    Where the derivative exists and its formula gives it nothing is said.
    """
    factors = factors_of(equation)
    if factors is None:
        return None
    told: list[Seam] = []
    for factor in factors:
        points = _Points(chain, name, assumed, judge)
        part = points.part((substitute(factor, {name: Name(points.at)}),), {})
        here = points.judged(part)
        if here is None:
            return None
        told += points.joined(here, (Relation(factor, "=", ZERO),))
    return tuple(dict.fromkeys(told))


def at_value(
    chain: tuple[Tree, ...],
    name: str,
    value: Tree,
    assumed: tuple[Relation, ...],
    judge: Judge,
) -> tuple[Condition, tuple[Seam, ...]] | None:
    """For which letters the formula gives the derivative at a point, and what happens there for
    all others; None where that is open."""
    points = _Points(chain, name, assumed, judge)
    found = points.judged(points.asked_for(value))
    if found is None:
        return None
    regular = [each for each in found if each.seam is None]
    when = points.alternatives(regular, found) if regular else ()
    return when, tuple(points.joined(found, ()))


class _Points:
    """Points at which x goes by a name of its own."""

    def __init__(
        self,
        chain: tuple[Tree, ...],
        name: str,
        assumed: tuple[Relation, ...],
        judge: Judge,
    ) -> None:
        self.chain, self.name, self.judge = chain, name, judge
        self.at = f"{name}\ue011"
        here = {name: Name(self.at)}
        needed = (*assumed, *conditions(chain[0]))
        self.needed = tuple(
            Relation(substitute(r.left, here), r.sign, substitute(r.right, here)) for r in needed
        )

    def part(self, equations: tuple[Tree, ...], put: dict[str, Tree]) -> Part:
        """All points at which these are 0 and these are put in."""
        return Part(self.at, bounds(self.needed), equations, put)

    def asked_for(self, value: Tree) -> Part:
        """One point, which may lie outside of the domain."""
        around = bounds(each for each in self.needed if self.at not in each.names)
        return Part(self.at, around, (), {self.at: value})

    def judged(self, whole: Part) -> list[Found] | None:
        """The parts in which the same happens at all points; None where one of them is open."""
        parts, done = [whole], 0
        found: list[Found] = []
        while parts:
            part = parts.pop()
            done += 1
            if too_many(done):
                return None
            if part.excludes(self.needed):
                if not whole.equations:
                    found.append(Found(part, Seam((), "outside-domain")))
                continue
            try:
                if part.equations:
                    parts += part.solved()
                else:
                    found.append(Found(part, self._judged(part, is_given=not whole.equations)))
            except NeedSign as need:
                parts += part.divided(need.tree)
            except (Undecided, Undefined):
                return None
        return found

    def _judged(self, part: Part, *, is_given: bool) -> Seam | None:
        """None where the formula gives the derivative, or f is not defined at a point that nobody
        asked for."""
        letters = {n: tree for n, tree in part.put.items() if n != self.at}
        chain = tuple(substitute(tree, letters) for tree in self.chain)
        point = part.put.get(self.at, Name(self.at))
        with letters_known(part.ranges):
            if is_given and all(is_regular(g, {self.name: point}) for g in chain[:-1]):
                return None
            local = self.judge(chain, self.name, point)
            if local.kind == "outside-domain":
                return Seam((), local.kind) if is_given else None
            if local.kind == "undecided":
                raise Undecided
            if local.differentiable:
                if local.derivative is None:
                    raise Undecided
                given = value_of(substitute(chain[-1], {self.name: point}))
                if given is not None and _is_same(given, local.derivative):
                    return None
                return Seam((), "smooth", value=self._plain(local.derivative))
            left, right = (self._slope(side) for side in (local.left, local.right))
        return Seam((), local.kind, left, right, lower=local.lower)

    def _slope(self, side: OneSide | None) -> Tree | None:
        value = None if side is None else side.derivative.value
        return None if value is None else self._plain(value)

    def _plain(self, tree: Tree) -> Tree:
        read = self._read(tree)
        moves = readable_forms(read, read, self.name) if read.names else ()
        return moves[-1].after if moves else read

    def _read(self, tree: Tree) -> Tree:
        return substitute(tree, {self.at: Name(self.name)})

    def joined(self, found: list[Found], equation: tuple[Relation, ...]) -> Iterator[Seam]:
        """Parts in which the same happens as one."""
        listed = [self._as_beside(each, found) for each in found]
        told = [each for each in listed if each.seam is not None]
        for seam, group in groupby(sorted(told, key=_key), key=_of):
            for where in self.alternatives(list(group), listed):
                yield Seam(
                    (*equation, *where), seam.kind, seam.left, seam.right, seam.value, seam.lower
                )

    def alternatives(self, some: list[Found], every: list[Found]) -> Condition:
        """How parts are told from the others, of all that there are."""
        others = [each.part for each in every if all(each.part is not own.part for own in some)]
        groups: list[tuple[Part, tuple[Relation, ...]]] = []
        for each in sorted(some, key=_count_of_equalities):
            if not any(each.part.implies(group) for _, group in groups):
                group = _needed(each.part.signs, others)
                groups = [(part, own) for part, own in groups if not part.implies(group)]
                groups.append((each.part, group))
        return simplest((tuple(map(self._told, group)) for _, group in groups), ())

    def _as_beside(self, one: Found, every: Iterable[Found]) -> Found:
        """In the words of a part around it, whose formulas give the same there."""
        put = {n: self._read(tree) for n, tree in one.part.put.items()}
        put = {(self.name if n == self.at else n): tree for n, tree in put.items()}
        equal = _count_of_equalities(one)
        for other in sorted(every, key=_count_of_equalities):
            if _count_of_equalities(other) < equal and _is_seam(one.seam, other.seam, put):
                return replace(one, seam=other.seam)
        return one

    def _told(self, each: Relation) -> Relation:
        relation = Relation(self._read(each.left), each.sign, each.right)
        return readable(relation, tuple(sorted(relation.names)))


def _count_of_equalities(one: Found) -> int:
    return sum(each.sign == "=" for each in one.part.signs)


def _needed(signs: tuple[Relation, ...], others: list[Part]) -> tuple[Relation, ...]:
    """As few of the signs of a part as exclude all others."""
    kept = list(signs)
    for each in signs:
        fewer = [relation for relation in kept if relation is not each]
        if all(other.excludes(fewer) for other in others):
            kept = fewer
    return tuple(kept)


def _is_seam(one: Seam | None, other: Seam | None, put: Mapping[str, Tree]) -> bool:
    if one is None or other is None or (one.kind, one.lower) != (other.kind, other.lower):
        return False
    for own, general in (
        (one.left, other.left), (one.right, other.right), (one.value, other.value)
    ):  # fmt: skip
        if own is None or general is None:
            if own is not general:
                return False
        elif not _is_same(own, substitute(general, dict(put))) and own != general:
            return False
    return True


def _is_same(one: Tree, other: Tree) -> bool:
    return one == other or bool(prove_equal(one, other))


def _key(found: Found) -> str:
    return repr(found.seam)


def _of(found: Found) -> Seam:
    assert found.seam is not None  # noqa: S101 (only those are sorted)
    return found.seam
