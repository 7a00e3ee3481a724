"""Derivatives from their definition: the limit of the difference quotient, worked out by hand."""
