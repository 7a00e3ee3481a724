"""Every bound on work, in one place; beside each the measurement or the reason that chose it."""

from fractions import Fraction

# --- what may be typed (notation) -------------------------------------------------------------
EXPRESSION_CHARACTERS = 4096
EXPRESSION_TOKENS = 1500
"""A sum of 700 terms; read in about 5 ms."""
NESTING = 64
"""Brackets inside brackets; the parser spends at most six Python frames on each."""
TREE_HEIGHT = 200
"""Nodes from the root to the deepest leaf: x/2/2/2/… is deep without a bracket, and whoever walks
a tree by recursion spends two frames on each level, of the 1000 that Python allows."""
NUMBER_DIGITS = 1000
POWER_OF_TEN = 1000
NAME_CHARACTERS = 32
EXPRESSION_NAMES = 40
PRINTED_CHARACTERS = 1_000_000
PRINTED_TOKENS = 400_000
PRINTED_NESTING = 120
"""The same bounds where the tool reads what it printed itself: derivatives outgrow their input."""
CONSTANT_BITS = 20_000
"""Bits of an exact constant: about 6000 digits, worked out and printed in a millisecond."""
EXPONENT = 10**9
MAGNITUDE_BITS = 1_000_000
"""log2 of an inexact constant, such as pi^1000."""
EXP_BITS = 100_000
"""log2 of exp, sinh, cosh, … of a constant; ball arithmetic needs that many bits for its sine."""
ROOT_BITS = 2500
"""Bits of a constant under a root: its square factors are looked for."""

# --- the step engine (solve) ------------------------------------------------------------------

STATE_NODES = 200
"""A state of a derivation with more nodes is no longer read: its parts get names (DESIGN 4)."""

LONGEST_STATE = 2000
"""A state of named parts that is longer still is given up: no name makes it readable."""

PART_NODES = 12
"""Least size of a sub-expression worth a name: a chain of 12 nested functions differentiates to
states of about 12 x 12 / 2 nodes, well under STATE_NODES."""

PART_FACTORS = 4
"""Factors that one named product holds: the product rule for n factors has n x n nodes."""

PART_TERMS = 24
"""Terms that one named sum holds."""

DERIVATIVE_NODES = 8
"""A derivative of a named part that is no larger is written out; a larger one gets a name too."""

# --- running (run, cli) -----------------------------------------------------------------------
TIMEOUT_S = 10.0
"""How long one question may take unless --timeout says otherwise; people wait about that long."""
TIMEOUT_RANGE_S = (0.01, 86_400.0)
MEMORY_MB = 1024
MEMORY_RANGE_MB = (200, 1_048_576)
"""Python, FLINT, SymPy and Rich import in 96 MB of address space; below 200 little can be done."""
SOFT_SHARE = 0.9
"""Part of the timeout after which the worker is asked, not yet forced, to stop."""
WRITING_S = 0.4
"""What writing the answer may take when finding it took all the time; mostly it takes 0.05."""
DRAWING_S = 3.0
"""Likewise for a picture file: 1.5 s with the import of what draws it."""
REPLY_BYTES = 64 << 20
"""Most a worker may send; the answers of the longest test cases stay under 1 MB."""
FILE_BYTES = 64 << 20
"""Longest file a worker may write; it writes none but Python's own caches of compiled modules."""
RECURSION = 6000
"""Python frames in worker and parent: pickling spends about four on each level of a tree."""
STDIN_BYTES = 64 << 10
"""Most that is read for one expression; the longest one that is accepted has 4096 characters."""
WIRE_VALUE_NODES = 60
"""Longest constant of which the parent works out decimals; that takes it under 2 ms."""
WIDTH_RANGE = (20, 200)
DIGITS = 6
DIGITS_RANGE = (1, 1000)
ORDER_RANGE = (1, 1000)

SHOWN_ORDERS = 3
"""Derivatives of a higher order are given by their final form only: nobody reads the fourth."""

FORM_SECONDS = 1.0
"""The search for the readable form stops here; what it has found by then is used."""

