"""What a critical point is, and the points of a critical curve or surface."""
