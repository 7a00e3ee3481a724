"""Functions with another formula on each side of a point."""

from calctool.atlas.record import MANY, Function, Line, Switch

FUNCTIONS = (
    Function(
        "abs", names=("Abs",), also=("fabs", "absolute", "modulus"), tex="", in_sympy="Abs({0})",
        pieces="Piecewise((u, u >= 0), (-u, True))", switches=(Switch("u = 0", "kink"),),
        range="[0, oo)", parity="even", zeros=("0",), limits=(("-oo", "oo"), ("oo", "oo")),
        growth="linear",
        lines=(
            Line("absolute-value", "sign(u)*D(u)", "the absolute value", "绝对值", ("u != 0",)),
        ),
    ),
    Function(
        "sign", also=("sgn", "signum"),
        pieces="Piecewise((1, u > 0), (-1, u < 0), (0, True))",
        switches=(Switch("u = 0", "jump"),), derivatives=("0",),
        range="[-1, 1]", parity="odd", sign="u", zeros=("0",), limits=(("-oo", "-1"), ("oo", "1")),
        lines=(Line("sign", "0", "the sign function", "符号函数", ("u != 0",)),),
    ),
    Function(
        "heaviside", names=("Heaviside",), most=2, unicode="Heaviside", in_sympy="Heaviside({0})",
        definition="(1 + sign(u))/2", pieces="Piecewise((1, u > 0), (0, u < 0), (1/2, True))",
        switches=(Switch("u = 0", "jump"),), derivatives=("0",),
        range="[0, 1]", limits=(("-oo", "0"), ("oo", "1")),
        of_two=Function("heaviside", formula="Piecewise((1, u > 0), (v, u = 0), (0, True))"),
        lines=(Line("step", "0", "the step function", "阶跃函数", ("u != 0",)),),
    ),
    Function(
        "floor", tex=r"\lfloor",
        switches=(Switch("u = floor(u)", "jump"),), derivatives=("0",),
        limits=(("-oo", "-oo"), ("oo", "oo")), growth="linear", is_whole=True, steps=True,
        lines=(Line("floor", "0", "the floor function", "取整函数", ("floor(u) != u",)),),
    ),
    Function(
        "ceil", names=("ceiling",), tex=r"\lceil", in_sympy="ceiling({0})",
        definition="-floor(-u)", switches=(Switch("u = floor(u)", "jump"),), derivatives=("0",),
        limits=(("-oo", "-oo"), ("oo", "oo")), growth="linear", is_whole=True, steps=True,
        lines=(Line("ceiling", "0", "the ceiling function", "上取整函数", ("ceil(u) != u",)),),
    ),
    Function(
        "min", names=("Min",), also=("fmin", "minimum"), most=MANY, tex=r"\min",
        in_sympy="Min({*})",
        switches=(Switch("u = v", "kink"),), growth="linear",
    ),
    Function(
        "max", names=("Max",), also=("fmax", "maximum"), most=MANY, tex=r"\max",
        in_sympy="Max({*})",
        switches=(Switch("u = v", "kink"),), growth="linear",
    ),
)  # fmt: skip
