"""What a critical point is, and least and greatest values: three-valued, proved by exact signs."""

from typing import TYPE_CHECKING

from calctool.later import later

if TYPE_CHECKING:
    from calctool.algebra.extrema.existence.bounded_set import Compactness, compact
    from calctool.algebra.extrema.existence.growth import coercive, vanishes_far_out
    from calctool.algebra.extrema.existence.unbounded import Curve, unbounded_along
    from calctool.algebra.extrema.forms.inertia import (
        Inertia,
        bordered,
        bordered_minors,
        inertia,
        leading_minors,
        on_tangent_space,
    )
    from calctool.algebra.extrema.kinds.classify import classify, classify_without_hessian
    from calctool.algebra.extrema.kinds.component import classify_on_component
    from calctool.algebra.extrema.kinds.judgement import Judgement
    from calctool.algebra.extrema.scalars import compare

__all__ = [
    "Compactness",
    "Curve",
    "Inertia",
    "Judgement",
    "bordered",
    "bordered_minors",
    "classify",
    "classify_on_component",
    "classify_without_hessian",
    "coercive",
    "compact",
    "compare",
    "inertia",
    "leading_minors",
    "on_tangent_space",
    "unbounded_along",
    "vanishes_far_out",
]

if not TYPE_CHECKING:
    __getattr__ = later(
        __name__,
        {
            "existence.bounded_set": ("Compactness", "compact"),
            "existence.growth": ("coercive", "vanishes_far_out"),
            "existence.unbounded": ("Curve", "unbounded_along"),
            "forms.inertia": (
                "Inertia",
                "bordered",
                "bordered_minors",
                "inertia",
                "leading_minors",
                "on_tangent_space",
            ),
            "kinds.classify": ("classify", "classify_without_hessian"),
            "kinds.component": ("classify_on_component",),
            "kinds.judgement": ("Judgement",),
            "scalars": ("compare",),
        },
    )
