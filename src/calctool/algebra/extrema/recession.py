"""Whether a sum of convex terms falls for ever in some direction, by exact linear programmes.

Far out along d a convex function grows by its recession function. Where that is negative for a d,
there is no lower bound. Where it is positive except in directions along which f is constant, f has
a least value (Rockafellar 1970, theorem 27.1). Else f falls along d to the limit f_d, which lacks
some terms, and inf f = inf f_d, since f(x + t*d) decreases to f_d(x) for each x.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from calctool.algebra.extrema.affine_forms import Form
from calctool.algebra.extrema.curvature import Atom
from calctool.algebra.extrema.simplex import least


class Recession(Struct, frozen=True):
    """`falls`: without bound along `direction`. `least`: a least value exists; f is constant along
    `direction`, if there is one. `tends`: along it some exponentials vanish: `gone` has the
    numbers of the atoms and of the rows in each."""

    kind: Literal["falls", "least", "tends"]
    direction: Form = ()
    gone: tuple[tuple[int, tuple[int, ...]], ...] = ()


_BY_BOUND = ("abs", "max", "log-sum-exp")


def recession(parts: Sequence[Atom], count: int) -> Recession | None:
    """None where norms stand beside terms that may fall, or sizes are not rational."""
    if any(atom.kind == "norm" for atom in parts) and any(
        atom.kind in ("affine", "max", "log-sum-exp", "barrier") for atom in parts
    ):
        return None
    if any(atom.size is None for atom in parts if atom.kind in _BY_BOUND):
        return None
    made = _Programme(parts, count)
    lowest = least(made.goal, made.rows, made.limits)
    if lowest is None:
        return None
    if lowest.value < 0:
        return Recession("falls", lowest.at[:count])
    return made.drops() or Recession("least", made.constancy())


class _Programme:
    """In d, |d_i| <= 1, a bound z for each |l|, max and log-sum-exp, and a gap s for each term that
    may vanish."""

    def __init__(self, parts: Sequence[Atom], count: int) -> None:
        self.parts, self.count = parts, count
        self.bounds = [i for i, atom in enumerate(parts) if atom.kind in _BY_BOUND]
        self.gaps = [
            (i, k)
            for i, atom in enumerate(parts)
            for k in range(len(atom.rows))
            if atom.kind in ("exp", "max", "log-sum-exp", "barrier")
        ]
        self.size = count + len(self.bounds) + len(self.gaps)
        self.rows: list[list[Fraction]] = []
        self.limits: list[Fraction] = []
        self.goal = [Fraction(0)] * self.size
        for index in range(count):
            for sign in (1, -1):
                self._add(self._line({index: Fraction(sign)}), Fraction(1))
        for number, atom in enumerate(parts):
            self._state(number, atom)

    def _line(self, entries: dict[int, Fraction]) -> list[Fraction]:
        return [entries.get(j, Fraction(0)) for j in range(self.size)]

    def _add(self, row: list[Fraction], limit: Fraction = Fraction(0)) -> None:
        self.rows.append(row)
        self.limits.append(limit)

    def _wide(self, row: Form, sign: int = 1) -> list[Fraction]:
        return [sign * c for c in row] + [Fraction(0)] * (self.size - self.count)

    def _state(self, number: int, atom: Atom) -> None:
        match atom.kind:
            case "affine":
                self.goal = [
                    a + b for a, b in zip(self.goal, self._wide(atom.rows[0]), strict=True)
                ]
            case "exp":
                self._add(self._wide(atom.rows[0]))
            case "barrier":
                self._add(self._wide(atom.rows[0], -1))
            case "even" | "norm" | "entropy":
                for row in atom.rows:
                    self._add(self._wide(row))
                    self._add(self._wide(row, -1))
            case _:
                self._bounded(number, atom)

    def _bounded(self, number: int, atom: Atom) -> None:
        z = self.count + self.bounds.index(number)
        self.goal[z] += atom.size or 0
        rows = [*atom.rows]
        if atom.kind == "abs":
            rows.append(tuple(-c for c in atom.rows[0]))
        for row in rows:
            line = self._wide(row)
            line[z] -= 1
            self._add(line)

    def _level(self) -> tuple[list[list[Fraction]], list[Fraction]]:
        """The directions in which the recession function is at most 0."""
        return [*self.rows, self.goal], [*self.limits, Fraction(0)]

    def drops(self) -> Recession | None:
        """A direction in which as many terms as possible fall."""
        rows, limits = self._level()
        aim = [Fraction(0)] * self.size
        for place, (number, k) in enumerate(self.gaps, self.count + len(self.bounds)):
            aim[place] = Fraction(-1)
            line = [-c for c in self._gap(number, k)]
            line[place] += 1
            rows.append(line)
            limits.append(Fraction(0))
            rows.append(self._line({place: Fraction(1)}))
            limits.append(Fraction(1))
        found = least(aim, rows, limits)
        if found is None or found.value == 0:
            return None
        gone: dict[int, list[int]] = {}
        for place, (number, k) in enumerate(self.gaps, self.count + len(self.bounds)):
            if found.at[place] > 0:
                gone.setdefault(number, []).append(k)
        listed = tuple((number, tuple(ks)) for number, ks in gone.items())
        return Recession("tends", found.at[: self.count], listed)

    def _gap(self, number: int, k: int) -> list[Fraction]:
        """How fast row k of the atom falls behind."""
        atom = self.parts[number]
        if atom.kind == "barrier":
            return self._wide(atom.rows[k])
        line = self._wide(atom.rows[k], -1)
        if atom.kind != "exp":
            line[self.count + self.bounds.index(number)] += 1
        return line

    def constancy(self) -> Form:
        """A direction in which f is constant; empty where there is none."""
        rows, limits = self._level()
        for index in range(self.count):
            found = least(self._line({index: Fraction(-1)}), rows, limits)
            if found is not None and found.value < 0:
                return found.at[: self.count]
        return ()
