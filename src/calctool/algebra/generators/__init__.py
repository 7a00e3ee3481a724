"""Changes of variables: what makes a system polynomial, and the way back to its unknowns."""