# --- exact constants and one-sided expansions (algebra.real, algebra.germ, algebra.local) -------
REAL_PARTS = 100
"""Products of parts when two exact constants are multiplied: with 400, random compositions of
depth 4 took up to 23 s at a point, with 100 under 0.2 s; a series is cut there instead."""
REAL_EXPONENT = 4096
"""Largest whole power of an exact constant that is worked out."""
REAL_BITS = 1 << 14
"""Bits of a rational coefficient after a power; longer ones are of no use to a reader."""
FACTOR_BITS = 128
"""Longest whole number that is split into primes; FLINT needs milliseconds for 128 bits."""
SIGN_BITS = (64, 256, 1024, 4096)
"""Precisions tried for the sign of a constant that is not zero."""
ZERO_TEST_BITS = 256
"""Below this an enclosure costs less than the exact zero test, above it the test comes first."""
FACTORIAL = 200
"""Largest n for which gamma(n) is written out."""

# --- exact normal forms (algebra) -------------------------------------------------------------
REFINEMENTS = 8  # times one proof starts over with finer kernels; nested roots need two or three
GENERATORS = 24  # first size of a ring; gcds in 160 generators take 4 times as long as in 24
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

# --- ball arithmetic (algebra.ball) and the second opinion (verify) -----------------------------
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
CHECK_BITS = (128, 512, 2048)
"""Precisions tried at one sample point; the first is enough unless much cancels."""
CHECK_POINTS = 5
"""Points that must agree; about 40 µs each for an expression of 15 nodes."""
CHECK_SWITCHING_POINTS = 12
"""The same where branches, signs or corners could hide a difference."""
CHECK_ATTEMPTS = 80
"""Points tried; where none has a value, such as for acos(x^2 - 5000), about 3 ms are lost."""
CHECK_UNTOLD = 8
"""Points at which no precision tells anything, after which the rest is not tried."""
CHECK_CENTRES = 9
"""Numbers of the expressions around which points are tried too, three ranges each."""
CHECK_SECONDS = 2.0
"""A last stop; typical checks take under 1 ms."""
SWITCH_DEGREE = 8
"""Polynomials are multiplied out to this degree, for those that end linear or quadratic."""
EXPANSION_TERMS = (2, 3, 4, 8, 16)
"""Terms kept in an expansion; the next number is tried where the last one did not decide."""
FLATTENED = 512  # parts of one sum or product: shared nested ones would double at each level
TIDIED_SIZE = 1500  # nodes of a derivative up to which other forms than its own are tried
TIDIED_HEIGHT = 150  # levels likewise: three calls of Python for each, of 1000 at most
TERMS_APART = 12  # terms up to which a sum over one denominator is written term by term

ENCLOSED_DIGITS = 30
"""Decimals are printed from an enclosure: it must hold more digits than anyone asks for."""

# --- derivatives from the definition (algebra.expand, solve.limits, verify.limits) --------------
LIMIT_DEGREE = 24
"""Powers of polynomials are multiplied out to this exponent when there are few terms."""
LIMIT_PRODUCTS = 600
"""Term products in one multiplication; beyond it nobody multiplies out."""
LIMIT_TERMS = 16
"""Terms of f(x+h) multiplied out that still make a line a reader can follow."""
LIMIT_FACTORED_POWER = 5
"""Largest n for which a^n - b^n = (a - b)(…) is written out."""
LIMIT_NESTING = 3
"""Outer limits inside one another: F in G in H; deeper ones have a derivation of their own."""
LIMIT_SETTLED_NODES = 12
"""Longest constant that is worked out inside a line: sin(pi/3), 1/sqrt(1 - (1/2)^2)."""
LIMIT_EXPANDED_NODES = 50
"""Longer functions are not expanded where they are smooth: sin(sin(sin(1))) takes long."""
LIMIT_INLINE = 2
"""A limit inside a longer line is worked out in that line when it takes so few steps."""
LIMIT_STATE_NODES = 400
"""A line with more nodes is no longer readable: the derivation ends as partial."""
LIMIT_BITS = 480
"""Precision at which a quotient is evaluated at a tiny increment."""
LIMIT_INCREMENTS = (60, 120)
"""The increments are 2^-60 and 2^-120: an error of the first order shrinks by 2^60 between them."""
LIMIT_POINTS = 3
"""Random points at which both sides of a step are compared, each from both sides."""
LIMIT_INLINE_ALONE = 5
"""The only long one may take so many steps."""
LIMIT_INLINE_NODES = 60
"""In a line of more nodes even a single open limit is worked out apart."""

