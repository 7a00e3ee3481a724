"""Exact real roots and signs of functions of one name: what table, critical and lagrange share."""

from typing import TYPE_CHECKING

from calctool.later import later

if TYPE_CHECKING:
    from calctool.algebra.roots.everywhere import domain, zeros
    from calctool.algebra.roots.functions.curve import sign_at, sign_between
    from calctool.algebra.roots.limits.one_sided import limit_at
    from calctool.algebra.roots.periods.damped import growth
    from calctool.algebra.roots.periods.drift import drifting
    from calctool.algebra.roots.periods.families import reach
    from calctool.algebra.roots.periods.period import period
    from calctool.algebra.roots.points.point import (
        Point,
        compare,
        exact_point,
        inside,
        rational_point,
    )
    from calctool.algebra.roots.records import LINE, Domain, Family, Interval, Link, Roots, Zero

__all__ = [
    "LINE",
    "Domain",
    "Family",
    "Interval",
    "Link",
    "Point",
    "Roots",
    "Zero",
    "compare",
    "domain",
    "drifting",
    "exact_point",
    "growth",
    "inside",
    "limit_at",
    "period",
    "rational_point",
    "reach",
    "sign_at",
    "sign_between",
    "zeros",
]

if not TYPE_CHECKING:
    __getattr__ = later(
        __name__,
        {
            "functions.curve": ("sign_at", "sign_between"),
            "limits.one_sided": ("limit_at",),
            "periods.damped": ("growth",),
            "periods.drift": ("drifting",),
            "periods.families": ("reach",),
            "periods.period": ("period",),
            "points.point": ("Point", "compare", "exact_point", "inside", "rational_point"),
            "records": ("LINE", "Domain", "Family", "Interval", "Link", "Roots", "Zero"),
            "everywhere": ("domain", "zeros"),
        },
    )
