"""The same question with values for some of its letters, and what is assumed of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.ranges import decided
from calctool.algebra.domain.reduction import truth
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.algebra.unsettled import Unsettled
from calctool.notation.problem import Problem
from calctool.notation.tree import (
    INFINITY,
    ZERO,
    Name,
    Negative,
    Power,
    Relation,
    Tree,
    expression,
)
from calctool.notation.walk import substitute, walk
from calctool.solve.answer import Case, Completeness, Condition, State, Status, Told
from calctool.solve.candidates import Extreme
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import order
from calctool.solve.optimum.record import OptimumAnswer, OptimumQuestion
from calctool.solve.question import Stretch
from calctool.solve.typed.options.parameters import put_in
from calctool.solve.variation import Boundary
from calctool.words.extrema import cases as words

Solve = Callable[[Any], Iterator[Told]]
"""The command itself, for a question with fewer letters."""


class Found(Struct, frozen=True):
    """Cases that cover all values of the letters; of one letter, where they were divided."""

    cases: tuple[Case, ...]
    boundaries: tuple[Boundary, ...] = ()


class NoMethod(Unsettled):
    """No argument here tells how the answer hangs on the letters."""


def with_values(
    asked: OptimumQuestion, values: Mapping[str, Tree], assumed: tuple[Relation, ...] | None = None
) -> OptimumQuestion | None:
    """The question with these values put in as they are written, and without its picture.

    None where no value of the other letters is as assumed; raises NoMethod where that is open.
    """
    given = dict(values)
    if assumed is None:
        assumed = tuple(put(each, given) for each in asked.assumed)
    kept = _kept(assumed)
    if kept is None:
        return None
    changes: dict[str, Any] = {}
    if asked.constraints:
        changes["constraints"] = tuple(put_in(each, given) for each in asked.constraints)
    statement = expression(put_in(asked.statement, given))
    after = (statement, *(side for r in changes.get("constraints", ()) for side in _sides(r)))
    lost = _lost(asked, given, after)
    if lost:
        changes["domain"] = _narrowed(asked.domain, lost)
    return replace(
        asked,
        statement=statement,
        where=(*asked.where, *given.items()),
        assumed=kept,
        drawn=False,
        **changes,
    )


def _sides(relation: Relation) -> tuple[Tree, Tree]:
    return relation.left, relation.right


def _lost(
    asked: OptimumQuestion, given: Mapping[str, Tree], after: tuple[Tree, ...]
) -> list[Relation]:
    """What exponents with letters need of their bases, and numbers do not: x^a has a value for
    x > 0, whatever a is."""
    trees = (asked.statement, *(side for r in asked.constraints for side in _sides(r)))
    bases = {
        part.base
        for tree in trees
        for part in walk(tree)
        if isinstance(part, Power) and part.exponent.names & given.keys()
        if part.base.names & set(asked.wrt)
    }
    if not bases:
        return []
    kept = [need for tree in after for need in conditions(tree)]
    needs = [put(Relation(base, ">", ZERO), given) for base in bases]
    return [each for each in needs if not implied(each, kept)]


def _narrowed(
    domain: tuple[tuple[str, Stretch], ...], needs: list[Relation]
) -> tuple[tuple[str, Stretch], ...]:
    """The box without what the needs exclude; NoMethod where that is no box."""
    parts = dict(domain)
    for need in needs:
        if not isinstance(need.left, Name):
            raise NoMethod
        name = need.left.id
        old = parts.get(name, Stretch(Negative(INFINITY), INFINITY, (False, False)))
        if is_infinite(old.start):
            parts[name] = replace(old, start=ZERO, closed=(False, old.closed[1]))
            continue
        sign = None if old.start.names else known_sign(old.start)
        if sign is None:
            raise NoMethod
        if sign < 0 or (sign == 0 and old.closed[0]):
            parts[name] = replace(old, start=ZERO, closed=(False, old.closed[1]))
    return tuple(parts.items())


def put(relation: Relation, values: Mapping[str, Tree]) -> Relation:
    left, right = (substitute(side, values) for side in (relation.left, relation.right))
    return Relation(left, relation.sign, right)


def _kept(assumed: tuple[Relation, ...]) -> tuple[Relation, ...] | None:
    """Without what holds anyway; None where they contradict each other."""
    kept: list[Relation] = []
    for each in assumed:
        holds = truth(each) if each.names else _holds(each)
        if holds is False:
            return None
        if holds is None:
            kept.append(each)
    known = bounds(kept)
    if any(each.is_empty for each in known.values()):
        return None
    if any(decided(each, known) is False for each in kept):
        return None
    return tuple(kept)


def _holds(relation: Relation) -> bool:
    sign = order(difference(relation))
    if sign is None:
        raise NoMethod
    return fulfils(sign, relation)


NOWHERE = (
    "question.defined-nowhere", "question.domain-empty", "value.division-by-zero",
    "value.zero-to-zero",
)  # fmt: skip
"""What is said of numbers for which f or a constraint, as written, has no value anywhere."""


class Nowhere(NoMethod):
    """f or a constraint has no value anywhere, for the values that were put in."""


def answer_at(
    whole: OptimumAnswer,
    values: Mapping[str, Tree],
    solve: Solve,
    assumed: tuple[Relation, ...] | None = None,
) -> OptimumAnswer | None:
    """The answer with these values put in, or that f is defined nowhere; None where they are not
    as assumed."""
    try:
        asked = with_values(whole.question, values, assumed)
        return None if asked is None else answered(asked, solve)
    except Nowhere:
        return nowhere(whole)
    except Problem as problem:
        if problem.id not in NOWHERE:
            raise NoMethod from None
        return nowhere(whole)


def undecided(whole: OptimumAnswer) -> OptimumAnswer:
    """What is said where nothing was found out."""
    open_ = Extreme(None, None, "undecided", words.CASE_OPEN)
    told = Completeness(State.UNKNOWN, words.CASE_OPEN, (words.CASE_OPEN,))
    return replace(whole, minimum=open_, maximum=open_, completeness=told)


def is_open(answer: Told | None) -> bool:
    """Whether nothing was found out there."""
    return answer is not None and answer.completeness.reason == words.CASE_OPEN


def nowhere(whole: OptimumAnswer) -> OptimumAnswer:
    """What is said where f has no value anywhere."""
    nothing = Extreme(False, None, "nowhere-defined", words.NOWHERE)
    return replace(
        whole,
        points=(),
        families=(),
        sets=(),
        minimum=nothing,
        maximum=nothing,
        completeness=Completeness(State.COMPLETE, words.NOWHERE),
    )


def answered(asked: OptimumQuestion, solve: Solve) -> OptimumAnswer:
    """The last answer to a question; NoMethod where there is none, Nowhere where it says that f
    is defined nowhere."""
    last: Told | None = None
    try:
        for part in solve(asked):
            last = part
    except Problem as problem:
        raise Nowhere if problem.id in NOWHERE else NoMethod from None
    if not isinstance(last, OptimumAnswer) or last.status is Status.ERROR:
        raise NoMethod
    if not last.cases and (last.minimum is None or last.maximum is None):
        raise NoMethod
    return last


def parts(found: OptimumAnswer) -> Iterator[tuple[Condition, OptimumAnswer]]:
    """Its cases, or the answer itself always."""
    if not found.cases:
        yield ((),), found
    for case in found.cases:
        one = case.answer or replace(found, cases=())
        assert isinstance(one, OptimumAnswer)  # noqa: S101 (a case is of the same command)
        yield case.when, one


def both(when: tuple[Relation, ...], condition: Condition) -> Condition:
    """What holds under a condition and in a case of it."""
    return tuple(tuple(dict.fromkeys((*when, *group))) for group in condition)


def cases_of(when: tuple[Relation, ...], found: OptimumAnswer) -> Iterator[Case]:
    """The cases of an answer that holds under a condition."""
    for condition, one in parts(found):
        yield Case(both(when, condition), one)


def needs_of_letters(whole: OptimumAnswer) -> list[Relation]:
    """What letters must keep for f and the constraints to have a value."""
    asked = whole.question
    trees = [asked.statement, *(side for r in asked.constraints for side in (r.left, r.right))]
    found = dict.fromkeys(need for tree in trees for need in conditions(tree))
    return [need for need in found if need.names.isdisjoint(asked.wrt)]
