"""The verdict on one expression that is claimed to be a derivative.

Refuted first, which is cheap; proved where it cannot be refuted; then the domains are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import partial
from itertools import chain

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.domain.conditions import conditions, is_empty
from calctool.algebra.local.regular import is_regular
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Derivative, Limit, Name, Relation, Sign, Tree, number
from calctool.notation.walk import substitute, walk
from calctool.solve.answer import Condition
from calctool.solve.check.derivative.assumed import Letters
from calctool.solve.check.derivative.breaks import breaks, switching
from calctool.solve.check.derivative.decimals import can_be_rounded
from calctool.solve.check.derivative.places import Lacking, lacking, share_no_interval
from calctool.solve.check.derivative.proof import Reach, jumps, proved
from calctool.solve.check.derivative.right import Right
from calctool.solve.check.record import Judgement, Missing, Seen
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed, equality
from calctool.solve.exact.values import exact, exact_value
from calctool.verify.verdict import Verdict as Certainty
from calctool.verify.witness import Comparison, Place, Witness, compared
from calctool.words import checking as words

_MOST_LETTERS = 3
_SIGNS: tuple[Sign, ...] = (">", "<")


def judged(right: Right, claimed: Tree, *, pending: bool = False) -> Judgement:
    """The verdict on `claimed`; where it may be `pending`, work to be done in it is no fault."""
    places = chain(right.letters.places(right.f.names | claimed.names), _pieces(right, claimed))
    seen = compared(right.defined, claimed, places, partial(_exists, right), right.letters.keep)
    if seen.witness is not None:
        return _refuted(right, claimed, seen.witness)
    reach = proved(right, claimed) if seen.agreed or not seen.lacking else None
    if reach is None:
        return _undecided(right, claimed, seen)
    unfinished = not pending and is_unfinished(claimed)
    return _by_domain(right, claimed, reach, seen, unfinished=unfinished)


def held(right: Right, claimed: Tree) -> Condition:
    """For which signs of one letter an answer is right that is wrong for others."""
    found = []
    for name in sorted(right.f.names - set(right.wrt))[:_MOST_LETTERS]:
        for sign in _SIGNS:
            relation = Relation(Name(name), sign, ZERO)
            letters = Letters((*right.letters.relations, relation))
            if next(letters.places(right.f.names), None) is None:
                continue
            if judged(replace(right, letters=letters), claimed).verdict == "right":
                found.append((relation,))
    return tuple(found)


def _exists(right: Right, place: Place) -> bool:
    """Whether f has its derivative there, by the definition: a series of few terms does not see
    that asin(1 - x^2) turns at 0."""
    values = {name: number(Fraction(at)) for name, at in place.items() if not isinstance(at, tuple)}
    if len(values) < len(place) or len(right.f.names - values.keys()):
        return True
    if is_regular(right.f, values) or not right.is_on_a_line:
        return True
    return right.exists_at(values) is True


def is_unfinished(claimed: Tree) -> bool:
    """Whether a derivative or a limit is still to be worked out in it."""
    return any(isinstance(part, Derivative | Limit) for part in walk(claimed))


def _pieces(right: Right, claimed: Tree) -> Iterator[Place]:
    """A point in every piece between break points, and two beside each of them."""
    name = right.variable
    if not right.is_on_a_line or not claimed.names <= {name} or is_unfinished(claimed):
        return
    doubtful = [each for each in switching((right.f, claimed)) if each.names]
    if not doubtful:
        return
    cut = breaks(doubtful, name)
    for point in cut.between[: budget.CHECKED_PIECES]:
        yield {name: point.low}
    for point in cut.points[: budget.CHECKED_PIECES]:
        low, high = point.refined(200)
        width = Fraction(1, 2**40)
        yield {name: low - width}
        yield {name: high + width}


# --- wrong --------------------------------------------------------------------------------------


def _refuted(right: Right, claimed: Tree, found: Witness) -> Judgement:
    seen = shown(found, right.formula, claimed)
    if can_be_rounded(right.defined, claimed):
        return Judgement("rounded", words.ROUNDED, seen)
    return Judgement("wrong", words.DIFFER.filled(place=said_place(seen)), seen)


def shown(found: Witness, formula: Tree, claimed: Tree) -> Seen:
    """A witness with the exact values where they are known."""
    place = {name: at for name, at in found.at.items() if not isinstance(at, tuple)}
    exactly = {name: number(Fraction(at)) for name, at in place.items()}
    at = tuple(
        (name, enclosed(*value) if isinstance(value, tuple) else exact(number(Fraction(value))))
        for name, value in found.at.items()
    )
    whole = len(place) == len(found.at)
    return Seen(
        at,
        _worth(claimed, exactly, found.given, whole),
        _worth(formula, exactly, found.right, whole),
    )


def _worth(
    tree: Tree, place: dict[str, Tree], around: tuple[Fraction, Fraction], whole: bool
) -> Exact:
    """The exact value, where it is known and lies where the balls say."""
    if whole and not is_unfinished(tree):
        value = exact(exact_value(substitute(tree, place)))
        if value.low is not None and value.high is not None:
            slack = (around[1] - around[0]) * 2 + Fraction(1, 10**25) * (1 + abs(around[0]))
            if value.low <= around[1] + slack and around[0] - slack <= value.high:
                return value
    return enclosed(*around)


def said_place(seen: Seen) -> str:
    """A place as a sentence says it: x = 1, y = 2."""
    return ", ".join(equality(name, at) for name, at in seen.at)


# --- right, or not known ------------------------------------------------------------------------


def _undecided(right: Right, claimed: Tree, seen: Comparison) -> Judgement:
    if seen.lacking and not seen.agreed:
        known = is_empty((*conditions(right.f), *conditions(claimed)))
        if known or share_no_interval(right, claimed):
            place = {name: exact(number(Fraction(at))) for name, at in seen.lacking[0].items()}  # type: ignore[arg-type]
            value = exact_value(substitute(right.formula, {n: v.expr for n, v in place.items()}))
            seen_there = Seen(tuple(place.items()), None, exact(value))
            return Judgement("wrong", words.NO_COMMON_POINT, seen_there)
    count = len(seen.agreed)
    said = words.AGREES.filled(points=count) if count else words.NO_POINTS
    certainty = Certainty.SAMPLED if count else Certainty.UNDECIDED
    return Judgement("undecided", said, agrees_at=count, certainty=certainty)


def _by_domain(
    right: Right, claimed: Tree, reach: Reach, seen: Comparison, *, unfinished: bool
) -> Judgement:
    if is_unfinished(claimed):
        return Judgement("unfinished" if unfinished else "right", words.EQUAL)
    everywhere = reach == "everywhere"
    found = lacking(right, claimed, everywhere=everywhere)
    if found.different is not None:
        at, given, value = found.different
        there = Seen(((right.variable, at),), given, value)
        return Judgement("wrong", words.DIFFER_AT.filled(place=said_place(there)), there)
    if not found.nothing:
        missing = tuple(_missing(right, found))
        return Judgement("right-on-part", words.EQUAL_ON_PART, missing=missing)
    several = not everywhere and not right.is_on_a_line and jumps(claimed)
    if found.open or several:
        if seen.lacking:
            return _lacking_somewhere(seen)
        count = len(seen.agreed)
        return Judgement(
            "undecided", words.DOMAIN_OPEN, agrees_at=count, certainty=Certainty.UNDECIDED
        )
    return Judgement("right", words.EQUAL)


def _missing(right: Right, found: Lacking) -> Iterable[Missing]:
    name = right.variable
    for at, value in found.points:
        said = words.NO_VALUE_BUT if value is not None else words.NO_VALUE
        facts = {"place": equality(name, at), "value": quoted(value.expr) if value else ""}
        yield Missing(said.filled(**facts), (((name, at),),))
    for family in found.families:
        place = quoted(Relation(Name(name), "=", family))
        yield Missing(words.NO_VALUE.filled(place=place), (((name, Exact(family, None, None)),),))
    for interval in found.intervals:
        yield Missing(words.NO_VALUE_ON.filled(interval=_interval(interval)), intervals=(interval,))
    for condition, there in found.relations:
        points = tuple((n, exact(tree)) for n, tree in there.items())
        facts = {"place": ", ".join(equality(*each) for each in points)}
        needs = words.NO_VALUE_UNLESS.filled(**facts, condition=quoted(condition))
        yield Missing(needs, (points,))


def _interval(one: object) -> str:
    start, end = getattr(one, "start"), getattr(one, "end")  # noqa: B009
    return f"({quoted(start.expr)}, {quoted(end.expr)})"


def _lacking_somewhere(seen: Comparison) -> Judgement:
    """The set is not known, but one of its points is."""
    at = tuple(
        (name, exact(number(Fraction(value))))
        for name, value in seen.lacking[0].items()
        if not isinstance(value, tuple)
    )
    said = words.NO_VALUE.filled(place=", ".join(equality(*each) for each in at))
    return Judgement("right-on-part", words.EQUAL_ON_PART, missing=(Missing(said, (at,)),))
