"""One letter less by a change of units: x = |a|^w*X makes of every a > 0 the question for a = 1.

Where f is multiplied by a power of λ when x, a and other letters are, the table for a = 1 or
a = -1 is that for all a of that sign; a = 0 is a question of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from calctool.algebra.build import added
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.systems.weights import NotScaled, Scaling, at
from calctool.algebra.domain.alternatives import plainer
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.intervals import LINE
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import ZERO, Name, Relation, Sign, Sum, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Case, Completeness, State
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.values import exact
from calctool.solve.table.cases.line import Solve
from calctool.solve.table.cases.moved.units import Back, Units
from calctool.solve.table.cases.space.equations import Equations, Known, Relations
from calctool.solve.table.cases.space.sectors import is_open
from calctool.solve.table.cases.wanted import stretch
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.variation import Boundary
from calctool.words import table as words


def by_scaling(whole: TableAnswer, solve: Solve) -> TableAnswer:
    """A case for each sign of a letter that is a unit of the question; NoMethod where none is."""
    asked = whole.question
    for letter in asked.parameters:
        units = _units(asked, letter)
        if units is None:
            continue
        cases = tuple(_cases(whole, units, solve))
        if cases and not all(map(is_open, cases)):
            names = all_quoted(Name(each) for each in asked.parameters)
            reason = words.SCALED.filled(unit=quoted(Name(letter)), name=names)
            told = Completeness(State.COMPLETE, reason)
            zero = Boundary(exact(ZERO), (("sign", Name(letter)),))
            listed = (zero,) if len(asked.parameters) == 1 and len(cases) > 1 else ()
            return replace(whole, cases=cases, boundaries=listed, completeness=told)
    raise NoMethod


def _units(asked: TableQuestion, letter: str) -> Units | None:
    """How the question changes with a letter; None where it is more than units."""
    name, scaling = asked.variable, Scaling()
    terms = asked.statement.terms if isinstance(asked.statement, Sum) else (asked.statement,)
    fixed = [t for t in terms if name not in t.names and not conditions(t)]
    try:
        f = scaling.of(added(t for t in terms if t not in fixed))
        for each in asked.assumed:
            scaling.relation(each)
    except NotScaled:
        return None
    if asked.domain is not None:
        for end in (asked.domain.start, asked.domain.end):
            if end != ZERO and not is_infinite(end):
                scaling.relation(Relation(Name(name), "=", end))
    others = [each for each in asked.parameters if each != letter]
    weights = scaling.weights(letter, (*others, name))
    if weights is None:
        return None
    units = Units(letter, weights, at(f.power, weights), at(f.logs, weights), added(fixed))
    of_values = asked.with_zeros or (asked.when is not None and asked.when[0] in "fz")
    return None if of_values and units.adds else units


def _cases(whole: TableAnswer, units: Units, solve: Solve) -> Iterator[Case]:
    asked, letter = whole.question, Name(units.letter)
    around = bounds(asked.assumed).get(units.letter, LINE)
    equations = Equations(whole, stretch(asked), solve)
    signs: tuple[tuple[Sign, int], ...] = (("<", -1), ("=", 0), (">", 1))
    for sign, turn in signs:
        if (around.positive and turn < 1) or (around.negative and turn > -1):
            continue
        given = Relation(letter, sign, ZERO)
        known = Known((), _put(asked.assumed, units.letter, number(turn)), (given,))
        known = known._replace(put={units.letter: number(turn)})
        for leaf in equations.answered(known):
            if turn == 0:
                yield leaf.case(whole)
                continue
            back = Back(whole, units, turn, (*asked.assumed, given))
            groups = (tuple(map(back.relation, group)) for group in leaf.when)
            when = tuple(plainer(group, asked.assumed) for group in groups)
            yield Case(when, back.table(leaf.table))


def _put(assumed: Relations, letter: str, value: Tree) -> Relations:
    here = {letter: value}
    return tuple(
        Relation(substitute(r.left, here), r.sign, substitute(r.right, here)) for r in assumed
    )
