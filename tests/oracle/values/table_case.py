"""A table to be judged: the function, the claims, and where they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

import mpmath
from mpmath import mp

from oracle.ask import Question
from oracle.values.evaluate import Real, Unknown
from oracle.values.function import Function, Range
from oracle.values.reading import Exact, tree

WINDOW = 12


@dataclass(frozen=True)
class Table:
    """An answer of `table`, or of `critical` in one variable, with what it was asked."""

    question: Question
    answer: dict[str, Any]
    random: Random

    @property
    def result(self) -> dict[str, Any]:
        found: dict[str, Any] = self.answer["result"]
        return found

    @cached_property
    def name(self) -> str:
        return str(self.answer["question"]["wrt"][0])

    @cached_property
    def f(self) -> Function:
        asked = self.answer["question"]["domain"].get(self.name)
        domain = Range.typed(asked) if asked else None
        return Function(tree(self.answer["question"]["expr"]), self.name, domain)

    @property
    def is_complete(self) -> bool:
        return self.answer["status"] == "complete" and not self.answer["completeness"]["scope"]

    @cached_property
    def period(self) -> Exact | None:
        found = self.result.get("period")
        return Exact(found) if found else None

    @cached_property
    def pieces(self) -> list[Range] | None:
        """The pieces of the domain; None where they are not told."""
        found = self.result.get("domain", {}).get("intervals")
        return None if found is None else [Range.of(each) for each in found]

    @cached_property
    def window(self) -> tuple[Real, Real]:
        """Outside of it nothing is claimed."""
        scope = (self.answer["completeness"]["scope"] or {}).get(self.name)
        if scope:
            return Range.typed(scope).ends(60)
        if self.period is None and self.result["families"] and self.result.get("intervals"):
            stretches = self.result["intervals"]
            return Exact(stretches[0]["start"]).at(60), Exact(stretches[-1]["end"]).at(60)
        return -mpmath.inf, mpmath.inf

    def places(self, count: int, *, everywhere: bool = False, near: bool = True) -> Iterator[Real]:
        """Most of them near 0, others `near` ends and points; outside the window on demand."""
        low, high = (-mpmath.inf, mpmath.inf) if everywhere else self.window
        with mp.workdps(60):
            found = [mp.mpf(self.random.uniform(-WINDOW, WINDOW)) for _ in range(count)]
            far = [mp.mpf(10) ** self.random.uniform(-6, 6) for _ in range(9)]
            found += [self.random.choice((-1, 1)) * x for x in far]
            found += [mp.mpf(k) + self.random.uniform(-1e-3, 1e-3) for k in range(-9, 10)]
            for centre in self._marks if near else ():
                steps = [mp.mpf("0.83") * mp.mpf(10) ** -k for k in (1, 3, 9, 20)]
                found += [centre + side * step for step in steps for side in (1, -1)]
        yield from (x for x in found if low < x < high)

    @cached_property
    def _marks(self) -> list[Real]:
        marks = [end for each in self.pieces or [] for end in (each.start, each.end)]
        marks += [Exact(point["x"]) for point in self.result["points"] if "x" in point]
        with mp.workdps(60):
            return [mark.at(60) for mark in marks if not mark.infinite and not mark.is_rounded]

    def covers(self, x: Real, digits: int) -> bool:
        """Whether the claimed domain, with its repetitions, holds x."""
        return any(self._in(each, x, digits) for each in self.pieces or [])

    def _goes_on(self, shift: Real) -> bool:
        """Whether what is listed is repeated there: not beyond an end that was asked for."""
        asked = self.f.domain
        if asked is None:
            return True
        return (asked.start.infinite or shift >= 0) and (asked.end.infinite or shift <= 0)

    def _in(self, piece: Range, x: Real, digits: int) -> bool:
        with mp.workdps(digits):
            start, end = piece.ends(digits)
            noise = mp.mpf(10) ** (-(digits * 7) // 10) * (1 + abs(x))
            shifts = [mp.zero]
            if self.period is not None and mp.isfinite(start):
                turn = self.period.at(digits)
                first = mp.floor((x - start) / turn)
                shifts = [(first + k) * turn for k in (-1, 0, 1)]
                shifts = [shift for shift in shifts if self._goes_on(shift)]
            for shift in shifts:
                low, high = x - shift - start, end - (x - shift)
                at_low, at_high = abs(low) <= noise, abs(high) <= noise
                if at_low or at_high:
                    if (not at_low or piece.closed[0]) and (not at_high or piece.closed[1]):
                        return True
                elif low > 0 and high > 0:
                    return True
            return False


def defined(f: Function, x: Exact | Real) -> bool | None:
    """Whether f has a value there; asked twice, None when the answers differ."""
    said = set()
    for digits in (90, 240):
        try:
            said.add(f.is_defined(x.at(digits) if isinstance(x, Exact) else x, digits))
        except Unknown:
            return None
    return said.pop() if len(said) == 1 else None
