"""Critical points of a function of one variable: what its variation table found, as candidates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cmp_to_key, partial

from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.local.regular import holds_as_written
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.seen import watched
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import (
    ZERO,
    Name,
    Product,
    Relation,
    Tree,
    expression,
)
from calctool.solve import unfinished
from calctool.solve.answer import Check, Completeness, Derivation, State, Step
from calctool.solve.attempts import tried
from calctool.solve.candidates import Extreme, PointFamily, PointSet, Test
from calctool.solve.critical.line.flats import flats
from calctool.solve.critical.line.stopped import with_zeros
from calctool.solve.critical.line.turning import Turn, turns
from calctool.solve.critical.record import CriticalAnswer, CriticalQuestion
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import located
from calctool.solve.optimum.problem import sides
from calctool.solve.rows import Row
from calctool.solve.stationary.slopes import together
from calctool.solve.table import answering as table
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.variation import Extreme as TableExtreme
from calctool.solve.variation import Family
from calctool.verify.verdict import Finding, Verdict
from calctool.words import table as words
from calctool.words.extrema import candidates as said
from calctool.words.proofs import systems


def answers(question: CriticalQuestion) -> Iterator[CriticalAnswer]:
    """The answers of the table engine, in the order in which it finds them."""
    with watched() as seen:
        for made in table.answer(as_table(question)):
            part = translated(made, question)
            unfinished.keep(partial(with_zeros, part, seen))
            yield part


def as_table(question: CriticalQuestion) -> TableQuestion:
    """The question to the table engine."""
    (name,) = question.wrt
    return TableQuestion(
        question.source,
        question.statement,
        question.wrt,
        domain=dict(question.domain).get(name),
        where=question.where,
        assumed=question.assumed,
        notes=question.notes,
        drawn=question.drawn,
        members=question.members,
        view=question.view,
    )


def candidates(made: TableAnswer) -> tuple[tuple[Turn, ...], tuple[PointFamily, ...]]:
    """The critical points of a table, and those that repeat."""
    found = tuple(turn for turn in turns(made) if not _is_member(turn.at, made))
    return found, tuple(_families(made, found))


def translated(made: TableAnswer, question: CriticalQuestion) -> CriticalAnswer:
    """What a table says of candidates and extremes."""
    found, families = candidates(made)
    sets = flats(made)
    minimum, maximum = (
        None if one is None else _extreme(one, question.wrt[0], _in_families(made, found), sets)
        for one in (made.minimum, made.maximum)
    )
    return CriticalAnswer(
        question=question,
        status=made.status,
        completeness=completeness(made),
        gradient=(made.derivative,) if made.derivative and made.derivative.derivations else (),
        hessian=_hessian(made),
        conditions=made.conditions,
        beyond=made.beyond,
        natural=made.natural,
        solving=tuple(_solved(made, question)),
        points=tuple(turn.candidate for turn in found),
        families=families,
        sets=sets,
        minimum=minimum,
        maximum=maximum,
        sketch=made.sketch,
        checks=tuple(_checks(made)),
        notes=made.notes,
        names=made.names,
        seconds=made.seconds,
        error=made.error,
    )


def _is_member(at: Exact, made: TableAnswer) -> bool:
    """Whether a point belongs to a row without end, which tells of it."""
    rows = (each.row for each in made.families if each.is_critical)
    return any(at in row.listed for row in rows if row is not None)


def _hessian(made: TableAnswer) -> tuple[tuple[Tree, ...], ...]:
    if made.second is None or not made.second.derivations:
        return ()
    return ((expanded(expression(made.second.derivative), made.names),),)


def _checks(made: TableAnswer) -> Iterator[Check]:
    """Of each derivative its steps and its comparison with automatic differentiation."""
    half = len(made.checks) // 2
    yield from (together("gradient", made.checks[:half]),) if half else ()
    yield from (together("hessian", made.checks[half:]),) if half else ()


def _solved(made: TableAnswer, question: CriticalQuestion) -> Iterator[Derivation]:
    """f' = 0 and its zeros, where one formula of f' holds throughout and all are known."""
    equations = {zeros.equation for zeros in made.zeros}
    whole = made.completeness.state is State.COMPLETE and not made.completeness.scope
    if not whole or len(equations) != 1 or not (equation := equations.pop()).names:
        return
    name = made.question.variable
    roots = tuple(root.at for zeros in made.zeros for root in zeros.roots)
    others = tried(None, _at_cuts, made, equation, name, roots)
    if others is None:
        return
    held = (*sides(question.domain), *_listed(made, name))
    if not others and len(made.zeros) == 1 and made.zeros[0].steps:
        *first, last = made.zeros[0].steps
        gaps = made.conditions if len(made.zeros[0].spans) > 1 and made.beyond else ()
        last = replace(last, where=(*last.where, *gaps, *held))
        yield Derivation(System((equation,)), (*first, last))
        return
    ordered = sorted((*roots, *others), key=cmp_to_key(_order))
    everywhere = dict(_repetitions(made))
    known = {at: System((Relation(Name(name), "=", tree),)) for at, tree in everywhere.items()}
    places = (known.get(at) or located(name, at) for at in ordered)
    start = System((equation, *made.conditions, *held))
    after = Alternatives(tuple(places))
    step = Step(
        "solve-one", systems.MOVES["solve-one"], start, after, Finding(Verdict.PROVED, "all-zeros")
    )
    yield Derivation(start, (step,))


def _listed(made: TableAnswer, name: str) -> Iterator[Relation]:
    """Where the zeros are those listed, and not the members of rows that come after them."""
    x = Name(name)
    leading = [each for each in made.beyond if each.is_critical]
    ends = [end for zeros in made.zeros for span in zeros.spans for end in span]
    for place in dict.fromkeys(each.place for each in leading):
        after = {each.side: _bounds(name, each.after) for each in leading if each.place == place}
        low = after[1][0] if 1 in after else place.expr
        high = after[-1][1] if -1 in after else place.expr
        if is_infinite(place.expr):
            yield Relation(x, "<=", high) if -1 in after else Relation(x, ">=", low)
        elif not any(_lies(end, place, -1) for end in ends):
            yield Relation(x, ">=", low)
        elif not any(_lies(end, place, 1) for end in ends):
            yield Relation(x, "<=", high)
        else:
            apart = (added((x, negated(end))) for end in (high, low))
            yield Relation(Product(tuple(apart)), ">=", ZERO)


def _lies(end: Exact, place: Exact, side: int) -> bool:
    """Whether an end of a stretch lies on that side of a place."""
    return compared(end, place) == side


def _bounds(name: str, at: Exact) -> tuple[Tree, Tree]:
    """Two numbers around a point that can be read, or the point."""
    relations = located(name, at).relations
    return relations[0].right, relations[-1].right


def _at_cuts(
    made: TableAnswer, equation: Relation, name: str, roots: tuple[Exact, ...]
) -> tuple[Exact, ...]:
    """Points between the stretches that were searched at which the equation holds as it is
    written. Raises Undecided where that is open."""
    cuts = (
        point.at
        for point in made.distinct_points
        if point.at not in roots and point.kinds != ("inflection",)
        if not point.is_a("pole", "hole")
    )
    return tuple(at for at in cuts if _holds(equation, name, at))


def _holds(equation: Relation, name: str, at: Exact) -> bool:
    if not at.is_known:
        raise Undecided
    return holds_as_written(equation, {name: at.expr})


def _order(a: Exact, b: Exact) -> int:
    return compared(a, b) or 0


def _repetitions(made: TableAnswer) -> Iterator[tuple[Exact, Tree]]:
    """The places of one period, with their repetitions for every whole number."""
    for family in made.families:
        if family.place is not None and family.at is not None:
            yield family.place, family.at


# --- families and extremes ----------------------------------------------------------------------


def _in_families(made: TableAnswer, found: tuple[Turn, ...]) -> dict[int, int]:
    """The numbers of the table's families that are families of candidates, with their own."""
    places = {turn.at for turn in found}
    kept = (
        number
        for number, family in enumerate(made.families)
        if (family.place is None or family.place in places)
        and (family.row is None or family.is_critical)
    )
    return {old: new for new, old in enumerate(kept)}


