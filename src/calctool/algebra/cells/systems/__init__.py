"""Equations with letters: linear ones, two polynomial ones, and scalings that keep them."""
