"""Every function that can be typed: id, other spellings, arguments, how it is printed."""

from msgspec import Struct


class Function(Struct, frozen=True):
    """`least` to `most` arguments; `sympy` is a template over {0}, {1}, …, read by SymPy."""

    id: str
    aliases: tuple[str, ...] = ()
    least: int = 1
    most: int = 1
    unicode: str = ""
    latex: str = ""
    sympy: str = ""


MANY = 64


def _plain(ids: str) -> list[Function]:
    return [Function(id, sympy=id + "({0})", latex="\\" + id) for id in ids.split()]


def _named(ids: str) -> list[Function]:
    return [Function(id, sympy=id + "({0})", latex=rf"\operatorname{{{id}}}") for id in ids.split()]


def _inverse(name: str, latex: str, sympy: str = "") -> Function:
    return Function(
        "a" + name,
        ("arc" + name, "ar" + name) if name.endswith("h") else ("arc" + name,),
        unicode="ar" + name if name.endswith("h") else "arc" + name,
        latex=latex,
        sympy=sympy or "a" + name + "({0})",
    )


_TRIGONOMETRIC = "sin cos tan cot sec csc sinh cosh tanh coth"

_TABLE = [
    *_plain(_TRIGONOMETRIC),
    *_named("sech csch erf erfc erfi sign li Si Ci Shi Chi Ei"),
    _inverse("sin", r"\arcsin"),
    _inverse("cos", r"\arccos"),
    _inverse("tan", r"\arctan"),
    _inverse("cot", r"\operatorname{arccot}", "pi/2 - atan({0})"),
    _inverse("sec", r"\operatorname{arcsec}"),
    _inverse("csc", r"\operatorname{arccsc}"),
    _inverse("sinh", r"\operatorname{arsinh}"),
    _inverse("cosh", r"\operatorname{arcosh}"),
    _inverse("tanh", r"\operatorname{artanh}"),
    Function("exp", sympy="exp({0})", latex=r"\exp"),
    Function("log", ("ln",), 1, 2, unicode="ln", latex=r"\ln", sympy="log({*})"),
    Function("log2", unicode="log₂", latex=r"\log_{2}", sympy="log({0}, 2)"),
    Function("log10", ("lg",), unicode="lg", latex=r"\lg", sympy="log({0}, 10)"),
    Function("sqrt", sympy="sqrt({0})", latex=r"\sqrt"),
    Function("cbrt", latex=r"\sqrt[3]", sympy="real_root({0}, 3)"),
    Function("root", ("real_root",), 2, 2, latex=r"\sqrt", sympy="real_root({0}, {1})"),
    Function("abs", ("Abs",), sympy="Abs({0})"),
    Function("floor", latex=r"\lfloor", sympy="floor({0})"),
    Function("ceil", ("ceiling",), latex=r"\lceil", sympy="ceiling({0})"),
    Function("min", ("Min",), 1, MANY, latex=r"\min", sympy="Min({*})"),
    Function("max", ("Max",), 1, MANY, latex=r"\max", sympy="Max({*})"),
    Function("gamma", (), unicode="Γ", latex=r"\Gamma", sympy="gamma({0})"),
    Function(
        "loggamma", ("lgamma",), unicode="lnΓ", latex=r"\operatorname{ln\Gamma}",
        sympy="loggamma({0})",
    ),
    Function("digamma", ("psi",), unicode="ψ", latex=r"\psi", sympy="polygamma(0, {0})"),
    Function("polygamma", (), 2, 2, latex=r"\psi", sympy="polygamma({0}, {1})"),
    Function("beta", (), 2, 2, unicode="Β", latex=r"\mathrm{B}", sympy="beta({0}, {1})"),
    Function(
        "heaviside", ("Heaviside",), unicode="Heaviside",
        latex=r"\operatorname{Heaviside}", sympy="Heaviside({0})",
    ),
    Function(
        "sigmoid", ("σ", "logistic"), unicode="σ", latex=r"\sigma", sympy="1/(1 + exp(-({0})))"
    ),
    Function("softplus", latex=r"\operatorname{softplus}", sympy="log(1 + exp({0}))"),
    Function("relu", ("ReLU",), latex=r"\operatorname{ReLU}", sympy="Max(0, {0})"),
    Function(
        "leaky_relu", ("LeakyReLU",), latex=r"\operatorname{LeakyReLU}",
        sympy="Piecewise(({0}, {0} > 0), (({0})/100, True))",
    ),
    Function(
        "elu", ("ELU",), latex=r"\operatorname{ELU}",
        sympy="Piecewise(({0}, {0} > 0), (exp({0}) - 1, True))",
    ),
    Function(
        "silu", ("swish", "SiLU"), latex=r"\operatorname{SiLU}",
        sympy="({0})/(1 + exp(-({0})))",
    ),
    Function(
        "gelu", ("GELU",), latex=r"\operatorname{GELU}",
        sympy="({0})*(1 + erf(({0})/sqrt(2)))/2",
    ),
    Function("softsign", latex=r"\operatorname{softsign}", sympy="({0})/(1 + Abs({0}))"),
    Function("logit", latex=r"\operatorname{logit}", sympy="log(({0})/(1 - ({0})))"),
    Function("fresnels", unicode="S", latex=r"\operatorname{S}", sympy="fresnels({0})"),
    Function("fresnelc", unicode="C", latex=r"\operatorname{C}", sympy="fresnelc({0})"),
    Function("besselj", (), 2, 2, unicode="J", latex="J", sympy="besselj({0}, {1})"),
    Function("bessely", (), 2, 2, unicode="Y", latex="Y", sympy="bessely({0}, {1})"),
    Function("besseli", (), 2, 2, unicode="I", latex="I", sympy="besseli({0}, {1})"),
    Function("besselk", (), 2, 2, unicode="K", latex="K", sympy="besselk({0}, {1})"),
    Function("airyai", unicode="Ai", latex=r"\operatorname{Ai}", sympy="airyai({0})"),
    Function("airybi", unicode="Bi", latex=r"\operatorname{Bi}", sympy="airybi({0})"),
    Function("airyaiprime", unicode="Ai′", latex=r"\operatorname{Ai}'", sympy="airyaiprime({0})"),
    Function("airybiprime", unicode="Bi′", latex=r"\operatorname{Bi}'", sympy="airybiprime({0})"),
    Function("LambertW", (), 1, 2, unicode="W", latex=r"\operatorname{W}", sympy="LambertW({*})"),
    Function("elliptic_k", unicode="K", latex=r"\operatorname{K}", sympy="elliptic_k({0})"),
    Function("elliptic_e", unicode="E", latex=r"\operatorname{E}", sympy="elliptic_e({0})"),
]  # fmt: skip

POWER_BY_NAME = frozenset(_TRIGONOMETRIC.split())
"""Functions whose powers are written at their name: sin²(x)."""

FUNCTIONS: dict[str, Function] = {function.id: function for function in _TABLE}
SPELLINGS: dict[str, str] = {
    spelling: function.id for function in _TABLE for spelling in (function.id, *function.aliases)
}
