"""Random questions in letters: one variable, several, on constraints, and kinks that move."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from oracle.ask import Question

SIZES = ("1", "2", "3", "1/2", "5", "-1", "-2")
TABLES: tuple[str, ...] = (
    "x^3-{m}*a*x", "x^2+a*x+{m}", "a*x^2+x-{m}", "x^4-a*x^2+{m}", "a*x^3+x^2-{m}*x",
    "x^3+a*x^2+{m}", "exp(a*x)-{m}*x", "x*exp(-a*x)", "exp(x)-a*x", "exp(-x)+a*x^2",
    "x^2*exp(a*x)", "a*exp(x)+exp(-x)", "x/(x^2+a)", "(x-a)/(x^2+{m})", "a*x+{m}/x",
    "(a*x+1)/(x+{m})", "1/(x^2+a*x+1)", "x^2/(x-a)", "log(x)-a*x", "log(x^2+a)", "x*log(x)-a*x",
    "log(x)/x+a", "log(x-a)+x", "a*log(x)+x^2", "sqrt(x)-a*x", "sqrt(x^2+a)", "sqrt(x-a)+{m}*x",
    "sqrt(a-x^2)", "x*sqrt(x+a)", "sqrt(x+a)-sqrt(x)", "abs(x-a)+x^2", "abs(x-a)*x", "abs(x^2-a)",
    "max(x,a)", "min(x^2,a)", "x*abs(x)-a*x", "a^2*x-x^3", "x^4+a*x^3", "(x-a)^2*(x+1)",
    "(x^2-a)^2", "x^a", "(x-1)^(1/3)+a*x", "a", "a*x", "Piecewise((x^2, x<a), ({m}*x, True))",
    "x^2-2*a*x+a^2", "x+a/x^2", "atan(a*x)", "atan(x)-a*x", "x*(1-x)^2-a", "exp(x)*(x-a)",
    "exp(-(x-a)^2)", "exp(a/x)", "tanh(a*x)", "1/(1+exp(-a*x))", "a*x+b", "x^2+a*x+b", "a*x^2+b",
    "(x-a)*(x-b)", "a*exp(b*x)", "exp(-(x-a)^2/b)", "a/x+b*x",
)  # fmt: skip
KINKS: tuple[str, ...] = (
    "abs(x-a)*x", "sqrt(x+a)", "max(x,a)+{m}*x", "abs(x^2-a)", "log(abs(x-a))", "x^a",
    "sign(x-a)*x", "Piecewise((x^2,x<a),({m}*x,True))", "abs(x)-a*x", "relu(a*x+{m})",
    "abs(a*x-1)", "(x-a)^(2/3)", "sqrt(a^2-x^2)", "asin(x/a)", "abs(x-a)^3", "min(x,a)^2",
    "Piecewise((x^2,x!=a),({m},True))", "abs(x-a)+abs(x-b)", "b*abs(x-a)", "max(a*x,x^2)",
    "floor(x)+a", "sqrt(abs(x-a))", "abs(exp(x)-a)", "log(x^2-a)",
    "Piecewise((a*x,x<=1),(x^2,True))", "abs(a*x^2+x)", "acos(a*x)", "x^2*sign(a)",
)  # fmt: skip
SMOOTH: tuple[str, ...] = (
    "a*x^2+{m}*x", "sqrt(x+a)", "1/(x-a)", "exp(a*x)", "(x-a)^3", "a/x^2", "log(a*x)", "sin(a*x)",
    "x^3-a*x", "sqrt(a*x+{m})", "a", "(a*x+1)/(x-{m})", "abs(x-a)", "cos(x+a)",
)  # fmt: skip
SEVERAL: tuple[str, ...] = (
    "x^3-{m}*a*x+y^2", "a*x^2+{m}*y^2", "x^2+a*x*y+y^2", "(x-a)^2+(y-b)^2", "x^4+y^4-4*a*x*y",
    "log(x)+a*y-x-y^2", "x^3+y^3-3*a*x*y", "x*y+a/x+a/y", "x^2+y^2-2*a*x-2*b*y", "x^2-y^2+a*x",
    "a*x^2+b*y^2", "exp(a*x)-x+y^2", "x^4-a*x^2+y^2", "x*y*(a-x-y)", "exp(x)-a*x+(y-x)^2",
    "(x-y)^2+a*(x+y)", "x^2*y-a*y", "x^2+y^2+a/(x^2+1)", "a*x+y^2", "x^2+2*x*y+a*y^2+y",
    "log(x)+log(y)-a*x-y", "x*exp(-x)+a*y^2", "a*(x^2+y^2)", "x^2+y^2-a", "(x^2+y^2-a)^2",
)  # fmt: skip
GOALS: tuple[str, ...] = (
    "x*y", "x+y", "a*x+y", "a*x+b*y", "x^2+y^2", "x^2+a*y^2", "x^2*y", "x-{m}*y",
    "sqrt(x)*sqrt(y)", "log(x)+{m}*log(y)", "x*y^2", "exp(x)+y", "x^3+y", "x", "a*x*y",
    "(x-a)^2+y^2",
)  # fmt: skip
SETS: tuple[tuple[str, ...], ...] = (
    ("x^2+y^2=a^2",), ("x^2+y^2=r",), ("x+y=a",), ("a*x+y=1",), ("p*x+q*y=m",), ("x*y=a",),
    ("x^2+y^2<=a",), ("x+y<=a", "x>=0", "y>=0"), ("x^2+a*y^2=1",), ("x>=a",), ("y>=x^2", "y<=a"),
    ("x^2+y^2=1",), ("x+y=1",), ("x^2/{m}+y^2=a",), ("y=a*x^2",), ("x+y=a", "x>=0"),
)  # fmt: skip
DOMAINS: tuple[list[str], ...] = ([], [], [], ["[0,1]"], ["[0,oo)"], ["(0,oo)"], ["[-1,2]"],
                                  ["(-oo,0)"])  # fmt: skip
ASSUMED: tuple[list[str], ...] = ([], [], [], ["a>0"], ["a>=0"], ["a<0"], ["a!=0"], ["a>1"])
PROPERTIES = (None, None, None, None, "increasing", "decreasing", "f>0", "f>=0", "f<0", "f<=0")


def _filled(random: Random, pool: tuple[str, ...]) -> str:
    return random.choice(pool).format(m=random.choice(SIZES))


def _assumed(random: Random, *texts: str) -> dict[str, Any]:
    """Only what speaks of a letter that is there."""
    chosen = random.choice(ASSUMED)
    return {"assume": chosen} if chosen and any("a" in _letters(text) for text in texts) else {}


def _letters(text: str) -> set[str]:
    kept = {"a", "b", "m", "p", "q", "r"}
    words = "".join(sign if sign.isalpha() else " " for sign in text).split()
    return kept & set(words)


def _table(random: Random) -> Question:
    made, domain = _filled(random, TABLES), random.choice(DOMAINS)
    options: dict[str, Any] = {"wrt": ["x"], **_assumed(random, made)}
    if domain and ("a" not in domain[0] or "a" in _letters(made)):
        options["domain"] = domain
    wanted = random.choice(PROPERTIES)
    if wanted and _letters(made) == {"a"}:
        options["when"] = wanted
    return Question("table", made, options)


def _of_one(command: str, pool: tuple[str, ...]) -> Callable[[Random], Question]:
    def question(random: Random) -> Question:
        made = _filled(random, pool)
        at = {"at": random.choice(("0", "1", "a", "2"))} if random.random() < 0.3 else {}
        if "a" in at.values() and "a" not in _letters(made):
            at = {}
        return Question(command, made, {"wrt": ["x"], **at, **_assumed(random, made)})

    return question


def _critical(random: Random) -> Question:
    if random.random() < 0.3:
        made = _filled(random, TABLES)
        return Question("critical", made, {"wrt": ["x"], **_assumed(random, made)})
    made = _filled(random, SEVERAL)
    return Question("critical", made, {"wrt": ["x,y"], **_assumed(random, made)})


def _lagrange(random: Random) -> Question:
    made = _filled(random, GOALS)
    chosen = [text.format(m=random.choice(SIZES[:5])) for text in random.choice(SETS)]
    options = {"wrt": ["x,y"], "subject_to": chosen, **_assumed(random, made, *chosen)}
    return Question("lagrange", made, options)


LETTERS: dict[str, Callable[[Random], Question]] = {
    "letters.table": _table,
    "letters.critical": _critical,
    "letters.lagrange": _lagrange,
    "letters.diff": _of_one("diff", KINKS),
    "letters.limit-def": _of_one("limit-def", SMOOTH),
}
