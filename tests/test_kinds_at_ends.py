"""Every point of an answer is a minimum, a maximum or neither, also where f or a constraint ends;
feasible points near by are compared with what it is said to be."""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable, Iterator
from itertools import pairwise, product
from random import Random

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from calctool.notation.printing.plain import plain
from calctool.notation.tree import ONE, ZERO, Relation, Tree
from calctool.solve.answer import Status
from calctool.solve.candidates import PointSet
from calctool.solve.critical.answering import answer as of_critical
from calctool.solve.exact.record import Exact
from calctool.solve.lagrange.answering import answer as of_lagrange
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question as critical
from calctool.solve.typed.lagrange import question as lagrange

Point = tuple[float, float]
Function = Callable[[float, float], float]


def _asin(u: float) -> float:
    return math.asin(u) if abs(u) <= 1 else math.nan


def _acos(u: float) -> float:
    return math.acos(u) if abs(u) <= 1 else math.nan


NAMES = {
    "sqrt": lambda u: math.sqrt(u) if u >= 0 else math.nan, "sin": math.sin, "cos": math.cos,
    "exp": math.exp, "abs": abs, "max": max, "min": min,
    "asin": _asin, "acos": _acos, "pi": math.pi, "e": math.e,
    "acosh": lambda u: math.acosh(u) if u >= 1 else math.nan,
}  # fmt: skip


def compiled(text: str) -> Function:
    found = eval(f"lambda x, y, t=0: {text.replace('^', '**')}", dict(NAMES))  # noqa: S307

    def value(x: float, y: float) -> float:
        made = found(x, y)
        return math.nan if isinstance(made, complex) else made

    return value


def asked(
    text: str, subject_to: tuple[str, ...] = (), domain: tuple[str, ...] = ()
) -> OptimumAnswer:
    typed = Typed(text, subject_to=list(subject_to), domain=list(domain))
    if subject_to:
        return [*of_lagrange(lagrange(typed))][-1]
    return [*of_critical(critical(typed))][-1]


def number(value: Exact) -> float:
    assert value.low is not None
    assert value.high is not None
    return float(value.low + value.high) / 2


# --- feasible points near by ---------------------------------------------------------------------

RADII = (3e-2, 1e-2, 3e-3)
POWERS = (1, 1.5, 2, 3, 4)


class Feasible:
    """The set of a question in x and y."""

    def __init__(
        self, subject_to: tuple[str, ...], box: tuple[Point, Point] | None, text: str = ""
    ) -> None:
        self.box = box
        self.edges = [
            compiled(edge) for end, edges in EDGES.items() if end in text for edge in edges
        ]
        self.equations, self.needs = [], []
        for each in subject_to:
            for sign in ("<=", ">=", "="):
                if sign in each:
                    left, right = each.split(sign)
                    g = compiled(f"({left}) - ({right})")
                    (self.equations if sign == "=" else self.needs).append((g, sign))
                    break
        self.edges += [g for g, _ in self.needs]

    def has(self, at: Point) -> bool:
        if self.box and not all(
            low <= each <= high for each, (low, high) in zip(at, self.box, strict=True)
        ):
            return False
        return all(
            (g(*at) <= 0) if sign == "<=" else (g(*at) >= 0) for g, sign in self.needs
        ) and not any(math.isnan(g(*at)) for g, _ in self.equations)

    def near(self, centre: Point, radius: float) -> Iterator[Point]:
        moves = [cmath.rect(radius, math.tau * (k + 0.3) / 240) for k in range(240)]
        moves += [cmath.rect(radius, math.tau * k / 8) for k in range(8)]
        ways = [(c.real, c.imag) for c in moves]
        if self.equations:
            ((g, _),) = self.equations
            ways = list(self._on_curve(g, centre, radius))
        else:
            ways += [way for g in self.edges for way in self._on_curve(g, centre, radius)]
            for a, b, s, t in product(POWERS, POWERS, (1, -1), (1, -1)):
                ways.append((s * radius**a, t * radius**b))
        for across, up in ways:
            at = (centre[0] + across, centre[1] + up)
            if self.has(at):
                yield at

    def _on_curve(self, g: Function, centre: Point, radius: float) -> Iterator[Point]:
        """Where the curve g = 0 meets the circle, from both sides: by signs and bisection."""

        def at(angle: float) -> Point:
            c = cmath.rect(radius, angle)
            return c.real, c.imag

        def value(angle: float) -> float:
            x, y = at(angle)
            return g(centre[0] + x, centre[1] + y)

        steps = [math.tau * k / 720 + 1e-7 for k in range(721)]
        # A curve may run along an axis at which a root ends.
        small = [10.0**-k for k in range(2, 11)]
        steps += [math.tau * k / 4 + s * d for k in range(5) for s in (1, -1) for d in small]
        for low, high in pairwise(sorted(steps)):
            a, b = value(low), value(high)
            if math.isnan(a) or math.isnan(b) or a * b > 0:
                continue
            for _ in range(60):
                middle = (low + high) / 2
                low, high = (middle, high) if value(middle) * a > 0 else (low, middle)
            yield at(low)
            yield at(high)


