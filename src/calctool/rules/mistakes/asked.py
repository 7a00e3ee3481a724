"""Answers to another question than the one that was asked."""

from calctool.rules.mistakes.record import mistake

ASKED = (
    mistake(
        "not-differentiated", "this is the function itself, not its derivative",
        "这是函数本身，不是它的导数", ("x^5", "x^5"),
    ),
    mistake(
        "integrated", "this is an antiderivative, not the derivative",
        "这是原函数，不是导数", ("x^5", "x^6/6"),
    ),
    mistake(
        "integration-constant", "a derivative has no constant of integration",
        "导数没有积分常数", ("x^5", "5*x^4 + C"),
    ),
    mistake(
        "order.one-short", "this is the derivative of one order less",
        "这是低一阶的导数", ("x^5 (order 2)", "5*x^4"),
    ),
    mistake(
        "order.one-too-many", "this is the derivative of one order more",
        "这是高一阶的导数", ("x^5", "20*x^3"),
    ),
    mistake(
        "wrt.wrong-variable", "this is the derivative in another variable",
        "这是对另一个变量的导数", ("x^3*y^2 (in x)", "2*x^3*y"),
    ),
    mistake(
        "mixed.instead", "this is the mixed derivative",
        "这是混合偏导数", ("x^3*y^2 (in x)", "6*x^2*y"),
    ),
    mistake(
        "partial.both-differentiated",
        "the other variable is a constant here: it is not differentiated",
        "另一个变量此处视为常数，不求导", ("x^2 + y^2 (in x)", "2*x + 2*y"),
    ),
    mistake(
        "implicit.sign", "implicit derivative: the minus sign is missing",
        "隐函数求导：漏了负号", ("x^2 + y^2 = 36 (y)", "x/y"), right="-F_x/F_y",
    ),
    mistake(
        "implicit.inverted", "implicit derivative: numerator and denominator are exchanged",
        "隐函数求导：分子与分母颠倒了", ("x^2 + y^2 = 36 (y)", "-y/x"), right="-F_x/F_y",
    ),
    mistake(
        "implicit.product",
        "implicit derivative: in a product with y both factors are differentiated",
        "隐函数求导：含 y 的积要用积的求导法则", ("x*y = 1 (y)", "0"), right="-F_x/F_y",
    ),
    mistake(
        "names.unknown", "a letter that does not occur in the question",
        "出现了题目中没有的字母", ("x^5", "5*t^4"),
    ),
    mistake(
        "factor.constant", "a constant factor is wrong",
        "相差一个常数因子", ("x^5", "15*x^4"),
    ),
)  # fmt: skip
