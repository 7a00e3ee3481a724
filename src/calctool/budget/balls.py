"""Ball arithmetic and the second opinion."""

BALL_BITS = 128
"""Precision unless another is asked for: twice a float's, still one or two machine words."""
BALL_CONSTANT_BITS = (64, 256, 1024, 4096)
"""Precisions tried one after the other for a decimal or a sign; the last costs 20 µs a node."""
BALL_EXACT_BITS = 1024
"""Longer rationals are rounded to balls: (((x^2)^2)^2)^… doubles its digits at every level."""
BALL_ROOT_DEGREE = 64
"""Roots of a higher degree go through the logarithm."""
BALL_FRACTION_EXPONENT = 200_000
"""Largest power of two in a bound that is written out as a fraction (60,000 digits)."""
BALL_TAYLOR_ORDER = 1024
"""Longest series: one multiplication of two such takes about 1 ms."""
BALL_MIXED_NESTING = 4
"""Mixed derivatives inside mixed derivatives; each level multiplies the work by order + 2."""
BALL_SPECIAL_ARGUMENT = 10**6
"""Bessel functions further out, where Arb may sum very many terms, are left undecided."""
BALL_SPECIAL_ORDER = 1000
"""Largest order of a Bessel or polygamma function."""
BALL_BESSEL_LENGTH = 128
"""Longest series of a Bessel function: each coefficient asks for two more orders."""
BALL_BESSEL_K_BITS = 256
"""K of whole order costs 16 ms at worst here, but 100 ms at 512 bits and 49 s at 2048."""
BALL_PLACES_KEPT = 16
"""Places at which the operands of derivatives are worked out once; checks need two or three."""
CHECK_BITS = (128, 512, 2048)
"""Precisions tried at one sample point; the first is enough unless much cancels."""
CHECK_POINTS = 5
"""Points that must agree; about 40 µs each for an expression of 15 nodes."""
CHECK_SWITCHING_POINTS = 12
"""The same where branches, signs or corners could hide a difference."""
CHECK_ATTEMPTS = 80
"""Points tried; where none has a value, such as for acos(x^2 - 5000), about 3 ms are lost."""
CHECK_SHARED = 20
"""Points tried for all states of a derivation together, before each goes to points of its own."""
CHECK_UNTOLD = 8
"""Points at which no precision tells anything, after which the rest is not tried."""
CHECK_CENTRES = 9
"""Numbers of the expressions around which points are tried too, three ranges each."""
CHECK_OPERATIONS = 400_000
"""Operations in balls at all points together, a few µs each; typical checks take under 1 ms."""
SWITCH_DEGREE = 8
"""Polynomials are multiplied out to this degree, for those that end linear or quadratic."""
SEAMS = 12  # of one function, at which its derivatives are worked out by the definition
SEAM_NODES = 300  # of such a function: expansions of longer ones take tenths of a second
EXPANSION_TERMS = (2, 3, 4, 8, 16)
"""Terms kept in an expansion; the next number is tried where the last one did not decide."""
FLATTENED = 512  # parts of one sum or product: shared nested ones would double at each level
CASES_PROVED = 5  # conditions all of whose combinations are proved
CONSTANT_NODES = 120  # nodes of a constant that is worked out for a shorter form
DECIMAL_DIGITS = 12  # digits of a decimal that comes of decimals; longer ones stay fractions
NAME_ROOT = 12  # degree of the root of a name in whose powers its other roots are written
TIDIED_SIZE = 1500  # nodes of a derivative up to which other forms than its own are tried
TIDIED_HEIGHT = 150  # levels likewise: three calls of Python for each, of 1000 at most
TERMS_APART = 12  # terms up to which a sum over one denominator is written term by term

ENCLOSED_DIGITS = 30
"""Decimals are printed from an enclosure: it must hold more digits than anyone asks for."""
