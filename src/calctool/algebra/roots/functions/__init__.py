"""Functions of one name, as the search for zeros sees them."""
