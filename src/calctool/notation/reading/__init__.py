"""Text to trees: the grammar, what is read besides formulas, and what to say of mistakes."""
