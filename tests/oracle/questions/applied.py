"""Random questions of those who use formulas: physics, statistics, learning, economics."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from oracle.ask import Question

NUMBERS = ("1/2", "1", "2", "3", "0.1", "1.5", "5", "0.75", "10")
TEMPLATES: tuple[str, ...] = (
    "x^3/(exp(x/{a})-1)", "{a}*((1/x)^12-(1/x)^6)", "{a}*(1-exp(-{b}*(x-1)))^2", "x^2*exp(-x/{a})",
    "exp(-{a}*x)*cos({b}*x)", "{a}/x^2-{b}/x", "sqrt({a}^2+x^2)/{b}+sqrt(1+(3-x)^2)",
    "8*x/(3-1/{a})-3*x^2", "{a}*x/({b}+x)", "x^{n}/({a}^{n}+x^{n})", "{a}/(1+exp(-{b}*(x-1)))",
    "exp(-x^2/(2*{a}))/sqrt(2*pi*{a})", "x^({n}-1)*exp(-x/{a})", "exp(-(log(x))^2/{a})/x",
    "exp(-(x+exp(-x)))", "log(1+exp({a}*x))", "x/(1+exp(-{a}*x))", "x*tanh(log(1+exp(x)))",
    "max(0,{a}-x)+{b}*x^2", "-x*log(x)-(1-x)*log(1-x)", "log(x)-{a}*x", "{a}*x^{b}-x",
    "x^(1-{a})/(1-{a}+2)", "-{a}*exp(-{b}*x)", "(x-{a})^2+{b}*abs(x)", "abs(x)-{a}*log(1+abs(x))",
    "Piecewise((x^2/2, abs(x)<={a}), ({a}*(abs(x)-{a}/2), True))", "x*erf(x/{a})", "erf(x)-{b}*x",
    "{a}*x^2-{b}*x^4", "sin(x)/x", "(sin({a}*x)/x)^2", "log(x)/x^{n}", "x^x", "x^(1/x)", "gelu(x)",
    "atan({a}/x)-atan({b}/x)", "sqrt(x)*exp(-x/{a})", "cosh(x/{a})*{a}", "1/(1+{a}*x^2)",
    "x*sqrt({a}-x^2)", "{a}*sin(x)+{b}*cos(x)", "tanh({a}*x)-x/{b}", "x/(x^2+{a}*x+{b})",
    "log(cosh(x))-{a}*x^2", "exp(x)/(1+exp(x))^2", "(1+1/x)^x", "({a}+x)^{n}*exp(-{b}*x)",
    "sqrt(x^2+{a}*x)-x", "cbrt(x^2*({a}-x))", "asinh({a}*x)-x", "log({a}*x+sqrt(x^2+1))",
)  # fmt: skip
TWO: tuple[str, ...] = (
    "{a}*x^2+{b}*y^2-x*y", "x^(1/{n})*y^(1/2)", "log(x)+{a}*log(y)-x-y", "(1-x)^2+{a}*(y-x^2)^2",
    "(x^2+y-11)^2+(x+y^2-7)^2", "x*y*exp(-{a}*x-y)", "exp(-x^2-{a}*y^2)*(x-y)", "x*y+{a}/x+{b}/y",
    "sqrt(x^2+y^2)+sqrt((x-{a})^2+y^2)", "log(exp(x)+exp(y))-{a}*x/5-y/2", "x^3-3*{a}*x*y+y^3",
    "cos(x)+cos({a}*y)", "sin(x)*sin(y)*sin(x+y)", "cos(x+{a})*cos(y)", "x^2+y^4-{a}*x*y^2",
)  # fmt: skip
BUDGETS: tuple[str, ...] = (
    "{a}*x+{b}*y=10", "{a}*x+y<=4", "x^2+{a}*y^2=1", "x*y={a}", "x+y>={a}", "1/x+1/y=1/{n}",
    "sqrt(x)+sqrt(y)={a}", "exp(x)+exp(y)=3", "x^2+y^2<={n}",
)  # fmt: skip


def filled(random: Random, template: str) -> str:
    return template.format(
        a=random.choice(NUMBERS), b=random.choice(NUMBERS), n=random.choice(("2", "3", "4"))
    )


def one(random: Random) -> str:
    return filled(random, random.choice(TEMPLATES))


def two(random: Random) -> Question:
    made = filled(random, random.choice(TWO))
    if random.random() < 0.5:
        return Question("critical", made)
    chosen = [filled(random, random.choice(BUDGETS))]
    chosen += random.choice(([], [], ["x>=0", "y>=0"]))
    return Question("lagrange", made, {"wrt": ["x,y"], "subject_to": chosen})


def partial(random: Random) -> Question:
    options = random.choice(({"wrt": ["x,y"]}, {"mixed": "x,y"}, {"wrt": ["y"], "order": "2"}))
    return Question("diff", filled(random, random.choice(TWO)), dict(options))


# --- anything at all ----------------------------------------------------------------------------

INNER: tuple[str, ...] = ("x", "x", "2*x-1", "x^2", "1/x", "x-1", "-x", "abs(x)", "x^2-1", "1-x")
OUTER: tuple[str, ...] = (
    "sin", "cos", "tan", "exp", "log", "sqrt", "cbrt", "abs", "sign", "floor", "atan", "asin",
    "acos", "sinh", "tanh", "asinh", "relu", "sigmoid", "erf", "sec", "cot", "acosh", "atanh",
)  # fmt: skip
JOINED: tuple[str, ...] = (
    "({u})+({v})", "({u})-({v})", "({u})*({v})", "({u})/({v})", "max({u},{v})", "min({u},{v})",
    "({u})^2", "({u})^3-({v})", "({u})^(1/3)", "Piecewise(({u}, x<{k}), ({v}, True))", "1/({u})",
    "Piecewise(({u}, x!={k}), ({k}, True))", "({u})^({v})", "abs({u})+({v})", "({u})*x",
)  # fmt: skip


def wild(random: Random, depth: int = 2) -> str:
    """Functions of functions, joined by any operation."""
    if depth == 0:
        return random.choice(INNER)
    if random.random() < 0.45:
        return f"{random.choice(OUTER)}({wild(random, depth - 1)})"
    return random.choice(JOINED).format(
        u=wild(random, depth - 1), v=wild(random, depth - 1), k=random.choice((-1, 0, 1, 2))
    )


SEVERAL: dict[str, Callable[[Random], Question]] = {
    "critical.applied": two,
    "diff.applied-partial": partial,
}
ONE: dict[str, Callable[[Random], str]] = {"applied": one, "wild": wild}
