"""One letter less by a change of units: x = |a|^w*X makes of every a > 0 the question for a = 1.

Where f and the constraints are multiplied by powers of λ when x, a, … are, what is found for a = 1
and a = -1 holds for all a of that sign; a = 0 is a question of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calctool.algebra.build import added, negated
from calctool.algebra.cells.systems.weights import NotScaled, Scaling, at
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.intervals import LINE
from calctool.algebra.field import prove_equal
from calctool.notation.tree import ZERO, Call, Name, Negative, Relation, Sign, Sum, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Case
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.cases.asked import (
    Found,
    NoMethod,
    Nowhere,
    Solve,
    answer_at,
    answered,
    both,
    cases_of,
    nowhere,
    parts,
    with_values,
)
from calctool.solve.optimum.cases.merging import merged
from calctool.solve.optimum.cases.methods.units.scaled import Scaled, Units
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.record import OptimumAnswer, OptimumQuestion


def by_scaling(whole: OptimumAnswer, solve: Solve) -> Found:
    """A case for each sign of a letter that is a unit of the question; NoMethod where none is."""
    asked = whole.question
    for letter in asked.parameters:
        units = _units(asked, letter)
        if units is not None:
            return Found(merged(tuple(_cases(whole, units, solve))))
    raise NoMethod


def _units(asked: OptimumQuestion, letter: str) -> Units | None:
    scaling = Scaling()
    fixed, moving = _parted(asked.statement, asked.wrt)
    try:
        f = scaling.of(moving)
        powers = [scaling.relation(each) for each in asked.constraints]
        for each in asked.assumed:
            scaling.relation(each)
    except NotScaled:
        return None
    for name, stretch in asked.domain:
        for end in (stretch.start, stretch.end):
            if end != ZERO and not is_infinite(end):
                scaling.zero({name: Fraction(1)})
                scaling.zero(scaling.plainly(end))
    others = [each for each in asked.parameters if each != letter]
    weights = scaling.weights(letter, (*others, *asked.wrt))
    if weights is None:
        return None
    return Units(
        letter,
        weights,
        at(f.power, weights),
        at(f.logs, weights),
        fixed,
        tuple(at(power, weights) for power in powers),
    )


def _parted(f: Tree, names: tuple[str, ...]) -> tuple[Tree, Tree]:
    """What is free of variables and has a value everywhere, and the rest."""
    terms = f.terms if isinstance(f, Sum) else (f,)
    fixed = [t for t in terms if t.names.isdisjoint(names) and not conditions(t)]
    return added(fixed), added(t for t in terms if t not in fixed)


# --- the cases ----------------------------------------------------------------------------------


def _cases(whole: OptimumAnswer, units: Units, solve: Solve) -> Iterator[Case]:
    asked = whole.question
    around = bounds(asked.assumed).get(units.letter, LINE)
    is_even = not (around.positive or around.negative) and _is_even(asked, units.letter)
    signs: tuple[tuple[Sign, int], ...] = (("!=", 1),) if is_even else (("<", -1), (">", 1))
    for sign, turn in signs:
        yield from _of_sign(whole, units, solve, sign, turn)
        if sign != ">":
            yield from _at_zero(whole, units.letter, solve)


def _of_sign(
    whole: OptimumAnswer, units: Units, solve: Solve, sign: Sign, turn: int
) -> Iterator[Case]:
    """All numbers of a sign, or all but 0, where these are as assumed."""
    asked, letter = whole.question, Name(units.letter)
    sample = with_values(asked, {units.letter: number(turn)})
    if sample is None:
        return
    when: tuple[Relation, ...] = (Relation(letter, sign, ZERO),)
    if truth_of(when[0], asked.assumed):
        when = ()
    size = Call("abs", (letter,)) if sign == "!=" else letter if turn > 0 else negated(letter)
    try:
        found = answered(sample, solve)
    except Nowhere:
        yield Case((when,), nowhere(whole))
        return
    for condition, one in parts(found):
        scaled = Scaled(
            whole,
            units,
            size,
            Plain.where(asked, (*asked.assumed, *when)),
            {each.letter: each.number for each in problem(one.question).constraints},
        )
        yield Case(both(when, scaled.condition(condition)), scaled.answer(one))


def _at_zero(whole: OptimumAnswer, letter: str, solve: Solve) -> Iterator[Case]:
    found = answer_at(whole, {letter: ZERO}, solve)
    if found is not None:
        yield from cases_of((Relation(Name(letter), "=", ZERO),), found)


def truth_of(relation: Relation, assumed: tuple[Relation, ...]) -> bool:
    """Whether a bound of a name is assumed anyway."""
    around = bounds(assumed).get(next(iter(relation.names)), LINE)
    return around.positive if relation.sign == ">" else around.negative


def _is_even(asked: OptimumQuestion, letter: str) -> bool:
    """Whether the question for -a is that for a."""
    turned = {letter: Negative(Name(letter))}
    if any(letter in each.names for each in asked.assumed):
        return False
    trees = [asked.statement, *(side for r in asked.constraints for side in (r.left, r.right))]
    return all(prove_equal(substitute(each, turned), each) for each in trees if each.names)
