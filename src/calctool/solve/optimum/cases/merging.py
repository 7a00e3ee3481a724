"""Cases of several letters in which the same is found, as one where their conditions allow it."""

from __future__ import annotations

from calctool.notation.tree import Relation, Sign
from calctool.solve.answer import Case
from calctool.solve.optimum.cases.joining import alike
from calctool.solve.optimum.record import OptimumAnswer

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


def _beside(made: list[Case], one: Case) -> int | None:
    return next((n for n, other in enumerate(made) if _both(other, one) is not None), None)


def _both(one: Case, other: Case) -> Case | None:
    if len(one.when) != 1 or len(other.when) != 1:
        return None
    when = _union(one.when[0], other.when[0])
    p, q = one.answer, other.answer
    if when is None or not isinstance(p, OptimumAnswer) or not isinstance(q, OptimumAnswer):
        return None
    if p.question.statement != q.question.statement or not alike(p, q):
        return None
    return Case((when,), p)


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
    kept = (
        r
        for r in group
        if not any((r.left, sign, r.right) in known for sign in _STRICT.get(r.sign, ()))
    )
    return tuple(sorted(kept, key=lambda r: bool(r.right.names)))
