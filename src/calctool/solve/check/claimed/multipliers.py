"""Claimed multipliers beside those of the point in the complete answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from calctool.notation.tree import Negative
from calctool.solve.check.claimed.match import equal, placed, same_place
from calctool.solve.check.claimed.record import Found
from calctool.solve.check.record import Missing
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import equality, rounded, shown
from calctool.solve.exact.values import exact, value_of
from calctool.solve.given import Claim
from calctool.solve.lagrange.letters import belonging
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.words import checking as words


class _Pair(Struct, frozen=True):
    """A multiplier as it is claimed and as it is: `number` is that of its constraint."""

    claim: Claim
    number: int
    name: str
    given: Exact
    right: Exact

    def is_it(self, sign: int) -> bool | None:
        """Whether the claim is right, up to this sign of the constraint in L."""
        if sign > 0:
            return equal(self.given, self.right)
        other = Negative(self.right.expr)
        return equal(self.given, exact(value_of(other) or other))


def judged_multipliers(answer: LagrangeAnswer, claims: Sequence[Claim]) -> tuple[Found, bool]:
    """What is wrong with the multipliers, and whether they are those of L = f + λ·g.

    The question does not say how L is formed: each constraint may be in it with either sign, but
    with the same one at all points.
    """
    listed = [claim for claim in claims if claim.multipliers]
    pairs = list(_pairs(answer, listed))
    is_open = len(pairs) < sum(len(claim.multipliers) for claim in listed)
    wrong: list[Missing] = []
    is_other = False
    for number in sorted({pair.number for pair in pairs}):
        own = [pair for pair in pairs if pair.number == number]
        signs = {sign: [pair.is_it(sign) for pair in own] for sign in (1, -1)}
        if all(signs[1]):
            continue
        if all(signs[-1]):
            is_other = True
            continue
        refuted = next((pair for pair, *both in zip(own, *signs.values(), strict=True)
                        if both == [False, False]), None)  # fmt: skip
        if refuted is None and all(False in found for found in signs.values()):
            # Each is right with one of the signs, but not all with the same one.
            refuted = own[signs[1].index(False)]
        if refuted is None:
            is_open = True
        else:
            wrong.append(_refuted(refuted))
    return Found(tuple(wrong), (), (), is_open), is_other


def _refuted(pair: _Pair) -> Missing:
    at = placed(pair.claim.at or ())
    right, given = equality(pair.name, pair.right), rounded(pair.given)
    return Missing(words.MULTIPLIER_IS.filled(place=shown(at), right=right, given=given), (at,))


def _pairs(answer: LagrangeAnswer, claims: Sequence[Claim]) -> Iterator[_Pair]:
    """Those of points of the answer; where multipliers are not unique there is none."""
    constraints = answer.question.constraints
    if len(answer.multipliers) != len(constraints):
        return
    for claim in claims:
        at = placed(claim.at or ())
        place: Mapping[str, int] = (
            belonging([name for name, _ in claim.multipliers], constraints) or {}
        )
        for point in answer.points if claim.parameter is None else ():
            if point.multipliers is None or not same_place(at, point.at):
                continue
            for name, tree in claim.multipliers:
                own, right = point.multipliers[place[name]]
                yield _Pair(claim, place[name], own, exact(value_of(tree) or tree), right)
            break
