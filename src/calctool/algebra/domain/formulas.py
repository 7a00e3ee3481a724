"""Facts about the functions that can be typed, as text: domains, definitions, derivatives.

The derivatives are those of the handbook (NIST DLMF), written again on purpose: expansions at a
point are a second opinion on the rules and must not read them.
"""

from __future__ import annotations

from functools import cache

from calctool.notation.node import Node
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation, Tree

_NO_POLE = ("max(u, u - floor(u)) > 0",)
"""u is positive or not a whole number: neither 0 nor -1, -2, …"""

DOMAINS: dict[str, tuple[str, ...]] = {
    "sqrt": ("u >= 0",),
    "log": ("u > 0",),
    "log2": ("u > 0",),
    "log10": ("u > 0",),
    "tan": ("cos(u) != 0",),
    "sec": ("cos(u) != 0",),
    "cot": ("sin(u) != 0",),
    "csc": ("sin(u) != 0",),
    "coth": ("u != 0",),
    "csch": ("u != 0",),
    "asin": ("u >= -1", "u <= 1"),
    "acos": ("u >= -1", "u <= 1"),
    "asec": ("abs(u) >= 1",),
    "acsc": ("abs(u) >= 1",),
    "acosh": ("u >= 1",),
    "atanh": ("u > -1", "u < 1"),
    "logit": ("u > 0", "u < 1"),
    "gamma": _NO_POLE,
    "digamma": _NO_POLE,
    "loggamma": ("u > 0",),
    "li": ("u > 0", "u != 1"),
    "Ei": ("u != 0",),
    "Ci": ("u > 0",),
    "Chi": ("u > 0",),
    "LambertW": ("u >= -1/e",),
    "elliptic_k": ("u < 1",),
    "elliptic_e": ("u <= 1",),
}

DOMAINS_OF_TWO: dict[str, tuple[str, ...]] = {
    "log": ("u > 0", "v > 0", "v != 1"),
    "beta": ("u > 0", "v > 0"),
    "polygamma": tuple(text.replace("u", "v") for text in _NO_POLE),
    "bessely": ("v > 0",),
    "besselk": ("v > 0",),
}

DEFINITIONS: dict[str, str] = {
    "tan": "sin(u)/cos(u)",
    "cot": "cos(u)/sin(u)",
    "sec": "1/cos(u)",
    "csc": "1/sin(u)",
    "coth": "1/tanh(u)",
    "sech": "1/cosh(u)",
    "csch": "1/sinh(u)",
    "acos": "pi/2 - asin(u)",
    "acot": "pi/2 - atan(u)",
    "asec": "acos(1/u)",
    "acsc": "asin(1/u)",
    "atanh": "log((1 + u)/(1 - u))/2",
    "log2": "log(u)/log(2)",
    "log10": "log(u)/log(10)",
    "erfc": "1 - erf(u)",
    "ceil": "-floor(-u)",
    "heaviside": "(1 + sign(u))/2",
    "sigmoid": "1/(1 + exp(-u))",
    "silu": "u*sigmoid(u)",
    "gelu": "u*(1 + erf(u/sqrt(2)))/2",
    "softsign": "u/(1 + abs(u))",
    "logit": "log(u/(1 - u))",
    "relu": "max(0, u)",
    "leaky_relu": "max(u, u/100)",
    "elu": "Piecewise((u, u > 0), (exp(u) - 1, True))",
}

DEFINITIONS_OF_TWO: dict[str, str] = {
    "log": "log(u)/log(v)",
    "beta": "gamma(u)*gamma(v)/gamma(u + v)",
}

FAR_OUT: dict[str, str] = {
    "sinh": "(exp(u) - exp(-u))/2",
    "cosh": "(exp(u) + exp(-u))/2",
    "tanh": "1 - 2/(exp(2*u) + 1)",
    "asinh": "sign(u)*log(abs(u) + sqrt(u^2 + 1))",
    "acosh": "log(u + sqrt(u^2 - 1))",
    "atan": "sign(u)*pi/2 - atan(1/u)",
    "softplus": "max(u, 0) + log(1 + exp(-abs(u)))",
}
"""Definitions that show the growth where the argument tends to infinity."""

