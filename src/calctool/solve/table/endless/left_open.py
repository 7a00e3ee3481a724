"""Why critical points outside a window are not described, where there are waves."""

from __future__ import annotations

from collections.abc import Iterable

from calctool.algebra.roots.waves.circles import as_phase, as_quotients, has_waves, on_circles
from calctool.notation.quoted import quoted
from calctool.notation.tree import Tree
from calctool.solve.attempts import tried
from calctool.words import Words
from calctool.words import table as words


def why_open(slopes: Iterable[Tree], name: str) -> Words | None:
    """By the formulas of f' of which not all zeros are known; None where they have no waves."""
    listed = tuple(slopes)
    waving = any(has_waves(as_quotients(each), name) for each in listed)
    return why_apart(listed, name) or (words.WAVES_BALANCE if waving else None)


def why_apart(slopes: Iterable[Tree], name: str) -> Words | None:
    """Where there are waves, and not those of one phase alone."""
    waving = [each for each in slopes if has_waves(as_quotients(each), name)]
    if not waving:
        return None
    found = tried(None, on_circles, waving[0], name)
    if found is None:
        return words.WAVES_WITHIN
    phases = ", ".join(quoted(as_phase(each, name)) for each in found.phases)
    return words.WAVES_APART.filled(phases=phases) if len(found.phases) > 1 else None
