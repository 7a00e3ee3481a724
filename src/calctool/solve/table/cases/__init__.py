"""A table for every value of a parameter, by cases."""
