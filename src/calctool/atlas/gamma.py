"""The gamma function and what is made of it, zeta functions (NIST DLMF, chapters 5 and 25).

What is left of the expansions of ln(gamma), psi and their derivatives has the sign of the first
term left out and is smaller (DLMF 5.11(ii); of derivatives, as it is completely monotonic:
H. Alzer, On some inequalities for the gamma and psi functions, Math. Comp. 66 (1997), theorem 8).
"""

from calctool.atlas.record import Function, Line

_NO_POLE = ("max(u, u - floor(u)) > 0",)
"""u is positive or not a whole number: neither 0 nor -1, -2, …"""

FUNCTIONS = (
    Function(
        "gamma", names=("Γ",), unicode="Γ", tex=r"\Gamma",
        domain=_NO_POLE, derivatives=("gamma(u)*digamma(u)",), zeros=(), shift="gamma(u + 1)/u",
        reflection="pi/(sin(pi*u)*gamma(1 - u))",
        limits=(("0+", "oo"), ("oo", "oo")), outgrows="right", growth="factorial", is_whole=True,
        lines=(Line("gamma", "gamma(u)*digamma(u)*D(u)", "the gamma function", "伽马函数"),),
    ),
    Function(
        "loggamma", names=("lgamma",), also=("gammaln", "lngamma"), unicode="lnΓ",
        tex=r"\operatorname{ln\Gamma}",
        domain=("u > 0",), derivatives=("digamma(u)",), range="(-1/8, oo)", zeros=("1", "2"),
        limits=(("0+", "oo"), ("oo", "oo")), shift="loggamma(u + 1) - log(u)",
        asymptotic=(
            "(u - 1/2)*log(u) - u + log(2*pi)/2 + 1/(12*u) - 1/(360*u^3)", "1/u^5",
        ),
        enveloped=("(u - 1/2)*log(u) - u + log(2*pi)/2", "1/(12*u)"),
        growth="linear", values=(("1", "0"), ("2", "0")),
        lines=(Line("log-gamma", "digamma(u)*D(u)", "ln Γ", "对数伽马函数", ("u > 0",)),),
    ),
    Function(
        "digamma", names=("psi", "ψ"), unicode="ψ", tex=r"\psi", in_sympy="polygamma(0, {0})",
        domain=_NO_POLE, derivatives=("polygamma(1, u)",), limits=(("0+", "-oo"), ("oo", "oo")),
        shift="digamma(u + 1) - 1/u", reflection="digamma(1 - u) - pi*cos(pi*u)/sin(pi*u)",
        asymptotic=("log(u) - 1/(2*u) - 1/(12*u^2) + 1/(120*u^4)", "1/u^6"),
        enveloped=("log(u) - 1/(2*u)", "-1/(12*u^2)"),
        lines=(Line("digamma", "polygamma(1, u)*D(u)", "the digamma function", "双伽马函数"),),
    ),
    Function(
        "polygamma", least=2, most=2, unicode="ψ", tex=r"\psi", index_first=True,
        domain=("max(v, v - floor(v)) > 0",), derivatives=("", "polygamma(u + 1, v)"),
        shift="polygamma(u, v + 1) - cos(pi*u)*gamma(u + 1)/v^(u + 1)",
        asymptotic=(
            "-cos(pi*u)*(gamma(u)/v^u + gamma(u + 1)/(2*v^(u + 1)) + gamma(u + 2)/(12*v^(u + 2)))",
            "1/v^(u + 4)",
        ),
        enveloped=(
            "-cos(pi*u)*(gamma(u)/v^u + gamma(u + 1)/(2*v^(u + 1)))",
            "-cos(pi*u)*gamma(u + 2)/(12*v^(u + 2))",
        ),
        growth="factorial",
        lines=(Line(
            "polygamma", "polygamma(n + 1, u)*D(u)", "a polygamma function", "多伽马函数",
            pattern="polygamma(n, u)", example="polygamma(1, x^2)",
        ),),
    ),
    Function(
        "beta", least=2, most=2, unicode="Β", tex=r"\mathrm{B}",
        domain=("u > 0", "v > 0"), goes_beyond=True, definition="gamma(u)*gamma(v)/gamma(u + v)",
        derivatives=(
            "beta(u, v)*(digamma(u) - digamma(u + v))", "beta(u, v)*(digamma(v) - digamma(u + v))",
        ),
        range="(0, oo)", zeros=(), growth="factorial",
        lines=(Line(
            "beta",
            "beta(u, v)*((digamma(u) - digamma(u + v))*D(u) + "
            "(digamma(v) - digamma(u + v))*D(v))",
            "the beta function", "贝塔函数", ("u > 0", "v > 0"), pattern="beta(u, v)",
            example="beta(x, 1 + x^2)",
        ),),
    ),
    Function(
        "zeta", names=("ζ",), most=2, unicode="ζ", tex=r"\zeta", domain=("u != 1",),
        limits=(("1-", "-oo"), ("1+", "oo"), ("oo", "1")), approach="2^(-u)",
        values=(("-2", "0"), ("-1", "-1/12"), ("0", "-1/2"), ("2", "pi^2/6"), ("4", "pi^4/90")),
        of_two=Function(
            "zeta", domain=("u > 1", "v > 0"),
            domain_when=(
                ("min(u - 2, floor(u) - u) >= 0", ("max(v, v - floor(v)) > 0",)),
            ),
            derivatives=("", "-u*zeta(u + 1, v)"),
        ),
        lines=(Line(
            "hurwitz-zeta", "-n*zeta(n + 1, u)*D(u)", "the Hurwitz zeta function",
            "赫尔维茨 ζ 函数", pattern="zeta(n, u)", example="zeta(2, 1 + x^2)",
        ),),
    ),
)  # fmt: skip