# --- exact real roots (algebra.roots) -----------------------------------------------------------
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

# --- variation tables (solve.table, render) -----------------------------------------------------
TABLE_WINDOW = (Fraction(-10), Fraction(10))
"""What is shown where nothing can be proved on the whole line."""
TABLE_POINTS = 100
"""Zeros on one piece that a table lists; sin(1/x) has thousands, and nobody reads more."""
TABLE_DENOMINATOR = 1000
"""Fractions up to this denominator are recognised behind sin(asin(1/4)) and its like."""
TABLE_EXACT_NODES = 40
"""Points with a longer exact form get their values as decimals: nobody reads such values."""
TABLE_BITS = 256
"""Precision of values at points that are only enclosed; thirty digits are wanted."""
SKETCH_SAMPLES = 400
"""Points of a drawn curve: more than a terminal has dots across; about 10 ms."""
SKETCH_FAR = 1e6
"""Points further out are left out of a drawing, so that the others can be seen."""
SKETCH_HALVINGS = 14
"""Where a graph is steep its steps are halved so often before it counts as torn."""
SKETCH_GRID = 64
"""Lines of a grid of heights each way: 0.2 s, and finer than the dots of a terminal."""
SKETCH_ROUGH_GRID = 32
"""The same where only the size of a curve is wanted."""
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
ROLLE_DIVISORS = 8
"""Terms of a function that are tried as divisors; each costs one derivative, about 1 ms."""
ROLLE_SAMPLES = 12
"""Samples that must not contradict the sign derived for an end of an interval."""
MULTIPLICITY = 12
"""Largest multiplicity that is looked for where there is no polynomial."""
BOX_BITS = 128
"""Precision on boxes; their width matters more."""
BOXES = 5_000
"""Boxes opened for one question, about 0.3 ms each; sin(x^2) = -1/2 on [0, 20] needs 600."""
BOX_HALVINGS = 44
"""A box that is still undecided after so many halvings is left to the exact candidates."""
RECOGNISED_UNITS = 8
"""Constants whose multiples are tried as zeros."""
ANGLE_DENOMINATOR = 60
"""Angles are recognised as k*pi/q up to this q."""
MEMBERS = 1500
"""Members of families that are listed; more are not worth reading."""
RANGE_BOXES = 64
"""Pieces on which the range of the inner function is bounded."""
BOX_CANDIDATE_WIDTHS = frozenset((-4, -8, -12, -20, -30, -38))
"""Widths, as powers of two, at which an undecided box is tried for a multiple zero."""
LIMIT_FAR_POWERS = (24, 60, 400)
"""Limits at infinity are compared with values at these powers of two."""
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

# --- polynomial systems (algebra.systems) -------------------------------------------------------
SYSTEM_DEGREE = 80
"""Total degree of an equation; its solutions would be hundreds."""
SYSTEM_TERMS = 20_000
"""Pairs of terms in one product while an equation is expanded."""
SYSTEM_BASIS = (400, 2000, 30_000)
"""Polynomials in a Groebner basis on its way, terms and bits of one; a dense quartic gradient in
three variables needs 60, 200 and 3000, and the C routine knows no other way to be stopped."""
SYSTEM_DIMENSION = 130
"""Complex solutions counted with multiplicity: exact linear algebra at 64 takes 1.5 s."""
SYSTEM_DIRECT = 36
"""Up to so many, factors are not split off: then multiplicities are known."""
SYSTEM_HERMITE = 30
"""Largest trace form that is set up, about 0.1 s."""
SYSTEM_MULTIPLICITY = 64
"""Largest quotient algebra of which a characteristic polynomial is worked out."""
SYSTEM_BRANCHES = 200
"""Cases that factors of equations may lead to."""
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

