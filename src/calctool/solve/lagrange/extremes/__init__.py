"""Least and greatest values under constraints, each with the theorem that says so."""
