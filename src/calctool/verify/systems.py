"""The second opinion on how a system was solved: every point is put into every line again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from calctool import budget
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Count
from calctool.algebra.systems import NotPolynomial, has_real_point
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import Name, Negative, Relation, Sign, Sum, Tree, rational
from calctool.notation.walk import substitute
from calctool.verify.verdict import Finding, Verdict

NOTHING = Finding(Verdict.UNDECIDED, "nothing-usable")
HOLDS: dict[Sign, Callable[[int], bool]] = {
    "=": lambda sign: sign == 0,
    "!=": lambda sign: sign != 0,
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
}


def check_residuals(equations: Sequence[Tree], places: Sequence[Place]) -> Finding:
    """Whether all equations (each = 0) hold at all places; sampled where that is not exact."""
    signs = [_sign(equation, place) for place in places for equation in equations]
    if any(signs):
        return Finding(Verdict.REFUTED, "substituted-back", 1)
    verdict = Verdict.SAMPLED if None in signs else Verdict.PROVED
    return Finding(verdict, "substituted-back", len(places))


def check_count(counts: Sequence[Count], listed: int) -> Finding | None:
    """Whether an independent count finds as many points as are listed.

    None where it cannot tell: points that belong to several cases are counted in each.
    """
    total = sum(count.real for count in counts)
    if listed > total and counts:
        return Finding(Verdict.REFUTED, "counted", listed)
    return Finding(Verdict.PROVED, "counted", listed) if counts and listed == total else None


class Lines:
    """The lines of one solution at its points; each relation is looked at once for each point.

    `meanings` are those of names that a change of variables brought in.
    """

    def __init__(self, places: Sequence[Place], meanings: Mapping[str, Tree]) -> None:
        self.places = places
        self.meanings = meanings
        self._known: dict[tuple[Relation, int], bool | None] = {}

    def check(self, before: Line, after: Line, proof: str | None) -> Finding:
        """Whether two lines have the same solutions among the places; `proof` names the argument
        that there are no others."""
        if after == Alternatives(()) and _has_solution(before):
            return Finding(Verdict.REFUTED, "substituted-back")
        told = 0
        for number in range(len(self.places)):
            answers = (self._holds(before, number), self._holds(after, number))
            if None in answers:
                continue
            if answers[0] is not answers[1]:
                return Finding(Verdict.REFUTED, "substituted-back", 1)
            told += 1
        if proof is not None and told == len(self.places):
            return Finding(Verdict.PROVED, "same-solutions", told)
        return Finding(Verdict.SAMPLED, "substituted-back", told) if told else NOTHING

    def _holds(self, line: Line, number: int) -> bool | None:
        match line:
            case Relation():
                return self._relation(line, number)
            case System(relations):
                return _all(self._relation(each, number) for each in relations)
            case Alternatives(systems):
                found = [self._holds(each, number) for each in systems]
                return True if True in found else None if None in found else False
        return None

    def _relation(self, relation: Relation, number: int) -> bool | None:
        key = (relation, number)
        if key not in self._known:
            self._known[key] = self._at(relation, self.places[number])
        return self._known[key]

    def _at(self, relation: Relation, place: Place) -> bool | None:
        left, right = relation.left, relation.right
        # Two ways to write one number are hard to bring together; mostly it is one way.
        if _coordinate(left, place) == right:
            return HOLDS[relation.sign](0)
        apart = left if rational(right) == 0 else Sum((left, Negative(right)))
        apart = substitute(apart, self.meanings)
        sign = _sign(apart, place) if apart.names <= set(place.names) else None
        return None if sign is None else HOLDS[relation.sign](sign)


def _coordinate(tree: Tree, place: Place) -> Tree | None:
    if isinstance(tree, Name) and tree.id in place.names:
        return place.coordinate(tree.id).tree()
    return None


def _all(answers: Iterable[bool | None]) -> bool | None:
    """Stops at the first that fails."""
    told: bool | None = True
    for answer in answers:
        if answer is False:
            return False
        told = told and answer
    return told


def _sign(tree: Tree, place: Place) -> int | None:
    """A value that is not zero mostly shows it at once; zero needs the exact test."""
    try:
        value: Scalar = place.scalar(tree)
        low, high = value.bounds(budget.BALL_BITS)
    except (Undecided, Undefined, UnknownError):
        return None
    return 1 if low > 0 else -1 if high < 0 else value.sign()


# --- what is said to have no solution -----------------------------------------------------------


def _has_solution(line: Line) -> bool:
    """Whether a real solution is found of what is said to have none."""
    systems = line.systems if isinstance(line, Alternatives) else (line,)
    return any(_is_solvable(each) for each in systems)


def _is_solvable(line: Line) -> bool:
    relations = line.relations if isinstance(line, System) else (line,)
    equations: list[Tree] = []
    for each in relations:
        if not isinstance(each, Relation) or each.sign != "=":
            return False
        equations.append(Sum((each.left, Negative(each.right))))
    names = sorted(frozenset().union(*(each.names for each in equations)))
    try:
        return has_real_point(equations, names) is True
    except NotPolynomial:
        return False
