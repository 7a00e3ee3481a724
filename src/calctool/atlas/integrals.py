"""Functions that are integrals (NIST DLMF, chapters 6, 7 and 19)."""

from calctool.atlas.record import Function, Line, Switch

FUNCTIONS = (
    Function(
        "erf",
        derivatives=("2*exp(-u^2)/sqrt(pi)",), range="(-1, 1)", parity="odd",
        monotone="increasing", sign="u", zeros=("0",), limits=(("-oo", "-1"), ("oo", "1")),
        approach="exp(-u^2)", values=(("0", "0"),),
        inverse="erfinv(u)",
        lines=(Line("erf", "2/sqrt(pi)*exp(-u^2)*D(u)", "erf", "误差函数"),),
    ),
    Function(
        "erfc",
        definition="1 - erf(u)", range="(0, 2)", monotone="decreasing", zeros=(),
        limits=(("-oo", "2"), ("oo", "0")),
        lines=(Line("erfc", "-2/sqrt(pi)*exp(-u^2)*D(u)", "erfc", "余误差函数"),),
    ),
    Function(
        "erfi",
        derivatives=("2*exp(u^2)/sqrt(pi)",), parity="odd", monotone="increasing", sign="u",
        zeros=("0",), limits=(("-oo", "-oo"), ("oo", "oo")), outgrows="both",
        growth="square-exponential", values=(("0", "0"),),
        lines=(Line("erfi", "2/sqrt(pi)*exp(u^2)*D(u)", "erfi", "虚误差函数"),),
    ),
    Function(
        "erfinv", domain=("u > -1", "u < 1"), derivatives=("sqrt(pi)/2*exp(erfinv(u)^2)",),
        parity="odd", monotone="increasing", sign="u", zeros=("0",),
        limits=(("-1+", "-oo"), ("1-", "oo")), inverse="erf(u)", values=(("0", "0"),),
        lines=(Line(
            "erfinv", "sqrt(pi)/2*exp(erfinv(u)^2)*D(u)", "the inverse of erf",
            "误差函数的反函数", example="erfinv(x/2)",
        ),),
    ),
    Function(
        "Si",
        switches=(Switch("u = 0", "gap"),), derivatives=("sin(u)/u",), range="(-2, 2)",
        parity="odd", sign="u", zeros=("0",), limits=(("-oo", "-pi/2"), ("oo", "pi/2")),
        approach="1/u", values=(("0", "0"),),
        lines=(
            Line("sine-integral", "sin(u)/u*D(u)", "the sine integral", "正弦积分", ("u != 0",)),
        ),
    ),
    Function(
        "Ci",
        domain=("u > 0",), derivatives=("cos(u)/u",), range="(-oo, 1/2)",
        limits=(("0+", "-oo"), ("oo", "0")), approach="1/u",
        lines=(
            Line("cosine-integral", "cos(u)/u*D(u)", "the cosine integral", "余弦积分", ("u > 0",)),
        ),
    ),
    Function(
        "Shi",
        switches=(Switch("u = 0", "gap"),), derivatives=("sinh(u)/u",), parity="odd",
        monotone="increasing", sign="u", zeros=("0",), limits=(("-oo", "-oo"), ("oo", "oo")),
        outgrows="both", growth="exponential", values=(("0", "0"),),
        lines=(Line(
            "hyperbolic-sine-integral", "sinh(u)/u*D(u)", "the hyperbolic sine integral",
            "双曲正弦积分", ("u != 0",),
        ),),
    ),
    Function(
        "Chi",
        domain=("u > 0",), derivatives=("cosh(u)/u",), monotone="increasing",
        limits=(("0+", "-oo"), ("oo", "oo")), outgrows="right", growth="exponential",
        lines=(Line(
            "hyperbolic-cosine-integral", "cosh(u)/u*D(u)", "the hyperbolic cosine integral",
            "双曲余弦积分", ("u > 0",),
        ),),
    ),
    Function(
        "Ei",
        domain=("u != 0",), derivatives=("exp(u)/u",),
        limits=(("-oo", "0"), ("0-", "-oo"), ("0+", "-oo"), ("oo", "oo")), outgrows="right",
        growth="exponential",
        lines=(Line(
            "exponential-integral", "exp(u)/u*D(u)", "the exponential integral", "指数积分",
            ("u != 0",),
        ),),
    ),
    Function(
        "li",
        goes_beyond=True, domain=("u > 0", "u != 1"), derivatives=("1/log(u)",),
        limits=(("0+", "0"), ("1-", "-oo"), ("1+", "-oo"), ("oo", "oo")), growth="linear",
        lines=(Line(
            "logarithmic-integral", "D(u)/log(u)", "the logarithmic integral", "对数积分",
            ("u > 0", "u != 1"), example="li(2 + x^2)",
        ),),
    ),
    Function(
        "expint", least=2, most=2, unicode="E", tex="E", index_first=True,
        domain=("v > 0",), domain_when=(("u > 1", ("v >= 0",)),), goes_beyond=True,
        range="(0, oo)", zeros=(),
        switches=(Switch("v = 0", "end"),), derivatives=("", "-expint(u - 1, v)"),
        limits=(("oo", "0"),), approach="exp(-v)", growth="exponential",
        lines=(Line(
            "exponential-integral-of-order", "-expint(n - 1, u)*D(u)",
            "the exponential integral E", "指数积分 E", pattern="expint(n, u)",
            example="expint(2, 1 + x^2)",
        ),),
    ),
    Function(
        "fresnels", unicode="S",
        derivatives=("sin(pi*u^2/2)",), range="(-3/4, 3/4)", parity="odd", sign="u", zeros=("0",),
        limits=(("-oo", "-1/2"), ("oo", "1/2")), approach="1/u", values=(("0", "0"),),
        lines=(
            Line("fresnel-sine", "sin(pi*u^2/2)*D(u)", "the Fresnel integral S", "菲涅耳积分 S"),
        ),
    ),
    Function(
        "fresnelc", unicode="C",
        derivatives=("cos(pi*u^2/2)",), range="(-4/5, 4/5)", parity="odd", sign="u", zeros=("0",),
        limits=(("-oo", "-1/2"), ("oo", "1/2")), approach="1/u", values=(("0", "0"),),
        lines=(
            Line("fresnel-cosine", "cos(pi*u^2/2)*D(u)", "the Fresnel integral C", "菲涅耳积分 C"),
        ),
    ),
    Function(
        "elliptic_k", unicode="K",
        domain=("u < 1",), switches=(Switch("u = 0", "gap"),),
        derivatives=("(elliptic_e(u) - (1 - u)*elliptic_k(u))/(2*u*(1 - u))",), range="(0, oo)",
        monotone="increasing", zeros=(), limits=(("-oo", "0"), ("1-", "oo")),
        values=(("0", "pi/2"),),
        lines=(Line(
            "elliptic-k", "(elliptic_e(u) - (1 - u)*elliptic_k(u))/(2*u*(1 - u))*D(u)",
            "the elliptic integral K", "第一类完全椭圆积分 K", ("u != 0", "u < 1"),
            example="elliptic_k(x/3)",
        ),),
    ),
    Function(
        "elliptic_e", unicode="E",
        domain=("u <= 1",), switches=(Switch("u = 0", "gap"), Switch("u = 1", "end")),
        derivatives=("(elliptic_e(u) - elliptic_k(u))/(2*u)",), range="[1, oo)",
        monotone="decreasing", zeros=(), limits=(("-oo", "oo"),),
        values=(("0", "pi/2"), ("1", "1")),
        lines=(Line(
            "elliptic-e", "(elliptic_e(u) - elliptic_k(u))/(2*u)*D(u)",
            "the elliptic integral E", "第二类完全椭圆积分 E", ("u != 0",),
            example="elliptic_e(x/3)",
        ),),
    ),
)  # fmt: skip
