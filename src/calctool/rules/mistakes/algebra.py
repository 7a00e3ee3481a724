"""Wrong steps of algebra, between one line of a derivation and the next."""

from calctool.rules.mistakes.record import algebra, mistake

ALGEBRA = (
    algebra(
        "algebra.power-of-sum", "(a+b)² is not a²+b²", "(a+b)² 不等于 a²+b²",
        ("(x + 3)^2", "x^2 + 9"), "a^2 + 2*a*b + b^2",
        ("(a + b)^n", "a^n + b^n"),
    ),
    algebra(
        "algebra.root-of-sum", "√(a²+b²) is not a+b", "√(a²+b²) 不等于 a+b",
        ("sqrt(x^2 + 9)", "x + 3"), "sqrt(a^2 + b^2)",
        ("sqrt(a + b)", "sqrt(a) + sqrt(b)"),
    ),
    algebra(
        "algebra.fraction-split", "a/(b+c) is not a/b + a/c", "a/(b+c) 不等于 a/b + a/c",
        ("1/(x + 3)", "1/x + 1/3"), "a/(b + c)",
        ("a/(b + c)", "a/b + a/c"),
    ),
    algebra(
        "algebra.cancel", "only a factor of the whole numerator can be cancelled",
        "只有整个分子的公因式才能约去",
        ("(x + 3)/x", "3"), "1 + b/a",
        ("(a + b)/a", "b"), ("(a + b)/b", "a"), ("(a + b)/a", "1 + b"), ("(a + b)/b", "a + 1"),
        ("a/(a + b)", "1/b"), ("a/(b + a)", "1/b"), ("a/(a + b)", "1/(1 + b)"),
        ("(a + b)/(a + c)", "b/c"), ("(a + b)/(c + b)", "a/c"), ("(c*a + b)/a", "c + b"),
    ),
    algebra(
        "algebra.distribution", "a factor multiplies every term in the bracket",
        "因子要乘以括号内的每一项",
        ("3*(x + 2)", "3*x + 2"), "a*b + a*c",
        ("a*(b + c)", "a*b + c"), ("a*(b + c)", "b + a*c"),
    ),
    algebra(
        "algebra.sign-in-bracket", "a minus before a bracket changes every sign in it",
        "括号前的负号改变括号内每一项的符号",
        ("-(x + 2)", "-x + 2"), "-a - b",
        ("-(a + b)", "-a + b"), ("-(a + b)", "a - b"), ("a*(b + c)", "a*b - a*c"),
    ),
    algebra(
        "algebra.negative-exponent", "a⁻ⁿ is 1/aⁿ", "a⁻ⁿ 等于 1/aⁿ",
        ("x^(-2)", "-x^2"), "1/a^n",
        ("a^(-n)", "-a^n"), ("c*a^(-n)", "1/(c*a^n)"), ("1/a^n", "-a^n"),
    ),
    algebra(
        "algebra.root-of-square", "√(a²) is |a|, not a", "√(a²) 等于 |a|，而不是 a",
        ("sqrt(x^2)", "x"), "abs(a)",
        ("sqrt(a^2)", "a"),
    ),
    algebra(
        "algebra.inverse-of-function", "sin⁻¹ is the inverse function, not 1/sin",
        "sin⁻¹ 表示反函数，不是 1/sin",
        ("asin(x)", "1/sin(x)"), "asin(a)",
        ("asin(a)", "1/sin(a)"), ("acos(a)", "1/cos(a)"), ("atan(a)", "1/tan(a)"),
    ),
    algebra(
        "algebra.double-angle", "sin(2a) is 2·sin(a)·cos(a), not 2·sin(a)",
        "sin(2a) 等于 2·sin(a)·cos(a)，而不是 2·sin(a)",
        ("sin(2*x)", "2*sin(x)"), "2*sin(a)*cos(a)",
        ("sin(n*a)", "n*sin(a)"), ("cos(n*a)", "n*cos(a)"), ("tan(n*a)", "n*tan(a)"),
        ("sin(a + b)", "sin(a) + sin(b)"), ("cos(a + b)", "cos(a) + cos(b)"),
        ("log(a + b)", "log(a) + log(b)"), ("exp(a + b)", "exp(a) + exp(b)"),
    ),
    algebra(
        "algebra.factors-added", "the factors of a product are multiplied, not added",
        "积的各因子应相乘而不是相加",
        ("2*x*x^2", "2*x + x^2"), "a*b",
        ("a*b", "a + b"),
    ),
    mistake(
        "limit.substitution", "h = 0 cannot be put in: the quotient is 0/0 there",
        "不能直接代入 h = 0：此时为 0/0 型",
        ("x^2", "0"), right="Limit(f(x), x, 0)",
    ),
    mistake(
        "limit.h-kept", "h is still there after the limit",
        "取极限后仍有 h",
        ("x^2", "2*x + h"), right="Limit(f(x), x, 0)",
    ),
    mistake(
        "limit.h-as-one", "h was put to 1 or dropped before the limit was taken",
        "取极限之前就令 h = 1 或去掉了 h",
        ("x^2", "2*x + 1"), right="Limit(f(x), x, 0)",
    ),
)  # fmt: skip
