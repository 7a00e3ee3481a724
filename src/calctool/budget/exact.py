"""Exact constants, expansions and normal forms."""

# --- exact constants and one-sided expansions (algebra.real, algebra.germ, algebra.local) ---
REAL_PARTS = 100
"""Products of parts when two exact constants are multiplied: with 400, random compositions of
depth 4 took up to 23 s at a point, with 100 under 0.2 s; a series is cut there instead."""
REAL_EXPONENT = 4096
"""Largest whole power of an exact constant that is worked out."""
REAL_BITS = 1 << 14
"""Bits of a rational coefficient after a power; longer ones are of no use to a reader."""
FACTOR_TRIAL = 1 << 15
"""Primes up to this are divided out of any number: 10^40 has no others."""
FACTOR_BITS = 128
"""Longest whole number that is split into primes; FLINT needs milliseconds for 128 bits."""
PRIME_BITS = 2048
"""Longest whole number that is tried for a prime; 100,000 bits take minutes."""
CONSTANTS_KEPT = 2048
"""Constants whose signs and written forms are remembered: nested roots ask for them again."""
SIGN_BITS = (64, 256, 1024, 4096)
"""Precisions tried for the sign of a constant that is not zero."""
ZERO_TEST_BITS = 256
"""Below this an enclosure costs less than the exact zero test, above it the test comes first."""
FACTORIAL = 200
"""Largest n for which gamma(n) is written out."""

# --- exact normal forms (algebra) ---
REFINEMENTS = 8  # times one proof starts over with finer kernels; nested roots need two or three
GENERATORS = 8  # first size of a ring: the exponents of a term fit into one machine word
MOST_GENERATORS = 400  # a nested sine of depth 64 needs 130
TERMS = 2500  # of one polynomial; a product of two such is the largest single piece of work
WORK = 400_000  # term products in one proof: about 0.1 s
DEGREE = 300  # beyond it no gcd, division or factoring: sparse inputs would become dense
EXPANDED = 200  # terms up to which a power of a sum is multiplied out
MULTIPLE_ANGLE = 16  # sin(n*u) is written in sin(u), cos(u) up to this n
ANGLE_TERMS = 3  # sin(a + b + c) is split, longer sums stand as one angle
EXPONENT_TERMS = 6  # exp(a + b + ...) likewise
ORDER_SHIFT = 12  # Bessel orders apart by more are not brought together
NUMBER_BITS = 4000  # of a power of a number that is worked out
FACTORED_BITS = 60  # numbers under logarithms and roots are factored up to this size
