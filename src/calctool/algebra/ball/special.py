"""Special functions over balls and truncated series, from Arb's own or from the handbook (DLMF).

Where Arb has no series, one is composed from the Taylor coefficients at the point.
"""

from __future__ import annotations

from math import comb, factorial

from flint import acb, acb_series, arb, arb_series, ctx, fmpq

from calctool.algebra.ball.elementary import Operation, erf, native, open_unit
from calctool.algebra.ball.numbers import (
    Scalar,
    Undecided,
    Undefined,
    Value,
    ball,
    finite,
    head,
    not_negative,
    not_zero,
    order,
    positive,
    within,
    working,
)
from calctool.budget import (
    BALL_BESSEL_K_BITS,
    BALL_BESSEL_LENGTH,
    BALL_SPECIAL_ARGUMENT,
    BALL_SPECIAL_ORDER,
)

PRINCIPAL = fmpq(0)


def whole(h: Scalar) -> int | None:
    """The integer of moderate size that h certainly is, else None."""
    if not abs(ball(h)) < BALL_SPECIAL_ARGUMENT:
        return None
    if isinstance(h, fmpq):
        return int(h) if h.q == 1 else None
    return int(h.mid().fmpq()) if h.is_integer() and h.is_exact() else None


def _is_pole(h: Scalar) -> bool:
    return bool(h <= 0) and whole(h) is not None


no_pole = within(lambda h: h > 0 or not ball(h).contains_integer(), _is_pole)
over_one = within(lambda h: h > 1, lambda h: h <= 1)
below_one = within(lambda h: h < 1, lambda h: h >= 1)
up_to_one = within(lambda h: h <= 1, lambda h: h > 1)
li_domain = within(lambda h: h > 1 or (h >= 0 and h < 1), lambda h: h < 0 or h == 1)


def composed(coefficients: list[arb], u: Value) -> Value:
    """The function with these Taylor coefficients at the head of u, put over u."""
    if not isinstance(u, arb_series):
        return finite(coefficients[0])
    return finite(arb_series(coefficients)(arb_series([0, *u.coeffs()[1:]])))


def _length(u: Value) -> int:
    return u.prec if isinstance(u, arb_series) else 1


def _identity_series(h: Scalar, length: int) -> arb_series:
    return arb_series([ball(h), 1], prec=length)


def _digamma_coefficients(h: Scalar, length: int) -> list[arb]:
    """ψ = (ln Γ)' for h > 0, else ψ = -(1/Γ)'/(1/Γ), which has no trouble with signs."""
    with working(ctx.prec, length + 1):
        t = _identity_series(h, length + 1)
        if h > 0:
            series = t.lgamma().derivative()
        else:
            inverse = t.rgamma()
            series = -inverse.derivative() / inverse
        return [series[k] for k in range(length)]


def polygamma(n: Value, u: Value) -> Value:
    if isinstance(n, arb_series):
        raise Undecided
    times = whole(n)
    if times is None or not 0 <= times <= BALL_SPECIAL_ORDER:
        raise Undecided
    no_pole(u)
    length = _length(u)
    psi = _digamma_coefficients(head(u), length + times)
    return composed(
        [psi[k + times] * factorial(k + times) / factorial(k) for k in range(length)], u
    )


def digamma(u: Value) -> Value:
    return polygamma(fmpq(0), u)


gamma = native("gamma", no_pole)
rgamma = native("rgamma")


def beta(u: Value, v: Value) -> Value:
    return finite(gamma(u) * gamma(v) * rgamma(u + v))


def airy_derivative(which: str) -> Operation:
    of_ball = getattr(arb, which)
    of_series = getattr(arb_series, which + "_prime")

    def function(u: Value) -> Value:
        if isinstance(u, arb_series):
            return finite(of_series(u))
        return finite(of_ball(ball(u), derivative=1))

    return function


def lambert(u: Value, branch: Value = PRINCIPAL) -> Value:
    k = None if isinstance(branch, arb_series) else whole(branch)
    if k is None:
        raise Undecided
    if k not in (0, -1):
        raise Undefined
    least = -(arb(-1).exp())
    within(lambda h: h > least, lambda h: h < least)(u)
    if k == -1:
        within(lambda h: h < 0, lambda h: h >= 0)(u)
    return finite(u.lambertw(k) if isinstance(u, arb_series) else ball(u).lambertw(k))


def _elliptic_k_coefficients(m: Scalar, length: int) -> list[arb]:
    with working(ctx.prec, length):
        series = acb_series([acb(ball(m)), 1], prec=length).elliptic_k()
        return [series[k].real for k in range(length)]


def elliptic_k(u: Value) -> Value:
    below_one(u)
    return composed(_elliptic_k_coefficients(head(u), _length(u)), u)


def elliptic_e(u: Value) -> Value:
    """E = (1-m)K + 2m(1-m)K' (DLMF 19.4.1 solved for E); the value itself also at m = 1."""
    up_to_one(u)
    if not isinstance(u, arb_series):
        return finite(acb(ball(u)).elliptic_e().real)
    length = _length(u)
    k = _elliptic_k_coefficients(u[0], length + 1)
    m = _identity_series(u[0], length)
    k_and_slope = arb_series(k[:length]), arb_series([(i + 1) * k[i + 1] for i in range(length)])
    e = (1 - m) * (k_and_slope[0] + 2 * m * k_and_slope[1])
    return composed([e[i] for i in range(length)], u)


