"""The parts of a page on a variation table; words and order only, no mathematics."""
