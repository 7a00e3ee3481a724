"""The sigmoid and its family: the functions of machine learning."""

from calctool.rules.rule import Rule
from calctool.words import Words


def _learning(id: str, pattern: str, derivative: str, name: str, *where: str) -> Rule:
    words = Words(en=f"derivative of {name}", zh=f"{name} 的导数")
    return Rule(id, pattern, derivative, words, pattern.replace("(u)", "(x^2)"), where)


LEARNING = (
    _learning("sigmoid", "sigmoid(u)", "sigmoid(u)*(1 - sigmoid(u))*D(u)", "sigmoid"),
    _learning("softplus", "softplus(u)", "sigmoid(u)*D(u)", "softplus"),
    _learning("relu", "relu(u)", "heaviside(u)*D(u)", "ReLU", "u != 0"),
    _learning(
        "leaky-relu", "leaky_relu(u)", "Piecewise((1, u > 0), (1/100, u < 0))*D(u)",
        "leaky ReLU", "u != 0",
    ),
    _learning("elu", "elu(u)", "Piecewise((1, u > 0), (exp(u), u < 0))*D(u)", "ELU"),
    _learning(
        "silu", "silu(u)", "(sigmoid(u) + u*sigmoid(u)*(1 - sigmoid(u)))*D(u)", "SiLU"
    ),
    _learning(
        "gelu", "gelu(u)", "((1 + erf(u/sqrt(2)))/2 + u*exp(-u^2/2)/sqrt(2*pi))*D(u)", "GELU"
    ),
    _learning("softsign", "softsign(u)", "D(u)/(1 + abs(u))^2", "softsign"),
    Rule(
        "logit", "logit(u)", "D(u)/(u*(1 - u))",
        Words(en="derivative of logit", zh="logit 的导数"), "logit(x/2)", ("0 < u", "u < 1"),
    ),
)  # fmt: skip
