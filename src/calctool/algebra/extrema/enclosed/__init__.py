"""Least values proved in balls: branch and bound outside of neighbourhoods, convexity in them."""
