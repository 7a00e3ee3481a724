"""Solutions of square systems as floats: Newton's method from many starts, which proves nothing."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import isfinite
from random import Random

from calctool.algebra.ball import Lack, Program
from calctool.algebra.solutions import Root
from calctool.notation.tree import Tree

BITS = 64
STEPS = 25


def found(
    equations: Sequence[Tree], names: Sequence[str], size: float, starts: int = 30, seed: int = 0
) -> list[dict[str, float]]:
    """Regular solutions, each once, that the starts in [-size, size] lead to."""
    random = Random(seed)  # noqa: S311
    program = Program(tuple(equations))
    kept: list[dict[str, float]] = []
    for _ in range(starts):
        at = _improved(program, {name: random.uniform(-size, size) for name in names})
        if at is not None and not any(near(at, other) for other in kept):
            kept.append(at)
    return kept


def near(a: Mapping[str, float], b: Mapping[str, float], distance: float = 1e-6) -> bool:
    return all(abs(a[name] - b[name]) <= distance * (1 + abs(a[name])) for name in a)


def numbers(root: Root) -> dict[str, float]:
    place = root.place
    return {name: float(sum(place.coordinate(name).bounds(60)) / 2) for name in place.names}


def _improved(program: Program, at: dict[str, float]) -> dict[str, float] | None:
    for _ in range(STEPS):
        columns = list(_columns(program, at))
        if len(columns) < len(at):
            return None
        values = [column[0] for column in columns[0]]
        step = _solved([[pair[1] for pair in column] for column in columns], values)
        if step is None:
            return None
        at = {name: at[name] - d for name, d in zip(at, step, strict=True)}
        if not max(map(abs, at.values())) <= 1e6:
            return None
        if max(map(abs, step)) < 1e-13 * (1 + max(map(abs, at.values()))):
            return at if max(map(abs, values)) < 1e-9 else None
    return None


def _columns(program: Program, at: Mapping[str, float]) -> Iterator[list[tuple[float, float]]]:
    """Values and derivatives of all equations, for each name; short where there are none."""
    exact = {name: Fraction(value) for name, value in at.items()}
    for name in at:
        jets = program.taylor(exact, name, 1, bits=BITS)
        known = [jet for jet in jets if not isinstance(jet, Lack)]
        if len(known) < len(jets):
            return
        column = [(float(value.mid()), float(slope.mid())) for value, slope in known]
        if not all(isfinite(number) for pair in column for number in pair):
            return
        yield column


def _solved(columns: list[list[float]], values: list[float]) -> list[float] | None:
    """Gaussian elimination with pivots."""
    size = len(values)
    rows = [[columns[j][i] for j in range(size)] + [values[i]] for i in range(size)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        if abs(rows[pivot][i]) < 1e-7:
            return None
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(size):
            if k != i:
                times = rows[k][i] / rows[i][i]
                rows[k] = [a - times * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]
