"""What `critical` and `lagrange` share: one question of extremes, from its record to its answer."""
