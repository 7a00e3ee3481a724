"""No line of a solved system loses a solution of the line before it: Newton's method looks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations, islice, product
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import newton
from calctool.algebra.ball import Lack, Program
from calctool.notation.problem import Problem
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import Negative, Relation, Sum, Tree
from calctool.solve.answer import Derivation, Step, Told
from calctool.solve.critical import answering as critical
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.lagrange import answering as lagrange
from calctool.solve.table import answering as table
from calctool.solve.table.record import TableAnswer
from calctool.solve.typed import Typed, question

CLOSE = 1e-6
WHOLE = (-2, -1, 0, 1, 2)
SYSTEMS = 4
"""Square parts of a system from which solutions are looked for."""

OBJECTIVES = (
    "x^2+y^2", "x*y", "x+2*y", "abs(x)+y^2", "sqrt(x)+y", "x^3-y", "abs(x-y)+x^2", "max(x,y)+y^2",
    "x^2-y^2+x", "relu(x)+y", "sqrt(1-x^2)+y", "exp(x)-x*y", "x*log(x)+y*log(y)",
)  # fmt: skip
CONSTRAINTS = (
    ("abs(x)<=1",), ("x+y^2=3",), ("x^2+y^2=1",), ("x^2+y^2=1", "abs(x)<=2"), ("abs(x)+abs(y)<=1",),
    ("x^2+y^2<=4", "x>=0"), ("x*y=1",), ("max(x,y)=1",), ("y>=abs(x)", "y<=2"), ("sqrt(x)+y=2",),
    ("y>=0", "x^2+y^2>=1"),
)  # fmt: skip


def apart(relation: Relation) -> Tree:
    return Sum((relation.left, Negative(relation.right)))


def value(tree: Tree, at: Mapping[str, float]) -> float | None:
    if not tree.names <= at.keys():
        return None
    (found,) = Program((tree,)).balls({name: Fraction(c) for name, c in at.items()})
    return None if isinstance(found, Lack) else float(found.mid())


def holds(line: Line, at: Mapping[str, float]) -> bool | None:
    """None where a value is not known, or too near to an edge."""
    match line:
        case Alternatives(systems):
            found = [holds(each, at) for each in systems]
            return True if True in found else None if None in found else False
        case System(relations):
            found = [holds(each, at) for each in relations]
            return False if False in found else None if None in found else True
        case Relation():
            return holds_one(line, at)
    return None


def holds_one(relation: Relation, at: Mapping[str, float]) -> bool | None:
    found = value(apart(relation), at)
    if found is None:
        return None
    if relation.sign == "=":
        return abs(found) < CLOSE
    if abs(found) < CLOSE:
        return None if relation.sign in ("<", ">", "!=") else True
    return {"<": found < 0, "<=": found < 0, ">": found > 0, ">=": found > 0, "!=": True}[
        relation.sign
    ]


def solutions_of(line: Line) -> Iterator[dict[str, float]]:
    """Regular ones, of some square parts of the equations, that keep all of the line; and whole
    numbers, where signs may be 0."""
    for system in line.systems if isinstance(line, Alternatives) else (line,):
        relations = system.relations if isinstance(system, System) else (system,)
        equations = [apart(each) for each in relations if isinstance(each, Relation)]
        names = sorted(frozenset().union(*(each.names for each in equations)))
        for chosen in islice(combinations(equations, len(names)), SYSTEMS if names else 0):
            yield from newton.found(chosen, names, 4, starts=12)
        if 0 < len(names) < 3:
            yield from (
                dict(zip(names, at, strict=True)) for at in product(WHOLE, repeat=len(names))
            )


def every(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from every(step.steps)


def gathered(derivation: Derivation) -> Step:
    """All of it as one line, which needs what its lines need."""
    (*_, last), where = derivation.steps, derivation.where
    return replace(last, before=derivation.start, after=derivation.end, where=where, steps=())


def lost(derivation: Derivation) -> Iterator[tuple[Step, dict[str, float]]]:
    for step in (*every(derivation.steps), gathered(derivation)):
        for at in solutions_of(step.before):
            asked = holds(step.before, at) and all(holds(each, at) for each in step.where)
            if asked and holds(step.after, at) is False:
                yield step, at


@settings(max_examples=15)
@given(st.sampled_from(OBJECTIVES), st.sampled_from(CONSTRAINTS))
def test_no_case_of_a_constrained_problem_loses_solutions(
    text: str, constraints: tuple[str, ...]
) -> None:
    typed = Typed(text, subject_to=constraints, wrt=("x", "y"))
    *_, made = lagrange.answer(question("lagrange", typed))
    for derivation in made.solving:
        assert not list(lost(derivation))


@pytest.mark.parametrize(
    "text",
    [
        "x^4+y^4-4*x*y", "abs(x)+x*y+y^2", "x^3-3*x*y^2+x", "exp(x)*(x^2+y^2-1)", "x*sqrt(y)-y",
        "sin(x)+x/2+y^2", "sin(x)*sin(y)+x", "exp(-x/10)*cos(x)+y^2", "cos(x)*y+y^2/4",
        "abs(x-y)+y^2", "max(x,y)+y^2", "abs(x)*x^2+y^2-3*y", "abs(x)+abs(y)+x*y", "sqrt(x*y)+x+y",
    ],
)  # fmt: skip
@pytest.mark.parametrize("domain", [(), ("x:[-1,2]", "y:[0,oo)"), ("x:(1,4)",)])
def test_no_line_of_a_gradient_loses_solutions(text: str, domain: tuple[str, ...]) -> None:
    *_, made = critical.answer(question("critical", Typed(text, domain=domain)))
    for derivation in made.solving:
        assert not list(lost(derivation))


INNER = (
    "1-sin(3*x)", "1+cos(x)", "x^3-3*x+2", "1+1/x", "x^2*(1-x)", "exp(x)-1-x", "(x^2-1)^2", "x^2-x",
    "1-cos(x)*sin(x)", "x*(x-1)^2*(x+2)", "x^2-2*abs(x)+1",
)  # fmt: skip
OUTER = (
    "sqrt({})", "log({})", "cbrt({})", "({})^x", "1/({})", "({})^(2/3)", "abs({})+x", "atan({})",
    "x*sqrt({})", "sqrt({})/x",
)  # fmt: skip


@settings(max_examples=25)
@given(
    st.sampled_from(INNER),
    st.sampled_from(OUTER),
    st.sampled_from(["", "[-1,5]", "(-oo,3]", "(0,oo)"]),
    st.sampled_from([critical, table]),
)
@example("1-sin(3*x)", "sqrt({})", "[-1,5]", critical)
@example("1+1/x", "({})^x", "(-oo,3]", critical)
def test_no_line_of_one_variable_loses_solutions(
    inner: str, outer: str, domain: str, command: ModuleType
) -> None:
    """Where a line has solutions at which f' has no value, the condition is said."""
    typed = Typed(outer.format(inner), domain=(domain,) if domain else ())
    name = "critical" if command is critical else "table"
    try:
        *_, made = command.answer(question(name, typed))
    except Problem:
        return
    for derivation in _of_one_variable(made):
        assert not [
            (step, at)
            for step, at in lost(derivation)
            if not isinstance(made, TableAnswer) or _is_searched(made, derivation, at)
        ]


