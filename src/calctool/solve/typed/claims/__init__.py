"""Points, intervals and extremes that an answer claims, as text or as JSON has them."""

from __future__ import annotations

from calctool import budget
from calctool.notation.problem import Problem
from calctool.notation.tree import Relation
from calctool.solve.given import Claim, Given
from calctool.solve.lagrange.letters import belonging
from calctool.solve.typed.answered import of_the_answer
from calctool.solve.typed.claims.objects import of_json
from calctool.solve.typed.claims.text import is_none, of_text
from calctool.solve.typed.record import Typed


def claims(
    answer: object,
    variables: tuple[str, ...],
    typed: Typed,
    *,
    trends: bool,
    constraints: tuple[Relation, ...] = (),
) -> Given:
    """What an answer claims of points in these variables; with `trends` of intervals, too, and
    with `constraints` of multipliers.

    Raises Problem for words that say nothing of the kind.
    """
    found: list[Claim]
    none = False
    if isinstance(answer, str):
        text = answer.strip()
        none = is_none(text)
        found = [] if none else list(of_text(text, variables, typed, trends))
        if not none and not found:
            raise _not_understood(answer, trends)
    else:
        found, text = list(of_json(answer, variables, typed)), "JSON"
        none = not found
    if len(found) > budget.CLAIMS:
        raise of_the_answer(Problem("check.too-many-claims", most=budget.CLAIMS), "")
    for claim in found:
        names = [name for name, _ in claim.multipliers]
        if belonging(names, constraints) is None:
            problem = Problem("check.multiplier", names=", ".join(names), source=claim.text)
            raise of_the_answer(problem, claim.text)
    only_extremes = bool(found) and all(each.kind in ("minimum", "maximum") for each in found)
    kind = "trends" if any(each.start is not None for each in found) else "points"
    return Given(text, claims=tuple(found), kind=kind, none=none, complete=not only_extremes)  # type: ignore[arg-type]


def _not_understood(text: str, trends: bool) -> Problem:
    hint = "claims-of-intervals" if trends else "claims-of-points"
    return of_the_answer(Problem("check.claim", hint=hint, source=text), text)
