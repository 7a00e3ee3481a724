"""Circular functions."""

from calctool.atlas.record import Function, Line

FUNCTIONS = (
    Function(
        "sin", also=("sen",), tex=r"\sin", power_at_name=True,
        range="[-1, 1]", parity="odd", period="2*pi",
        lines=(Line("sine", "cos(u)*D(u)", "sine", "正弦"),),
    ),
    Function(
        "cos", tex=r"\cos", power_at_name=True,
        range="[-1, 1]", parity="even", period="2*pi",
        lines=(Line("cosine", "-sin(u)*D(u)", "cosine", "余弦"),),
    ),
    Function(
        "tan", also=("tg",), tex=r"\tan", power_at_name=True,
        domain=("cos(u) != 0",), definition="sin(u)/cos(u)", parity="odd", period="pi",
        lines=(Line("tangent", "D(u)/cos(u)^2", "tangent", "正切"),),
    ),
    Function(
        "cot", also=("ctg", "cotg", "cotan"), tex=r"\cot", power_at_name=True,
        domain=("sin(u) != 0",), definition="cos(u)/sin(u)", parity="odd", period="pi",
        lines=(Line("cotangent", "-D(u)/sin(u)^2", "cotangent", "余切"),),
    ),
    Function(
        "sec", tex=r"\sec", power_at_name=True,
        domain=("cos(u) != 0",), definition="1/cos(u)", parity="even", zeros=(), period="2*pi",
        lines=(Line("secant", "sec(u)*tan(u)*D(u)", "secant", "正割"),),
    ),
    Function(
        "csc", also=("cosec",), tex=r"\csc", power_at_name=True,
        domain=("sin(u) != 0",), definition="1/sin(u)", parity="odd", zeros=(), period="2*pi",
        lines=(Line("cosecant", "-csc(u)*cot(u)*D(u)", "cosecant", "余割"),),
    ),
)  # fmt: skip
