"""Claims of points, intervals and extremes, beside the complete answer of the command."""
