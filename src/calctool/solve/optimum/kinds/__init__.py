"""What a candidate is: minimum, maximum, saddle or neither, by exact signs."""
