"""`calctool lagrange`: extrema under constraints, singular points and all cases included."""
