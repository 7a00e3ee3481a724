"""Questions that are others after a change of x: without a phase, or in other units."""
