"""Functions like psi far out, where they lie between two simpler ones; the rest is bounded."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found
from calctool.algebra.roots.functions.analytic import Analytic
from calctool.algebra.roots.points.point import rational_point
from calctool.algebra.roots.records import Interval
from calctool.algebra.roots.waves.enveloped import enveloped, free_beyond
from calctool.algebra.roots.waves.tails import sign_beyond


def by_envelope(search: Effort, p: Analytic, piece: Interval) -> Found | None:
    """All zeros on an interval without end to the right; None for other functions and intervals."""
    calls = enveloped(p.tree, p.name)
    if not calls or piece.start is None or piece.end is not None:
        return None
    sign = partial(sign_beyond, search)
    place = free_beyond(p.tree, p.name, calls, piece.start.high, sign)
    if place <= piece.start.low:
        return Found(methods=("enveloped",))
    rest = Interval(piece.start, rational_point(place + 1))
    found = search.deeper().zeros(p.tree, rest)
    if found.state != "complete":
        raise Undecided
    return replace(found, methods=tuple(dict.fromkeys((*found.methods, "enveloped"))))