def objection(f: Function, feasible: Feasible, centre: Point, kind: str) -> str | None:
    here = f(*centre)
    noise = 1e-7 * (1 + abs(here))  # A root of a rounded zero is 1e-8.
    seen = []
    for radius in RADII:
        rises = [f(*near) - here for near in feasible.near(centre, radius)]
        seen.append({(rise > noise) - (rise < -noise) for rise in rises if not math.isnan(rise)})
    if kind in ("neither", "saddle"):
        every = set().union(*seen)
        return None if {1, -1} <= every or not every - {0} else f"{centre} is an extremum"
    wrong = -1 if kind == "local-minimum" else 1
    return f"{centre} is no {kind}" if all(wrong in found for found in seen) else None


def objections(
    made: OptimumAnswer, text: str, subject_to: tuple[str, ...], box: tuple[Point, Point] | None
) -> list[str]:
    f, feasible = compiled(text), Feasible(subject_to, box, text)
    found = []
    for point in made.points:
        at = tuple(number(dict(point.at)[name]) for name in ("x", "y"))
        if point.kind != "undecided" and not math.isnan(f(*at)):
            found.append(objection(f, feasible, at, point.kind))
    for one in made.sets:
        found += [objection(f, feasible, at, kind) for at, kind in on_set(one)]
    return [each for each in found if each is not None]


def on_set(one: PointSet) -> Iterator[tuple[Point, str]]:
    """Some points of a set, also those at which branches meet, with all that is said of them."""
    if one.points is None or len(one.parameters) != 1:
        return
    for t in (step / 4 + by for step in range(-12, 13) for by in (0, 0.13)):
        own = {one.parameters[0]: t}
        try:
            at = {name: evaluated(tree, own) for name, tree in one.points}
            if not all(holds(each, at) for each in one.equations if each.sign != "="):
                continue
            if not all(abs(difference(e, at)) < 1e-9 for e in one.equations if e.sign == "="):
                continue
            kinds = {part.kind for part in one.kinds if all(holds(e, at) for e in part.where)}
        except (ValueError, ZeroDivisionError, TypeError):
            continue
        yield from (((at["x"], at["y"]), kind) for kind in kinds - {"undecided"})


def evaluated(tree: Tree, at: dict[str, float]) -> float:
    return float(eval(plain(tree).replace("^", "**"), dict(NAMES), dict(at)))  # noqa: S307


def difference(each: Relation, at: dict[str, float]) -> float:
    return evaluated(each.left, at) - evaluated(each.right, at)


def holds(each: Relation, at: dict[str, float]) -> bool:
    apart = difference(each, at)
    near = abs(apart) < 1e-9
    return {"<": apart < 0, ">": apart > 0, "<=": apart <= 0, ">=": apart >= 0}.get(
        each.sign, near if each.sign == "=" else not near
    )


def has_no_open_kind(made: OptimumAnswer) -> bool:
    kinds = {point.kind for point in made.points}
    kinds |= {part.kind for one in made.sets for part in one.kinds}
    return not kinds & {"undecided", "endpoint"}


# --- random questions ----------------------------------------------------------------------------

EDGES = {
    "sqrt(x-y^2)": ("x-y^2",), "sqrt(1-x^2-y^2)": ("1-x^2-y^2",), "sqrt(x+y)": ("x+y",),
    "sqrt(x+sqrt(y))": ("x+(y*(y>0))**0.5", "y"),
}  # fmt: skip
"""Where parts end that do not end at a side that the axes run along."""
ENDS = (
    "sqrt(x)", "sqrt(y)", "sqrt(x*y)", "sqrt(x-y^2)", "sqrt(1-x^2-y^2)", "x^(3/2)", "asin(x)",
    "acos(y)", "sqrt(1-x)", "sqrt(x+y)", "acosh(y)", "sqrt(x+sqrt(y))",
)  # fmt: skip
FACTORS = ("", "-", "2*", "y*", "-x*", "(x-1)*", "(x-2*y)*", "y^2*")
SMOOTH = ("0", "x", "y^2", "-x*y", "x^2-y", "x^2+y^2", "x-y", "-y^2", "sin(x)")


@st.composite
def functions(draw: st.DrawFn) -> str:
    parts = [draw(st.sampled_from(SMOOTH))]
    parts += [
        f"{draw(st.sampled_from(FACTORS))}{draw(st.sampled_from(ENDS))}"
        for _ in range(draw(st.integers(1, 2)))
    ]
    return " + ".join(f"({each})" for each in parts)


BOXES = ((), ("x:[0,1]", "y:[0,1]"), ("x:[-1,1]", "y:[0,2]"))
SIDES = {
    (): None,
    BOXES[1]: ((0.0, 1.0), (0.0, 1.0)),
    BOXES[2]: ((-1.0, 1.0), (0.0, 2.0)),
}


