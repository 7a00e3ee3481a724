"""Exponentials, logarithms, roots, circular and hyperbolic functions, functions with kinks."""

from calctool.rules.rule import Rule
from calctool.words import Words


def _standard(
    id: str, pattern: str, derivative: str, en: str, zh: str, *where: str, example: str = ""
) -> Rule:
    words = Words(en=f"derivative of {en}", zh=f"{zh}的导数")
    return Rule(id, pattern, derivative, words, example or pattern.replace("(u)", "(x^2)"), where)


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

ELEMENTARY = (
    _standard("exponential", "exp(u)", "exp(u)*D(u)", "the exponential function", "指数函数"),
    _standard("logarithm", "log(u)", "D(u)/u", "the logarithm", "对数函数", "u > 0"),
    _standard(
        "logarithm-base", "log(u, c)", "D(u)/(u*log(c))", "a logarithm to a base", "对数函数",
        "u > 0", example="log(x, 3)",
    ),
    Rule(
        "logarithm-base-change", "log(u, v)", "D(log(u)/log(v))",
        Words(en="change of base", zh="换底公式"), "log(2, x)", ("u > 0", "v > 0"),
    ),
    _standard("binary-logarithm", "log2(u)", "D(u)/(u*log(2))", "log2", "以 2 为底的对数", "u > 0"),
    _standard(
        "decimal-logarithm", "log10(u)", "D(u)/(u*log(10))", "lg", "常用对数", "u > 0"
    ),
    _standard("square-root", "sqrt(u)", "D(u)/(2*sqrt(u))", "the square root", "平方根", "u > 0"),
    _standard("cube-root", "cbrt(u)", "D(u)/(3*cbrt(u)^2)", "the cube root", "立方根", "u != 0"),
    _standard(
        "root", "root(u, n)", "D(u)/(n*root(u, n)^(n - 1))", "a root", "根式", "u != 0",
        example="root(x, 5)",
    ),
    _standard("sine", "sin(u)", "cos(u)*D(u)", "sine", "正弦"),
    _standard("cosine", "cos(u)", "-sin(u)*D(u)", "cosine", "余弦"),
    _standard("tangent", "tan(u)", "D(u)/cos(u)^2", "tangent", "正切"),
    _standard("cotangent", "cot(u)", "-D(u)/sin(u)^2", "cotangent", "余切"),
    _standard("secant", "sec(u)", "sec(u)*tan(u)*D(u)", "secant", "正割"),
    _standard("cosecant", "csc(u)", "-csc(u)*cot(u)*D(u)", "cosecant", "余割"),
    _standard("arcsine", "asin(u)", "D(u)/sqrt(1 - u^2)", "arcsine", "反正弦", example="asin(x/2)"),
    _standard(
        "arccosine", "acos(u)", "-D(u)/sqrt(1 - u^2)", "arccosine", "反余弦", example="acos(x/2)",
    ),
    _standard("arctangent", "atan(u)", "D(u)/(1 + u^2)", "arctangent", "反正切"),
    _standard("arccotangent", "acot(u)", "-D(u)/(1 + u^2)", "arccotangent", "反余切"),
    _standard(
        "arcsecant", "asec(u)", "D(u)/(abs(u)*sqrt(u^2 - 1))", "arcsecant", "反正割",
        example="asec(2 + x^2)",
    ),
    _standard(
        "arccosecant", "acsc(u)", "-D(u)/(abs(u)*sqrt(u^2 - 1))", "arccosecant", "反余割",
        example="acsc(2 + x^2)",
    ),
    _standard("hyperbolic-sine", "sinh(u)", "cosh(u)*D(u)", "hyperbolic sine", "双曲正弦"),
    _standard("hyperbolic-cosine", "cosh(u)", "sinh(u)*D(u)", "hyperbolic cosine", "双曲余弦"),
    _standard(
        "hyperbolic-tangent", "tanh(u)", "(1 - tanh(u)^2)*D(u)", "hyperbolic tangent", "双曲正切"
    ),
    _standard(
        "hyperbolic-cotangent", "coth(u)", "(1 - coth(u)^2)*D(u)",
        "hyperbolic cotangent", "双曲余切",
    ),
    _standard(
        "hyperbolic-secant", "sech(u)", "-sech(u)*tanh(u)*D(u)", "hyperbolic secant", "双曲正割"
    ),
    _standard(
        "hyperbolic-cosecant", "csch(u)", "-csch(u)*coth(u)*D(u)", "hyperbolic cosecant", "双曲余割"
    ),
    _standard("inverse-hyperbolic-sine", "asinh(u)", "D(u)/sqrt(1 + u^2)", "arsinh", "反双曲正弦"),
    _standard(
        "inverse-hyperbolic-cosine", "acosh(u)", "D(u)/sqrt(u^2 - 1)", "arcosh", "反双曲余弦",
        example="acosh(2 + x^2)",
    ),
    _standard(
        "inverse-hyperbolic-tangent", "atanh(u)", "D(u)/(1 - u^2)", "artanh", "反双曲正切",
        example="atanh(x/2)",
    ),
    _standard("absolute-value", "abs(u)", "sign(u)*D(u)", "the absolute value", "绝对值", "u != 0"),
    _standard("sign", "sign(u)", "0", "the sign function", "符号函数", "u != 0"),
    _standard("step", "heaviside(u)", "0", "the step function", "阶跃函数", "u != 0"),
    _standard("floor", "floor(u)", "0", "the floor function", "取整函数", "floor(u) != u"),
    _standard("ceiling", "ceil(u)", "0", "the ceiling function", "上取整函数", "ceil(u) != u"),
)  # fmt: skip
