"""Least and greatest values of random problems, wrong ones made of them, and what objects."""
