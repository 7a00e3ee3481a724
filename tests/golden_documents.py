"""The documents of tests/golden: one for each kind of block, and one whole answer."""

from fractions import Fraction

from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Name, Statement
from calctool.present.diff import document
from calctool.present.document import (
    Chain,
    Document,
    Formula,
    Grid,
    Link,
    Note,
    Prose,
    Text,
    Title,
    Wishes,
)
from calctool.present.phrases import foreign
from calctool.solve.answer import (
    AtPoint,
    Check,
    Completeness,
    Derivation,
    Kink,
    OneDerivative,
    State,
    Status,
    Step,
)
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.exact.record import Exact
from calctool.solve.question import DiffQuestion
from calctool.verify.verdict import Finding, Verdict
from calctool.words import Note as Remark
from calctool.words import Words
from golden_optimum import OPTIMA
from golden_tables import TABLES
from texts import relation, tree

PROVED = Finding(Verdict.PROVED, "identity")
SAMPLED = Finding(Verdict.SAMPLED, "taylor-balls", 5)


def text(template: str, *formulas: str) -> Text:
    return Text(template, tuple(map(read_back, formulas)))


LONG = "a1*sin(x)^2*exp(-x) + a2*cos(x)/(1 + x^2) - a3*sqrt(x)*log(1 + x) + a4*abs(x - 1)"
DX = f"D({LONG}, x)"

FACTS = {
    "en": (
        Formula(tree(LONG), tree("f'(x)"), text("Answer"), emphasis=True),
        Formula(tree("2"), tree("f''(x)"), aside=text("{0}", "sigmoid(x) = 1/(1 + exp(-x))")),
        Prose(text("{0}, {1}", "x > 0", "x != 1"), text("Domain")),
        Prose(
            text("{0}: not differentiable, a kink; left derivative {1}, right derivative {2}",
                 "x = 0", "-1", "1"),
            text("Except at"),
        ),
        Formula(tree("log(2)"), tree("f'(2)"), text("At {0}", "x = 2"), decimal="0.693147"),
    ),
    "zh": (
        Formula(tree(LONG), tree("f'(x)"), text("答案"), emphasis=True),
        Prose(text("{0}，{1}", "x > 0", "x != 1"), text("定义域")),
        Prose(
            text("{0}：不可导，角点；左导数 {1}，右导数 {2}。在这一点函数连续而没有导数，"
                 "因为左右两侧差商的极限不相等。", "x = 0", "-1", "1"),
            text("不可导点"),
        ),
    ),
}  # fmt: skip

CHAIN = {
    "en": (
        Title(text("Derivation of {0}", "f'(x)")),
        Chain(
            tree("D(x^2*sin(x), x)"),
            (
                Link(tree("D(x^2, x)*sin(x) + x^2*D(sin(x), x)"),
                     text("product rule  {0}", "D(u*v) = D(u)*v + u*D(v)"), Verdict.PROVED),
                Link(tree(DX), text("a line that is longer than the others, and so is its reason"),
                     Verdict.SAMPLED),
                Link(tree("x*(x*cos(x) + 2*sin(x))"), text("factor"), Verdict.UNDECIDED),
            ),
        ),
        Prose(text("derivative of {0}", "u1")),
        Chain(relation("D(x^2 + y^2, x) = 0"),
              (Link(relation("2*x + 2*y*D(y, x) = 0"), text("chain rule"), Verdict.PROVED),)),
    ),
    "zh": (
        Title(text("推导过程")),
        Chain(
            tree("D(x^2*sin(x), x)"),
            (
                Link(tree("D(x^2, x)*sin(x) + x^2*D(sin(x), x)"),
                     text("积的求导法则  {0}", "D(u*v) = D(u)*v + u*D(v)"), Verdict.PROVED),
                Link(tree("2*x*sin(x) + x^2*cos(x)"),
                     text("幂函数求导公式，正弦函数的导数，常数的导数为零，常数倍法则"),
                     Verdict.PROVED),
            ),
        ),
    ),
}  # fmt: skip

GRID = {
    "en": (
        Grid(
            (text("rule"), text("formula"), text("where")),
            (
                (text("quotient rule"), text("{0}", "D(u/v) = (D(u)*v - u*D(v))/v^2"),
                 text("{0}", "v != 0")),
                (text("power rule"), text("{0}", "D(x^n) = n*x^(n - 1)"),
                 text("{0} is free of {1}", "n", "x")),
            ),
        ),
    ),
    "zh": (
        Grid(
            (text("法则"), text("公式")),
            ((text("商的求导法则"), text("{0}", "D(u/v) = (D(u)*v - u*D(v))/v^2")),
             (text("幂函数求导公式"), text("{0}", "D(x^n) = n*x^(n - 1)"))),
        ),
    ),
}  # fmt: skip

