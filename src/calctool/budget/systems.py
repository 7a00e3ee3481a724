"""Systems of equations."""

# --- polynomial systems (algebra.systems) ---
SYSTEM_DEGREE = 80
"""Total degree of an equation; its solutions would be hundreds."""
SYSTEM_TERMS = 20_000
"""Pairs of terms in one product while an equation is expanded."""
SYSTEM_BASIS = (400, 2000, 30_000)
"""Polynomials in a Groebner basis on its way, terms and bits of one; a dense quartic gradient in
three variables needs 60, 200 and 3000, and the C routine knows no other way to be stopped."""
SYSTEM_DIMENSION = 130
"""Complex solutions counted with multiplicity: exact linear algebra at 64 takes 1.5 s."""
SYSTEM_NEAR = 40
"""Degree of a field up to which points are computed with in it; solutions of ideals with more are
put together modulo primes."""
SYSTEM_FAR = 260
"""Solutions counted with multiplicity in such an ideal: 212 take 6 s."""
SYSTEM_PRIMES = 80
"""Primes of 61 bits, about 0.1 s each for 212 solutions; 10 are enough for most."""
SYSTEM_PROVED = 150
"""Further primes modulo which they are compared until their heights leave no doubt."""
SYSTEM_DIRECT = 36
"""Up to so many, factors are not split off: then multiplicities are known."""
SYSTEM_HERMITE = 30
"""Largest trace form that is set up, about 0.1 s."""
SYSTEM_MULTIPLICITY = 64
"""Largest quotient algebra of which a characteristic polynomial is worked out."""
SYSTEM_BRANCHES = 400
"""Cases that factors of equations may lead to; 243 points that three values of five names make
need 363."""
SYSTEM_FORMS = 60
"""Linear forms tried until one separates the solutions; nearly every one does."""
SYSTEM_MINORS = 400
"""Minors that say where a direction depends on gradients."""
SHOWN_DEGREE = 8
"""Degree to which one unknown is written as a polynomial in another one."""
SHOWN_BITS = 40
"""Longest coefficient, 12 digits, of an equation that a reader is shown on the way."""
SHOWN_TERMS = 24
"""Terms of one such equation."""
SYSTEM_MOVES = 60
"""Steps of one solution that are written down."""
SMALL_FIELD = 6
"""Degree up to which a characteristic polynomial over Q is faster than one modulo primes."""
SHOWN_FIELD = 40
"""Points of larger fields have coordinates that nobody reads, so no way to them is written."""
SYSTEM_REDUCED = 100_000
"""Bits of a Groebner basis that is reduced: FLINT takes ten times longer for that than for the
basis of a dense quartic in four variables, and linear algebra does not need it."""
SYSTEM_NORM = 36
"""Degree, as the product of those of the roots in it, up to which a written constant is tested for
zero by a norm: resultants of higher degree take minutes."""
SYSTEM_LEX = (100, 500, 3000)
"""The same bounds for bases in the order of elimination, which grow faster."""

# --- systems of equations that are not polynomial (algebra.boxes, algebra.generators) ---
SYSTEM_BOXES = 12_000
"""Boxes opened for one system, about 0.2 ms each in two variables."""
SYSTEM_BOX_NAMES = 3
"""Unknowns up to which all of these boxes are opened; in more, few searches come to an end."""
SYSTEM_BOX_WORK = 1_200_000
"""Operations of all boxes there, of which each takes as many as the formulas have, for the values
and for each unknown: about 3 s."""
NEWTON_STARTS = 36
"""Starts of Newton's method where no complete method reaches a system."""
NEWTON_STEPS = 30
"""Steps from each, 1 to 2 ms each in five unknowns."""
SYSTEM_BOX_BITS = 64
"""Precision of the search; the width of the boxes matters more."""
CELL_SIDE = 100
"""Longest common period of which one cell is searched: sin x with sin(x/15) has 94."""
SYSTEM_BOX_HALVINGS = 26
"""A box of the whole's width times 2^-26 that is still undecided is left open."""
SYSTEM_BOX_STEPS = 30
"""Refinements after which two boxes are certainly told apart or found to hold the same."""
RECOGNISED_COORDINATES = 4
"""Of so many coordinates that look like simple constants every choice is tried."""
PLACE_BITS = 64
"""Precision at which it is seen whether a value exists at a point."""
PLACE_SIGN_BITS = (64, 256, 1024)
"""Precisions tried for a sign at a solution that is only enclosed."""

# --- systems with as many solutions as Bézout's theorem allows (algebra.paths) ---
PATHS_LEAST = 60
"""Fewer solutions are found exactly in about a second."""
PATHS_MOST = 256
"""Paths that are followed: 8 ms each in four unknowns of degree 3."""
PATHS_BITS = 106
"""Precision of the boxes around their ends."""
PATHS_DEGREE = 40
"""Power of a sum that is multiplied out in enclosures."""
PATHS_TERMS = 500
"""Terms of such a polynomial."""
