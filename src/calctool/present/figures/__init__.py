"""Figures as documents have them: graphs, maps, and what all of them share."""
