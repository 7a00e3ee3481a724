"""Text and trees: reading, printing, and the trees themselves."""
