"""Mistakes with functions of functions."""

from functools import partial

from calctool.rules.mistakes.record import mistake

_composite = partial(mistake, composite=True)

CHAIN = (
    _composite(
        "chain.inner-missing",
        "chain rule: the derivative of the inner function is missing",
        "链式法则：漏乘了内层函数的导数",
        ("(5*x + 1)^6", "6*(5*x + 1)^5"),
        ("f(u)", "f'(u)"),
    ),
    _composite(
        "chain.inner-replaced",
        "chain rule: the outer derivative is taken at u, not at the derivative of u",
        "链式法则：外层导数应在 u 处取值，而不是在 u 的导数处取值",
        ("sin(x^2)", "cos(2*x)"),
        ("f(u)", "f'(D(u))"), ("f(u)", "f'(D(u))*D(u)"), ("f(u)", "f(D(u))"),
    ),
    _composite(
        "chain.outer-kept",
        "chain rule: the outer function has to be differentiated too",
        "链式法则：外层函数也要求导",
        ("sin(x^2)", "2*x*sin(x^2)"),
        ("f(u)", "f(u)*D(u)"),
    ),
    _composite(
        "chain.exponent-lost",
        "the exponential function keeps its whole exponent",
        "指数函数求导后指数保持不变",
        ("exp(x^2)", "2*x*exp(x)"),
        ("exp(u)", "D(u)*exp(x)"), ("c^u", "D(u)*log(c)*c^x"),
    ),
    _composite(
        "chain.inner-sign",
        "chain rule: the sign of the inner derivative is lost",
        "链式法则：内层函数的导数的符号丢了",
        ("exp(-x)", "exp(-x)"),
        ("f(-u)", "f'(-u)*D(u)"), ("f(c - u)", "f'(c - u)*D(u)"),
    ),
)  # fmt: skip
