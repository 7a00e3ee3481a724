"""Claims of monotony beside a variation table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from calctool.notation.quoted import quoted
from calctool.notation.tree import INFINITY, Negative, Product, Sum, Tree, number
from calctool.notation.walk import substitute
from calctool.rules.mistakes import BY_ID
from calctool.solve.check.claimed.points import in_words, named
from calctool.solve.check.claimed.record import Found
from calctool.solve.check.record import Missing
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact, Interval
from calctool.solve.exact.rounding import equality
from calctool.solve.exact.values import exact, value_of
from calctool.solve.given import Claim
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Kind, TableInterval, TablePoint
from calctool.words import checking as words

_SIGNS = {"increasing": 1, "decreasing": -1, "constant": 0}
TREND_OF = {sign: trend for trend, sign in _SIGNS.items()}
_TOP, _BOTTOM = Exact(INFINITY, None, None), Exact(Negative(INFINITY), None, None)


BREAKS: tuple[Kind, ...] = ("pole", "hole", "jump", "discontinuity")
"""No interval of monotony goes on through these."""


class Stretch(Struct, frozen=True):
    """A claimed interval with its ends as constants."""

    claim: Claim
    start: Exact
    end: Exact
    sign: int


def judged_trends(answer: TableAnswer, claims: Sequence[Claim]) -> Found:
    """Each claimed interval must lie where f goes so, and all such places must be claimed."""
    runs, points = _unrolled(answer, claims)
    stretches = [stretch for claim in claims for stretch in _stretches(claim)]
    wrong: list[Missing] = []
    mistakes: list[str] = []
    is_open = any(run.sign is None for run in runs) or not runs
    for stretch in stretches:
        found = list(_objections(stretch, runs, points, answer))
        wrong += [missing for missing, _ in found[:1]]
        mistakes += [id for _, id in found]
        is_open = is_open or _reaches_beyond(stretch, runs)
    if not wrong:
        for part in _across(stretches, points):
            wrong.append(part)
            mistakes.append("table.union-across-pole")
    if wrong and _is_flipped(stretches, runs):
        mistakes = ["table.sign-flipped"]
    missing = tuple(_uncovered(stretches, answer))
    if missing and not wrong:
        mistakes.append("table.interval-missing")
    return Found(tuple(wrong), missing, named(*(id for id in mistakes if id in BY_ID)), is_open)


def _stretches(claim: Claim) -> Iterator[Stretch]:
    assert claim.start is not None and claim.end is not None  # noqa: S101, PT018
    sign = _SIGNS[claim.kind or ""]
    if claim.parameter is None:
        yield Stretch(claim, _end(claim.start), _end(claim.end), sign)
        return
    for k in range(-3, 4):
        start, end = (
            substitute(each, {claim.parameter: number(k)}) for each in (claim.start, claim.end)
        )
        yield Stretch(claim, _end(start), _end(end), sign)


def _end(tree: Tree) -> Exact:
    infinite = {INFINITY: _TOP, Negative(INFINITY): _BOTTOM}.get(tree)
    return infinite or exact(value_of(tree) or tree)


def _below(one: Exact, other: Exact) -> bool:
    return compared(one, other) == -1


def _unrolled(
    answer: TableAnswer, claims: Sequence[Claim]
) -> tuple[list[TableInterval], list[TablePoint]]:
    """The table, repeated over the shifts that the claims reach into."""
    shift = shift_of(answer)
    runs, points = list(answer.intervals), list(answer.points)
    if shift is None or answer.question.domain is not None:
        return runs, points
    many = 4 if any(claim.parameter for claim in claims) else 3
    for k in (k for k in range(-many, many + 1) if k):
        by = Product((number(Fraction(k)), shift))
        runs += [
            TableInterval(_moved(run.start, by), _moved(run.end, by), run.sign, run.concavity)
            for run in answer.intervals
        ]
        points += [
            TablePoint(_moved(point.at, by), point.kinds, is_defined=point.is_defined)
            for point in answer.points
        ]
    return runs, points


def shift_of(answer: TableAnswer) -> Tree | None:
    if answer.period is not None:
        return answer.period
    for pair in (answer.drift, answer.growth):
        if pair is not None:
            return pair[0]
    return None


def _moved(at: Exact, by: Tree) -> Exact:
    moved = Sum((at.expr, by))
    return exact(value_of(moved) or moved)


# --- what speaks against a claim ----------------------------------------------------------------

_AT_POINT: tuple[tuple[Kind, str], ...] = (
    ("pole", "table.pole-missing"), ("hole", "table.hole-missing"),
    ("jump", "table.jump-missing"), ("discontinuity", "table.jump-missing"),
)  # fmt: skip
_AT_TURN: tuple[tuple[Kind, str], ...] = (
    ("kink", "table.kink-missing"), ("vertical-tangent", "table.cusp-missing"),
    ("stationary", "table.critical-missing"), ("local-minimum", "table.critical-missing"),
    ("local-maximum", "table.critical-missing"),
)  # fmt: skip


def _objections(
    stretch: Stretch, runs: list[TableInterval], points: list[TablePoint], answer: TableAnswer
) -> Iterator[tuple[Missing, str]]:
    name = answer.question.variable
    inside = [p for p in points if _below(stretch.start, p.at) and _below(p.at, stretch.end)]
    for point in inside:
        for kind, id in _AT_POINT:
            if point.is_a(kind) and not _goes_on(point, stretch.sign):
                said = words.NOT_THROUGH[kind].filled(place=equality(name, point.at))
                yield Missing(said, (((name, point.at),),)), id
    opposite = [
        run
        for run in runs
        if run.sign is not None and run.sign != stretch.sign and _overlap(stretch, run)
    ]
    for run in opposite[:1]:
        turn = _turning(inside, run)
        said = in_words(
            words.TREND_IS, _shown(run.start, run.end), trend=words.TRENDS[TREND_OF[run.sign or 0]]
        )
        yield Missing(said, intervals=(Interval(run.start, run.end, (False, False)),)), turn
    if _leaves(stretch, answer):
        yield (
            Missing(words.OUTSIDE.filled(place=_shown(stretch.start, stretch.end))),
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


def _goes_on(point: TablePoint, sign: int) -> bool:
    """Whether f may be monotonic through a jump: it has a value between the two limits."""
    if point.value is None or point.left is None or point.right is None or not sign:
        return False
    low, high = (point.left, point.right) if sign > 0 else (point.right, point.left)
    return all(compared(*pair) in (-1, 0) for pair in ((low, point.value), (point.value, high)))


def _overlap(stretch: Stretch, run: TableInterval) -> bool:
    start = run.start if _below(stretch.start, run.start) else stretch.start
    end = run.end if _below(run.end, stretch.end) else stretch.end
    return _below(start, end)


def _leaves(stretch: Stretch, answer: TableAnswer) -> bool:
    """Whether the claim reaches out of the domain that was looked at."""
    if answer.domain is None or shift_of(answer) is not None:
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
    joined = [piece for piece in answer.domain if _meets(stretch, piece)]
    gaps = len(joined) == len(answer.domain) and len(joined) > 1
    first, last = answer.domain[0], answer.domain[-1]
    within = compared(first.start, stretch.start) in (-1, 0) and compared(
        stretch.end, last.end
    ) in (-1, 0)
    # A pole or a hole between two pieces is an objection of its own.
    return not (within and gaps) if joined else True


def _meets(stretch: Stretch, piece: Interval) -> bool:
    return _below(stretch.start, piece.end) and _below(piece.start, stretch.end)


def _reaches_beyond(stretch: Stretch, runs: list[TableInterval]) -> bool:
    """Whether a claim goes where the table says nothing."""
    covered = [run for run in runs if _overlap(stretch, run)]
    if not covered:
        return True
    first, last = covered[0], covered[-1]
    for run in covered:
        first = run if _below(run.start, first.start) else first
        last = run if _below(last.end, run.end) else last
    return _below(stretch.start, first.start) or _below(last.end, stretch.end)


def _across(stretches: list[Stretch], points: list[TablePoint]) -> Iterator[Missing]:
    """Intervals joined to one set by ∪: f must be monotonic from one to the next as well."""
    for one in stretches:
        for other in stretches:
            if one.claim.union != other.claim.union or one.claim.union <= 0:
                continue
            if not one.sign or compared(one.end, other.start) not in (-1, 0):
                continue
            for point in points:
                between = compared(one.end, point.at) in (-1, 0) and compared(
                    point.at, other.start
                ) in (-1, 0)
                if (
                    between
                    and point.is_a("pole", "jump", "discontinuity")
                    and _breaks(point, one.sign)
                ):
                    place = f"{_shown(one.start, one.end)} ∪ {_shown(other.start, other.end)}"
                    yield Missing(words.UNION.filled(place=place))
                    return


def _breaks(point: TablePoint, sign: int) -> bool:
    """Whether f is on the wrong side after the break."""
    if point.left is None or point.right is None:
        return False
    step = compared(point.left, point.right)
    return step is not None and step * sign > 0


def _is_flipped(stretches: list[Stretch], runs: list[TableInterval]) -> bool:
    """Whether every claim is right the other way round."""
    for stretch in stretches:
        met = [run for run in runs if _overlap(stretch, run)]
        if not met or any(run.sign != -stretch.sign or not run.sign for run in met):
            return False
    return True


# --- what no claim covers -----------------------------------------------------------------------


def _uncovered(stretches: list[Stretch], answer: TableAnswer) -> Iterator[Missing]:
    """Runs of the table in no claim; where it repeats, a claim must repeat, too."""
    shift = shift_of(answer)
    repeats = shift is not None and answer.question.domain is None
    claims_repeat = any(stretch.claim.parameter for stretch in stretches)
    for run in joined_runs(answer):
        if run.sign is None or (run.sign == 0 and not any(s.sign == 0 for s in stretches)):
            continue
        if _covered(run, stretches) and (not repeats or claims_repeat):
            continue
        trend = words.TRENDS[TREND_OF[run.sign]]
        said = in_words(words.RUN_MISSING, _shown(run.start, run.end), trend=trend)
        yield Missing(said, intervals=(Interval(run.start, run.end, (False, False)),))


def joined_runs(answer: TableAnswer) -> list[TableInterval]:
    """The runs of the table, those that only a turn of the curve keeps apart put together."""
    found: list[TableInterval] = []
    for run in answer.intervals:
        last = found[-1] if found else None
        at = next((p for p in answer.points if compared(p.at, run.start) == 0), None)
        goes_on = at is None or not at.is_a(*BREAKS)
        if last is not None and last.sign == run.sign and goes_on and last.end == run.start:
            found[-1] = TableInterval(last.start, run.end, run.sign, None)
        else:
            found.append(run)
    return found


def _covered(run: TableInterval, stretches: list[Stretch]) -> bool:
    """Whether the claims of its trend, one after the other, reach from its start to its end."""
    at = run.start
    for _ in stretches:
        for stretch in stretches:
            starts = compared(stretch.start, at) in (-1, 0)
            if stretch.sign == run.sign and starts and _below(at, stretch.end):
                at = stretch.end
                break
        if compared(run.end, at) in (-1, 0):
            return True
    return False


def _shown(start: Exact, end: Exact) -> str:
    return f"({quoted(start.expr)}, {quoted(end.expr)})"
