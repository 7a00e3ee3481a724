"""Exact computing: fields, balls, real numbers, germs, zeros, systems, extrema."""
