"""Exponential function, logarithms, roots, and the Lambert function."""

from calctool.atlas.record import Function, Line, Switch

FUNCTIONS = (
    Function(
        "exp", tex=r"\exp",
        range="(0, oo)", monotone="increasing", zeros=(), limits=(("-oo", "0"), ("oo", "oo")),
        growth="exponential", inverse="log(u)",
        lines=(Line("exponential", "exp(u)*D(u)", "the exponential function", "指数函数"),),
    ),
    Function(
        "log", names=("ln",), also=("loge", "log_e"), most=2, unicode="ln", tex=r"\ln",
        domain=("u > 0",), monotone="increasing", zeros=("1",),
        limits=(("0+", "-oo"), ("oo", "oo")), growth="logarithm", inverse="exp(u)",
        of_two=Function(
            "log", domain=("u > 0", "v > 0", "v != 1"), definition="log(u)/log(v)", zeros=("1",),
        ),
        lines=(
            Line("logarithm", "D(u)/u", "the logarithm", "对数函数", ("u > 0",)),
            Line(
                "logarithm-base", "D(u)/(u*log(c))", "a logarithm to a base", "对数函数",
                ("u > 0",), pattern="log(u, c)", example="log(x, 3)",
            ),
            Line(
                "logarithm-base-change", "D(log(u)/log(v))", "change of base", "换底公式",
                ("u > 0", "v > 0"), pattern="log(u, v)", example="log(2, x)", is_title=True,
            ),
        ),
    ),
    Function(
        "log2", also=("ld", "lb", "log_2"), unicode="log₂", tex=r"\log_{2}",
        in_sympy="log({0}, 2)",
        domain=("u > 0",), definition="log(u)/log(2)", monotone="increasing", zeros=("1",),
        limits=(("0+", "-oo"), ("oo", "oo")), growth="logarithm", inverse="2^u",
        lines=(Line("binary-logarithm", "D(u)/(u*log(2))", "log2", "以 2 为底的对数", ("u > 0",)),),
    ),
    Function(
        "log10", names=("lg",), also=("log_10",), unicode="lg", tex=r"\lg",
        in_sympy="log({0}, 10)",
        domain=("u > 0",), definition="log(u)/log(10)", monotone="increasing", zeros=("1",),
        limits=(("0+", "-oo"), ("oo", "oo")), growth="logarithm", inverse="10^u",
        lines=(Line("decimal-logarithm", "D(u)/(u*log(10))", "lg", "常用对数", ("u > 0",)),),
    ),
    Function(
        "sqrt", tex=r"\sqrt",
        domain=("u >= 0",), switches=(Switch("u = 0", "root"),), range="[0, oo)",
        monotone="increasing", zeros=("0",), limits=(("oo", "oo"),), inverse="u^2",
        lines=(Line("square-root", "D(u)/(2*sqrt(u))", "the square root", "平方根", ("u > 0",)),),
    ),
    Function(
        "cbrt", also=("cuberoot",), tex=r"\sqrt[3]", in_sympy="real_root({0}, 3)",
        switches=(Switch("u = 0", "root"),), parity="odd", monotone="increasing", sign="u",
        zeros=("0",), limits=(("-oo", "-oo"), ("oo", "oo")), inverse="u^3",
        lines=(Line("cube-root", "D(u)/(3*cbrt(u)^2)", "the cube root", "立方根", ("u != 0",)),),
    ),
    Function(
        "root", names=("real_root",), also=("nthroot", "surd"), least=2, most=2, tex=r"\sqrt",
        in_sympy="real_root({0}, {1})",
        domain=("u > 0",), definition="u^(1/v)",
        lines=(Line(
            "root", "D(u)/(n*root(u, n)^(n - 1))", "a root", "根式", ("u != 0",),
            pattern="root(u, n)", example="root(x, 5)",
        ),),
    ),
    Function(
        "LambertW", also=("productlog",), most=2, unicode="W",
        domain=("u >= -1/e",), switches=(Switch("u = -1/e", "end"),),
        derivatives=("1/(u + exp(LambertW(u)))",), range="[-1, oo)", monotone="increasing",
        sign="u", zeros=("0",), limits=(("oo", "oo"),), inverse="u*exp(u)",
        of_two=Function(
            "LambertW", domain=("u >= -1/e", "u < 0"), domain_when=(("v = 0", ("u >= -1/e",)),),
            switches=(Switch("u = -1/e", "end"),),
        ),
        lines=(
            Line(
                "lambert-w", "D(u)/(u + exp(LambertW(u)))", "the Lambert function W",
                "朗伯 W 函数",
            ),
            Line(
                "lambert-w-branch", "D(u)/(u + exp(LambertW(u, c)))", "the Lambert function W",
                "朗伯 W 函数", pattern="LambertW(u, c)", example="LambertW(x/9, -1)",
            ),
        ),
    ),
)  # fmt: skip
