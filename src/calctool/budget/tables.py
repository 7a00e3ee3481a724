"""Variation tables and sketches."""

from fractions import Fraction

TABLE_WINDOW = (Fraction(-10), Fraction(10))
"""What is shown where nothing can be proved on the whole line."""
TABLE_POINTS = 100
"""Zeros on one piece that a table lists; sin(1/x) has thousands, and nobody reads more."""
TABLE_DENOMINATOR = 1000
"""Fractions up to this denominator are recognised behind sin(asin(1/4)) and its like."""
TABLE_EXACT_NODES = 40
"""Points with a longer exact form get their values as decimals: nobody reads such values."""
TABLE_EXACT_DIGITS = 2_000
"""The same for values in which roots of polynomials with so many digits are named."""
TABLE_BITS = 256
"""Precision of values at points that are only enclosed; thirty digits are wanted."""
SKETCH_SAMPLES = 400
"""Points of a drawn curve: more than a terminal has dots across; about 10 ms."""
SKETCH_PIXELS = 700
"""Parts of the width of a picture that can be told apart."""
SKETCH_WAVES = 4000
"""Points along waves that crowd towards an end, before they become a band."""
SKETCH_FAR = 1e6
"""Points further out are left out of a drawing, so that the others can be seen."""
SKETCH_HALVINGS = 14
"""Where a graph is steep its steps are halved so often before it counts as torn."""
SKETCH_GRID = 64
"""Lines of a grid of heights each way: 0.2 s, and finer than the dots of a terminal."""
SKETCH_ROUGH_GRID = 32
"""The same where only the size of a curve is wanted."""
SKETCH_BESIDE = 3
"""Other functions in one picture: more dashes are not told apart."""
SKETCH_LEVELS = 9
"""Level curves of a map beside those through its saddles: more cannot be told apart."""
CONTOUR_STEPS = 12
"""Steps toward the place where a level is taken on an edge; most need one or two."""
CONTOUR_TOLERANCE = 1e-3
"""How close to its level a contour stays, as a part of the change along an edge."""
CONJUGATES = 96
"""Choices of the roots in an algebraic function that are evaluated to tell its own zeros."""
REFINEMENTS = 4000
"""Steps that make the enclosure of a zero shorter; a root near 2^2048 needs 2000 halvings."""
ROLLE_DEPTH = 9
"""Derivatives of derivatives: an exp-polynomial loses a power of x at each."""
ROLLE_DEPTH_WITHOUT_END = 4
"""Where several functions like psi stand: their derivatives only become longer."""
OUTWEIGHED_STEPS = 17
"""How far behind a place the leading term is asked whether it outweighs the others, 0.1 ms each; a
cell between two poles costs about 10 ms when its zeros are looked for one by one."""
BERNSTEIN = 64
"""Coefficients that must have one sign, about 20 ms each."""
BERNSTEIN_DEGREE = 6
"""Of a polynomial in one part of a step, or of what an expansion leaves out."""
ROLLE_GROUPS = 4
"""Products of kernels for each level that a chain has left: one level takes away one of them at
best, and of e^(-e^(...)) each level has half as many more."""
ROLLE_DIVISORS = 8
"""Terms of a function that are tried as divisors; each costs one derivative, about 1 ms."""
ROLLE_SAMPLES = 12
"""Samples that must not contradict the sign derived for an end of an interval."""
MULTIPLICITY = 12
"""Largest multiplicity that is looked for where there is no polynomial."""
BOX_BITS = 128
"""Precision on boxes; their width matters more."""
ZERO_SEARCHES = 1_000
"""Functions whose zeros one question may lead to: 47 for floor(x), 127 for sin(x^2) on [0, 20];
each level of nested tangents asks the next one for every turn of the angle."""
BOXES = 5_000
"""Boxes opened for one question, about 0.3 ms each; sin(x^2) = -1/2 on [0, 20] needs 600."""
PIECE_BOXES = 400
"""On each piece of a line at least so many, of which there may be ten between poles; of the
questions in `tests/cases` none that is answered needs more than 345."""
OUTSIDE_BOXES = 200
"""Boxes for solutions of a line where its equation has no value: left open, a condition is said."""
BOX_HALVINGS = 44
"""A box that is still undecided after so many halvings is left to the exact candidates."""
RECOGNISED_MARGIN = 80
"""Bits in which a zero agrees with a multiple of pi before that is put in."""
RECOGNISED_UNITS = 8
"""Constants whose multiples are tried as zeros."""
ARC_MULTIPLE = 4
"""Sine and cosine of so many times asin(v) or atan(v) are worked out."""
ANGLE_DENOMINATOR = 60
"""Angles are recognised as k*pi/q up to this q."""
DOMAIN_NODES = 40
"""Nodes of a condition that `diff` solves; a table solves longer ones too."""
FAMILY_PLACES = 48
"""Places of one period that are judged one by one."""
MEMBERS = 1500
"""Members of families that are listed; more are not worth reading."""
RANGE_BOXES = 64
"""Pieces on which the range of the inner function is bounded."""
RANGE_PARTS = 192
"""With the parts of those pieces on which balls know nothing."""
BOX_CANDIDATE_WIDTHS = frozenset((-4, -8, -12, -20, -30, -38))
"""Widths, as powers of two, at which an undecided box is tried for a multiple zero."""
LIMIT_FAR_POWERS = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
"""Limits at infinity are compared with values near these powers of two, the last ones first."""
LIMIT_FAR_SHIFTS = (Fraction(0), Fraction(3, 4), Fraction(17, 8))
LIMIT_FAR_POINTS = 4
"""At so many powers in a row, unless the limit is met to LIMIT_FAR_TINY_BITS."""
LIMIT_FAR_TINY_BITS = 400
LIMIT_FAR_SUDDEN = 1e-6
"""The next distance may be so small a part at once, as of exponentials: three points are enough."""
LIMIT_FAR_BITS = 512
LIMIT_FAR_MOST_BITS = 1 << 14
"""One exponential takes 5 ms at this precision."""
LIMIT_FAR_BLUR = 1.01
LIMIT_FAR_HALF = 0.6
LIMIT_FAR_STEADY = 1.3
LIMIT_FAR_SLOWEST = 0.97
LIMIT_FAR_KEPT = 0.75
"""The distance to the limit falls by HALF, not much less than before (STEADY: waves), or keeps so
much of its pace: 1/log(x) halves, 1/log(log(x)) falls by k/(k + 1), c + 1/log(x) slows down."""
RECOGNISED_BITS = (0, 16, 48, 150)
"""Enclosures of a zero, from rough to fine, in which the shortest fraction is tried."""
BOX_ZEROS = 200
"""More zeros than that are the beginning of infinitely many, as of sin(1/x) at 0."""
ROOT_NORM_BITS = 1 << 16
"""Precision at which an algebraic constant must be zero or show it; 1 ms for each root in it."""
ROLLE_TABLES = 80
"""Variation tables made for one question, about 10 ms each; random exp-log functions need 12."""
WINDOW_SCALES = (1, 4, 16)
"""Windows, as multiples of the one asked for, outside which amplitudes may decide."""
CELL_SWITCHES = 4
"""Sides of |u|, max, … that are looked at together where a table is cut by a parameter."""
CELLS = 24
"""Cases of one parameter: nobody reads more."""
ROW_MEMBERS = 3
"""Members of a row of critical points that a table shows before it says how they go on."""
MEMBERS_SHOWN = 1000
"""Members that may be asked for: a page and a half of numbers, about 1 ms each."""
ROW_EARLY = 60
"""Members looked at one by one before the theorem on all others holds."""
ROW_LATE = 10
"""Half turns that a shorter cell may begin later than a longer one."""
OPEN_CELLS = 300
"""Points at which the signs of polynomials in several letters are looked at, 0.1 ms each."""
OPEN_CELL_DEGREE = 16
"""Degree of a polynomial that is projected: resultants beyond it take seconds."""
ROW_PARTS = 24
"""Parts of the whole numbers that are judged one by one where a derivative has no end of kinks."""
PLANAR_DEGREE = 36
"""Product of the degrees of two equations of which a variable is eliminated beside a letter."""
NEAREST_DEGREE = 9
"""The same for the point of a curve nearest to a given one, by which the curve is not empty."""
LETTER_SIDES = 8
"""Inequalities of which all choices are looked at beside a letter."""
MIRRORS = 8
"""Places of a table at which a mirror is tried: each asks whether two forms are equal."""
