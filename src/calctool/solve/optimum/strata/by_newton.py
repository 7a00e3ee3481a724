"""Candidates found by Newton's method where no complete method reaches: that there are no others is
never said."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.boxes.from_starts import Starts
from calctool.algebra.boxes.place import is_same_point
from calctool.algebra.boxes.written import as_system, enclosures
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Move, Solutions
from calctool.notation.tree import Name
from calctool.solve.stationary.manifold import Manifold
from calctool.words.proofs import boxes as words

_UNUSED = tuple(f"l_{n}" for n in range(budget.EXPRESSION_NAMES + 1))


def with_found(manifold: Manifold, known: Solutions) -> Solutions:
    """The same with the candidates that Newton's method finds; nothing becomes complete by them."""
    search = _with_multipliers(manifold)
    others = [root for root in search.roots() if not _is_among(root.place, known)]
    if not others:
        return known
    said = words.BY_NEWTON.filled(count=len(others))
    move = Move("certified-boxes", as_system(manifold.equations), enclosures(others), None)
    return replace(
        known,
        roots=(*known.roots, *others),
        missing=tuple(dict.fromkeys((*known.missing, said))),
        moves=(*known.moves, move),
    )


def place_near(manifold: Manifold, at: Sequence[float]) -> Place | None:
    """The candidate to which steps from there lead, if it is proved to be one."""
    return _with_multipliers(manifold).place_near(at)


def _is_among(place: Place, known: Solutions) -> bool:
    """Whether it may be one that is listed already."""
    return any(is_same_point(place, root.place) is not False for root in known.roots)


def _with_multipliers(manifold: Manifold) -> Starts:
    """The equations of Lagrange with a letter for each multiplier: as many as unknowns."""
    count = len(manifold.constraints)
    letters = [name for name in _UNUSED if name not in manifold.names][:count]
    lines = [
        added((slope, *(
            negated(multiplied((Name(letter), row[i])))
            for letter, row in zip(letters, manifold.jacobian, strict=True)
        )))
        for i, slope in enumerate(manifold.slopes)
    ]  # fmt: skip
    return Starts(lines, manifold.constraints, manifold.names, letters, manifold.equations)
