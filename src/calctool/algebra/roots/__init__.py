"""Exact real roots and signs of functions of one name: what table, critical and lagrange share."""

from calctool.algebra.roots.curve import sign_at, sign_between
from calctool.algebra.roots.point import Point, compare, exact_point, rational_point
from calctool.algebra.roots.records import Domain, Family, Interval, Link, Roots, Zero

__all__ = [
    "Domain",
    "Family",
    "Interval",
    "Link",
    "Point",
    "Roots",
    "Zero",
    "compare",
    "exact_point",
    "rational_point",
    "sign_at",
    "sign_between",
]
