"""Proofs that a function has no zero on an interval."""
