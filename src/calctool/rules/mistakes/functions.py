"""Mistakes with the tables of functions, and with absolute values."""

from calctool.rules.mistakes.record import mistake

_CIRCULAR = ("sine", "cosine", "tangent", "cotangent", "secant", "cosecant")
_INVERSE = (
    "arcsine", "arccosine", "arctangent", "arccotangent", "arcsecant", "arccosecant"
)  # fmt: skip
_HYPERBOLIC = (
    "hyperbolic-sine", "hyperbolic-cosine", "hyperbolic-tangent", "hyperbolic-cotangent",
    "hyperbolic-secant", "hyperbolic-cosecant", "inverse-hyperbolic-sine",
    "inverse-hyperbolic-cosine", "inverse-hyperbolic-tangent",
)  # fmt: skip

TABLES = (
    mistake(
        "trig.sign",
        "wrong sign in the derivative of a trigonometric function",
        "三角函数的导数符号错误",
        ("cos(x^3)", "3*x^2*sin(x^3)"),
        ("f(u)", "-f'(u)*D(u)", *_CIRCULAR),
    ),
    mistake(
        "trig.table",
        "another function than the derivative of this trigonometric function",
        "三角函数的导数公式记错",
        ("tan(x)", "1/sin(x)^2"),
        ("sin(u)", "sin(u)*D(u)"), ("cos(u)", "cos(u)*D(u)"), ("cos(u)", "-cos(u)*D(u)"),
        ("tan(u)", "D(u)/cos(u)"), ("tan(u)", "D(u)/sin(u)^2"), ("tan(u)", "cot(u)*D(u)"),
        ("tan(u)", "sec(u)*tan(u)*D(u)"), ("tan(u)", "-D(u)/sin(u)^2"),
        ("tan(u)", "D(u)/(1 + u^2)"), ("tan(u)", "(1 - tan(u)^2)*D(u)"),
        ("cot(u)", "D(u)/cos(u)^2"), ("cot(u)", "-D(u)/sin(u)"), ("cot(u)", "-D(u)/cos(u)^2"),
        ("sec(u)", "tan(u)*D(u)"), ("sec(u)", "sec(u)^2*D(u)"), ("sec(u)", "tan(u)^2*D(u)"),
        ("csc(u)", "-cot(u)*D(u)"), ("csc(u)", "-csc(u)^2*D(u)"), ("csc(u)", "-cot(u)^2*D(u)"),
    ),
    mistake(
        "inverse-trig.sign",
        "wrong sign in the derivative of an inverse trigonometric function",
        "反三角函数的导数符号错误",
        ("acos(x)", "1/sqrt(1 - x^2)"),
        ("f(u)", "-f'(u)*D(u)", *_INVERSE),
    ),
    mistake(
        "inverse-trig.table",
        "another function than the derivative of this inverse trigonometric function",
        "反三角函数的导数公式记错",
        ("atan(x)", "1/sqrt(1 + x^2)"),
        ("asin(u)", "D(u)/(1 + u^2)"), ("asin(u)", "D(u)/(1 - u^2)"),
        ("asin(u)", "D(u)/sqrt(1 + u^2)"), ("asin(u)", "D(u)/sqrt(u^2 - 1)"),
        ("asin(u)", "sqrt(1 - u^2)*D(u)"), ("acos(u)", "-D(u)/(1 + u^2)"),
        ("acos(u)", "-D(u)/(1 - u^2)"), ("acos(u)", "-D(u)/sqrt(1 + u^2)"),
        ("atan(u)", "D(u)/(1 - u^2)"), ("atan(u)", "D(u)/sqrt(1 - u^2)"),
        ("atan(u)", "D(u)/sqrt(1 + u^2)"), ("atan(u)", "D(u)/(1 + u)"),
        ("atan(u)", "D(u)/(1 + u)^2"), ("acot(u)", "-D(u)/(1 - u^2)"),
    ),
    mistake(
        "inverse-trig.as-reciprocal",
        "an inverse function is not a reciprocal: arcsin(u) is not 1/sin(u)",
        "反函数不是倒数：arcsin(u) 不等于 1/sin(u)",
        ("asin(x)", "-cos(x)/sin(x)^2"),
        ("asin(u)", "-cos(u)/sin(u)^2*D(u)"), ("acos(u)", "sin(u)/cos(u)^2*D(u)"),
        ("atan(u)", "-D(u)/sin(u)^2"), ("asin(u)", "D(u)/cos(u)"), ("acos(u)", "-D(u)/sin(u)"),
        ("atan(u)", "cos(u)^2*D(u)"),
    ),
    mistake(
        "hyperbolic.sign",
        "wrong sign in the derivative of a hyperbolic function",
        "双曲函数的导数符号错误",
        ("cosh(x)", "-sinh(x)"),
        ("f(u)", "-f'(u)*D(u)", *_HYPERBOLIC),
    ),
    mistake(
        "hyperbolic.table",
        "another function than the derivative of this hyperbolic function",
        "双曲函数的导数公式记错",
        ("tanh(x)", "1 + tanh(x)^2"),
        ("sinh(u)", "sinh(u)*D(u)"), ("cosh(u)", "cosh(u)*D(u)"), ("sinh(u)", "cos(u)*D(u)"),
        ("cosh(u)", "-sin(u)*D(u)"), ("tanh(u)", "(1 + tanh(u)^2)*D(u)"),
        ("tanh(u)", "D(u)/cosh(u)"), ("tanh(u)", "D(u)/sinh(u)^2"), ("tanh(u)", "D(u)/cos(u)^2"),
        ("asinh(u)", "D(u)/sqrt(1 - u^2)"), ("asinh(u)", "D(u)/sqrt(u^2 - 1)"),
        ("acosh(u)", "D(u)/sqrt(1 + u^2)"), ("acosh(u)", "-D(u)/sqrt(1 - u^2)"),
        ("atanh(u)", "D(u)/(1 + u^2)"),
    ),
    mistake(
        "number.degrees",
        "the angle is in radians: there is no factor π/180",
        "角以弧度计：没有因子 π/180",
        ("sin(x)", "pi/180*cos(x)"),
        ("f(u)", "pi/180*f'(u)*D(u)", *_CIRCULAR),
    ),
)  # fmt: skip

