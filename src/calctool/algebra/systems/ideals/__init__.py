"""Ideals by their Groebner bases, and what is read off their quotient algebra."""
