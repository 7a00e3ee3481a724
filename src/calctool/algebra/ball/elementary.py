"""Elementary functions and those of machine learning over balls and truncated series.

A series is found through exponentials, logarithms and roots: no rule for a derivative is used.
"""

from __future__ import annotations

from collections.abc import Callable

from flint import arb, arb_series, fmpq

from calctool.algebra.ball.arithmetic import (
    absolute,
    add,
    ceiling,
    divide,
    floor,
    fractional_power,
    greatest,
    heaviside,
    least,
    multiply,
    sign_of,
)
from calctool.algebra.ball.numbers import (
    Domain,
    Undecided,
    Undefined,
    Value,
    finite,
    head,
    not_negative,
    order,
    positive,
    within,
)

Operation = Callable[..., Value]
Jet = Callable[[arb_series], arb_series]

ONE, TWO, ZERO = fmpq(1), fmpq(2), fmpq(0)


def native(name: str, domain: Domain | None = None, jet: Jet | None = None) -> Operation:
    """A function that balls have by `name`; `jet` where series have no such method."""
    of_ball = getattr(arb, name)
    of_series = jet or getattr(arb_series, name)

    def function(u: Value) -> Value:
        if domain is not None:
            domain(u)
        if isinstance(u, arb_series):
            return finite(of_series(u))
        made: arb = of_ball(u if isinstance(u, arb) else arb(u))
        if not made.is_finite():
            raise Undecided
        return made

    return function


closed_unit = within(lambda h: h >= -1 and h <= 1, lambda h: h < -1 or h > 1)
open_unit = within(lambda h: h > -1 and h < 1, lambda h: h <= -1 or h >= 1)
outside_unit = within(lambda h: h <= -1 or h >= 1, lambda h: h > -1 and h < 1)
from_one = within(lambda h: h >= 1, lambda h: h < 1)
unit_interval = within(lambda h: h > 0 and h < 1, lambda h: h <= 0 or h >= 1)


def _asinh(u: arb_series) -> arb_series:
    if u[0] < 0:  # the logarithm of a difference of nearly equal numbers otherwise
        return -_asinh(-u)
    return (u + (u * u + 1).sqrt()).log()


exp = native("exp")
log = native("log", positive)
sqrt = native("sqrt", not_negative)
sin = native("sin")
cos = native("cos")
atan = native("atan")
asin = native("asin", closed_unit)
acos = native("acos", closed_unit)
erf = native("erf")
sinh = native("sinh", jet=lambda u: (u.exp() - (-u).exp()) / 2)
cosh = native("cosh", jet=lambda u: (u.exp() + (-u).exp()) / 2)
asinh = native("asinh", jet=_asinh)
acosh = native("acosh", from_one, lambda u: (u + (u * u - 1).sqrt()).log())
atanh = native("atanh", open_unit, lambda u: ((1 + u) / (1 - u)).log() / 2)
tanh = native("tanh", jet=lambda u: 1 - 2 / ((u + u).exp() + 1))


def log_to_base(u: Value, b: Value | None = None) -> Value:
    return log(u) if b is None else divide(log(u), log(b))


def acot(u: Value) -> Value:
    return arb.pi() / 2 - atan(u)


def asec(u: Value) -> Value:
    outside_unit(u)
    return acos(divide(ONE, u))


def acsc(u: Value) -> Value:
    outside_unit(u)
    return asin(divide(ONE, u))


def atan2(u: Value, v: Value) -> Value:
    """The angle of the point (v, u); a series is on no side of the jump."""
    above, beside = head(u), head(v)
    if beside > 0:
        return atan(divide(u, v))
    if above > 0:
        return arb.pi() / 2 - atan(divide(v, u))
    if above < 0:
        return -arb.pi() / 2 - atan(divide(v, u))
    if above == 0 and beside == 0:
        raise Undefined
    if not (above == 0 and beside < 0) or isinstance(u, arb_series) or isinstance(v, arb_series):
        raise Undecided
    return arb.pi()


def sigmoid(u: Value) -> Value:
    return divide(ONE, add(ONE, exp(-u)))


def softplus(u: Value) -> Value:
    return log(add(ONE, exp(u)))


def relu(u: Value) -> Value:
    return greatest(ZERO, u)


def leaky_relu(u: Value) -> Value:
    return u if order(u, ZERO) > 0 else multiply(u, fmpq(1, 100))


def elu(u: Value) -> Value:
    return u if order(u, ZERO) > 0 else add(exp(u), -ONE)


def silu(u: Value) -> Value:
    return multiply(u, sigmoid(u))


def gelu(u: Value) -> Value:
    return multiply(u, add(ONE, erf(divide(u, arb(2).sqrt()))), fmpq(1, 2))


def softsign(u: Value) -> Value:
    return divide(u, add(ONE, absolute(u)))


def logit(u: Value) -> Value:
    unit_interval(u)
    return log(divide(u, add(ONE, -u)))


ELEMENTARY: dict[str, Operation] = {
    "exp": exp,
    "log": log_to_base,
    "log2": lambda u: log_to_base(u, TWO),
    "log10": lambda u: log_to_base(u, fmpq(10)),
    "sqrt": sqrt,
    "cbrt": fractional_power(fmpq(1, 3)),
    "sin": sin,
    "cos": cos,
    "tan": native("tan"),
    "cot": lambda u: divide(cos(u), sin(u)),
    "sec": lambda u: divide(ONE, cos(u)),
    "csc": lambda u: divide(ONE, sin(u)),
    "asin": asin,
    "acos": acos,
    "atan": atan,
    "acot": acot,
    "asec": asec,
    "acsc": acsc,
    "sinh": sinh,
    "cosh": cosh,
    "tanh": tanh,
    "coth": lambda u: divide(ONE, tanh(u)),
    "sech": lambda u: divide(ONE, cosh(u)),
    "csch": lambda u: divide(ONE, sinh(u)),
    "asinh": asinh,
    "acosh": acosh,
    "atanh": atanh,
    "asech": lambda u: acosh(divide(ONE, u)),
    "acsch": lambda u: asinh(divide(ONE, u)),
    "acoth": lambda u: atanh(divide(ONE, u)),
    "atan2": atan2,
    "abs": absolute,
    "sign": sign_of,
    "floor": floor,
    "ceil": ceiling,
    "min": least,
    "max": greatest,
    "heaviside": heaviside,
    "sigmoid": sigmoid,
    "softplus": softplus,
    "relu": relu,
    "leaky_relu": leaky_relu,
    "elu": elu,
    "silu": silu,
    "gelu": gelu,
    "softsign": softsign,
    "logit": logit,
}
