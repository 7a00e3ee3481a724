"""Theorems by which an extreme value exists: then the best of all candidates has it."""
