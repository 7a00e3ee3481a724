"""Several parameters: their values as sets on which polynomials have one sign each."""
