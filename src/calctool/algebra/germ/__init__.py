"""One-sided expansions f(a + t), t -> 0+, with exact coefficients; no words, no answers."""
