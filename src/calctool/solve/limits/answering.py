"""The derivative from its definition, each line checked, and the whole
compared with the rules."""

from __future__ import annotations

import time
from collections.abc import Iterator

from msgspec.structs import replace

from calctool.algebra.domain.conditions import impossible
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.solve.limits.everywhere import everywhere
from calctool.solve.limits.point import at_one_point
from calctool.solve.limits.record import LimitDefAnswer, LimitDefQuestion
from calctool.solve.limits.sketch import sketch
from calctool.solve.validity.natural import natural_domain


def answer(question: LimitDefQuestion) -> Iterator[LimitDefAnswer]:
    """The final answer; no part of it is finished earlier."""
    started = time.perf_counter()
    domain = natural_domain(question.statement)
    if never := impossible(domain):
        raise Problem("question.defined-nowhere", condition=plain(never))
    point = question.point
    found = everywhere(question) if point is None else at_one_point(question, point)
    if question.drawn:
        found = replace(found, sketch=sketch(found))
    seconds = time.perf_counter() - started
    yield replace(found, conditions=domain, notes=question.notes, seconds=seconds)
