"""Cases of several letters in which the same is found, as one where their conditions allow it."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.notation.tree import Relation, Sign, rational
from calctool.solve.answer import Case, Told
from calctool.solve.candidates import Extreme
from calctool.solve.optimum.cases.joining import alike
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.table.cases.united import united
from calctool.words.extrema import cases as words

_TOGETHER: dict[frozenset[Sign], Sign | None] = {
    frozenset(("<", ">")): "!=",
    frozenset(("<", "=")): "<=",
    frozenset((">", "=")): ">=",
    frozenset(("!=", "=")): None,
    frozenset(("<", ">=")): None,
    frozenset(("<=", ">")): None,
}
"""Two signs of one difference as one; None for any sign."""
_STRICT: dict[Sign, tuple[Sign, ...]] = {"!=": ("<", ">"), "<=": ("<", "="), ">=": (">", "=")}

Group = tuple[Relation, ...]


def merged(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """The same cases, fewer of them; where they stay as they are, with shorter conditions."""
    made: list[Case] = []
    for case in cases:
        one = Case(tuple(map(_short, case.when)), case.answer)
        while (number := _beside(made, one)) is not None:
            one = _both(made.pop(number), one) or one
        made.append(one)
    return tuple(made)


def together(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """Of one letter: those in which the same is found as one, be they neighbours or not."""
    made: list[Case] = []
    for case in cases:
        number = next((n for n, other in enumerate(made) if _same(other, case)), None)
        if number is None:
            made.append(case)
        else:
            last = made[number]
            when = united([last.when, case.when])
            made[number] = Case(when, _without_other_curves(last.answer, case.answer))
    return tuple(made)


def neighbours_merged(cases: tuple[Case, ...]) -> tuple[Case, ...]:
    """Of one letter, ascending: neighbours in which the same is found as one."""
    made: list[Case] = []
    for case in cases:
        last = made[-1] if made else None
        when = () if last is None else united([last.when, case.when])
        if last is not None and len(when) == 1 and _same(last, case):
            made[-1] = Case(when, _without_other_curves(last.answer, case.answer))
        else:
            made.append(case)
    return tuple(made)


def _same(one: Case, other: Case) -> bool:
    p, q = one.answer, other.answer
    if not isinstance(p, OptimumAnswer) or not isinstance(q, OptimumAnswer):
        return False
    return p.question.statement == q.question.statement and alike(p, q)


def _beside(made: list[Case], one: Case) -> int | None:
    return next((n for n, other in enumerate(made) if _both(other, one) is not None), None)


def _both(one: Case, other: Case) -> Case | None:
    if len(one.when) != 1 or len(other.when) != 1:
        return None
    when = _union(one.when[0], other.when[0])
    if when is None or not _same(one, other):
        return None
    return Case((when,), _without_other_curves(one.answer, other.answer))


def _without_other_curves(one: Told | None, other: Told | None) -> Told | None:
    """A curve that shows a bound in one case need not be one in the other."""
    assert isinstance(one, OptimumAnswer)  # noqa: S101 (they are the same)
    assert isinstance(other, OptimumAnswer)  # noqa: S101
    pairs = ((one.minimum, other.minimum), (one.maximum, other.maximum))
    low, high = (p if p is None or q is None else _of_both(p, q) for p, q in pairs)
    return replace(one, minimum=low, maximum=high)


def _of_both(p: Extreme, q: Extreme) -> Extreme:
    reason = p.reason if p.reason == q.reason else words.EACH_BY_ITSELF
    approached = p.approached if p.approached == q.approached else None
    return replace(p, reason=reason, approached=approached)


def _union(one: Group, other: Group) -> Group | None:
    """What holds where all of one or all of the other do; None where that is no group."""
    own = [r for r in one if r not in other]
    others = [r for r in other if r not in one]
    if len(own) != 1 or len(others) != 1:
        return None
    (p,), (q,) = own, others
    signs = frozenset((p.sign, q.sign))
    if (p.left, p.right) != (q.left, q.right) or signs not in _TOGETHER:
        return None
    sign = _TOGETHER[signs]
    joined = () if sign is None else (Relation(p.left, sign, p.right),)
    return tuple(made for r in one for made in (joined if r == p else (r,)))


def _short(group: Group) -> Group:
    """Without what a stricter sign of the same difference says, too; what a letter is by others
    stands last, for these say where it has a value."""
    known = {(r.left, r.sign, r.right) for r in group}
    values = {r.left: rational(r.right) for r in group if r.sign == "="}
    kept = (
        r
        for r in group
        if not any((r.left, sign, r.right) in known for sign in _STRICT.get(r.sign, ()))
        if r.sign != "!=" or values.get(r.left) in (None, rational(r.right))
    )
    return tuple(sorted(kept, key=lambda r: bool(r.right.names)))
