"""Exact real roots and signs of functions of one name: what table, critical and lagrange share."""

from calctool.algebra.roots.functions.curve import sign_at, sign_between
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.periods.damped import growth
from calctool.algebra.roots.periods.families import reach
from calctool.algebra.roots.periods.period import period
from calctool.algebra.roots.points.point import Point, compare, exact_point, inside, rational_point
from calctool.algebra.roots.records import LINE, Domain, Family, Interval, Link, Roots, Zero
from calctool.algebra.roots.zeros import domain, zeros

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
