"""Constraints solved for some of the variables: f as a function of the others."""
