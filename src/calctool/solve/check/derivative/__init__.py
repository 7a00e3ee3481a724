"""The verdict on expressions: derivatives, their values at a point, tangents, slopes of curves."""