def _families(made: TableAnswer, found: tuple[Turn, ...]) -> Iterator[PointFamily]:
    (name,) = made.question.wrt
    by_place = {turn.at: turn.candidate for turn in found}
    for number in _in_families(made, found):
        family = made.families[number]
        if family.row is not None:
            yield _endless(family, family.row, name)
            continue
        if family.place is None:
            yield _open_family(family, name)
            continue
        candidate = by_place[family.place]
        assert family.at is not None  # noqa: S101 (it repeats a place)
        yield PointFamily(
            ((name, family.at),), (family.integer,), candidate.kind, family.value,
            candidate.test, candidate.strict, (family.reach,),
            rounded=() if family.rounded is None else ((name, family.rounded),),
        )  # fmt: skip


def _endless(family: Family, row: Row, name: str) -> PointFamily:
    """Critical points that are known by their cells; their kind where all have the same one."""
    kinds = [kind for _, kind in row.kinds]
    kind = kinds[0] if len(kinds) == 1 else "stationary" if kinds else "undecided"
    test = "sign-change-of-row" if kinds else "not-classified"
    at = () if family.at is None else ((name, family.at),)
    return PointFamily(
        at, (family.integer,), kind, None, Test(test, said.TESTS[test]), None,  # type: ignore[arg-type]
        (family.reach,), row,
    )  # fmt: skip


