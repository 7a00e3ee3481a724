"""Functions as values: exact to many digits, or quick; and where to look."""
