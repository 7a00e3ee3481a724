"""Names of Python's libraries: modules, constants, functions as plain text."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import TypeAlias

Template: TypeAlias = str
"""Plain text in which {0} stands for the first argument, {*} for all."""
Templates: TypeAlias = "Mapping[str, Template | Mapping[int, Template]]"

_MODULES = (
    "np numpy math Math cmath torch jnp jax sp sympy scipy special F nn functional S tf keras xp "
    "mp mpmath K onp cupy cp"
)
MODULES = frozenset(_MODULES.split())
CONSTANTS = {
    "pi": "pi", "PI": "pi", "Pi": "pi", "e": "e", "E": "e", "Exp1": "e", "inf": "oo", "oo": "oo",
    "infty": "oo", "Infinity": "oo", "Half": "(1/2)", "One": "1", "Zero": "0",
    "NegativeOne": "(-1)",
}  # fmt: skip
RELATIONS = {
    "Lt": "<", "Le": "<=", "Gt": ">", "Ge": ">=", "Eq": "=", "Ne": "!=", "StrictLessThan": "<",
    "LessThan": "<=", "StrictGreaterThan": ">", "GreaterThan": ">=", "Equality": "=",
    "Unequality": "!=", "less": "<", "less_equal": "<=", "greater": ">", "greater_equal": ">=",
    "equal": "=", "not_equal": "!=",
}  # fmt: skip

_ADD, _MULTIPLY = {1: "({0})", 2: "(({0})+({1}))"}, {1: "({0})", 2: "(({0})*({1}))"}


def _many(sign: str) -> dict[int, Template]:
    return {n: "(" + sign.join(f"({{{i}}})" for i in range(n)) + ")" for n in range(1, 65)}


TEMPLATES: Templates = {
    "pow": "(({0})^({1}))", "power": "(({0})^({1}))", "Pow": "(({0})^({1}))",
    "float_power": "(({0})^({1}))", "square": "(({0})^2)", "reciprocal": "(1/({0}))",
    "negative": "(-({0}))", "positive": "({0})", "Add": _many("+"), "Mul": _many("*"),
    "add": "(({0})+({1}))", "subtract": "(({0})-({1}))", "multiply": "(({0})*({1}))",
    "divide": "(({0})/({1}))", "true_divide": "(({0})/({1}))", "Rational": "(({0})/({1}))",
    "log1p": "ln(1+({0}))", "expm1": "(exp({0})-1)", "exp2": "(2^({0}))",
    "maximum": "max({0}, {1})", "minimum": "min({0}, {1})", "fmax": "max({0}, {1})",
    "fmin": "min({0}, {1})", "clip": "min(max({0}, {1}), {2})", "clamp": "min(max({0}, {1}), {2})",
    "absolute": "abs({0})", "fabs": "abs({0})", "hypot": "sqrt(({0})^2+({1})^2)",
    "rsqrt": "(1/sqrt({0}))", "expit": "sigmoid({0})", "arcsinh": "asinh({0})",
    "arccosh": "acosh({0})", "arctanh": "atanh({0})", "lambertw": "LambertW({0})",
    "jv": "besselj({0}, {1})", "yv": "bessely({0}, {1})", "iv": "besseli({0}, {1})",
    "kv": "besselk({0}, {1})", "gammaln": "loggamma({0})", "lgamma": "loggamma({0})",
    "psi": "digamma({0})", "expi": "Ei({0})", "log": {1: "ln({0})", 2: "log({0}, {1})"},
    "copysign": "(abs({0})*Piecewise((1, ({1}) >= 0), (-1, True)))",
    "sinc": "Piecewise((sin(pi*({0}))/(pi*({0})), ({0}) != 0), (1, True))",
    "float": "({0})",
}  # fmt: skip
"""Function to its plain text, {0} being the first argument; by the number of arguments where
that matters."""


def attribute(node: ast.expr) -> str | None:
    """The last name of np.exp, scipy.special.erf, F.relu; None for what is no module's."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if (
        isinstance(node, ast.Name)
        and node.id in MODULES
        and all(name in MODULES for name in names[1:])
    ):
        return names[0]
    return None


def module_of(node: ast.expr) -> str | None:
    """The np of np.max; None for a bare name."""
    while isinstance(node, ast.Attribute):
        node = node.value
        if isinstance(node, ast.Name):
            return node.id
    return None


def name_of(func: ast.expr) -> str | None:
    return func.id if isinstance(func, ast.Name) else attribute(func)
