"""Candidates that no gradient shows: on folds of f and on edges of its domain."""
