"""Hyperbolic functions."""

from calctool.atlas.record import Function, Line

FUNCTIONS = (
    Function(
        "sinh", also=("sh",), tex=r"\sinh", power_at_name=True,
        derivatives=("cosh(u)",), parity="odd", monotone="increasing", sign="u", zeros=("0",),
        limits=(("-oo", "-oo"), ("oo", "oo")), far="(exp(u) - exp(-u))/2", growth="exponential",
        inverse="asinh(u)", values=(("0", "0"),),
        lines=(Line("hyperbolic-sine", "cosh(u)*D(u)", "hyperbolic sine", "双曲正弦"),),
    ),
    Function(
        "cosh", also=("ch",), tex=r"\cosh", power_at_name=True,
        derivatives=("sinh(u)",), range="[1, oo)", parity="even", zeros=(),
        limits=(("-oo", "oo"), ("oo", "oo")), far="(exp(u) + exp(-u))/2", growth="exponential",
        values=(("0", "1"),),
        lines=(Line("hyperbolic-cosine", "sinh(u)*D(u)", "hyperbolic cosine", "双曲余弦"),),
    ),
    Function(
        "tanh", also=("th",), tex=r"\tanh", power_at_name=True,
        derivatives=("1 - tanh(u)^2",), range="(-1, 1)", parity="odd", monotone="increasing",
        sign="u", zeros=("0",), limits=(("-oo", "-1"), ("oo", "1")), far="1 - 2/(exp(2*u) + 1)",
        inverse="atanh(u)", values=(("0", "0"),),
        lines=(
            Line("hyperbolic-tangent", "(1 - tanh(u)^2)*D(u)", "hyperbolic tangent", "双曲正切"),
        ),
    ),
    Function(
        "coth", also=("cth",), tex=r"\coth", power_at_name=True,
        domain=("u != 0",), definition="1/tanh(u)", parity="odd", zeros=(),
        limits=(("-oo", "-1"), ("0-", "-oo"), ("0+", "oo"), ("oo", "1")),
        lines=(Line(
            "hyperbolic-cotangent", "(1 - coth(u)^2)*D(u)", "hyperbolic cotangent", "双曲余切",
        ),),
    ),
    Function(
        "sech",
        definition="1/cosh(u)", range="(0, 1]", parity="even", zeros=(),
        limits=(("-oo", "0"), ("oo", "0")),
        lines=(
            Line("hyperbolic-secant", "-sech(u)*tanh(u)*D(u)", "hyperbolic secant", "双曲正割"),
        ),
    ),
    Function(
        "csch",
        domain=("u != 0",), definition="1/sinh(u)", parity="odd", zeros=(),
        limits=(("-oo", "0"), ("0-", "-oo"), ("0+", "oo"), ("oo", "0")),
        lines=(
            Line("hyperbolic-cosecant", "-csch(u)*coth(u)*D(u)", "hyperbolic cosecant", "双曲余割"),
        ),
    ),
)  # fmt: skip
