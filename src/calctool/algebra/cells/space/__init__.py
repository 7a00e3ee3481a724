"""Values of several letters, cut by polynomials into sets on which all of them keep their signs."""
