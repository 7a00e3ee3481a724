"""Products, quotients and powers."""

from calctool.rules.rule import Rule
from calctool.words import Words

POWER = Words(en="power rule", zh="幂函数求导公式")
POWER_CHAIN = Words(en="power rule, chain rule", zh="幂函数求导公式与链式法则")

PRODUCTS = (
    Rule(
        "product", "u*v", "D(u)*v + u*D(v)",
        Words(en="product rule", zh="积的求导法则"), "x^2*sin(x)", many=True,
    ),
    Rule(
        "reciprocal", "1/u", "-D(u)/u^2",
        Words(en="reciprocal rule", zh="倒数的求导法则"), "1/(1 + x^2)", ("u != 0",),
    ),
    Rule(
        "constant-numerator", "c/u", "c*D(1/u)",
        Words(en="constant multiple rule", zh="常数倍法则"), "3/(1 + x^2)", ("u != 0",),
    ),
    Rule(
        "quotient", "u/v", "(D(u)*v - u*D(v))/v^2",
        Words(en="quotient rule", zh="商的求导法则"), "sin(x)/x", ("v != 0",),
    ),
    Rule("power", "x^n", "n*x^(n - 1)", POWER, "x^5"),
    Rule("power-chain", "u^n", "n*u^(n - 1)*D(u)", POWER_CHAIN, "sin(x)^3"),
    Rule(
        "exponential-base", "c^u", "c^u*log(c)*D(u)",
        Words(en="exponential function, chain rule", zh="指数函数求导公式与链式法则"),
        "2^x", ("c > 0",),
    ),
    Rule(
        "general-power", "u^v", "u^v*D(v*log(u))",
        Words(
            en="logarithmic differentiation: ln y = v·ln u",
            zh="对数求导法：ln y = v·ln u",
        ),
        "x^x", ("u > 0",),
    ),
)  # fmt: skip
