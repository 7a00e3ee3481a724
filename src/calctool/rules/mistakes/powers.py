"""Mistakes with powers, roots, exponentials and logarithms."""

from calctool.rules.mistakes.record import mistake

POWER = (
    mistake(
        "power.exponent-kept",
        "power rule: the exponent goes down by one",
        "幂函数求导公式：指数要减 1",
        ("x^5", "5*x^5"),
        ("u^n", "n*u^n*D(u)"), ("u^n", "n*u^n"),
    ),
    mistake(
        "power.exponent-raised",
        "power rule: the exponent goes down by one, not up",
        "幂函数求导公式：指数应减 1，而不是加 1",
        ("x^(-4)", "-4*x^(-3)"),
        ("u^n", "n*u^(n + 1)*D(u)"), ("1/u^n", "-n/u^(n - 1)*D(u)"),
    ),
    mistake(
        "power.coefficient-missing",
        "power rule: the exponent comes to the front as a factor",
        "幂函数求导公式：漏乘了指数",
        ("x^5", "x^4"),
        ("u^n", "u^(n - 1)*D(u)"), ("u^n", "u^(n - 1)"),
    ),
    mistake(
        "power.on-exponential",
        "the power rule is not for a variable exponent: (aᵘ)′ = aᵘ·ln(a)·u′",
        "幂函数求导公式不适用于指数函数：(aᵘ)′ = aᵘ·ln(a)·u′",
        ("3^x", "x*3^(x - 1)"),
        ("c^u", "u*c^(u - 1)*D(u)"), ("c^u", "u*c^(u - 1)"),
        ("exp(u)", "u*exp(u - 1)*D(u)"), ("exp(u)", "u*exp(u - 1)"),
    ),
    mistake(
        "power.on-variable-exponent",
        "the power rule is not for an exponent that varies with the base",
        "幂函数求导公式不适用于幂指函数",
        ("x^x", "x*x^(x - 1)"),
        ("u^v", "v*u^(v - 1)*D(u)", "general-power"), ("u^v", "v*u^(v - 1)", "general-power"),
    ),
    mistake(
        "power.wrong-exponent",
        "power rule: the new exponent is n − 1, not another number",
        "幂函数求导公式：新的指数应为 n − 1",
        ("x^(1/3)", "1/3*x^(2/3)"),
        ("u^n", "n*u^(n - 2)*D(u)"), ("u^n", "n*u^(1 - n)*D(u)"), ("u^n", "n*u^(-n)*D(u)"),
        ("u^n", "(n - 1)*u^(n - 1)*D(u)"), ("u^n", "(n - 1)*u^n*D(u)"), ("u^n", "n*D(u)"),
        ("1/u^n", "-n/u^n*D(u)"), ("c/u^n", "-c*n/u^n*D(u)"), ("u^n", "n*u*D(u)"),
    ),
    mistake(
        "root.half-missing",
        "the derivative of a square root has a factor 1/2",
        "平方根的导数中漏了因子 1/2",
        ("sqrt(x^2 + 9)", "2*x/sqrt(x^2 + 9)"),
        ("sqrt(u)", "D(u)/sqrt(u)"), ("sqrt(u)", "1/sqrt(u)"),
    ),
    mistake(
        "root.of-derivative",
        "the derivative of a root is not the root of the derivative",
        "根式的导数不等于导数的根式",
        ("sqrt(x^2 + 9)", "sqrt(2*x)"),
        ("sqrt(u)", "sqrt(D(u))"), ("cbrt(u)", "cbrt(D(u))"), ("root(u, n)", "root(D(u), n)"),
        ("sqrt(u)", "1/(2*sqrt(D(u)))"),
    ),
)  # fmt: skip

EXPONENTIAL = (
    mistake(
        "exponential.log-missing",
        "the derivative of aᵘ has the factor ln(a)",
        "aᵘ 的导数中漏了因子 ln(a)",
        ("3^x", "3^x"),
        ("c^u", "c^u*D(u)"), ("c^u", "c^u"),
    ),
    mistake(
        "exponential.on-variable-base",
        "the rule for aᵘ needs a constant base",
        "指数函数求导公式要求底数为常数",
        ("x^x", "x^x*log(x)"),
        ("u^v", "u^v*log(u)*D(v)", "general-power"), ("u^v", "u^v*log(u)", "general-power"),
    ),
    mistake(
        "general-power.factor-missing",
        "logarithmic differentiation: the result has to be multiplied by the function itself",
        "对数求导法：最后要乘以函数本身",
        ("x^x", "log(x) + 1"),
        ("u^v", "D(v)*log(u) + v*D(u)/u", "general-power"),
    ),
    mistake(
        "logarithm.denominator",
        "the derivative of ln(u) has u below the bar, the whole of it",
        "ln(u) 的导数的分母应是整个 u",
        ("log(x^2 + 1)", "2*x/x"),
        ("log(u)", "D(u)/x"), ("log(u)", "1/D(u)"), ("log(u)", "1/x"),
    ),
    mistake(
        "logarithm.of-derivative",
        "the derivative of a logarithm is not the logarithm of the derivative",
        "对数的导数不等于导数的对数",
        ("log(x^2 + 1)", "log(2*x)"),
        ("log(u)", "log(D(u))"),
    ),
    mistake(
        "logarithm-base.factor-missing",
        "a logarithm to the base a has 1/ln(a) in its derivative",
        "以 a 为底的对数的导数中漏了因子 1/ln(a)",
        ("log10(x)", "1/x"),
        ("log(u, c)", "D(u)/u"), ("log10(u)", "D(u)/u"), ("log2(u)", "D(u)/u"),
        ("log(u, c)", "log(c)*D(u)/u"), ("log10(u)", "log(10)*D(u)/u"),
        ("log2(u)", "log(2)*D(u)/u"),
    ),
)  # fmt: skip
