"""A sum whose terms all have one sign, each by the signs of its factors: psi^2 + psi' > 0."""

from __future__ import annotations

from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found
from calctool.algebra.roots.functions.analytic import Analytic, written
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.points.point import inside
from calctool.algebra.roots.records import Interval


def by_one_sign(search: Effort, p: Analytic, piece: Interval) -> Found | None:
    """That there is no zero on the interval: no two terms have different signs, and one of them
    is nowhere 0; None where that is not known."""
    if len(p.moving) < 2:
        return None
    signs: dict[int, int | None] = {}
    total, strict = 0, False
    for powers, coefficient in p.terms():
        sign, has_zeros = (1 if coefficient > 0 else -1), False
        for index, power in enumerate(powers):
            if not power:
                continue
            if index not in signs:
                signs[index] = _sign(search, p, index, piece)
            own = signs[index]
            if own is None and power % 2:
                return None
            has_zeros = has_zeros or own is None
            sign *= 1 if power % 2 == 0 or own is None else own
        if total and sign != total:
            return None
        total, strict = sign, strict or not has_zeros
    return Found(methods=("one-sign",)) if strict else None


def _sign(search: Effort, p: Analytic, index: int, piece: Interval) -> int | None:
    """Of one generator all over the interval; None where it may have zeros."""
    tree = written(p, p.field.ring.generator(index))
    try:
        if p.moves(index) and search.exactly().zeros(tree, piece).all_points():
            return None
        sign = curve(tree, p.name).at(inside(piece.start, piece.end))
    except (Undecided, Undefined):
        return None
    return sign or None
