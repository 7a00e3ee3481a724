"""The sigmoid and its family: the functions of machine learning."""

from calctool.atlas.record import Function, Line, Switch

FUNCTIONS = (
    Function(
        "sigmoid", names=("σ", "logistic"), also=("expit",), unicode="σ", tex=r"\sigma",
        in_sympy="1/(1 + exp(-({0})))",
        definition="1/(1 + exp(-u))", range="(0, 1)", monotone="increasing", zeros=(),
        limits=(("-oo", "0"), ("oo", "1")), inverse="logit(u)",
        lines=(Line("sigmoid", "sigmoid(u)*(1 - sigmoid(u))*D(u)", "sigmoid", "sigmoid"),),
    ),
    Function(
        "softplus", in_sympy="log(1 + exp({0}))", definition="log(1 + exp(u))",
        range="(0, oo)", monotone="increasing", zeros=(),
        limits=(("-oo", "0"), ("oo", "oo")), far="max(u, 0) + log(1 + exp(-abs(u)))",
        growth="linear", inverse="log(exp(u) - 1)", values=(("0", "log(2)"),),
        lines=(Line("softplus", "sigmoid(u)*D(u)", "softplus", "softplus"),),
    ),
    Function(
        "relu", names=("ReLU",), also=("relu_",), tex=r"\operatorname{ReLU}",
        in_sympy="Max(0, {0})",
        definition="max(0, u)", pieces="Piecewise((u, u > 0), (0, True))",
        switches=(Switch("u = 0", "kink"),), range="[0, oo)", limits=(("-oo", "0"), ("oo", "oo")),
        growth="linear",
        lines=(Line("relu", "heaviside(u)*D(u)", "ReLU", "ReLU", ("u != 0",)),),
    ),
    Function(
        "leaky_relu", names=("LeakyReLU",), also=("leakyrelu",), tex=r"\operatorname{LeakyReLU}",
        in_sympy="Piecewise(({0}, {0} > 0), (({0})/100, True))",
        definition="max(u, u/100)", pieces="Piecewise((u, u > 0), (u/100, True))",
        switches=(Switch("u = 0", "kink"),), monotone="increasing", sign="u", zeros=("0",),
        limits=(("-oo", "-oo"), ("oo", "oo")), growth="linear",
        lines=(Line(
            "leaky-relu", "Piecewise((1, u > 0), (1/100, u < 0))*D(u)", "leaky ReLU",
            "leaky ReLU", ("u != 0",),
        ),),
    ),
    Function(
        "elu", names=("ELU",), tex=r"\operatorname{ELU}",
        in_sympy="Piecewise(({0}, {0} > 0), (exp({0}) - 1, True))",
        definition="Piecewise((u, u > 0), (exp(u) - 1, True))",
        pieces="Piecewise((u, u > 0), (exp(u) - 1, True))", switches=(Switch("u = 0", "kink"),),
        range="(-1, oo)", monotone="increasing", sign="u", zeros=("0",),
        limits=(("-oo", "-1"), ("oo", "oo")), growth="linear",
        lines=(Line("elu", "Piecewise((1, u > 0), (exp(u), u < 0))*D(u)", "ELU", "ELU"),),
    ),
    Function(
        "silu", names=("swish", "SiLU"), tex=r"\operatorname{SiLU}",
        in_sympy="({0})/(1 + exp(-({0})))",
        definition="u*sigmoid(u)", range="(-3/10, oo)", sign="u", zeros=("0",),
        limits=(("-oo", "0"), ("oo", "oo")), growth="linear",
        lines=(Line("silu", "(sigmoid(u) + u*sigmoid(u)*(1 - sigmoid(u)))*D(u)", "SiLU", "SiLU"),),
    ),
    Function(
        "gelu", names=("GELU",), tex=r"\operatorname{GELU}",
        in_sympy="({0})*(1 + erf(({0})/sqrt(2)))/2",
        definition="u*(1 + erf(u/sqrt(2)))/2", range="(-1/5, oo)", sign="u", zeros=("0",),
        limits=(("-oo", "0"), ("oo", "oo")), growth="linear",
        lines=(Line(
            "gelu", "((1 + erf(u/sqrt(2)))/2 + u*exp(-u^2/2)/sqrt(2*pi))*D(u)", "GELU", "GELU",
        ),),
    ),
    Function(
        "softsign", in_sympy="({0})/(1 + Abs({0}))",
        definition="u/(1 + abs(u))", pieces="Piecewise((u/(1 + u), u > 0), (u/(1 - u), True))",
        range="(-1, 1)", parity="odd", monotone="increasing", sign="u", zeros=("0",),
        limits=(("-oo", "-1"), ("oo", "1")),
        lines=(Line("softsign", "D(u)/(1 + abs(u))^2", "softsign", "softsign"),),
    ),
    Function(
        "logit", in_sympy="log(({0})/(1 - ({0})))",
        domain=("u > 0", "u < 1"), definition="log(u/(1 - u))", monotone="increasing",
        zeros=("1/2",), limits=(("0+", "-oo"), ("1-", "oo")), inverse="sigmoid(u)",
        lines=(Line(
            "logit", "D(u)/(u*(1 - u))", "logit", "logit", ("0 < u", "u < 1"),
            example="logit(x/2)",
        ),),
    ),
)  # fmt: skip
