"""Why lists are complete and results are certain, or what is open."""
