"""The exact range of a polynomial in two variables, by projection on its values.

Claim. Let S(c, x) be the product of the different factors of lc_y(f)*disc_y(f - c), and B the
product of the factors of S without x, the leading coefficients in x, the discriminants and the
resultants of the others. No end of the range J of f lies in an open interval I without roots of B.
Proof. f - c is irreducible (linear in c), so disc_y is not 0. Over I the real zeros x_1 < … < x_k
of S(c, .) are continuous, and over each connected sector between them so are the real zeros y of
f(x, y) - c: a sector has such zeros for all c in I or for none. J is an interval, since R² is
connected. If J has inner points in I, take a regular value c of f there (Sard): {f = c} is a
smooth curve and meets some sector, for it cannot consist of lines x = x_i: only finitely many
lines are contained in a level set unless f depends on x alone, and that case is projected at once.
So that sector has points of {f = c} for all c in I: I lies in J. If J has no inner point in I, but
a point, J is that point and f is constant. Hence no end of J is in I, and one rational sample of c
in I with one rational x in each sector decides whether I lies in J.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import lcm
from typing import Any

from flint import fmpz_mpoly_ctx, fmpz_poly
from msgspec import Struct

from calctool import budget
from calctool.algebra.algebraic import Algebraic, ascending, real_roots
from calctool.algebra.extrema.polynomials import Polynomial, Powers, fractions, polynomial
from calctool.algebra.extrema.samples import between
from calctool.algebra.factoring import factored
from calctool.notation.tree import Tree

C, X, Y = "c", "x", "y"


class ValueRange(Struct, frozen=True):
    """The ends of the set of values; None is infinity. An end may or may not be a value."""

    low: Algebraic | None
    high: Algebraic | None


@lru_cache(maxsize=64)
def value_range(f: Tree, names: tuple[str, str]) -> ValueRange | None:
    """None where f is no polynomial over Q in both names, constant, or too large."""
    p = polynomial(f, names)
    if p is None or p.is_constant():
        return None
    level = _level(p)
    limits = _projected(level)
    if limits is None:
        return None
    ends = ascending({root for q in limits for root, _ in real_roots(_in_one(q, 0))})
    samples = list(between(ends))
    low = next((i for i, c in enumerate(samples) if _is_value(level, c)), None)
    high = next((i for i, c in reversed([*enumerate(samples)]) if _is_value(level, c)), None)
    if low is None or high is None:
        return None
    return ValueRange(ends[low - 1] if low else None, ends[high] if high < len(ends) else None)


def _level(p: Polynomial) -> Any:
    """f - c without denominators, y being the variable of lower degree, if there are two."""
    terms = fractions(p)
    across, up = (max(m[k] for m in terms) for k in (0, 1))
    order = (1, 0) if across < up else (0, 1)
    bottom = lcm(*(value.denominator for value in terms.values()))
    listed: dict[Powers, int] = {
        (0, m[order[0]], m[order[1]]): int(value * bottom) for m, value in terms.items()
    }
    level = fmpz_mpoly_ctx.get([C, X, Y], "lex").from_dict(listed)
    return level - bottom * level.context().gens()[0]


def _projected(level: Any) -> list[Any] | None:
    """The factors of B."""
    degree = level.degrees()[2]
    first = [level] if not degree else [_leading(level, 2, degree), *_discriminant(level, 2)]
    found = {str(factor): factor for q in first if q for factor, _ in factored(q)[1]}
    factors = list(found.values())
    moving = [q for q in factors if q.degrees()[1]]
    if any(len(q) * q.degrees()[1] > budget.PROJECTION_SIZE for q in moving):
        return None
    made = [q for q in factors if not q.degrees()[1]]
    for q in moving:
        made += [_leading(q, 1, q.degrees()[1]), *_discriminant(q, 1)]
    made += [a.resultant(b, X) for a, b in combinations(moving, 2)]
    return [q for q in made if q and not q.is_constant()]


def _leading(q: Any, index: int, degree: int) -> Any:
    kept = {
        tuple(n if k != index else 0 for k, n in enumerate(m)): c
        for m, c in q.to_dict().items()
        if m[index] == degree
    }
    return q.context().from_dict(kept)


def _discriminant(q: Any, index: int) -> list[Any]:
    return [q.discriminant((C, X, Y)[index])] if q.degrees()[index] > 1 else []


def _in_one(q: Any, index: int) -> fmpz_poly:
    listed = [0] * (q.degrees()[index] + 1)
    for m, c in q.to_dict().items():
        listed[m[index]] += int(c)
    return fmpz_poly(listed)


def _is_value(level: Any, value: Fraction) -> bool:
    """Whether f has this value, which is no root of B: one x in each sector is enough."""
    at = _at(level, 0, value)
    degree = at.degrees()[2]
    if not degree:
        return bool(real_roots(_in_one(at, 1)))
    first = [_leading(at, 2, degree), *_discriminant(at, 2)]
    walls = ascending({root for q in first for root, _ in real_roots(_in_one(q, 1))})
    return any(real_roots(_in_one(_at(at, 1, x), 2)) for x in between(walls))


def _at(q: Any, index: int, value: Fraction) -> Any:
    """A positive multiple of q with a rational number put in."""
    degree = q.degrees()[index]
    p, d = value.numerator, value.denominator
    made: dict[tuple[int, ...], int] = {}
    for m, c in q.to_dict().items():
        rest = tuple(0 if k == index else n for k, n in enumerate(m))
        made[rest] = made.get(rest, 0) + int(c) * p ** m[index] * d ** (degree - m[index])
    return q.context().from_dict(made)
