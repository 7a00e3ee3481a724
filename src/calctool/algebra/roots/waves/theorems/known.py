"""What the theorems about waves ask for: signs far out of functions without waves."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.waves.tails import sign_beyond
from calctool.algebra.roots.waves.wave import Wave
from calctool.notation.tree import ONE, PI, TWO, ZERO, Call, Name, Tree, number, rational

Row = tuple[Tree, Tree]
"""The values of the phase at the ends of the cells, equal ones where they are the zeros."""


class Pattern(Struct, frozen=True):
    """The zeros of a wave beyond a place: one for each k in each of the rows, none without rows.

    From each k to the next the phase grows by `turn` times pi.
    """

    wave: Wave
    rows: tuple[Row, ...]
    beyond: Fraction
    turn: Fraction = Fraction(1)
    rises: Fraction = Fraction(0)
    """From where on the phase does."""


class Known(Struct, frozen=True):
    """The functions of the theorems, of a wave or of the first one of several."""

    search: Effort
    wave: Wave

    def slope(self, tree: Tree) -> Tree:
        """The derivative."""
        name = self.search.name
        return derivative(tree, name) if name in tree.names else ZERO

    def beyond(self, tree: Tree, place: Fraction) -> tuple[Fraction, int]:
        """Its sign from the place or a later one on."""
        return sign_beyond(self.search, tree, place)

    def absolute(self, tree: Tree, place: Fraction) -> tuple[Fraction, Tree]:
        """|f| from the place or a later one on, without bars."""
        tree = normalised(tree)
        if rational(tree) == 0:
            return place, ZERO
        place, sign = self.beyond(tree, place)
        return place, tree if sign > 0 else negated(tree)

    def is_steady(self, tree: Tree) -> bool:
        """Whether it is a constant."""
        return self.search.name not in normalised(tree).names

    @property
    def size(self) -> Tree:
        """N"""
        return added((raised(self.wave.sine, TWO), raised(self.wave.cosine, TWO)))

    @property
    def excess(self) -> Tree:
        """R^2 - N"""
        return added((raised(self.wave.base, TWO), negated(self.size)))

    @property
    def speed(self) -> Tree:
        """W"""
        p, q = self.wave.sine, self.wave.cosine
        return added(
            (
                multiplied((self.slope(self.wave.phase), self.size)),
                multiplied((p, self.slope(q))),
                negated(multiplied((q, self.slope(p)))),
            )
        )

    @property
    def amplitude(self) -> Tree:
        """sqrt(N), up to the sign."""
        p, q = self.wave.sine, self.wave.cosine
        if rational(q) == 0 or rational(p) == 0:
            return p if rational(q) == 0 else q
        if self.is_steady(divided(q, p)):
            ratio = normalised(added((raised(divided(q, p), TWO), ONE)))
            return multiplied((p, Call("sqrt", (ratio,))))
        return Call("sqrt", (normalised(self.size),))

    @property
    def turning(self) -> Tree:
        """W/N, how fast the wave turns."""
        return normalised(divided(self.speed, self.size))


class Turns(Struct, frozen=True):
    """Whole multiples of pi, numbered by the letter `integer`."""

    integer: str

    def angle(self, start: Fraction, step: Fraction = Fraction(1)) -> Tree:
        """(step*k + start)*pi"""
        turns = multiplied((number(step), Name(self.integer), PI))
        size = multiplied((number(abs(start.numerator)), PI))
        moved = divided(size, number(start.denominator)) if start.denominator > 1 else size
        return added((turns, moved if start > 0 else negated(moved))) if start else turns


def require(holds: bool) -> None:
    """Undecided where a condition of a theorem fails."""
    if not holds:
        raise Undecided
