"""Answers of `critical` and `lagrange` made by hand, and the pages of them in tests/golden."""

from fractions import Fraction

from calctool.algebra.ball.constants import enclose
from calctool.notation.system import Alternatives, System
from calctool.present.answers import document
from calctool.present.document import Document, Wishes
from calctool.solve.answer import (
    Check,
    Completeness,
    Derivation,
    OneDerivative,
    State,
    Status,
    Step,
)
from calctool.solve.candidates import (
    CandidatePoint,
    Extreme,
    Place,
    PointFamily,
    PointKind,
    PointSet,
    Stretch,
    Test,
)
from calctool.solve.critical.record import CriticalAnswer
from calctool.solve.exact.record import Exact
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.solve.typed import Typed, critical, lagrange
from calctool.verify.verdict import Finding, Verdict
from calctool.words import Language, Words
from texts import relation, tree

PROVED = Finding(Verdict.PROVED, "identity")
INFINITE = ("oo", "-oo")


def exact(text: str) -> Exact:
    found = tree(text)
    bounds = None if text in INFINITE or found.names else enclose(found, 20)
    return Exact(found, *(bounds or (None, None)))


def place(**coordinates: str) -> Place:
    return tuple((name, exact(value)) for name, value in coordinates.items())


def same(text: str) -> Words:
    return Words(en=text, zh=text)


def system(*equations: str) -> System:
    return System(tuple(map(relation, equations)))


def step(rule: str, title: Words, before: object, after: object) -> Step:
    return Step(rule, title, before, after, PROVED)  # type: ignore[arg-type]


def slope(name: str, start: str, end: str) -> OneDerivative:
    title = Words(en="sum rule", zh="和的求导法则")
    derivation = Derivation(tree(start), (step("sum", title, tree(start), tree(end)),))
    return OneDerivative((name,), (derivation,), tree(end))


# --- three points, one of them a saddle ---------------------------------------------------------

DEFINITE = Words(
    en="the Hessian is positive definite: all leading principal minors are positive",
    zh="黑塞矩阵正定：各阶顺序主子式均为正",
)
INDEFINITE = Words(
    en="the Hessian has a positive and a negative eigenvalue",
    zh="黑塞矩阵有一个正特征值和一个负特征值",
)


def point(
    at: Place, value: str, kind: PointKind, matrix: str, minors: str, inertia: tuple[int, int, int]
) -> CandidatePoint:
    rows = tuple(tuple(map(exact, row.split())) for row in matrix.split(";"))
    id, reason = (
        ("hessian-indefinite", INDEFINITE) if kind == "saddle" else ("hessian-definite", DEFINITE)
    )
    test = Test(id, reason, rows, tuple(map(exact, minors.split())), inertia)
    strict = None if kind == "saddle" else True
    return CandidatePoint(at, exact(value), kind, "gradient-zero", test, strict)


LOW, MIDDLE, HIGH = place(x="-1", y="-1"), place(x="0", y="0"), place(x="1", y="1")
POINTS = (
    point(LOW, "-1", "local-minimum", "12 -4;-4 12", "12 128", (2, 0, 0)),
    point(MIDDLE, "1", "saddle", "0 -4;-4 0", "0 -16", (1, 1, 0)),
    point(HIGH, "-1", "local-minimum", "12 -4;-4 12", "12 128", (2, 0, 0)),
)
SOLVED = Alternatives(
    (system("x = -1", "y = -1"), system("x = 0", "y = 0"), system("x = 1", "y = 1"))
)
GRADIENT = system("4*x^3 - 4*y = 0", "4*y^3 - 4*x = 0")
TRIANGULAR = system("y = x^3", "x^9 - x = 0")
SOLVING = Derivation(
    GRADIENT,
    (
        step("substitute", Words(en="put y = x^3 in", zh="代入 y = x^3"), GRADIENT, TRIANGULAR),
        step("solve-one", Words(en="real zeros", zh="实零点"), TRIANGULAR, SOLVED),
    ),
)
THREE = CriticalAnswer(
    question=critical.question(Typed("x^4+y^4-4*x*y+1")),
    status=Status.COMPLETE,
    completeness=Completeness(
        State.COMPLETE,
        Words(
            en="the equations have 9 complex solutions, and 3 of them are real",
            zh="方程组有 9 个复数解，其中 3 个为实数解",
        ),
    ),
    gradient=(
        slope("x", "D(x^4 + y^4 - 4*x*y + 1, x)", "4*x^3 - 4*y"),
        slope("y", "D(x^4 + y^4 - 4*x*y + 1, y)", "4*y^3 - 4*x"),
    ),
    hessian=((tree("12*x^2"), tree("-4")), (tree("-4"), tree("12*y^2"))),
    solving=(SOLVING,),
    points=POINTS,
    minimum=Extreme(
        True,
        exact("-1"),
        "coercive",
        Words(en="f grows beyond all bounds far out", zh="f 在远处趋于无穷"),
        (LOW, HIGH),
    ),
    maximum=Extreme(
        False,
        exact("oo"),
        "unbounded-along-curve",
        Words(en="f(t, 0) → +∞ as t → ∞", zh="t → ∞ 时 f(t, 0) → +∞"),
    ),
    checks=(
        Check("residual", PROVED),
        Check("gradient", Finding(Verdict.SAMPLED, "taylor-balls", 5)),
    ),
)