FAR_VALUES: dict[str, tuple[str, str]] = {
    "erf": ("sign(u)", "exp(-u^2)"),
    "Si": ("sign(u)*pi/2", "1/u"),
    "Ci": ("0", "1/u"),
    "fresnels": ("sign(u)/2", "1/u"),
    "fresnelc": ("sign(u)/2", "1/u"),
}
"""What they tend to where the argument tends to infinity, and what the distance is O of."""

DERIVATIVES: dict[str, str] = {
    "sinh": "cosh(u)",
    "cosh": "sinh(u)",
    "tanh": "1 - tanh(u)^2",
    "asin": "1/sqrt(1 - u^2)",
    "atan": "1/(1 + u^2)",
    "asinh": "1/sqrt(1 + u^2)",
    "acosh": "1/sqrt(u^2 - 1)",
    "softplus": "sigmoid(u)",
    "erf": "2*exp(-u^2)/sqrt(pi)",
    "erfi": "2*exp(u^2)/sqrt(pi)",
    "Si": "sin(u)/u",
    "Ci": "cos(u)/u",
    "Shi": "sinh(u)/u",
    "Chi": "cosh(u)/u",
    "Ei": "exp(u)/u",
    "li": "1/log(u)",
    "fresnels": "sin(pi*u^2/2)",
    "fresnelc": "cos(pi*u^2/2)",
    "gamma": "gamma(u)*digamma(u)",
    "loggamma": "digamma(u)",
    "digamma": "polygamma(1, u)",
    "airyai": "airyaiprime(u)",
    "airybi": "airybiprime(u)",
    "airyaiprime": "u*airyai(u)",
    "airybiprime": "u*airybi(u)",
    "LambertW": "1/(u + exp(LambertW(u)))",
    "elliptic_k": "(elliptic_e(u) - (1 - u)*elliptic_k(u))/(2*u*(1 - u))",
    "elliptic_e": "(elliptic_e(u) - elliptic_k(u))/(2*u)",
}

DERIVATIVES_OF_SECOND: dict[str, str] = {
    "polygamma": "polygamma(n + 1, u)",
    "besselj": "(besselj(n - 1, u) - besselj(n + 1, u))/2",
    "bessely": "(bessely(n - 1, u) - bessely(n + 1, u))/2",
    "besseli": "(besseli(n - 1, u) + besseli(n + 1, u))/2",
    "besselk": "-(besselk(n - 1, u) + besselk(n + 1, u))/2",
}
"""For functions of a constant order n and an argument u."""

OUTGROWING: dict[str, bool] = {
    "erfi": True,
    "Shi": True,
    "Chi": False,
    "Ei": False,
    "gamma": False,
}
"""Grow as fast as exp(u) for u -> oo, but for powers of u; whether they are odd, too."""

BOUNDED = frozenset(["atan", "tanh", "erf", "fresnels", "fresnelc", "Si"])
"""Continuous and bounded on the whole line; sin and cos are treated apart."""

EVERYWHERE = BOUNDED | frozenset(
    [
        "sinh",
        "cosh",
        "asinh",
        "softplus",
        "erfi",
        "Shi",
        "airyai",
        "airybi",
        "airyaiprime",
        "airybiprime",
    ]
)
"""Continuous on the whole line, so bounded where the argument is."""


@cache
def formula(text: str) -> Tree:
    read = read_back(text)
    assert isinstance(read, Node), text  # noqa: S101 (our own text, not a user's)
    return read


@cache
def relation(text: str) -> Relation:
    read = read_back(text)
    assert isinstance(read, Relation), text  # noqa: S101
    return read
