"""What the pages of `critical` and `lagrange` share; words and order only, no mathematics."""
