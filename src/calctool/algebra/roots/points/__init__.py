"""Points of the real line: exact where they can be, and always with an enclosure."""