ABSOLUTE = (
    mistake(
        "abs.missing",
        "absolute value: the derivative of |u| is u′ only where u is positive",
        "绝对值：只有在 u > 0 处 |u| 的导数才是 u′",
        ("abs(x + 1)", "1"),
        ("abs(u)", "D(u)"), ("abs(u)", "u*D(u)"),
    ),
    mistake(
        "abs.sign-of-whole",
        "absolute value: the sign is that of everything between the bars",
        "绝对值：符号应是绝对值号内整个式子的符号",
        ("abs(x^2 - 1)", "2*x*sign(x)"),
        ("abs(u)", "sign(x)*D(u)"), ("abs(u)", "sign(D(u))*D(u)*sign(x)"),
    ),
    mistake(
        "abs.of-derivative",
        "absolute value: the derivative of |u| is not |u′|",
        "绝对值：|u| 的导数不等于 |u′|",
        ("abs(x^2 - 1)", "abs(2*x)"),
        ("abs(u)", "abs(D(u))"),
    ),
    mistake(
        "abs.kept",
        "the derivative of ln|u| is u′/u, without bars",
        "ln|u| 的导数是 u′/u，没有绝对值",
        ("log(abs(x + 1))", "1/abs(x + 1)"),
        ("log(abs(u))", "D(u)/abs(u)"), ("log(abs(u))", "abs(D(u)/u)"),
    ),
    mistake(
        "abs.added",
        "an absolute value that does not belong there",
        "多出了绝对值",
        ("x^2", "2*abs(x)"),
        ("log(u)", "D(u)/abs(u)"), ("u^n", "n*abs(u)^(n - 1)*D(u)"),
        ("u^n", "abs(n*u^(n - 1)*D(u))"),
    ),
    mistake(
        "max.one-branch",
        "maximum and minimum: each part of the line has its own derivative",
        "最大值与最小值：每一段有各自的导数",
        ("max(x, x^2)", "2*x"),
        ("max(u, v)", "D(u)"), ("max(u, v)", "D(v)"),
        ("min(u, v)", "D(u)"), ("min(u, v)", "D(v)"),
        ("max(u, v)", "max(D(u), D(v))"), ("min(u, v)", "min(D(u), D(v))"),
    ),
)  # fmt: skip
