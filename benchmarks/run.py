"""Every benchmark in turn: the table of ratios that the README shows."""

import batch
import cold
import growth
import parsing
import random_expressions
import roots
from timing import header

BENCHMARKS = (cold, parsing, random_expressions, growth, roots, batch)


def main() -> None:
    header()
    for benchmark in BENCHMARKS:
        benchmark.main()


if __name__ == "__main__":
    main()
