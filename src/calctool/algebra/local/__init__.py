"""What a function does at a point, by the definition (`point`), and at which points to ask."""
