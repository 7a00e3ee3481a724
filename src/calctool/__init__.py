"""A calculus solver that shows its work, checks it, and says whether it is complete."""

__version__ = "0.1.0"
