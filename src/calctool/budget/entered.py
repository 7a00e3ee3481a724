"""What may be typed."""

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
