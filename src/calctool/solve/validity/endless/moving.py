"""A function moved along points without end: its waves and steps are seen from each of them."""

from __future__ import annotations

from math import lcm

from msgspec import Struct

from calctool.algebra import facts
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.field import is_zero
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.letters import letters_known
from calctool.algebra.real.power import quotient
from calctool.algebra.real.ring import UNITY, Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots import limit_at
from calctool.notation.tree import TWO, ZERO, Call, Name, Tree, number
from calctool.notation.walk import substitute, walk
from calctool.solve.exact.record import Reach
from calctool.solve.exact.values import exact_value
from calctool.solve.validity.endless.whole import Whole


class Line(Struct, frozen=True):
    """The points `at` for the whole numbers `letter` of the reach."""

    at: Tree
    letter: str
    reach: Reach

    def leads_to(self) -> tuple[Tree, ...]:
        """Where the points lead as the whole number grows or falls without end."""
        ends = zip(self.reach, (1, -1), strict=True)
        found = (limit_at(self.at, self.letter, None, side) for end, side in ends if end is None)
        return tuple(limit.value for limit in found if limit.value is not None)

    @property
    def is_point(self) -> bool:
        """Whether it is a single one."""
        return self.reach[0] is not None and self.reach[0] == self.reach[1]

    @property
    def first(self) -> Tree:
        """One of the points: the nearest to that for 0."""
        low, high = self.reach
        k = 0 if low is None else max(0, low)
        return self.point(k if high is None else min(k, high))

    def point(self, k: int) -> Tree:
        """The one for k."""
        return exact_value(substitute(self.at, {self.letter: number(k)}))


_FAR = 1000


def moved(tree: Tree, name: str, line: Line) -> Tree:
    """The function with sin(u - c*k) for sin(u), k being any whole number, where c is so many of
    its periods that u - c*k is the same at all points of the line; floor(u) likewise.

    >>> plain(moved(tree("x*sin(x)"), "x", Line(tree("2*k*pi"), "k", (None, None))))
    'x*sin(x - 2*pi*k)'
    """
    if name not in tree.names or not tree.children:
        return tree
    made = tree.rebuilt(tuple(moved(child, name, line) for child in tree.children))
    if not isinstance(made, Call) or (turn := _turn(made)) is None:
        return made
    rate = _rate(made.arguments[0], name, line)
    ratio = None if rate is None else quotient(rate, turn).rational
    if rate is None or ratio is None or ratio.denominator > 1:
        return made
    drift = multiplied((written(rate), Name(line.letter))) if rate.parts else ZERO
    back = Call(made.function, (added((made.arguments[0], negated(drift))),))
    return added((back, drift)) if facts.of(made).steps else back


def turns(tree: Tree, name: str, line: Line) -> int:
    """So many points of a row there are until all waves that repeat along it have come back.

    What hangs on the signs of the first points is not looked at.
    """
    found = [1]
    for part in walk(tree):
        if isinstance(part, Call) and name in part.names and (turn := _turn(part)) is not None:
            with letters_known(Whole(line.letter, _far_out(line.reach))):
                rate = _rate(part.arguments[0], name, line)
            ratio = None if rate is None else quotient(rate, turn).rational
            found.append(1 if ratio is None else ratio.denominator)
    return lcm(*found)


def _far_out(reach: Reach) -> Reach:
    return (None, -_FAR) if reach[0] is None and reach[1] is not None else (_FAR, None)


def _turn(call: Call) -> Real | None:
    """The period of a function; that of the difference to its argument, where it has steps."""
    known = facts.of(call)
    if known.steps:
        return UNITY
    return constant_value(facts.formula(known.period)) if known.period else None


def _rate(u: Tree, name: str, line: Line) -> Real | None:
    """c where u(at) grows by c from each point to the next; None where it does not."""
    along = substitute(u, {name: line.at})
    first, second = (substitute(along, {line.letter: number(k)}) for k in (2, 3))
    try:
        rate = constant_value(added((second, negated(first))))
    except (Undecided, Undefined):
        return None
    drift = multiplied((written(rate), added((Name(line.letter), negated(TWO)))))
    rest = added((along, negated(first), negated(drift)))
    try:
        same = is_zero(rest) is True or not constant_value(rest).parts
    except (Undecided, Undefined):
        return None
    return rate if same else None
