"""What a critical point is, and least and greatest values: three-valued, proved by exact signs."""

from calctool.algebra.extrema.bound import Bound, Domain
from calctool.algebra.extrema.bounded_set import Compactness, compact
from calctool.algebra.extrema.classify import classify, classify_without_hessian
from calctool.algebra.extrema.component import classify_on_component
from calctool.algebra.extrema.growth import coercive, vanishes_far_out
from calctool.algebra.extrema.inertia import (
    Inertia,
    bordered,
    bordered_minors,
    inertia,
    leading_minors,
    on_tangent_space,
)
from calctool.algebra.extrema.judgement import Judgement
from calctool.algebra.extrema.least_greatest import global_extremes, judged_by
from calctool.algebra.extrema.scalars import compare
from calctool.algebra.extrema.unbounded import Curve, unbounded_along
from calctool.algebra.extrema.value_range import ValueRange, value_range

__all__ = [
    "Bound",
    "Compactness",
    "Curve",
    "Domain",
    "Inertia",
    "Judgement",
    "ValueRange",
    "bordered",
    "bordered_minors",
    "classify",
    "classify_on_component",
    "classify_without_hessian",
    "coercive",
    "compact",
    "compare",
    "global_extremes",
    "inertia",
    "judged_by",
    "leading_minors",
    "on_tangent_space",
    "unbounded_along",
    "value_range",
    "vanishes_far_out",
]
