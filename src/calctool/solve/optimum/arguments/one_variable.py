"""One variable: what the variation table says."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, divided, negated
from calctool.algebra.germ.expansion import Expansion
from calctool.algebra.germ.limit import limit_of
from calctool.algebra.real.ring import NOTHING, Undecided, Undefined
from calctool.algebra.unsettled import Unsettled
from calctool.notation.problem import Problem
from calctool.notation.quoted import quoted
from calctool.notation.tree import INFINITY, ONE, Name, Negative, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.line import constant, is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.protocol import LINE, Ask, Bound, Task, Turn, claim, put
from calctool.solve.question import Stretch
from calctool.solve.variation import Extreme
from calctool.words.extrema.ladder import values as words

PARAMETER = "t"


def one_variable(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001 (the base)
    """By the table of f, its values at its points and its limits at its ends."""
    if len(task.names) != 1 or task.relations or task.f.names != {*task.names}:
        return None
    (name,) = task.names
    found = extreme(task.f, name, task.side(name), turn)
    if found is None or found.value is None:
        return None
    at = tuple(((name, place),) for place in found.at)
    toward = None if found.attained else _toward(task.f, name, task.side(name), found)
    says = claim(task.f, turn, found.value, found.attained)
    why = words.TABLE.filled(f=quoted(task.f)) if found.attained else words.TABLE_LIMIT
    if not found.attained and found.toward is not None:
        facts = {"f": quoted(task.f), "name": quoted(Name(name)), "to": quoted(found.toward.expr)}
        why = words.TABLE_LIMIT.filled(**facts, value=quoted(found.value.expr))
    line = ProofLine("table", says, why)
    curve = None if toward is None else put({name: toward}, PARAMETER)
    return Bound(found.value, found.attained, "one-variable", found.reason, (line,), at, curve)


def extreme(f: Tree, name: str, side: Stretch, turn: int) -> Extreme | None:
    """The least value (turn -1) or the greatest on a part of the line; None where it is open."""
    found = _extremes(f, name, side)
    one = None if found is None else found[0 if turn < 0 else 1]
    return None if one is None or one.attained is None or one.value is None else one


@lru_cache(maxsize=256)
def _extremes(f: Tree, name: str, side: Stretch) -> tuple[Extreme | None, Extreme | None] | None:
    from calctool.solve.table import answering
    from calctool.solve.table.record import TableQuestion

    try:
        *_, made = answering.answer(
            TableQuestion("", f, (name,), domain=None if side == LINE else side)
        )
        if side != LINE and _is_half(side) and None in (_kept(made.minimum), _kept(made.maximum)):
            *_, whole = answering.answer(TableQuestion("", f, (name,)))
            if whole.period is not None:
                return _moved(whole.minimum, side, whole.period), _moved(
                    whole.maximum, side, whole.period
                )
    except (Problem, Unsettled, Undefined):
        return None
    return made.minimum, made.maximum


def _moved(found: Extreme | None, side: Stretch, period: Tree) -> Extreme | None:
    """A periodic f takes all its values on a half line: the places, by whole periods, into it."""
    if found is None or found.attained is None:
        return found
    end, turn = (side.end, -1) if is_infinite(side.start) else (side.start, 1)
    return replace(found, at=tuple(_into(at, end, turn, period) for at in found.at), toward=None)


def _into(at: Exact, end: Tree, turn: int, period: Tree) -> Exact:
    """The first place beyond the end that whole periods lead to."""
    step = period if turn > 0 else negated(period)
    for _ in range(budget.EXTREMA_DEGREE):
        if compared(at, exact(end)) == turn:
            return at
        at = exact(exact_value(added((at.expr, step))))
    raise Unsettled


def _kept(found: Extreme | None) -> bool | None:
    return None if found is None else found.attained


def _is_half(side: Stretch) -> bool:
    return is_infinite(side.start) or is_infinite(side.end)


# --- curves -------------------------------------------------------------------------------------


def _toward(f: Tree, name: str, side: Stretch, found: Extreme) -> Tree | None:
    """The place in t that runs to where f comes near its bound; proved by the limit of f there."""
    if found.toward is None or found.value is None:
        return None
    return approach(f, name, side, found.toward, found.value)


def approach(f: Tree, name: str, side: Stretch, place: Exact, value: Exact) -> Tree | None:
    """`t`, `-t`, `a + 1/t` or `a - 1/t`, along which f tends to the value; None where no limit
    shows it."""
    t = Name(PARAMETER)
    if place.expr == INFINITY:
        ways: tuple[Tree, ...] = (t,)
    elif place.expr == Negative(INFINITY):
        ways = (Negative(t),)
    elif place.is_known:
        step = divided(ONE, t)
        ways = (added((place.expr, step)), added((place.expr, negated(step))))
        if compared(place, constant(side.end)) == 0:
            ways = ways[1:]
        elif compared(place, constant(side.start)) == 0:
            ways = ways[:1]
    else:
        return None
    return next((way for way in ways if tends(f, {name: way}, value)), None)


def tends(f: Tree, curve: dict[str, Tree], value: Exact) -> bool:
    """Whether f certainly tends to the value along a curve as t -> oo."""
    limit = limit_along(f, curve)
    if limit is None or (is_infinite(limit.expr) and limit.expr != value.expr):
        return False
    return value.is_known and compared(limit, value) == 0


def limit_along(f: Tree, curve: dict[str, Tree]) -> Exact | None:
    """The limit of f along a curve as t -> oo, infinite ones too; None where it is not shown."""
    far = {PARAMETER: divided(ONE, Name(PARAMETER))}
    inverted = {name: substitute(tree, far) for name, tree in curve.items()}
    along = substitute(f, inverted)
    if along.names - {PARAMETER}:
        return None
    try:
        limit = limit_of(Expansion(PARAMETER, NOTHING, 1, 4).of(along)).value
    except (Undecided, Undefined):
        return None
    return None if limit is None else constant(limit)
