"""Not bounded on a line parallel to an axis: the limit at its end is infinite."""

from __future__ import annotations

from itertools import islice, product

from calctool import budget
from calctool.algebra.build import negated
from calctool.notation.tree import ONE, TWO, ZERO, Name, Negative, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.line import BOTTOM, TOP
from calctool.solve.exact.order import order
from calctool.solve.exact.values import exact_value
from calctool.solve.optimum.arguments.one_variable import PARAMETER, tends
from calctool.solve.optimum.arguments.protocol import LINE, Bound, Task, Turn, put
from calctool.solve.optimum.arguments.sides import is_inside
from calctool.solve.stationary.short import short
from calctool.verify.optimum.stated import Tends
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS

SAMPLES = (ONE, ZERO, negated(ONE), TWO)
"""Values of the other names at which one of them is looked at."""


def falling(task: Task, name: str, turn: Turn, upward: Tree) -> Bound | None:
    """-oo in this name alone, where its leading coefficient has the other sign at some point."""
    if task.side(name) != LINE:
        return None
    others = [each for each in task.names if each != name]
    for chosen in islice(product(SAMPLES, repeat=len(others)), budget.LADDER_SAMPLES):
        values = dict(zip(others, chosen, strict=True))
        if not all(is_inside(task.side(each), value) for each, value in values.items()):
            continue
        if order(exact_value(substitute(upward, values))) == -1:
            found = unbounded(task, turn, values)
            if found is not None:
                return found
    return None


def unbounded(task: Task, turn: Turn, values: dict[str, Tree]) -> Bound | None:
    """f along a coordinate line, if its limit at an end is infinite on the wanted side."""
    value = BOTTOM if turn < 0 else TOP
    for way in (Name(PARAMETER), Negative(Name(PARAMETER))):
        curve = {each: values.get(each, way) for each in task.names}
        if tends(task.f, curve, value):
            return along(task, turn, curve)
    return None


def along(task: Task, turn: Turn, curve: dict[str, Tree]) -> Bound:
    """Not bounded, as this curve shows."""
    on_it, value = short(substitute(task.f, curve)), BOTTOM if turn < 0 else TOP
    points = tuple(Relation(Name(each), "=", tree) for each, tree in curve.items())
    line = ProofLine(
        "along-curve", (*points, Relation(task.f, "=", on_it)), words.ALONG[turn], sort="put",
        tends=Tends(task.f, tuple(curve.items()), value.expr, PARAMETER),
    )  # fmt: skip
    reason = ARGUMENTS["unbounded-along-curve"]
    return Bound(value, False, "unbounded-along-curve", reason, (line,), (), put(curve, PARAMETER))
