"""Arguments that lead to questions of fewer names, or of simpler functions."""
