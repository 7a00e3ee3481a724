"""Exact real constants, their signs, powers, function values and written form; no variables."""
