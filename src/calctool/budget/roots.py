"""Exact real roots."""

from fractions import Fraction as _Fraction

ROOT_DEGREE = 200
"""Largest degree of a polynomial of which a real root is named; FLINT isolates those in 0.1 s."""
RECOGNISED_DENOMINATOR = 10_000
"""Zeros that look like a fraction with a smaller denominator are tested exactly."""
RADICAL_NODES = 26
"""Longer radicals are harder to read than the polynomial whose root they are."""
POINT_BITS = 150
"""45 digits: what a reader may ask for without the point being refined."""
POINT_ORDER_BITS = (150, 400, 1600)
"""Precisions tried until two points are apart."""
ROOT_SIGN_BITS = (80, 256, 1024, 4096)
"""Precisions tried for the sign of a function at a point."""
ROOT_EXACT_BITS = 256
"""Here an exact zero test costs less than the next precision."""
ROOT_FAR_POWERS = (0, 1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 64, 128, 256, 512, 1024, 2048)
"""A sign change is looked for at distances 2^n; ln x - x^(1/10) has one at 2^52."""
ROOT_NEAR_BITS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 30, 45, 64, 128, 256, 512, 1024)
"""And near a finite end at distances 2^-n."""
WAVE_MULTIPLE = 24
"""Multiples of one phase in a function: cos(24*u) is a form of 25 terms in sin(u) and cos(u)."""
WAVE_PHASES = 3
"""Phases in a function, none of which is a rational multiple of another."""
REFLECTED_ORDER = 6
"""Of polygamma functions that are written by those of 1 - u."""
WAVE_DEGREE = 4
"""Of a polynomial phase, where waves are asked whether they come together."""
WAVE_TERMS = 12
"""Waves in a sum that is read as one of them and what is added to it."""
SHAPE_DEPTH = 14
"""Halvings of a turn on which a sum of waves is not yet known to be clear of 0, or steep."""
SHAPE_MARGINS = 24
"""How often the margin for what dies out is halved."""
PHASE_POWERS = (*range(64), *(2**n for n in range(6, 15)))
"""Of 2, how far out a phase is looked for that has a given value."""
WAVE_SEARCH = 4
"""Whole numbers on both sides of an estimate among which a cell must begin."""
MEMBER_BITS = 1 << 16
"""Longest whole number beside a zero that is made short; each step takes a second beyond."""
FAR_APART = 1 << 30
"""Ratio of two places between which boxes of equal length see nothing near the first."""
SHIFTED_POLES = 3
"""Poles taken out of a function on an interval; each makes polynomials one degree higher."""
POLE_CUTS = (_Fraction(-3, 2), _Fraction(-4, 3), _Fraction(-7, 5))
"""Where functions like gamma are written in two ways: two poles are then taken out."""
