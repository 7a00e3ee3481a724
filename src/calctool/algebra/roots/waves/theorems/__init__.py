"""Where the zeros of waves lie far out: one wave, one that outweighs others, one shape."""
