"""Mistakes with sums and constants."""

from calctool.rules.mistakes.record import mistake

SUMS = (
    mistake(
        "constant.kept",
        "the derivative of a constant is 0",
        "常数的导数为 0",
        ("2*x^5 + 8", "10*x^4 + 8"),
        ("c", "c"),
    ),
    mistake(
        "constant.factor-lost",
        "a constant factor stays",
        "常数因子要保留",
        ("7*x^3", "3*x^2"),
        ("c*u", "D(u)"), ("u/c", "D(u)"), ("c/u", "D(1/u)"), ("c*u", "c"),
    ),
    mistake(
        "constant.differentiated",
        "a constant factor is not differentiated",
        "常数因子不用求导",
        ("7*x^3", "0"),
        ("c*u", "0"), ("c*u", "u + c*D(u)"), ("u/c", "-u/c^2"), ("u/c", "(c*D(u) - u)/c^2"),
        ("c*u", "u"),
    ),
    mistake(
        "constant.as-variable",
        "this letter stands for a constant",
        "这个字母表示常数",
        ("x + pi^2", "1 + 2*pi"),
        ("c^n", "n*c^(n - 1)"), ("exp(c)", "exp(c)"), ("sin(c)", "cos(c)"), ("log(c)", "1/c"),
        ("sqrt(c)", "1/(2*sqrt(c))"), ("cos(c)", "-sin(c)"),
    ),
    mistake(
        "sum.term-missing",
        "a term is missing",
        "漏了一项",
        ("x^3 + x^2", "3*x^2"),
        ("u + v", "D(u)"), ("u + v", "D(v)"),
    ),
    mistake(
        "sign.term",
        "the sign of one term is wrong",
        "有一项的符号错误",
        ("x^3 - x^2", "3*x^2 + 2*x"),
        ("u + v", "D(u) - D(v)"), ("u + v", "D(v) - D(u)"),
    ),
    mistake(
        "sign.all",
        "the sign of the whole is wrong",
        "整个式子的符号错误",
        ("x/(x + 3)", "-3/(x + 3)^2"),
    ),
)  # fmt: skip
