"""How far derivations go: the rules, and the definition of the derivative."""

# --- the step engine (solve) ---

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

# --- derivatives from the definition (algebra.expand, solve.limits, verify.limits) ---
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
