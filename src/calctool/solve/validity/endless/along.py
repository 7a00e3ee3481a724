"""What a function does at points without end: judged once for all whole numbers between two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from calctool import budget
from calctool.algebra.clean import clean
from calctool.algebra.field import prove_equal
from calctool.algebra.local.point import Local
from calctool.algebra.real.letters import letters_known
from calctool.algebra.real.ring import Undecided
from calctool.algebra.tidy import readable_forms
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute
from calctool.solve.exact.record import Reach
from calctool.solve.exact.values import value_of
from calctool.solve.validity.endless.moving import Line, moved
from calctool.solve.validity.endless.whole import Cut, Whole

Judge = Callable[[tuple[Tree, ...], Tree], Local]
"""What the last of a chain of derivatives does at a point."""


class Does(Struct, frozen=True):
    """What is found at a point: as `Local`, the one-sided derivatives and the derivative as trees.

    At points without end the trees hold the letter of their whole numbers.
    """

    kind: str
    lower: int
    left: Tree | None
    right: Tree | None
    value: Tree | None

    @classmethod
    def of(cls, local: Local, free: Mapping[str, Tree]) -> Does:
        """What is found there, with other names put in."""
        slopes = [None if side is None else side.derivative for side in (local.left, local.right)]
        if local.kind in _BROKEN:
            slopes = [None if each is None or each.number is None else each for each in slopes]
        trees = (*(None if each is None else each.value for each in slopes), local.derivative)
        read = (None if tree is None else substitute(tree, free) for tree in trees)
        return cls(local.kind, local.lower, *read)

    def seen(self, values: Mapping[str, Tree]) -> Does:
        """With other numbers than those of the line, in a readable form."""
        read = (None if t is None else _readable(substitute(t, values)) for t in self.trees)
        return Does(self.kind, self.lower, *read)

    def put_in(self, name: str, value: Tree) -> Does:
        """With a number for a name."""
        read = (None if t is None else value_of(substitute(t, {name: value})) for t in self.trees)
        return Does(self.kind, self.lower, *read)

    @property
    def trees(self) -> tuple[Tree | None, Tree | None, Tree | None]:
        """The one-sided derivatives and the derivative."""
        return self.left, self.right, self.value

    def is_like(self, other: Does) -> bool:
        """Whether the same is found there, as is proved."""
        return (self.kind, self.lower) == (other.kind, other.lower) and all(
            a == b or (a is not None and b is not None and prove_equal(a, b) is True)
            for a, b in zip(self.trees, other.trees, strict=True)
        )


_BROKEN = ("jump", "discontinuity")
"""Where f is not continuous, an infinite one-sided derivative says nothing more."""


def _readable(tree: Tree) -> Tree:
    if len(tree.names) != 1:
        return clean(tree) if tree.names else tree
    (name,) = tree.names
    moves = readable_forms(tree, tree, name)
    return moves[-1].after if moves else clean(tree)


Judged = tuple[Reach, Does]
"""What the points for some whole numbers do."""


def judged(chain: tuple[Tree, ...], name: str, line: Line, judge: Judge) -> list[Judged]:
    """All points of a line along which the waves of the chain come back, in order.

    Undecided where the whole numbers would have to be divided too often.
    """
    found: list[Judged] = []
    open_ = [line.reach]
    for _ in range(budget.ROW_PARTS):
        if not open_:
            return sorted(found, key=_start)
        reach = open_.pop()
        if reach[0] is not None and reach[0] == reach[1]:
            found.append((reach, Does.of(judge(chain, line.point(reach[0])), {})))
            continue
        try:
            part = Line(line.at, line.letter, reach)
            found.append((reach, _together(chain, name, part, judge)))
        except Cut as cut:
            open_ += _divided(reach, cut.before)
    raise Undecided


def _together(chain: tuple[Tree, ...], name: str, line: Line, judge: Judge) -> Does:
    """With a letter of its own, for what is remembered of letters hangs on what they may be."""
    letter = f"{line.letter}\ue012{line.reach[0]}\ue012{line.reach[1]}"
    at = substitute(line.at, {line.letter: Name(letter)})
    with letters_known(Whole(letter, line.reach)):
        seen = tuple(moved(tree, name, Line(at, letter, line.reach)) for tree in chain)
        return Does.of(judge(seen, at), {letter: Name(line.letter)})


def _divided(reach: Reach, before: tuple[int, ...]) -> Iterator[Reach]:
    start, last = reach
    for k in before:
        yield start, k - 1
        start = k
    yield start, last


def _start(one: Judged) -> tuple[int, int]:
    first = one[0][0]
    return (0, 0) if first is None else (1, first)
