"""Waves that never end: zeros known by one cell for each whole number, far out or at a point."""
