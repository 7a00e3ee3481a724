"""Letters that are units or origins of a question."""