def _open_family(family: Family, name: str) -> PointFamily:
    """Zeros of f' outside the window, which nobody has classified."""
    assert family.at is not None  # noqa: S101 (no row)
    return PointFamily(
        ((name, family.at),), (family.integer,), "undecided", family.value,
        Test("not-classified", said.TESTS["not-classified"]), None, (family.reach,),
    )  # fmt: skip


def _extreme(
    one: TableExtreme, name: str, renumbered: dict[int, int], sets: tuple[PointSet, ...]
) -> Extreme:
    reached = one.value if one.attained else None
    return Extreme(
        one.attained,
        one.value,
        one.argument,
        one.reason,
        tuple(((name, at),) for at in one.at),
        tuple(renumbered[number] for number in one.families if number in renumbered),
        tuple(
            number
            for number, each in enumerate(sets)
            if reached is not None and each.value is not None
            if compared(each.value, reached) == 0
        ),
        open=one.reason if one.argument == "undecided" else None,
        members=tuple((renumbered[number], k) for number, k in one.members if number in renumbered),
        endless=tuple(
            replace(each, family=renumbered[each.family])
            for each in one.endless
            if each.family in renumbered
        ),
    )


# --- how complete it is -------------------------------------------------------------------------


def completeness(made: TableAnswer) -> Completeness:
    """The table's own, without what it misses of the bends of f and what the answer adds itself."""
    judged = made.completeness
    extremes = words.EXTREMES_MISSING.values()
    elsewhere = (words.BENDS, words.BEND_OPEN, *extremes, words.SHAPE_OPEN)
    ours = {words.ALL_TO_COME: said.POINTS_TO_COME}
    left = tuple(ours.get(each, each) for each in judged.missing if each not in elsewhere)
    if any(each.is_flat for each in made.beyond):
        left = (*left, said.FLATS_OPEN)
    only_bends = judged.state is State.PARTIAL and judged.reason == words.SHAPE_OPEN
    if only_bends and not judged.scope:
        return Completeness(State.COMPLETE, words.COMPLETE, left)
    if said.FLATS_OPEN in left and judged.state is State.COMPLETE:
        return Completeness(State.PARTIAL, words.NOT_LISTED, left)
    return replace(judged, missing=left)
