"""The inverses of circular and hyperbolic functions."""

from calctool.atlas.record import Function, Line, Switch

FUNCTIONS = (
    Function(
        "asin", names=("arcsin",), also=("arcsen",), unicode="arcsin", tex=r"\arcsin",
        domain=("u >= -1", "u <= 1"), switches=(Switch("u = -1", "end"), Switch("u = 1", "end")),
        derivatives=("1/sqrt(1 - u^2)",), range="[-pi/2, pi/2]", parity="odd",
        monotone="increasing", sign="u", zeros=("0",), inverse="sin(u)",
        lines=(Line("arcsine", "D(u)/sqrt(1 - u^2)", "arcsine", "反正弦", example="asin(x/2)"),),
    ),
    Function(
        "acos", names=("arccos",), unicode="arccos", tex=r"\arccos",
        domain=("u >= -1", "u <= 1"), definition="pi/2 - asin(u)",
        switches=(Switch("u = -1", "end"), Switch("u = 1", "end")), range="[0, pi]",
        monotone="decreasing", zeros=("1",), inverse="cos(u)",
        derivatives=("-1/sqrt(1 - u^2)",),
        lines=(
            Line("arccosine", "-D(u)/sqrt(1 - u^2)", "arccosine", "反余弦", example="acos(x/2)"),
        ),
    ),
    Function(
        "atan", names=("arctan",), also=("arctg",), unicode="arctan", tex=r"\arctan",
        derivatives=("1/(1 + u^2)",), range="(-pi/2, pi/2)", parity="odd", monotone="increasing",
        sign="u", zeros=("0",), limits=(("-oo", "-pi/2"), ("oo", "pi/2")),
        far="sign(u)*pi/2 - atan(1/u)", inverse="tan(u)",
        lines=(Line("arctangent", "D(u)/(1 + u^2)", "arctangent", "反正切"),),
    ),
    Function(
        "acot", names=("arccot",), also=("arcctg",), unicode="arccot", in_sympy="pi/2 - atan({0})",
        definition="pi/2 - atan(u)", range="(0, pi)", monotone="decreasing", zeros=(),
        limits=(("-oo", "pi"), ("oo", "0")), inverse="cot(u)",
        derivatives=("-1/(1 + u^2)",),
        lines=(Line("arccotangent", "-D(u)/(1 + u^2)", "arccotangent", "反余切"),),
    ),
    Function(
        "asec", names=("arcsec",), unicode="arcsec",
        domain=("abs(u) >= 1",), definition="acos(1/u)",
        switches=(Switch("u = -1", "end"), Switch("u = 1", "end")), range="[0, pi]", zeros=("1",),
        limits=(("-oo", "pi/2"), ("oo", "pi/2")),
        derivatives=("1/(abs(u)*sqrt(u^2 - 1))",),
        lines=(Line(
            "arcsecant", "D(u)/(abs(u)*sqrt(u^2 - 1))", "arcsecant", "反正割",
            example="asec(2 + x^2)",
        ),),
    ),
    Function(
        "acsc", names=("arccsc",), also=("arccosec",), unicode="arccsc",
        domain=("abs(u) >= 1",), definition="asin(1/u)",
        switches=(Switch("u = -1", "end"), Switch("u = 1", "end")), range="[-pi/2, pi/2]",
        parity="odd", zeros=(), limits=(("-oo", "0"), ("oo", "0")),
        derivatives=("-1/(abs(u)*sqrt(u^2 - 1))",),
        lines=(Line(
            "arccosecant", "-D(u)/(abs(u)*sqrt(u^2 - 1))", "arccosecant", "反余割",
            example="acsc(2 + x^2)",
        ),),
    ),
    Function(
        "asinh", names=("arcsinh", "arsinh"), also=("arsh",), unicode="arsinh",
        derivatives=("1/sqrt(1 + u^2)",), parity="odd", monotone="increasing", sign="u",
        zeros=("0",), limits=(("-oo", "-oo"), ("oo", "oo")),
        far="sign(u)*log(abs(u) + sqrt(u^2 + 1))", growth="logarithm", inverse="sinh(u)",
        values=(("0", "0"),),
        lines=(Line("inverse-hyperbolic-sine", "D(u)/sqrt(1 + u^2)", "arsinh", "反双曲正弦"),),
    ),
    Function(
        "acosh", names=("arccosh", "arcosh"), also=("arch",), unicode="arcosh",
        domain=("u >= 1",), switches=(Switch("u = 1", "end"),), derivatives=("1/sqrt(u^2 - 1)",),
        range="[0, oo)", monotone="increasing", zeros=("1",), limits=(("oo", "oo"),),
        far="log(u + sqrt(u^2 - 1))", growth="logarithm", inverse="cosh(u)", values=(("1", "0"),),
        lines=(Line(
            "inverse-hyperbolic-cosine", "D(u)/sqrt(u^2 - 1)", "arcosh", "反双曲余弦",
            example="acosh(2 + x^2)",
        ),),
    ),
    Function(
        "atanh", names=("arctanh", "artanh"), also=("arth",), unicode="artanh",
        domain=("u > -1", "u < 1"), definition="log((1 + u)/(1 - u))/2", parity="odd",
        monotone="increasing", sign="u", zeros=("0",), limits=(("-1+", "-oo"), ("1-", "oo")),
        inverse="tanh(u)", values=(("0", "0"),),
        derivatives=("1/(1 - u^2)",),
        lines=(Line(
            "inverse-hyperbolic-tangent", "D(u)/(1 - u^2)", "artanh", "反双曲正切",
            example="atanh(x/2)",
        ),),
    ),
    Function(
        "asech", names=("arcsech", "arsech"), unicode="arsech",
        domain=("u > 0", "u <= 1"), definition="acosh(1/u)", switches=(Switch("u = 1", "end"),),
        derivatives=("-1/(u*sqrt(1 - u^2))",),
        range="[0, oo)", monotone="decreasing",
        zeros=("1",), limits=(("0+", "oo"),), inverse="sech(u)", growth="logarithm",
        lines=(Line(
            "inverse-hyperbolic-secant", "-D(u)/(u*sqrt(1 - u^2))", "arsech", "反双曲正割",
            example="asech(x/2)",
        ),),
    ),
    Function(
        "acsch", names=("arccsch", "arcsch"), unicode="arcsch",
        domain=("u != 0",), definition="asinh(1/u)",
        parity="odd", sign="u", zeros=(),
        limits=(("-oo", "0"), ("0-", "-oo"), ("0+", "oo"), ("oo", "0")), growth="logarithm",
        lines=(Line(
            "inverse-hyperbolic-cosecant", "-D(u)/(abs(u)*sqrt(1 + u^2))", "arcsch",
            "反双曲余割", example="acsch(1 + x^2)",
        ),),
    ),
    Function(
        "acoth", names=("arccoth", "arcoth"), unicode="arcoth",
        domain=("abs(u) > 1",), definition="atanh(1/u)",
        parity="odd", sign="u", zeros=(),
        limits=(("-oo", "0"), ("-1-", "-oo"), ("1+", "oo"), ("oo", "0")),
        lines=(Line(
            "inverse-hyperbolic-cotangent", "D(u)/(1 - u^2)", "arcoth", "反双曲余切",
            example="acoth(2 + x^2)",
        ),),
    ),
    Function(
        "atan2", names=("arctan2",), least=2, most=2, domain=("u^2 + v^2 != 0",),
        definition="Piecewise((atan(u/v), v > 0), (pi/2 - atan(v/u), u > 0), "
        "(-pi/2 - atan(v/u), u < 0), (pi, True))",
        pieces="Piecewise((atan(u/v), v > 0), (pi/2 - atan(v/u), u > 0), "
        "(-pi/2 - atan(v/u), u < 0), (pi, True))",
        switches=(Switch("u = 0", "jump"),),
        derivatives=("v/(u^2 + v^2)", "-u/(u^2 + v^2)"), range="(-pi, pi]",
        lines=(Line(
            "arctangent-of-two", "(v*D(u) - u*D(v))/(u^2 + v^2)",
            "the angle of a point", "点的辐角", pattern="atan2(u, v)",
            example="atan2(x, 1 + x^2)",
        ),),
    ),
)  # fmt: skip
