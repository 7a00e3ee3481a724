"""Algebra on difference quotients: expanding, settling, the fundamental limits."""
