"""Mistakes with products and quotients."""

from calctool.rules.mistakes.record import mistake

PRODUCT = (
    mistake(
        "product.of-derivatives",
        "product rule: the derivative of a product is not the product of the derivatives",
        "积的求导法则：积的导数不等于导数的积",
        ("x^3*cos(x)", "-3*x^2*sin(x)"),
        ("u*v", "D(u)*D(v)"),
    ),
    mistake(
        "product.one-term",
        "product rule: only one of the two terms is there",
        "积的求导法则：只写了两项中的一项",
        ("x^2*sin(x)", "2*x*sin(x)"),
        ("u*v", "D(u)*v"), ("u*v", "u*D(v)"),
    ),
    mistake(
        "product.minus",
        "product rule: the two terms are added, not subtracted",
        "积的求导法则：两项应相加而不是相减",
        ("x^2*sin(x)", "2*x*sin(x) - x^2*cos(x)"),
        ("u*v", "D(u)*v - u*D(v)"), ("u*v", "u*D(v) - D(u)*v"),
    ),
    mistake(
        "product.sum-of-derivatives",
        "product rule: the derivative of a product is not the sum of the derivatives",
        "积的求导法则：积的导数不等于导数的和",
        ("x^2*sin(x)", "2*x + cos(x)"),
        ("u*v", "D(u) + D(v)"),
    ),
)  # fmt: skip

QUOTIENT = (
    mistake(
        "quotient.order",
        "quotient rule: the derivative of the numerator comes first",
        "商的求导法则：应先写分子的导数乘以分母",
        ("x/(x + 3)", "-3/(x + 3)^2"),
        ("u/v", "(u*D(v) - D(u)*v)/v^2"),
    ),
    mistake(
        "quotient.plus",
        "quotient rule: the two terms of the numerator are subtracted, not added",
        "商的求导法则：分子的两项应相减而不是相加",
        ("x/(x + 3)", "(2*x + 3)/(x + 3)^2"),
        ("u/v", "(D(u)*v + u*D(v))/v^2"),
    ),
    mistake(
        "quotient.of-derivatives",
        "quotient rule: the derivative of a quotient is not the quotient of the derivatives",
        "商的求导法则：商的导数不等于导数的商",
        ("cos(x)/x", "-sin(x)"),
        ("u/v", "D(u)/D(v)"), ("c/u", "c/D(u)"),
    ),
    mistake(
        "quotient.denominator-not-squared",
        "quotient rule: the denominator has to be squared",
        "商的求导法则：分母要平方",
        ("x/(x + 3)", "3/(x + 3)"),
        ("u/v", "(D(u)*v - u*D(v))/v"), ("c/u", "-c*D(u)/u"),
    ),
    mistake(
        "quotient.denominator-missing",
        "quotient rule: the square of the denominator is missing",
        "商的求导法则：漏写了分母的平方",
        ("x/(x + 3)", "3"),
        ("u/v", "D(u)*v - u*D(v)"), ("c/u", "-c*D(u)"),
    ),
    mistake(
        "quotient.denominator-differentiated",
        "quotient rule: below stands the square of the denominator, not that of its derivative",
        "商的求导法则：下面应是分母的平方，而不是分母导数的平方",
        ("sin(x)/x^2", "(x^2*cos(x) - 2*x*sin(x))/(2*x)^2"),
        ("u/v", "(D(u)*v - u*D(v))/D(v)^2"), ("c/u", "-c*D(u)/D(u)^2"),
    ),
    mistake(
        "reciprocal.sign",
        "reciprocal rule: the minus sign is missing",
        "倒数的求导法则：漏了负号",
        ("1/(x^2 + 1)", "2*x/(x^2 + 1)^2"),
        ("c/u", "c*D(u)/u^2"),
    ),
    mistake(
        "reciprocal.as-logarithm",
        "the logarithm is an antiderivative of 1/u, not its derivative",
        "ln u 是 1/u 的原函数，不是它的导数",
        ("1/x", "log(x)"),
        ("c/u", "c*log(u)"), ("c/u", "c*log(abs(u))"), ("c/u", "c*log(u)*D(u)"),
        ("c/u", "c*D(u)/u"),
    ),
)  # fmt: skip
