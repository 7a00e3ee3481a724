"""Constants, the variable itself, and linearity."""

from calctool.rules.rule import Rule
from calctool.words import Words

MULTIPLE = Words(en="constant multiple rule", zh="常数倍法则")

LINEAR = (
    Rule(
        "constant", "c", "0",
        Words(en="derivative of a constant", zh="常数的导数为 0"), "7", quiet=True,
    ),
    Rule(
        "identity", "x", "1",
        Words(en="derivative of the variable", zh="自变量的导数为 1"), "x", quiet=True,
    ),
    Rule("negative", "-u", "-D(u)", MULTIPLE, "-sin(x)"),
    Rule(
        "sum", "u + v", "D(u) + D(v)",
        Words(en="sum rule", zh="和的求导法则"), "x^2 + sin(x)", many=True,
    ),
    Rule("constant-multiple", "c*u", "c*D(u)", MULTIPLE, "3*x^4", many=True),
    Rule("constant-divisor", "u/c", "D(u)/c", MULTIPLE, "sin(x)/2"),
)  # fmt: skip
