"""What a derivative does where an equation in letters holds: at its points, for all letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.local.in_letters import NeedSign, Part, Ranges, too_many, ways
from calctool.algebra.local.point import Local, OneSide
from calctool.algebra.real.letters import letters_known
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.tidy import readable_forms
from calctool.notation.tree import Name, Relation, Sign, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Seam
from calctool.solve.exact.values import value_of

Judge = Callable[[tuple[Tree, ...], str, Tree], Local]
Found = tuple[tuple[Relation, ...], Seam | None]
_UNION: dict[frozenset[Sign], Sign | None] = {
    frozenset({"<", ">"}): "!=", frozenset({"<", "="}): "<=", frozenset({">", "="}): ">=",
    frozenset({"<", ">", "="}): None,
}  # fmt: skip


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
    found = ways(equation, name)
    if found is None:
        return None
    told: list[Seam] = []
    for factor, values in found:
        here = _Seams(chain, name, factor, dict(values), assumed, judge).all()
        if here is None:
            return None
        told += here
    return tuple(dict.fromkeys(told))


class _Seams:
    def __init__(
        self,
        chain: tuple[Tree, ...],
        name: str,
        equation: Relation,
        values: dict[str, Tree],
        assumed: tuple[Relation, ...],
        judge: Judge,
    ) -> None:
        self.name, self.equation, self.judge = name, equation, judge
        self.at = f"{name}\ue011"
        free = {name: Name(self.at)}
        self.point: Tree = values.pop(name, Name(self.at))
        self.values = {letter: substitute(tree, free) for letter, tree in values.items()}
        self.chain = tuple(substitute(tree, self.values) for tree in chain)
        everywhere = {**self.values, name: self.point}
        needed = (*assumed, *conditions(chain[0]))
        self.needed = tuple(
            Relation(substitute(r.left, everywhere), r.sign, substitute(r.right, everywhere))
            for r in needed
        )
        self.known = bounds(self.needed)

    def all(self) -> list[Seam] | None:
        parts, done = [Part(self.known)], 0
        found: list[Found] = []
        while parts:
            part = parts.pop()
            done += 1
            if too_many(done):
                return None
            if part.excludes(self.needed):
                continue
            try:
                found.append((part.signs, self._judged(part)))
            except NeedSign as need:
                parts += part.divided(need.name)
            except (Undecided, Undefined):
                return None
        return list(self._joined(found))

    def _judged(self, part: Part) -> Seam | None:
        chain = tuple(map(part.put_in, self.chain))
        point = part.put_in(self.point)
        with letters_known(Ranges(part.known)):
            local = self.judge(chain, self.name, point)
            if local.kind == "outside-domain":
                return None
            if local.kind == "undecided":
                raise Undecided
            if local.differentiable:
                if local.derivative is None:
                    raise Undecided
                given = value_of(substitute(chain[-1], {self.name: point}))
                if given == local.derivative:
                    return None
                return Seam((), "smooth", value=self._plain(local.derivative))
            left, right = (self._slope(side) for side in (local.left, local.right))
        return Seam((), local.kind, left, right, lower=local.lower)

    def _slope(self, side: OneSide | None) -> Tree | None:
        value = None if side is None else side.derivative.value
        return None if value is None else self._plain(value)

    def _plain(self, tree: Tree) -> Tree:
        read = substitute(tree, {self.at: Name(self.name)})
        moves = readable_forms(read, read, self.name) if read.names else ()
        return moves[-1].after if moves else read

    def _joined(self, found: list[Found]) -> Iterator[Seam]:
        """Parts in which the same happens as one, where their signs are those of one name."""
        told = [(signs, seam) for signs, seam in found if seam is not None]
        for seam, group in groupby(sorted(told, key=_key), key=_of):
            listed = [self._read(signs) for signs, _ in group]
            for where in _united(listed, complete=len(listed) == len(found)):
                made = Seam(
                    (self.equation, *where), seam.kind, seam.left, seam.right, seam.value,
                    seam.lower,
                )  # fmt: skip
                yield made

    def _read(self, signs: Iterable[Relation]) -> tuple[Relation, ...]:
        free = {self.at: Name(self.name)}
        return tuple(Relation(substitute(r.left, free), r.sign, r.right) for r in signs)


def _key(found: Found) -> str:
    return repr(found[1])


def _of(found: Found) -> Seam:
    assert found[1] is not None  # noqa: S101 (only those are sorted)
    return found[1]


def _united(listed: list[tuple[Relation, ...]], *, complete: bool) -> list[tuple[Relation, ...]]:
    if complete:
        return [()]
    if all(len(signs) == 1 for signs in listed) and len({s[0].left for s in listed}) == 1:
        signs = frozenset(s[0].sign for s in listed)
        sign = _UNION.get(signs) if len(signs) > 1 else listed[0][0].sign
        return [()] if sign is None else [(Relation(listed[0][0].left, sign, listed[0][0].right),)]
    return listed
