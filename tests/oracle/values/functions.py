"""Elementary functions in mpmath, defined where calctool says, with noise taken for zero."""

from collections.abc import Callable
from typing import Any

import mpmath
from mpmath import mp

from values import NoValue

Real = Any

HUGE = mpmath.mpf(10) ** 30


class Unknown(Exception):  # noqa: N818 (a fact, not a fault)
    """The value is out of the reach of this evaluator: nothing may be concluded."""


def noise() -> Real:
    return mp.mpf(10) ** (-(mp.dps * 7) // 10)


def check_size(base: Real, exponent: Real) -> None:
    if base and abs(mp.mag(base)) * exponent > HUGE:
        raise Unknown


def root(radicand: Real, degree: Real) -> Real:
    degree = int(degree)
    if radicand < 0 and degree % 2:
        return -mp.root(-radicand, degree)
    return mp.root(radicand, degree)


def _wave(of: Callable[[Real], Real]) -> Callable[[Real], Real]:
    def wave(u: Real) -> Real:
        if abs(u) * noise() > 1e-8:
            raise Unknown
        found = of(u)
        return mp.zero if abs(u) > 1 and abs(found) < noise() * abs(u) else found

    return wave


def _exp(u: Real) -> Real:
    if abs(u) > HUGE:
        raise Unknown
    return mp.exp(u)


def _log(u: Real, base: Real = None) -> Real:
    if u <= 0:
        raise NoValue
    found = mp.zero if abs(u - 1) < noise() else mp.log(u)
    return found if base is None else found / mp.log(base)


def _rounded(of: Callable[[Real], Real]) -> Callable[[Real], Real]:
    def rounded(u: Real) -> Real:
        nearest = mp.nint(u)
        return nearest if abs(u - nearest) < noise() * (1 + abs(u)) else of(u)

    return rounded


def _clamped(of: Callable[[Real], Real], *, outside: bool = False) -> Callable[[Real], Real]:
    """For arc functions whose argument may be a hair beyond ±1."""

    def clamped(u: Real) -> Real:
        if abs(abs(u) - 1) < noise():
            u = mp.sign(u) * mp.one
        if (abs(u) < 1) if outside else (abs(u) > 1):
            raise NoValue
        return of(u)

    return clamped


def _gamma(of: Callable[[Real], Real]) -> Callable[[Real], Real]:
    def gamma(u: Real) -> Real:
        if abs(u) > 10**6:
            raise Unknown
        if u < 1 and abs(u - mp.nint(u)) < noise() * (1 + abs(u)):
            raise NoValue
        return of(u)

    return gamma


_SIN, _COS = _wave(lambda u: mp.sin(u)), _wave(lambda u: mp.cos(u))
SPECIAL: dict[str, Callable[..., Real]] = {
    "sin": _SIN, "cos": _COS,
    "tan": lambda u: _SIN(u) / _COS(u), "cot": lambda u: _COS(u) / _SIN(u),
    "sec": lambda u: 1 / _COS(u), "csc": lambda u: 1 / _SIN(u),
    "exp": _exp, "log": _log, "log2": lambda u: _log(u, 2), "log10": lambda u: _log(u, 10),
    "floor": _rounded(lambda u: mp.floor(u)), "ceil": _rounded(lambda u: mp.ceil(u)),
    "asin": _clamped(lambda u: mp.asin(u)), "acos": _clamped(lambda u: mp.acos(u)),
    "asec": _clamped(lambda u: mp.acos(1 / u), outside=True),
    "acsc": _clamped(lambda u: mp.asin(1 / u), outside=True),
    "acosh": lambda u: mp.acosh(max(u, mp.one) if abs(u - 1) < noise() else u),
    "gamma": _gamma(lambda u: mp.gamma(u)), "digamma": _gamma(lambda u: mp.digamma(u)),
    "loggamma": lambda u: _gamma(lambda u: mp.loggamma(u))(u) if u > 0 else mp.nan,
    "abs": abs, "sqrt": lambda u: mp.sqrt(u), "cbrt": lambda u: root(u, 3), "root": root,
    "sign": lambda u: mp.sign(u), "min": lambda *u: min(u), "max": lambda *u: max(u),
    "relu": lambda u: max(u, mp.zero), "atan": lambda u: mp.atan(u),
    "acot": lambda u: mp.pi / 2 - mp.atan(u), "softsign": lambda u: u / (1 + abs(u)),
}  # fmt: skip
