"""Candidates case by case: points, sets and families, and what each of them is."""
