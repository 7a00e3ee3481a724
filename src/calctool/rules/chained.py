"""The chain rule, and the functions and case distinctions of any number of parts."""

from calctool.rules.rule import Rule
from calctool.words import Words

CHAIN = (
    Rule("chain", "f(u)", "f'(u)*D(u)", Words(en="chain rule", zh="链式法则"), "f(x^2)"),
    Rule(
        "chain-several", "f(u, v)", "f^(1,0)(u, v)*D(u) + f^(0,1)(u, v)*D(v)",
        Words(en="chain rule for several arguments", zh="多元复合函数的链式法则"),
        "f(x^2, sin(x))", many=True,
    ),
)  # fmt: skip

BRANCHES = (
    Rule(
        "piecewise", "Piecewise((u, c < x), (v, True))",
        "Piecewise((D(u), c < x), (D(v), c > x))",
        Words(en="derivative of each branch, off the boundary", zh="在分界点之外逐段求导"),
        "Piecewise((x^2, 1 < x), (x, True))", ("c != x",), many=True,
    ),
    Rule(
        "maximum", "max(u, v)", "Piecewise((D(u), u > v), (D(v), u < v))",
        Words(en="derivative of the larger one", zh="对较大者求导"),
        "max(x, x^2)", ("u != v",), many=True,
    ),
    Rule(
        "minimum", "min(u, v)", "Piecewise((D(u), u < v), (D(v), u > v))",
        Words(en="derivative of the smaller one", zh="对较小者求导"),
        "min(x, x^2)", ("u != v",), many=True,
    ),
)  # fmt: skip
