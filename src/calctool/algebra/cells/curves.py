"""The curves in the plane of x and a parameter above which a table changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.cells.plane import NoMethod, Plane, Shape
from calctool.algebra.cells.separation import verticals
from calctool.algebra.cells.waves.angles import Angles, angles
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.roots import (
    LINE,
    Interval,
    Point,
    exact_point,
    rational_point,
    zeros,
)
from calctool.notation.tree import Negative, Quotient, Tree

Role = Literal["slope", "bend", "break", "zero", "jump"]
"""Zeros of f', of f'', what must not be 0 or positive for f to have one formula, zeros of f, and
what vanishes where a switch changes nothing."""

_MET: Mapping[Role, frozenset[str]] = {
    "slope": frozenset({"table"}),
    "bend": frozenset({"table"}),
    "break": frozenset({"table", "zeros", "switch"}),
    "zero": frozenset({"zeros"}),
    "jump": frozenset({"switch"}),
}
"""What is said of a point depends on the order of those of one group only."""


class Wave(Struct, frozen=True):
    """Of a curve that is a polynomial in the tangent of half an angle: the same with sines and
    cosines (as a polynomial too, where it is one), and the period."""

    tree: Tree
    factor: Polynomial | None
    period: Tree


class Curve(Struct, frozen=True, dict=True):
    """A polynomial in generators of the plane, irreducible; `on` is where x is looked at."""

    plane: Plane
    factor: Polynomial
    roles: frozenset[Role]
    letters: frozenset[str]
    on: tuple[Interval, ...]
    wave: Wave | None = None

    @property
    def polynomial(self) -> Polynomial:
        """In the ring as it is now: it grows while more is read in the plane."""
        return self.plane.field.ring.lift(self.factor)

    def meets(self, other: Curve) -> bool:
        """Whether it matters on which side of each other they lie."""
        own, others = (frozenset().union(*(_MET[r] for r in c.roles)) for c in (self, other))
        common = own & others
        if common == {"switch"} and "break" not in self.roles | other.roles:
            return False
        return bool(common)

    @cached_property
    def tree(self) -> Tree:
        if self.wave is not None:
            return self.wave.tree
        return self.plane.tree(self.polynomial)

    @cached_property
    def moves(self) -> bool:
        """Whether a parameter moves it."""
        return bool(self.plane.names(self.polynomial) & self.letters)

    @cached_property
    def is_fixed_in_x(self) -> bool:
        """Whether it is a condition on parameters alone."""
        return self.wave is None and self.plane.name not in self.plane.names(self.polynomial)

    @cached_property
    def index(self) -> int | None:
        """The only generator with x in it, where there is one and it is monotonic."""
        found = self.plane.moving(self.polynomial)
        return found[0] if len(found) == 1 and self.shape_of(found[0]) is not None else None

    def shape_of(self, index: int) -> Shape | None:
        return self.plane.shape(index)

    @cached_property
    def shape(self) -> Shape | None:
        return None if self.index is None else self.plane.shape(self.index)

    @cached_property
    def places(self) -> tuple[Point, ...]:
        """The zeros of a curve that no parameter moves; NoMethod where not all are known."""
        found = zeros(self.tree, self.plane.name, self.on)
        if found.state != "complete" or found.families or found.flat:
            raise NoMethod
        return tuple(zero.at for zero in found.zeros)

    @cached_property
    def separated(self) -> Tree | None:
        """The g with a = g(x) on the curve, where it is linear in its only parameter a."""
        names = self.plane.names(self.polynomial) & self.letters
        if len(names) != 1:
            return None
        plane = self.plane
        letter, *more = (i for i in plane.used(self.polynomial) if plane.names_of(i) & names)
        if more or plane.kernel(letter).kind != "name":
            return None
        if plane.field.ring.degrees(self.polynomial)[letter] != 1:
            return None
        slope = self.polynomial.derivative(f"g{letter}")
        rest = self.polynomial.subs({f"g{letter}": 0})
        return Quotient(Negative(plane.tree(rest)), plane.tree(slope))

    @cached_property
    def verticals(self) -> tuple[Point, ...]:
        """The x that lie on the curve whatever the parameter of `separated` is."""
        g = self.separated
        return () if g is None else tuple(verticals(g, self.plane.name, self.on))


def curves(
    plane: Plane,
    wanted: Iterable[tuple[Role, Tree]],
    letters: frozenset[str],
    on: tuple[Interval, ...],
) -> tuple[Curve, ...]:
    """The irreducible curves on which one of the trees vanishes, each once with all its roles."""
    found: dict[str, tuple[Polynomial, set[Role]]] = {}
    for role, tree in wanted:
        for factor in plane.factors(tree):
            found.setdefault(str(factor), (factor, set()))[1].add(role)
    # Of a part of the line waves are functions like others, with as many zeros as are found.
    waves = angles(plane, (factor for factor, _ in found.values())) if on == (LINE,) else None
    listed = [(plane.field.ring.lift(factor), frozenset(roles)) for factor, roles in found.values()]
    if waves is None:
        return tuple(Curve(plane, factor, roles, letters, on) for factor, roles in listed)
    return tuple(_of_waves(plane, listed, letters, waves))


def _of_waves(
    plane: Plane,
    listed: list[tuple[Polynomial, frozenset[Role]]],
    letters: frozenset[str],
    waves: Angles,
) -> Iterator[Curve]:
    """On one period."""
    period = waves.period
    ends = rational_point(0), exact_point(period) if not period.names else None
    on = (Interval(*ends, (True, False)),)
    made: dict[str, Curve] = {}
    for factor, roles in listed:
        if plane.name not in plane.names(factor):
            yield Curve(plane, factor, roles, letters, on)
            continue
        parts = list(waves.halved(factor))
        for part, tree in parts:
            whole = factor if len(parts) == 1 else None
            p = plane.field.ring.one if part is None else part
            curve = Curve(plane, p, roles, letters, on, Wave(tree, whole, period))
            # sin(x) and cos(x) - 1 are both t, and one of them is 0 in the middle too.
            key = f"{p} {tree}" if part is not None else "middle"
            known = made.get(key)
            made[key] = curve if known is None else replace(known, roles=known.roles | roles)
    yield from made.values()