# --- systems of equations that are not polynomial (algebra.boxes, algebra.generators) -----------
SYSTEM_BOXES = 12_000
"""Boxes opened for one system, about 0.2 ms each in two variables."""
SYSTEM_BOX_BITS = 64
"""Precision of the search; the width of the boxes matters more."""
SYSTEM_BOX_HALVINGS = 26
"""A box of the whole's width times 2^-26 that is still undecided is left open."""
SYSTEM_BOX_STEPS = 30
"""Refinements after which two boxes are certainly told apart or found to hold the same."""
PLACE_BITS = 64
"""Precision at which it is seen whether a value exists at a point."""
PLACE_SIGN_BITS = (64, 256, 1024)
"""Precisions tried for a sign at a solution that is only enclosed."""

# --- what a critical point is, global extrema (algebra.extrema) ----------------------------------
EXTREMA_ORDER_BITS = (128, 512, 2048, 8192)
"""Precisions tried to tell two values apart; equality is tried after the first."""
EXTREMA_TERMS = 3000
"""Terms of a polynomial that is multiplied out."""
EXTREMA_DEGREE = 60
"""Its total degree."""
JET_ORDERS = (4, 8, 12)
"""Orders of Taylor polynomials, one tried after the other; each order doubles the work."""
JET_TERMS = 3000
"""Terms of a Taylor polynomial; 12 variables to order 4 have 1820."""
SAMPLED_DIRECTIONS = (0, 1, -1, 2, -2)
"""Coordinates of the directions in which a form is looked at for both signs."""
DIRECTIONS = 700
"""Directions looked at: all of them up to four variables."""
CURVE_EXPONENTS = (1, 2, 3, 0, -1, -2)
"""Exponents a of the curves c*t^a along which a function may be unbounded."""
CURVES = 4000
"""Curves tried, about 20 µs each for a polynomial of ten terms."""
CURVE_LIMITS = 60
"""The same where a limit has to be found on each, about 1 ms."""
CURVE_ANGLES = 9
"""Choices of angles tried for the names inside sin and cos: all of them for two such names."""
PROJECTION_SIZE = 1500
"""Terms times degree of a discriminant whose own discriminant is still worked out: 1100 for a dense
quintic in two variables take 0.2 s, 2900 for a sextic 4.6 s."""
SQUARE_SIZE = 800
"""Terms times degree of a polynomial whose signs on small squares are looked for: dense ones of
degree 12 have 600 and take 0.8 s, of degree 16 1600 and 4 s."""

# --- many problems (run.batch) ------------------------------------------------------------------
LINE_BYTES = 64 << 10
"""Longest line: an expression of 4096 characters, each of them escaped, takes 24 KB."""
CHUNK_BYTES = 64 << 10
"""Read at once; also how far a packed file is unpacked before its lines are handed on."""
WORKERS_RANGE = (1, 256)
WINDOW = 1024
"""Lines read ahead of the oldest one without an answer: a problem of 10 s at the front holds up
others of 10 ms each no sooner."""
WINDOW_BYTES = 64 << 20
"""Of answers that wait for their turn."""
WORKER_PROBLEMS = 2000
"""After so many a worker is replaced, which takes 5 ms, so that no leak lives long."""
PART_SECONDS = 0.02
"""Problems that take longer send their finished parts ahead: pickling one takes 0.3 ms."""
SECOND_TRY_SECONDS = 1.0
"""What a problem that hung in C code gets to hand over its finished parts."""
CLOSING_SECONDS = 5.0
"""What writing down a stopped answer may take."""
KNOWN_ANSWERS = 256
KNOWN_BYTES = 64 << 10
"""Answers that a worker remembers, and the longest one: 16 MB at most."""
NURSERY_STARTS = 5
"""Times in a row that the process which forks workers may die before the run is given up."""
TICK_SECONDS = 0.25
"""How often a run that waits looks at its clock."""
MEMBER_BYTES = 1 << 20
MEMBER_SECONDS = 1.0
"""A packed file grows by whole members: small ones pack badly, late ones are lost by a kill."""
PROGRESS_SECONDS = 10.0
"""Between lines of progress where there is no terminal."""
SHARDS = 100_000
"""Every one of them reads all lines to find its own."""
REMOTE_BLOCK_BYTES = 1 << 20
REMOTE_TRIES = 3
REMOTE_PAUSE_SECONDS = 2.0
"""Answers of hours are offered to a store again when it refuses them."""