@given(functions(), st.sampled_from(BOXES))
@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_points_of_critical(text: str, domain: tuple[str, ...]) -> None:
    assume("x" in text and "y" in text)
    made = asked(text, domain=domain)
    if made.status is Status.COMPLETE:
        assert has_no_open_kind(made)
    assert not objections(made, text, (), SIDES[domain])


SETS = (
    ("sqrt(x)+sqrt(y)=1",), ("sqrt(x)+y^2=1",), ("sqrt(x)+sqrt(y)<=1",), ("x^2+y^2=1",),
    ("x^2+y^2<=1", "x>=0"), ("y^2=x^3",), ("x*sqrt(y)=1",), ("sqrt(x)<=y", "y<=1"),
    ("(x-1)*(x-y)=0",), ("x*y*(x+y-1)=0",), ("x*y=0",), ("(x-1)*(x-y)<=0",), ("x^2=y^2",),
    ("x*y*(x+y-1)<=0",), ("y*(y-x^2)=0",), ("y*(y-x^2)<=0",), ("(x-1)^2*(x-y)>=0",),
    ("max(x,y)=1",), ("min(x,2*y)<=1",), ("abs(x)=abs(y)",), ("abs(x*y)<=1",), ("x^2*(y-1)=0",),
    ("asin(x)+y=1",), ("x+y=1", "x>=0", "y>=0"), ("y<=sqrt(x)", "x<=1", "y>=0"),
)  # fmt: skip
OBJECTIVES = (
    "x", "y^2", "(x-1)^2", "(x-1)^2*(y-1)", "x*y*(x-1)", "(x-y)^2", "(x-y)*y", "abs(x-1)-y",
    "x+y", "x*y", "x-y", "x^2+y", "sqrt(x)+y", "x-sqrt(y)", "x^2-y^2", "y", "(x-1)*y", "x*sqrt(y)",
)  # fmt: skip


@given(st.sampled_from(OBJECTIVES), st.sampled_from(SETS))
@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_points_of_lagrange(text: str, subject_to: tuple[str, ...]) -> None:
    made = asked(text, subject_to)
    if made.status is Status.COMPLETE:
        assert has_no_open_kind(made)
    if not any(each.replace("=", "", 1).count("=") for each in subject_to):
        assert not objections(made, text, subject_to, None)


KINKS = (
    "abs(x)", "abs(y-x)", "abs(x*y)", "max(x,y)", "x^2", "-y^2", "x*y", "x^3", "-x^2*y",
    "sqrt(x+1)", "x*abs(y)", "y*sqrt(x+1)", "(x-y)^2", "min(x,y^2)", "x/(2+y)", "x*sqrt(1-y)",
    "abs(x-1)*y", "1/(1+x^2+y^2)", "x*y/(1+x^2)", "(x^2+y^2)*x", "sqrt(x^2+y^2)",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
def test_kinks_edges_and_corners_by_both(seed: int) -> None:
    """Half of the questions as `critical` asks them, half as `lagrange` does."""
    draw = Random(seed)  # noqa: S311 (questions of a test)
    text = "x*y" + "".join(f" + ({each})" for each in draw.sample(KINKS, 2))
    domain = ("x:[0,1]", "y:[-1,1]")
    sides = ("x>=0", "x<=1", "y>=-1", "y<=1")
    made = asked(text, sides) if seed % 2 else asked(text, domain=domain)
    if made.status is Status.COMPLETE:
        assert has_no_open_kind(made)
    assert not objections(made, text, (), ((0.0, 1.0), (-1.0, 1.0)))


@pytest.mark.parametrize(
    ("text", "subject_to", "at", "kind"),
    [
        ("x+y", ("sqrt(x)+sqrt(y)=1",), (1, 0), "local-minimum"),
        ("x+y", ("sqrt(x)+sqrt(y)=1",), (1, 0), "neither"),
        ("sqrt(x)-sqrt(y)", (), (0, 0), "local-maximum"),
        ("sqrt(x)+y^2", (), (0, 0), "local-maximum"),
    ],
)
def test_a_wrong_kind_is_objected_to(
    text: str, subject_to: tuple[str, ...], at: Point, kind: str
) -> None:
    assert objection(compiled(text), Feasible(subject_to, None), at, kind)


@pytest.mark.parametrize("domain", [["x:[1,2)", "y:[-2,1]"], ["x:[1,2]", "y:[0,1]"]])
def test_no_place_of_an_extreme_is_strict_at_the_end_of_a_set(domain: list[str]) -> None:
    """f is 0 on all of y = 0, which is a set of candidates whether its kind is known or not."""
    *_, found = of_critical(critical(Typed("sqrt(x^2+y^2)-x", domain=domain)))
    at = [[value.expr for _, value in point.at] for point in found.points]
    (place,) = (p for p, c in zip(found.points, at, strict=True) if c == [ONE, ZERO])
    assert (place.kind, place.strict) == ("local-minimum", None)