NOTES = {
    "en": (
        Note("proved", foreign("proved: each line is an exact identity; the derivative also agrees "
                               "with automatic differentiation at 5 random points")),
        Note("sampled", foreign("sampled: lines proved: 4 of 5; the rest agree at random points")),
        Note("undecided", text("whether there is a derivative where {0}", "sin(x)^2 = 0")),
        Note("warning", foreign("stopped after 10 s; --timeout allows more")),
        Note("note", foreign("read {xy} as one variable \x1b[31m")),
    ),
    "zh": (
        Note("proved", foreign("已证明：每一行都是精确的恒等式；导数另在 5 个随机点与自动微分相符，"
                               "所用的每条法则在表达式有定义的每一点都成立")),
        Note("undecided", text("{0} 处是否可导", "sin(x)^2 = 0")),
    ),
}  # fmt: skip


# --- a whole answer -----------------------------------------------------------------------------

SIGMOID = "1/(1 + exp(-x))"
LINES = (
    ("reciprocal", "reciprocal rule", "倒数的求导法则",
     "-D(1 + exp(-x), x)/(1 + exp(-x))^2", PROVED),
    ("sum", "sum rule, derivative of a constant", "和的求导法则，常数的导数",
     "-D(exp(-x), x)/(1 + exp(-x))^2", PROVED),
    ("exp", "chain rule", "链式法则", "-exp(-x)*D(-x, x)/(1 + exp(-x))^2", PROVED),
    ("negative", "derivative of a negative", "相反数的导数", "exp(-x)/(1 + exp(-x))^2", PROVED),
    ("write-with-sigmoid", "write with sigmoid", "用 σ 表示", "sigmoid(x)*(1 - sigmoid(x))",
     SAMPLED),
)  # fmt: skip


def sigmoid_answer() -> DiffAnswer:
    """Every field that a page shows is filled; the kink is of the page, not of the sigmoid."""
    one = OneDerivative(
        ("x",),
        (_derivation(),),
        tree(LINES[-1][3]),
        conditions=(relation("x < 3"),),
        holds=(relation("x != 1"),),
        undefined_at=(Kink(_exact("1"), "kink", _exact("-1"), _exact("oo")),),
        undecided=(relation("sin(x)^2 = 0"),),
        at=AtPoint(
            (("x", _exact("log(2)")),),
            True,
            Exact(tree("2*sqrt(2)"), Fraction(28284271, 10**7), Fraction(28284272, 10**7)),
            tangent=tree("2/3 + 2/9*(x - log(2))"),
        ),
    )
    reason = Words(
        en="every rule used holds at every point where the expression is defined",
        zh="所用的每条法则在表达式有定义的每一点都成立",
    )
    return DiffAnswer(
        question=DiffQuestion(SIGMOID, tree(SIGMOID), ("x",)),
        derivatives=(one,),
        status=Status.COMPLETE,
        completeness=Completeness(State.COMPLETE, reason),
        checks=(
            Check("derivation", Finding(Verdict.SAMPLED, "each-step")),
            Check("derivative", SAMPLED),
        ),
        notes=(
            Remark("reading", Words(en="read `xy` as one variable", zh="把 `xy` 读作一个变量")),
        ),
        names=(("u1", tree("exp(-x)")),),
    )


def _derivation() -> Derivation:
    start: Statement = read_back(f"D({SIGMOID}, x)")
    steps = []
    state = start
    for rule, en, zh, after, finding in LINES:
        bound = (("u", tree("1 + exp(-x)")),) if rule == "reciprocal" else ()
        steps.append(Step(rule, Words(en, zh), state, tree(after), finding, bound))
        state = tree(after)
    return Derivation(start, tuple(steps))


def _exact(value: str) -> Exact:
    return Exact(tree(value), None, None)


DOCUMENTS: dict[str, Document] = {
    f"{name}.{language}": Document(blocks)
    for name, languages in {"facts": FACTS, "chain": CHAIN, "grid": GRID, "notes": NOTES}.items()
    for language, blocks in languages.items()
} | {
    "partial.en": Document(
        (Formula(Name("w1"), tree("D(f, x1)")), Chain(tree("D(w1*x1, x1)"), ())), partial=True
    ),
    "diff-brief.en": document(sigmoid_answer(), Wishes("en")),
    "diff-full.en": document(sigmoid_answer(), Wishes("en", "full")),
    "diff-none.en": document(sigmoid_answer(), Wishes("en", "none")),
    "diff-brief.zh": document(sigmoid_answer(), Wishes("zh")),
    **TABLES,
    **OPTIMA,
}
