"""Claims of monotony beside a variation table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from calctool.rules.mistakes import BY_ID
from calctool.solve.check.claimed.at_ends import (
    AT_POINT,
    Heights,
    at_closed_ends,
    between_parts,
    goes_on,
)
from calctool.solve.check.claimed.points import in_words, named
from calctool.solve.check.claimed.record import Found
from calctool.solve.check.claimed.runs import (
    joined_runs,
    repeated,
    shift_of,
    step_of,
    unrolled,
)
from calctool.solve.check.claimed.stretches import (
    BOTTOM,
    TOP,
    TREND_OF,
    Stretch,
    below,
    end_of,
    spoken,
    stretches_of,
)
from calctool.solve.check.record import Missing
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Interval
from calctool.solve.exact.rounding import equality
from calctool.solve.given import Claim
from calctool.solve.question import Stretch as Part
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Kind, TableInterval, TablePoint
from calctool.words import checking as words


def judged_trends(answer: TableAnswer, claims: Sequence[Claim]) -> Found:
    """Each claimed interval must lie where f goes so, and all such places must be claimed."""
    runs, points = unrolled(answer, 4 if any(claim.parameter for claim in claims) else 3)
    heights = Heights(answer, runs, points)
    stretches = [stretch for claim in claims for stretch in stretches_of(claim)]
    wrong: list[Missing] = []
    mistakes: list[str] = []
    is_open = any(run.sign is None for run in runs) or not runs
    for stretch in stretches:
        ends = list(at_closed_ends(stretch, heights))
        found = [*_objections(stretch, heights), *(each for each in ends if each)]
        wrong += [missing for missing, _ in found[:1]]
        mistakes += [id for _, id in found]
        is_open = is_open or None in ends or _reaches_beyond(stretch, heights)
    if not wrong:
        across = list(between_parts(stretches, heights))
        wrong += [part for part in across if part][:1]
        mistakes += ["table.union-across-pole"] if wrong else []
        is_open = is_open or None in across
    if any(claim.parameter for claim in claims) and shift_of(answer) is None:
        is_open = True  # The table ends somewhere, and the claims do not.
    if wrong and _is_flipped(stretches, runs):
        mistakes = ["table.sign-flipped"]
    missing = tuple(_uncovered(stretches, answer))
    if missing and not wrong:
        mistakes.append("table.interval-missing")
    return Found(tuple(wrong), missing, named(*(id for id in mistakes if id in BY_ID)), is_open)


# --- what speaks against a claim ----------------------------------------------------------------

_AT_TURN: tuple[tuple[Kind, str], ...] = (
    ("kink", "table.kink-missing"), ("vertical-tangent", "table.cusp-missing"),
    ("stationary", "table.critical-missing"), ("local-minimum", "table.critical-missing"),
    ("local-maximum", "table.critical-missing"),
)  # fmt: skip


def _objections(stretch: Stretch, heights: Heights) -> Iterator[tuple[Missing, str]]:
    answer, runs = heights.answer, heights.runs
    name = answer.question.variable
    inside = [p for p in heights.points if below(stretch.start, p.at) and below(p.at, stretch.end)]
    for point in inside:
        for kind, id in AT_POINT:
            if point.is_a(kind) and not goes_on(point, stretch.sign):
                said = words.NOT_THROUGH[kind].filled(place=equality(name, point.at))
                yield Missing(said, (((name, point.at),),)), id
    opposite = [
        run
        for run in runs
        if run.sign is not None and run.sign != stretch.sign and _overlap(stretch, run)
    ]
    for run in opposite[:1]:
        turn = _turning(inside, run)
        place, trend = spoken(run.start.expr, run.end.expr), words.TRENDS[TREND_OF[run.sign or 0]]
        said = in_words(words.TREND_IS, place, trend=trend)
        yield Missing(said, intervals=(Interval(run.start, run.end, (False, False)),)), turn
    if _leaves(stretch, answer):
        yield (
            Missing(words.OUTSIDE.filled(place=stretch.spoken)),
            ("table.domain-ignored"),
        )


def _turning(inside: list[TablePoint], run: TableInterval) -> str:
    """What was overlooked at the end of a run that goes the other way."""
    ends = [
        point
        for point in inside
        if compared(point.at, run.start) == 0 or compared(point.at, run.end) == 0
    ]
    found = (id for kind, id in _AT_TURN for point in ends if point.is_a(kind))
    return next(found, "table.sign-flipped")


def _overlap(stretch: Stretch, run: TableInterval) -> bool:
    start = run.start if below(stretch.start, run.start) else stretch.start
    end = run.end if below(run.end, stretch.end) else stretch.end
    return below(start, end)


def _leaves(stretch: Stretch, answer: TableAnswer) -> bool:
    """Whether the claim reaches out of the domain that was looked at."""
    if _is_beyond(stretch, answer.question.domain):
        return True
    if answer.domain is None or step_of(answer) is not None:
        return False
    for piece in answer.domain:
        starts = compared(piece.start, stretch.start) in (-1, 0)
        if starts and compared(stretch.end, piece.end) in (-1, 0):
            at_start = compared(piece.start, stretch.start) == 0
            at_end = compared(piece.end, stretch.end) == 0
            closed = stretch.claim.closed
            return (at_start and closed[0] and not piece.closed[0]) or (
                at_end and closed[1] and not piece.closed[1]
            )
    met = [piece for piece in answer.domain if _meets(stretch, piece)]
    if len(met) < 2 or below(stretch.start, met[0].start) or below(met[-1].end, stretch.end):
        return True
    # A pole or a hole between two pieces is an objection of its own.
    return any(compared(one.end, other.start) != 0 for one, other in pairwise(met))


def _is_beyond(stretch: Stretch, asked: Part | None) -> bool:
    """Whether it reaches out of the part of the line that was asked for."""
    if asked is None or asked.letters:
        return False
    start, end = end_of(asked.start), end_of(asked.end)
    sides = zip(
        (compared(start, stretch.start), compared(stretch.end, end)),
        stretch.claim.closed,
        asked.closed,
        strict=True,
    )
    return any(
        side == 1 or (side == 0 and is_closed and not has_end) for side, is_closed, has_end in sides
    )


def _meets(stretch: Stretch, piece: Interval) -> bool:
    return below(stretch.start, piece.end) and below(piece.start, stretch.end)


def _reaches_beyond(stretch: Stretch, heights: Heights) -> bool:
    """Whether a claim goes where the table says nothing."""
    if {stretch.start, stretch.end} & {BOTTOM, TOP} and _is_everywhere(stretch, heights.answer):
        return False
    covered = [run for run in heights.runs if _overlap(stretch, run)]
    if not covered:
        return True
    first, last = covered[0], covered[-1]
    for run in covered:
        first = run if below(run.start, first.start) else first
        last = run if below(last.end, run.end) else last
    return below(stretch.start, first.start) or below(last.end, stretch.end)


def _is_everywhere(stretch: Stretch, answer: TableAnswer) -> bool:
    """Whether f goes on in this way from each repetition of the table to the next."""
    (run, *others) = joined_runs(answer) or (None,)
    return run is not None and not others and run == TableInterval(BOTTOM, TOP, stretch.sign, None)


def _is_flipped(stretches: Sequence[Stretch], runs: Sequence[TableInterval]) -> bool:
    """Whether every claim is right the other way round."""
    for stretch in stretches:
        met = [run for run in runs if _overlap(stretch, run)]
        if not met or any(run.sign != -stretch.sign or not run.sign for run in met):
            return False
    return True


# --- what no claim covers -----------------------------------------------------------------------


def _uncovered(stretches: Sequence[Stretch], answer: TableAnswer) -> Iterator[Missing]:
    """Runs of the table in no claim; where it repeats, a claim must repeat, too."""
    shift = shift_of(answer)
    claims_repeat = any(stretch.claim.parameter for stretch in stretches)
    for run in joined_runs(answer):
        if run.sign is None or (run.sign == 0 and not any(s.sign == 0 for s in stretches)):
            continue
        is_endless = (run.start, run.end) == (BOTTOM, TOP)
        if _covered(run, stretches) and (shift is None or is_endless or claims_repeat):
            continue
        if is_endless and claims_repeat and all(_covered(r, stretches) for r in answer.intervals):
            continue
        trend = words.TRENDS[TREND_OF[run.sign]]
        place = spoken(repeated(run.start, shift), repeated(run.end, shift))
        said = in_words(words.RUN_MISSING, place, trend=trend)
        yield Missing(said, intervals=(Interval(run.start, run.end, (False, False)),))


def _covered(run: TableInterval, stretches: Sequence[Stretch]) -> bool:
    """Whether the claims of its trend, one after the other, reach from its start to its end."""
    at = run.start
    for _ in stretches:
        for stretch in stretches:
            starts = compared(stretch.start, at) in (-1, 0)
            if stretch.sign == run.sign and starts and below(at, stretch.end):
                at = stretch.end
                break
        if compared(run.end, at) in (-1, 0):
            return True
    return False