# --- more than one machine (run.cluster) ----------------------------------------------------------
CONNECT_SECONDS = 10.0
CLUSTER_SECONDS = 60.0
"""How long a run may be without a single worker: a machine that starts again takes a minute."""
CLUSTER_POLL_SECONDS = 1.0
"""How often the threads of all workers are counted."""
CHUNK_SECONDS = 5.0
"""Of work in a chunk: long beside handing it out and a worker for it, short beside a run."""
CHUNK_ANSWER_BYTES = 2 << 20
"""Or as many answers, which the run's own process keeps until it is their turn."""
CHUNK_FIRST_LINES, CHUNK_LINES = 4, 4096
"""A first chunk shows how long a problem takes; each may be twice as long as those before."""
CHUNKS_AWAY = 2
"""For each thread of the cluster: one that it works on, one that waits there for it."""
CHUNKS_OPEN = 6
"""Likewise, of chunks that are away or wait for those before them."""
AHEAD_BYTES = 64 << 20
"""Of lines that are in no chunk yet."""
CHUNK_FAULTS = 3
"""Times a chunk is handed out again when a worker could not begin with it."""

# --- extrema under constraints (solve.lagrange) ---------------------------------------------------
ACTIVE_SETS = 128
"""Choices of active inequalities worked through, each a system of its own: 7 inequalities."""
CURVE_ORDER = 8
"""Derivatives along a curve that are tried; x^8 on a line is rare enough."""
EXPLICIT_DEGREE = 9
"""Largest degree of a constraint in a variable for which it may be solved: x^9 = y."""
EXPLICIT_NODES = 60
"""Longest solution that is put in: functions made with longer ones take seconds to tabulate."""
ON_SET_BITS = 384
"""Precision of feasible points beside a candidate: those 2^-40 away are told apart by far."""
TRIALS = (0, 1, -1, 2, -2, 3)
"""Parameters of a set of candidates at which its inequalities are tried."""
SYMMETRIC_NAMES = 3
"""Variables up to which mirror images are looked for: 48 motions of space."""
CIRCLE_BITS = 64
"""Precision of the distances between which a small circle is chosen."""
SYSTEM_SIGNS = 3
"""Signs taken case by case: 27 systems."""
DEFAULT_REGION = 10
"""Half side of the box that is searched where none is known to hold all solutions."""
REGIONS = (1, 2, 3, 5, 10, 30, 100, 1000)
"""Half sides of the boxes that are tried as holding all solutions."""

# --- critical points (solve.critical) --------------------------------------------------------------
CRAMER_VARIABLES = 5
"""Variables of a linear system whose coefficients are parameters: determinants by their rows."""
NEAR_BITS = 1200
"""Precision at which values 2^-100 away from a point are told apart, to the tenth power."""
SYSTEM_CASES = 12
"""Choices of one factor from each equation that are solved one by one."""
SAMPLE_LINES = 3
"""Lines parallel to each axis on which a real point of a set is looked for."""
LAST_NAME_NODES = 30
"""A longer equation, as substitution makes them, is left to the search in all unknowns."""
LAST_NAME_BOXES = 100
"""Boxes for the equation that is left in one unknown, before all unknowns are searched at once."""
SHOWN_DEGREE = 6
"""Of the coordinates of a point whose Hessian is shown exactly; its entries are as long."""
VALUE_DEGREE = 24
"""Likewise for the value of f: the polynomial of a number of degree 64 takes seconds."""
FACETS = 200
"""Faces of the stated domain, pieces and boundaries worked through, each a system of its own: the
27 parts of a box in 3 dimensions, each cut by one |u| and one more."""
RAYS = (0, 1, -1, 2, -2, 3)
"""Coordinates of the directions in which f is expanded beside a kink."""
RAYS_TRIED = 24