def bessel(kind: str) -> Operation:
    """J, Y, I or K of constant order; coefficients by DLMF 10.6.7 and 10.29.5."""
    of_ball = getattr(arb, "bessel_" + kind)
    inner, outer = {"j": (-1, 1), "y": (-1, 1), "i": (1, 1), "k": (1, -1)}[kind]

    def values(n: arb, h: arb, reach: int) -> dict[int, arb]:
        with working(min(ctx.prec, BALL_BESSEL_K_BITS) if kind == "k" else ctx.prec, 1):
            return {by: of_ball(h, n + by) for by in range(-reach, reach + 1)}

    def coefficients(n: arb, h: arb, length: int) -> list[arb]:
        shifted = values(n, h, length - 1)
        found = []
        for k in range(length):
            total = arb(0)
            for i in range(k + 1):
                total += shifted[2 * i - k] * (inner**i * comb(k, i))
            found.append(total * fmpq(outer**k, 2**k * factorial(k)))
        return found

    def function(n: Value, u: Value) -> Value:
        if isinstance(n, arb_series):
            raise Undecided
        h = head(u)
        if not (abs(ball(h)) < BALL_SPECIAL_ARGUMENT and abs(ball(n)) < BALL_SPECIAL_ORDER):
            raise Undecided
        if _length(u) > BALL_BESSEL_LENGTH:
            raise Undecided
        if kind in "yk":
            positive(u)
        elif whole(n) is None and not h > 0:
            return _at_or_below_zero(n, u)
        return composed(coefficients(ball(n), ball(h), _length(u)), u)

    return function


def _at_or_below_zero(n: Scalar, u: Value) -> Value:
    """J and I of an order that is not known to be whole are real only from 0 on."""
    if ball(n).contains_integer():
        raise Undecided
    if order(u, fmpq(0)) < 0 or n < 0:
        raise Undefined
    return fmpq(0)


def erfinv(u: Value) -> Value:
    """The series is that of erf at the value, turned round."""
    open_unit(u)
    at = ball(head(u)).erfinv()
    with working(ctx.prec, _length(u)):
        if not isinstance(u, arb_series):
            return finite(at)
        forth = arb_series([at, 1], prec=_length(u)).erf()
        back = arb_series([0, *forth.coeffs()[1:]]).reversion()
        return composed([at, *(back[k] for k in range(1, _length(u)))], u)


def expint(n: Value, u: Value) -> Value:
    """E of order n; its derivatives are those of lower orders (DLMF 8.19.13)."""
    if isinstance(n, arb_series):
        raise Undecided
    times, h = whole(n), head(u)
    if times is not None and times <= 0:
        not_zero(u)
    else:
        (not_negative if n > 1 else positive)(u)
    orders = (ball(n) - k for k in range(_length(u)))
    found = [ball(h).expint(order) / factorial(k) for k, order in enumerate(orders)]
    return composed([c if k % 2 == 0 else -c for k, c in enumerate(found)], u)


def zeta(s: Value, a: Value | None = None) -> Value:
    """Riemann's, and Hurwitz's for s > 1 as a series in a (DLMF 25.11.17)."""
    at = head(s)
    if a is None:
        if not (at < 1 or at > 1):
            raise Undefined if at == 1 else Undecided
        return finite(s.zeta() if isinstance(s, arb_series) else ball(s).zeta())
    over_one(at)
    if isinstance(s, arb_series):
        raise Undecided
    (positive if whole(s) is None else no_pole)(a)
    here, factor, found = acb(ball(head(a))), arb(1), []
    for k in range(_length(a)):
        found.append(factor * acb(ball(s) + k).zeta(here).real)
        factor *= -(ball(s) + k) / (k + 1)
    return composed(found, a)


SPECIAL: dict[str, Operation] = {
    "erf": erf,
    "erfc": native("erfc"),
    "erfi": native("erfi"),
    "erfinv": erfinv,
    "expint": expint,
    "Si": native("si"),
    "Ci": native("ci", positive),
    "Shi": native("shi"),
    "Chi": native("chi", positive),
    "Ei": native("ei", not_zero),
    "li": native("li", li_domain),
    "fresnels": native("fresnel_s"),
    "fresnelc": native("fresnel_c"),
    "gamma": gamma,
    "loggamma": native("lgamma", positive),
    "digamma": digamma,
    "polygamma": polygamma,
    "beta": beta,
    "zeta": zeta,
    "besselj": bessel("j"),
    "bessely": bessel("y"),
    "besseli": bessel("i"),
    "besselk": bessel("k"),
    "airyai": native("airy_ai"),
    "airybi": native("airy_bi"),
    "airyaiprime": airy_derivative("airy_ai"),
    "airybiprime": airy_derivative("airy_bi"),
    "LambertW": lambert,
    "elliptic_k": elliptic_k,
    "elliptic_e": elliptic_e,
}
