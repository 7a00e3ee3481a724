"""The signs of the minors at a point with letters, by the signs of the eigenvalues."""

from __future__ import annotations

from calctool.solve.candidates import CandidatePoint


def signs(point: CandidatePoint, border: int) -> tuple[int, ...]:
    """Those of its minors, which follow from the numbers of positive and negative eigenvalues;
    0 where nothing follows."""
    inertia = point.test.inertia
    assert inertia is not None  # noqa: S101 (the minors are there)
    negative = inertia[1]
    if border:
        return ((-1) ** (negative + border),)
    count = len(point.test.minors)
    if not negative:
        return (1,) * count
    if not inertia[0]:
        return tuple((-1) ** (k + 1) for k in range(count))
    return (*(0,) * (count - 1), (-1) ** negative)
