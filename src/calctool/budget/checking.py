"""The check of somebody's answer, and the search for the mistake in it."""

MISTAKEN_PARTS = 8
"""Ways of taking a sum or a product of many parts for one of two."""
MISTAKES_TRIED = 1500
"""Wrong derivatives that are worked out for one answer; 77 functions have 9 each on the average."""
MISTAKE_PAIRS = 400
"""Pairs of mistakes, tried where no single one fits."""
MISTAKE_NODES = 600
"""Nodes of a wrong derivative that is still compared."""
MISTAKE_POINTS = 6
"""Points at which a wrong derivative has to give the value of the answer before it is proved."""
MISTAKES_NAMED = 4
"""Mistakes named at most: an answer that fits more of them says nothing about its author."""
CHECKED_POINTS = 40
"""Usable points at which an answer has to agree before the search for a difference ends."""
CHECKED_PIECES = 24
"""Pieces between break points that have a point of their own."""
CLAIMS = 200
"""Points or intervals in one answer."""
ANSWER_LINES = 60
"""Lines of a derivation that is checked."""
STEPS_RANGE = (1, 999)
"""Lines of a derivation that are shown of it."""
MISTAKES_PROVED = 80
"""Wrong derivatives compared by proof alone, where no point can be used; about 1 ms each."""
