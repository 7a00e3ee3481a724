"""Where an expression as written has a real value, as conditions: see `conditions`."""