def _of_one_variable(made: Told) -> Iterator[Derivation]:
    if isinstance(made, TableAnswer):
        for zeros in (*made.zeros, *made.bends):
            if zeros.steps:
                yield Derivation(System((zeros.equation,)), zeros.steps)
    elif isinstance(made, CriticalAnswer):
        yield from made.solving


def _is_searched(made: TableAnswer, derivation: Derivation, at: dict[str, float]) -> bool:
    """Whether a place lies between the ends of what was asked, and where this formula holds."""
    (spans,) = (
        zeros.spans
        for zeros in (*made.zeros, *made.bends)
        if zeros.steps and zeros.steps == derivation.steps
    )
    (x,) = at.values()
    return any(
        (start.low is None or start.low < x) and (end.high is None or x < end.high)
        for start, end in spans
    )


def test_the_cases_of_an_absolute_value_are_told_apart() -> None:
    typed = Typed("x^2+y^2", subject_to=("abs(x)<=1",))
    *_, made = lagrange.answer(question("lagrange", typed))
    first = [
        (step.before, step.where) for derivation in made.solving for step in derivation.steps[:1]
    ]
    assert len(set(first)) == len(first)


@pytest.mark.parametrize(
    ("text", "constraint"),
    [("cos(x^2)", "x^2<=1"), ("sin(x)+x/2", "x^2<=20"), ("sin(x^2)*x", "x<=2")],
)
def test_a_line_says_which_inequality_cuts_what_repeats(text: str, constraint: str) -> None:
    typed = Typed(text, subject_to=(constraint,))
    *_, made = lagrange.answer(question("lagrange", typed))
    assert made.solving
    for derivation in made.solving:
        assert not list(lost(derivation))


@pytest.mark.parametrize(
    ("text", "constraints"),
    [("x^2+y^2", ("x+y>1",)), ("x*y", ("x+y<1", "x>0", "y>0")), ("x^2+y^2", ("x+y=3", "x>2"))],
)
def test_what_a_strict_condition_leaves_out_is_said(
    text: str, constraints: tuple[str, ...]
) -> None:
    *_, made = lagrange.answer(question("lagrange", Typed(text, subject_to=constraints)))
    last = [derivation.steps[-1] for derivation in made.solving]
    assert made.points or all(step.where or not listed(step.after) for step in last)


def listed(line: Line) -> tuple[System, ...]:
    return line.systems if isinstance(line, Alternatives) else (line,)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("x^2+y^2-4*x", ("x:(3,5)",)),
        ("x^2+y^2-4*x", ("x:[3,5]",)),
        ("x^3-3*x+y^2", ("x:[0,5)",)),
        ("abs(x-1)+x^2+y^2-y", ("y:(1,2)",)),
        ("log(x)-x^2+y^2", ("x:(1,2)", "y:[0,1]")),
    ],
)
def test_solutions_outside_of_a_box_are_left_out_in_a_line(
    text: str, domain: tuple[str, ...]
) -> None:
    *_, made = critical.answer(question("critical", Typed(text, domain=domain)))
    inner = sum(point.why == "gradient-zero" for point in made.points)
    last = [derivation.steps[-1].after for derivation in made.solving]
    assert sum(len(listed(line)) for line in last) == inner
