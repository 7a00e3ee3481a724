"""Functions of one variable: critical points by the variation table."""
