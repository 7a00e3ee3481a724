"""What was probably meant by a text that cannot be read: rewritten, and read before offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from msgspec import Struct

from calctool import budget
from calctool.notation.meant import places, signs
from calctool.notation.problem import Problem

_LONGEST = 1000
"""Characters of a text that is worth rewriting: nobody types a longer one by hand."""
_STEPS = 8
"""Faults of one text that are mended one after the other."""
_ATTEMPTS = 24
"""Texts that are read, at most, before nothing is offered."""
_MOST = 2
"""Readings that are offered."""

Attempt = Callable[[str], object]


class Meant(Struct, frozen=True):
    """Texts that can be read, the likeliest first; `sure` when nothing else can have been meant."""

    texts: tuple[str, ...]
    sure: bool


class _GivenUp(Exception):  # noqa: N818 (never leaves this file)
    pass


def meant(text: str, problem: Problem, attempt: Attempt) -> Meant | None:
    """What to type instead; None when no rewriting can be read by `attempt`."""
    if problem.id.startswith(("limit.", "value.")) or _is_long(text):
        return None
    found: dict[str, bool] = {}
    tried = 0

    def counted(new: str) -> None:
        nonlocal tried
        tried += 1
        if tried > _ATTEMPTS:
            raise _GivenUp
        attempt(new)

    with suppress(_GivenUp):
        for reading, sure in _readings(text, problem, counted, _STEPS):
            found.setdefault(reading, sure)
            if len(found) == _MOST:
                break
    if not found:
        return None
    return Meant(tuple(found), len(found) == 1 and all(found.values()))


def _is_long(text: str) -> bool:
    """Whether rewriting would be work: it goes into brackets and branches by recursion."""
    counted = (text.count(part) for part in ("(", "[", "{", "?", "else"))
    return len(text) > _LONGEST or max(counted) > budget.NESTING


def _readings(
    text: str, problem: Problem, attempt: Attempt, steps: int
) -> Iterator[tuple[str, bool]]:
    if not steps:
        return
    texts, sure = _mended(text, problem)
    left = 0 if problem.id in places.ALONE else steps - 1
    for new in texts[:_MOST]:
        try:
            attempt(new)
        except Problem as next_problem:
            for reading, also_sure in _readings(new, next_problem, attempt, left):
                yield reading, sure and also_sure
        else:
            yield new, sure


def _mended(text: str, problem: Problem) -> tuple[list[str], bool]:
    """One step nearer to what can be read: the texts that it may become."""
    for rewrite, sure in signs.REWRITINGS if problem.id not in places.ALONE else ():
        found = [new for new in rewrite(text) if new != text]
        if found:
            return found, sure
    mend = places.MENDINGS.get(problem.id)
    if mend is None or problem.span is None or problem.source not in ("", text):
        return [], False
    return [new for new in mend(text, problem) if new != text], False
