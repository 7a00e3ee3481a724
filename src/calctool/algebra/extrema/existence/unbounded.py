"""Curves along which a function grows or falls beyond all bounds, proved by their leading term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, product
from math import lcm, prod

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, multiplied, raised
from calctool.algebra.clean import clean
from calctool.algebra.extrema.polynomials import Powers, fractions, polynomial
from calctool.algebra.germ.expansion import Expansion, constant_value
from calctool.algebra.germ.limit import limit_of
from calctool.algebra.real.ring import NOTHING, Undecided, Undefined
from calctool.algebra.tidy.collect import collected
from calctool.notation.tree import TWO, Call, Constant, Name, Negative, Quotient, Tree, number
from calctool.notation.walk import substitute, transform, walk

PARAMETER = "t"
Path = tuple[int, int]
"""c and a of c*t^a."""

PATHS: tuple[Path, ...] = (
    (0, 0), (1, 1), (-1, 1), (1, 0), (-1, 0), (1, 2), (-1, 2), (2, 1), (-2, 1), (2, 0), (-2, 0),
    (1, 3), (-1, 3), (1, -1), (-1, -1), (1, -2), (-1, -2), (2, -1), (-2, -1),
)  # fmt: skip
"""The simplest first."""

_PI = Constant("pi")
ANGLES: tuple[Tree, ...] = (_PI, Quotient(_PI, TWO), Negative(Quotient(_PI, TWO)))
_TURNING = ("sin", "cos")


class Curve(Struct, frozen=True):
    """Coordinates in t and f there; f tends to infinity with this sign as t -> oo."""

    points: tuple[tuple[str, Tree], ...]
    parameter: str
    value: Tree
    sign: int


def unbounded_along(f: Tree, names: Sequence[str], sign: int) -> Curve | None:
    """A curve inside the domain of f on which f -> oo (sign 1) or f -> -oo (sign -1)."""
    p = polynomial(f, names)
    if p is not None:
        return _of_polynomial(fractions(p), names, sign)
    return _of_expansion(f, names, sign) or _at_angles(f, names, sign)


def _paths(count: int, most: int) -> Iterator[tuple[Path, ...]]:
    """Paths for all coordinates that go somewhere, those with simple parts first."""
    ranks = range(len(PATHS))
    for reach in range(1, len(PATHS) + 1):
        fresh = (chosen for chosen in product(ranks[:reach], repeat=count) if reach - 1 in chosen)
        for chosen in islice(fresh, most):
            if any(PATHS[rank][1] for rank in chosen):
                yield tuple(PATHS[rank] for rank in chosen)


def _of_polynomial(terms: dict[Powers, Fraction], names: Sequence[str], sign: int) -> Curve | None:
    bottom = lcm(*(c.denominator for c in terms.values()))
    whole = {powers: int(c * bottom) for powers, c in terms.items()}
    for paths in islice(_paths(len(names), budget.CURVES), budget.CURVES):
        along: dict[int, int] = {}
        for powers, coefficient in whole.items():
            exponent = sum(path[1] * n for path, n in zip(paths, powers, strict=True))
            scale = prod(path[0] ** n for path, n in zip(paths, powers, strict=True) if n)
            along[exponent] = along.get(exponent, 0) + coefficient * scale
        leading = max((n for n, c in along.items() if c), default=0)
        if leading > 0 and along[leading] * sign > 0:
            listed = sorted(along.items(), reverse=True)
            value = added(_monomial(Fraction(c, bottom), n) for n, c in listed)
            return Curve(_coordinates(paths, names), PARAMETER, value, sign)
    return None


def _monomial(coefficient: Fraction | int, exponent: int) -> Tree:
    return multiplied((number(coefficient), raised(Name(PARAMETER), number(exponent))))


def _coordinates(paths: Sequence[Path], names: Sequence[str]) -> tuple[tuple[str, Tree], ...]:
    return tuple((name, _monomial(c, a)) for name, (c, a) in zip(names, paths, strict=True))


def _of_expansion(f: Tree, names: Sequence[str], sign: int) -> Curve | None:
    """By the limit of the expansion in 1/t; what cannot be expanded is passed over."""
    for paths in islice(_paths(len(names), budget.CURVES), budget.CURVE_LIMITS):
        points = _coordinates(paths, names)
        inverted = substitute(f, dict(_coordinates([(c, -a) for c, a in paths], names)))
        try:
            found = limit_of(Expansion(PARAMETER, NOTHING, 1, 4).of(inverted))
        except (Undecided, Undefined):
            continue
        if found.kind == "infinite" and found.sign == sign:
            return Curve(points, PARAMETER, _tidied(substitute(f, dict(points))), sign)
    return None


def _at_angles(f: Tree, names: Sequence[str], sign: int) -> Curve | None:
    """With the names inside sin and cos at angles where these are 0, 1 or -1."""
    inside = {name for call in _circular(f) for name in call.names}
    turning = [name for name in names if name in inside]
    others = [name for name in names if name not in inside]
    if not turning or not others:
        return None
    for angles in islice(product(ANGLES, repeat=len(turning)), budget.CURVE_ANGLES):
        fixed = dict(zip(turning, angles, strict=True))
        found = _of_expansion(substitute(f, fixed), others, sign)
        if found is not None:
            points = fixed | dict(found.points)
            listed = tuple((name, points[name]) for name in names)
            return Curve(listed, PARAMETER, _tidied(substitute(f, points)), sign)
    return None


def _circular(tree: Tree) -> Iterator[Tree]:
    return (each for each in walk(tree) if isinstance(each, Call) and each.function in _TURNING)


def _tidied(tree: Tree) -> Tree:
    """With its constant parts worked out where they are rational."""

    def change(at: Tree) -> Tree | None:
        if at.names:
            return None
        try:
            value = constant_value(at).rational
        except (Undecided, Undefined):
            value = None
        return at if value is None else number(value)

    return collected(clean(transform(clean(tree), change)))
