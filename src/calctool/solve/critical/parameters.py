"""The answer in terms of parameters: one point, and what it is for which parameters."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.domain.conditions import implied
from calctool.algebra.domain.reduction import reduced, truth
from calctool.notation.quoted import quoted
from calctool.notation.tree import INFINITY, ZERO, Negative, Relation, Sign, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import CandidatePoint, Extreme, PointKind, Test
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.exact.record import Exact
from calctool.solve.stationary.linear import Linear, in_names, with_solution
from calctool.solve.stationary.slopes import Slopes
from calctool.words import Words
from calctool.words.extrema import candidates as said

_KINDS: tuple[PointKind, ...] = ("local-minimum", "local-maximum", "saddle")


class Case(Struct, frozen=True):
    """A kind and what the parameters must keep for it; `holds` for all of them, for none, or
    that depends (None)."""

    kind: PointKind
    needs: tuple[Relation, ...]
    holds: bool | None


def in_parameters(so_far: CriticalAnswer, slopes: Slopes) -> CriticalAnswer:
    """The only critical point; raises Problem where it is not found in terms of parameters."""
    question = so_far.question
    linear = Linear(question, slopes)
    solution = linear.solution()
    point = _point(linear, solution, question.statement)
    minimum, maximum = _extremes(point)
    solved = with_solution(so_far, linear, solution, "residual")
    return replace(solved, points=(point,), minimum=minimum, maximum=maximum)


def _point(linear: Linear, solution: dict[str, Tree], f: Tree) -> CandidatePoint:
    minors = _leading(linear)
    cases = _cases(minors, linear.singular())
    kind = next((case.kind for case in cases if case.holds is True), None)
    matrix = tuple(tuple(map(in_names, row)) for row in linear.hessian)
    id, reason = "parameters", _told(case for case in cases if case.holds is not False)
    if kind is not None:
        id, reason = _definite(kind)
    return CandidatePoint(
        tuple((name, in_names(at)) for name, at in solution.items()),
        in_names(linear.short(substitute(f, solution))),
        kind or "undecided",
        "gradient-zero",
        Test(id, reason, matrix, tuple(map(in_names, minors))),
        strict=True if kind in ("local-minimum", "local-maximum") else None,
    )


def _leading(linear: Linear) -> tuple[Tree, ...]:
    """Leading minors, the variables with a diagonal entry of known sign first."""
    many = range(len(linear.names))
    order = sorted(many, key=lambda i: _sign(linear.hessian[i][i]) is None)
    return tuple(linear.minor(tuple(order[: size + 1])) for size in many)


def _sign(tree: Tree) -> int | None:
    if truth(Relation(tree, ">", ZERO)):
        return 1
    return -1 if truth(Relation(tree, "<", ZERO)) else None


# --- kinds --------------------------------------------------------------------------------------


def _cases(minors: tuple[Tree, ...], exceptions: tuple[Relation, ...]) -> list[Case]:
    """Minimum, maximum and saddle; without zeros of the determinant there is no other kind."""
    positive = [Relation(minor, ">", ZERO) for minor in minors]
    turns: tuple[Sign, Sign] = ("<", ">")
    negative = [Relation(minor, turns[n % 2], ZERO) for n, minor in enumerate(minors)]
    listed = [
        _case("local-minimum", positive, exceptions),
        _case("local-maximum", negative, exceptions),
    ]
    if len(minors) == 1:
        return listed
    if len(minors) == 2:
        return [*listed, _case("saddle", [Relation(minors[1], "<", ZERO)], exceptions)]
    # A principal minor of even order that is negative is enough; all of them are too many to list.
    mixed = any(_sign(minor) == -1 for minor in minors[1::2])
    mixed = mixed or all(case.holds is False for case in listed)
    return [*listed, Case("saddle", (), True if mixed else None)]


def _case(kind: PointKind, needs: list[Relation], exceptions: tuple[Relation, ...]) -> Case:
    if any(truth(need) is False for need in needs):
        return Case(kind, (), False)
    short = list(dict.fromkeys(part for need in needs for part in reduced(need)))
    for need in tuple(short):
        others = [other for other in short if other is not need]
        if implied(need, others):
            short = others
    beside = {Relation(each.left, "!=", each.right) for each in exceptions}
    return Case(kind, tuple(short), True if beside.issuperset(short) else None)


def _told(cases: Iterable[Case]) -> Words:
    """`minimum when a > 1; saddle when a < 1`"""
    said_ = [_one_case(case) for case in cases]
    return Words(en="; ".join(each.en for each in said_), zh="；".join(each.zh for each in said_))


def _one_case(case: Case) -> Words:
    if not case.needs:
        return said.OTHERWISE[case.kind]
    en, zh = (word.join(map(quoted, case.needs)) for word in (" and ", " 且 "))
    words = said.WHEN[case.kind]
    return Words(en=words.marked("en", condition=en), zh=words.marked("zh", condition=zh))


def _definite(kind: PointKind) -> tuple[str, Words]:
    id = "hessian-indefinite" if kind == "saddle" else "hessian-definite"
    return id, said.QUADRATIC[kind]


# --- extremes -----------------------------------------------------------------------------------


def _extremes(point: CandidatePoint) -> tuple[Extreme, Extreme]:
    """A quadratic function with a definite Hessian has one extreme, with an indefinite none."""
    place = (point.at,)
    bottom, top = (Exact(tree, None, None) for tree in (Negative(INFINITY), INFINITY))
    unbounded = "unbounded-quadratic"
    least = Extreme(False, bottom, unbounded, said.ARGUMENTS[unbounded])
    greatest = Extreme(False, top, unbounded, said.ARGUMENTS[unbounded])
    convex = said.ARGUMENTS["convex-quadratic"]
    match point.kind:
        case "local-minimum":
            return Extreme(True, point.value, "convex-quadratic", convex, place), greatest
        case "local-maximum":
            return least, Extreme(True, point.value, "convex-quadratic", convex, place)
        case "saddle":
            return least, greatest
    open_ = Extreme(None, None, "undecided", said.DEPENDS)
    return open_, open_
