"""All values of a polynomial or rational function on a closed set, by polar curves."""
