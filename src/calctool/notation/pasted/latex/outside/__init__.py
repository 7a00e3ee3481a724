"""What stands around a formula of LaTeX: dollars, left sides, conditions, d/dx."""
