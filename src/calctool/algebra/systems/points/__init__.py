"""Points with algebraic coordinates: numbers of Q[t]/(w) at one real root, with exact signs."""
