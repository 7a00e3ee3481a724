"""Where a function and its derivative have a value."""
