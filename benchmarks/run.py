"""Every benchmark in turn: the table of ratios that the README shows, and what got slower."""

import sys

import batch
import calls
import cold
import doors
import growth
import history
import parsing
import random_expressions
import rates
import roots
from timing import header

BENCHMARKS = (cold, calls, doors, parsing, random_expressions, rates, growth, roots, batch)


def main(only: list[str]) -> None:
    """Those named, else all."""
    header()
    try:
        for benchmark in BENCHMARKS:
            if not only or benchmark.__name__ in only:
                benchmark.main()
    finally:
        # What was measured before one fails is kept.
        history.main()


if __name__ == "__main__":
    main(sys.argv[1:])
