"""Functions of x that are waves of one angle, by the tangent of half of it."""
