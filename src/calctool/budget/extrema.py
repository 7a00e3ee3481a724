"""Critical points and extrema, free and under constraints."""

# --- what a critical point is, global extrema (algebra.extrema) ---
EXTREMA_ORDER_BITS = (128, 512, 2048, 8192)
"""Precisions tried to tell two values apart; equality is tried after the first."""
EXTREMA_TERMS = 3000
"""Terms of a polynomial that is multiplied out."""
EXTREMA_DEGREE = 60
"""Its total degree."""
PIVOT_BITS = 256
"""Precision of the pivots of a matrix of values at a point."""
JET_ORDERS = (4, 8, 12)
"""Orders of Taylor polynomials, one tried after the other; each order doubles the work."""
JET_TERMS = 3000
"""Terms of a Taylor polynomial; 12 variables to order 4 have 1820."""
SAMPLED_DIRECTIONS = (0, 1, -1, 2, -2)
"""Coordinates of the directions in which a form is looked at for both signs."""
DIRECTIONS = 700
"""Directions looked at: all of them up to four variables."""
CURVES = 4000
"""Curves tried, about 20 µs each for a polynomial of ten terms."""
CURVE_LIMITS = 60
"""The same where a limit has to be found on each, about 1 ms."""
SIDE_DIRECTIONS = 256
"""Directions tried for one that leads into a side of folds: all of them up to four variables."""
CURVE_ANGLES = 9
"""Choices of angles tried for the names inside sin and cos: all of them for two such names."""
SQUARE_SIZE = 800
"""Terms times degree of a polynomial whose signs on small squares are looked for: dense ones of
degree 12 have 600 and take 0.8 s, of degree 16 1600 and 4 s."""

# --- extrema under constraints (solve.lagrange) ---
ACTIVE_SETS = 200
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
"""Variables up to which all mirror images are looked for: 48 motions of space."""
SIGNED_NAMES = 5
"""Variables up to which changes of sign and exchanges of two are tried: 352 motions."""
CIRCLE_BITS = 64
"""Precision of the distances between which a small circle is chosen."""
CONE_WEIGHT = 3
CONES_TRIED = 6
"""Weights of names at a singular point of constraints: a cusp y^2 = x^3 needs 2 and 3."""
BRANCHES_MET = 16
"""Branches of a set that meet in one point: four lines with their sides."""
SYSTEM_SIGNS = 3
"""Signs taken case by case: 27 systems."""
DEFAULT_REGION = 10
"""Half side of the box that is searched where none is known to hold all solutions."""
GROWTH_CHOICES = 30
"""Lower bounds of each name's own part that are tried with each other."""
GROWTH_STEPS = 40
"""Doublings of the radius beyond which f is beyond a level; roots of larger numbers would need more
than floats."""
MINOR_NAMES = 3
"""Names of a function whose principal minors of second derivatives are all worked out: 7."""
REGIONS = (1, 2, 3, 5, 10, 30, 100, 1000)
"""Half sides of the boxes that are tried as holding all solutions."""
REGION_HALVINGS = 6
"""How often a side of such a box is halved towards the solutions."""

# --- critical points (solve.critical) ---
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
RAYS = (0, 1, -1, 2, -2, 3)
"""Coordinates of the directions in which f is expanded beside a kink."""
RAYS_TRIED = 24

# --- the ladder of arguments (solve.optimum) ---
LADDER_DEPTH = 6
"""How often an argument may lead to a smaller question."""
LADDER_ASKS = 60
"""Smaller questions of one question, most of them a table of about 50 ms."""
LADDER_PLACES = 8
"""Places of a value that are put together from those of its parts."""
LADDER_INNER = 12
"""Inner functions of which f may be a function."""
LADDER_TOGETHER = 4
"""Terms of a sum that are asked for one by one."""
MONOMIALS = 200
"""Terms of a sum of monomials that is multiplied out."""
CORNERS = 300
"""Choices of active inequalities among which the corners of a polytope are looked for."""
LADDER_SAMPLES = 64
"""Points at which the other names are held while one runs."""

VALUE_BOX_WORK = 1_200_000
"""Operations in balls with which boxes are shown to be beyond the best value, 2 or 3 µs each."""

# --- all values (algebra.extrema.polar) ---
POLAR_BASIS = (60, 300, 1500)
"""Polynomials of a Groebner basis, terms and bits of one: see SYSTEM_BASIS."""
POLAR_DIMENSION = 64
"""Solutions of a system whose real points are asked for exactly."""
POLAR_NAMES = 4
"""Names up to which eliminants are worked out; with five they take half a minute, or do not end."""
POLAR_CASES = 200
"""Cases by factors while unknowns are eliminated."""
POLAR_SIZE = 10_000_000
"""Terms of two polynomials, multiplied with each other and with their degrees, up to which a
resultant is worked out."""

# --- the second opinion on least and greatest values (verify.extremes) ---
EXTREME_BITS = 128
"""Precision of the points: those on constraints miss them by less than 2^-64."""
EXTREME_SAMPLES = 8
"""Random points on each of four scales."""
EXTREME_STARTS = 3
"""The best of them, from which smaller values are looked for."""
EXTREME_STEPS = 24
"""Steps of such a search: it goes on in any direction that is better, else by less of the way."""
EXTREME_FALLS = 16
"""Quasi-Newton steps after these."""
EXTREME_ROUNDS = 6
"""Newton steps that bring a point to the constraints."""
EXTREME_POWERS = (8, 16, 32, 64)
"""Powers of 2 at which a curve is looked at."""
EXTREME_SMALL_BITS = 32
"""Numbers with more bits move these powers out by as many: x = y/10^20 starts to move at 2^66."""
EXTREME_MOST_BITS = 300
"""And numbers with more than these say nothing."""

# --- the search for sums of squares (algebra.extrema.squares) ---
SQUARES_SIZE = 40
"""Rows of all Gram matrices together."""
SQUARES_UNKNOWNS = 100
"""Free numbers in them: a step of the search takes 0.1 s for 120."""
SQUARES_ROUNDS = 4
"""Searches, each after vectors were seen on which the matrices have to vanish."""
SQUARES_BITS = 96
"""Precision of the linear equations of one step."""
LINE_SAMPLES = 6
"""Random values of the names that stand in a limit, for each of which it is tried."""
LINE_DIGITS = 40
"""Of the bound that a line states: points are known to as many."""

CASE_LINES = 4
"""Substitutions that are shown of the system of a case with letters: more is no explanation."""
