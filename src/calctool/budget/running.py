"""One question in its process."""

TIMEOUT_S = 10.0
"""How long one question may take unless --timeout says otherwise; people wait about that long."""
TIMEOUT_RANGE_S = (0.01, 86_400.0)
MEMORY_MB = 1024
MEMORY_RANGE_MB = (200, 1_048_576)
"""Python, FLINT, SymPy and Rich import in 96 MB of address space; below 200 little can be done."""
SOFT_SHARE = 0.9
"""Part of the timeout after which the worker is asked, not yet forced, to stop."""
STOPPED_SECONDS = 0.3
"""What putting together the points found may take after the worker was asked to stop."""
STOPPED_BITS = 30
"""How exactly those are found: nine digits."""
IDLE_SECONDS = 60.0
"""After so long without a question the process that stays for the next one ends: it has 40 MB."""
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
WAITING_SECONDS = 1.0
"""After so long a terminal is told what is being done."""
HISTORY_BYTES = 1 << 20
"""Of the lines that a session remembers for the next one: some 20,000."""
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

FORM_NODES = 20_000
"""Nodes of candidates after which no further readable form is made; each takes about 30 µs."""
