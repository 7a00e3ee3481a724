"""Hostile and careless command lines, and the promises that hold for each of them."""