# --- a curve of points, a family, long numbers, something open ----------------------------------

ROOT = "CRootOf(x^5 - x - 1, 0)"
OPEN = Test("undecided", Words(en="what f does there was not decided", zh="未判定"))
DEGENERATE = Test("square", Words(en="f is a square, and 0 there", zh="f 是平方，在该处为 0"))
MIXED = CriticalAnswer(
    question=critical.question(Typed("(x^2+y^2-1)^2", domain=["x:[-2, oo)"])),
    status=Status.PARTIAL,
    completeness=Completeness(
        State.PARTIAL,
        Words(en="every critical point in the box is listed", zh="已列出框内全部临界点"),
        (),
        (("x", Fraction(-10), Fraction(10)), ("y", Fraction(-10), Fraction(10))),
    ),
    gradient=(slope("x", "D((x^2 + y^2 - 1)^2, x)", "4*x*(x^2 + y^2 - 1)"),),
    conditions=(relation("x > 0"),),
    points=(
        CandidatePoint(
            place(x="-sqrt(2)/2", y=ROOT), exact("1"), "local-maximum", "gradient-zero", DEGENERATE,
            False,
        ),
        CandidatePoint(
            place(x="-2", y="sqrt(2) + sqrt(3) + sqrt(5) + sqrt(7) + sqrt(11) + sqrt(13)"), None,
            "undecided", "gradient-missing", OPEN,
        ),
        CandidatePoint(place(x="-2", y="0"), exact("9"), "endpoint", "endpoint", OPEN),
    ),
    families=(
        PointFamily(
            (("x", tree("k*pi")), ("y", tree("l*pi"))), ("k", "l"), "saddle", exact("0"), DEGENERATE
        ),
    ),
    sets=(
        PointSet(
            (relation("x^2 + y^2 = 1"),), (("x", tree("cos(t)")), ("y", tree("sin(t)"))), ("t",),
            (Stretch((), "local-minimum", DEGENERATE),), exact("0"),
        ),
        PointSet(
            (relation("x = 0"),), None, (),
            (Stretch((relation("y > 0"),), "local-minimum", DEGENERATE),
             Stretch((relation("y = 0"),), "neither", DEGENERATE)), None, tree("y^2"),
        ),
    ),
    minimum=Extreme(True, exact("0"), "square", same("f ≥ 0"), sets=(0,), families=(0,)),
    maximum=Extreme(None, None, "undecided", Words(en="no argument was found", zh="未找到依据")),
)  # fmt: skip

# --- constraints --------------------------------------------------------------------------------

