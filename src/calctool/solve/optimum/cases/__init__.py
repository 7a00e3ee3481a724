"""Extrema for every value of letters, by cases; for `critical` and `lagrange`."""
