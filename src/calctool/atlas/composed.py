"""Names that are read as a formula: no tree contains them, and every method sees through them."""

from calctool.atlas.record import Function

FUNCTIONS = (
    Function("log1p", formula="log(1 + u)"),
    Function("expm1", formula="exp(u) - 1"),
    Function("exp2", formula="2^u"),
    Function("exp10", formula="10^u"),
    Function("pow", ("power",), least=2, most=2, formula="u^v"),
    Function("square", ("sq",), formula="u^2"),
    Function("cube", formula="u^3"),
    Function("hypot", least=2, most=2, formula="sqrt(u^2 + v^2)"),
    Function("reciprocal", formula="1/u"),
    Function("rsqrt", formula="1/sqrt(u)"),
    Function("mod", least=2, most=2, formula="u - v*floor(u/v)"),
    Function("radians", formula="u*pi/180"),
    Function("degrees", formula="u*180/pi"),
    Function("versin", formula="1 - cos(u)"),
    Function("sinc", formula="Piecewise((sin(u)/u, u != 0), (1, True))"),
    Function("sincpi", formula="Piecewise((sin(pi*u)/(pi*u), u != 0), (1, True))"),
    Function("logsigmoid", formula="log(sigmoid(u))"),
    Function("mish", formula="u*tanh(softplus(u))"),
    Function("relu6", formula="min(max(0, u), 6)"),
    Function("hardswish", ("hard_swish",), formula="u*min(max(0, u + 3), 6)/6"),
    Function("hardsigmoid", ("hard_sigmoid",), formula="min(max(0, u + 3), 6)/6"),
)