BORDERED = Test(
    "bordered-hessian",
    Words(en="the Hessian of L is positive definite on the tangent space",
          zh="L 的黑塞矩阵在切空间上正定"),
    tuple(tuple(map(exact, row.split())) for row in ("0 1 1", "1 2 0", "1 0 2")),
    (exact("-4*sqrt(2)"),),
    (1, 0, 0),
)  # fmt: skip
CIRCLE = place(x="-sqrt(2)/2", y="-sqrt(2)/2"), place(x="sqrt(2)/2", y="sqrt(2)/2")
CUSP = place(x="0", y="0")
EQUATIONS = ("1 - 2*lambda*x = 0", "1 - 2*lambda*y = 0", "x^2 + y^2 = 1")
SEED = LagrangeAnswer(
    question=lagrange.question(Typed("x+y", subject_to=["x**2+y**2=1"])),
    status=Status.COMPLETE,
    completeness=Completeness(
        State.COMPLETE, Words(en="every candidate is listed", zh="已列出全部可疑点")
    ),
    lagrangian=tree("x + y - lambda*(x^2 + y^2 - 1)"),
    multipliers=("lambda",),
    system=tuple(map(relation, EQUATIONS)),
    gradient=(
        slope("x", "D(x + y - lambda*(x^2 + y^2 - 1), x)", "1 - 2*lambda*x"),
        slope("y", "D(x + y - lambda*(x^2 + y^2 - 1), y)", "1 - 2*lambda*y"),
    ),
    solving=(
        Derivation(
            system(*EQUATIONS),
            (
                step("eliminate", Words(en="eliminate λ", zh="消去 λ"), system(*EQUATIONS),
                     system("x - y = 0", "x^2 + y^2 = 1")),
            ),
        ),
    ),
    points=tuple(
        CandidatePoint(
            at, exact(value), kind, "gradient-zero", BORDERED, True, (("lambda", exact(factor)),),
            active=(1,),
        )
        for at, value, kind, factor in (
            (CIRCLE[0], "-sqrt(2)", "local-minimum", "-sqrt(2)/2"),
            (CIRCLE[1], "sqrt(2)", "local-maximum", "sqrt(2)/2"),
        )
    ),
    feasible=True,
    minimum=Extreme(
        True, exact("-sqrt(2)"), "compact",
        Words(en="the set is closed and bounded, and f is continuous", zh="集合有界闭，f 连续"),
        (CIRCLE[0],),
    ),
    maximum=Extreme(
        True, exact("sqrt(2)"), "compact",
        Words(en="the set is closed and bounded, and f is continuous", zh="集合有界闭，f 连续"),
        (CIRCLE[1],),
    ),
    checks=(Check("constraints", PROVED),),
)  # fmt: skip
CASES = LagrangeAnswer(
    question=lagrange.question(Typed("x", subject_to=["y>=0", "(1-x)^3>=y"])),
    status=Status.PARTIAL,
    completeness=Completeness(
        State.PARTIAL, Words(en="all cases were worked through", zh="已讨论各种情形")
    ),
    lagrangian=tree("x - lambda1*y - lambda2*((1 - x)^3 - y)"),
    multipliers=("lambda1", "lambda2"),
    system=tuple(map(relation, ("1 + 3*lambda2*(1 - x)^2 = 0", "lambda2 - lambda1 = 0"))),
    points=(
        CandidatePoint(
            place(x="1", y="0"), exact("1"), "local-maximum", "singular",
            Test("greatest-value", Words(en="x <= 1 on the set", zh="集合上 x <= 1")), True, None,
            False, (1, 2),
        ),
    ),
    feasible=True,
    minimum=Extreme(False, exact("-oo"), "unbounded-along-curve", same("(−t, 0)")),
    maximum=Extreme(True, exact("1"), "one-variable", same("x ≤ 1"), (place(x="1", y="0"),)),
)  # fmt: skip
INFEASIBLE = LagrangeAnswer(
    question=lagrange.question(Typed("x", subject_to=["x^2+1=0"])),
    status=Status.COMPLETE,
    completeness=Completeness(State.COMPLETE, Words(en="x^2 + 1 > 0", zh="x^2 + 1 > 0")),
    lagrangian=tree("x - lambda*(x^2 + 1)"),
    multipliers=("lambda",),
    feasible=False,
)

ANSWERS = {
    "critical": THREE,
    "critical-mixed": MIXED,
    "lagrange": SEED,
    "lagrange-cases": CASES,
    "lagrange-infeasible": INFEASIBLE,
}


def _page(answer: CriticalAnswer | LagrangeAnswer, language: Language) -> Document:
    return document(answer, Wishes(language))


OPTIMA: dict[str, Document] = {
    "critical.en": _page(THREE, "en"),
    "critical.zh": _page(THREE, "zh"),
    "critical-mixed.en": _page(MIXED, "en"),
    "lagrange.en": _page(SEED, "en"),
    "lagrange-cases.zh": _page(CASES, "zh"),
}
