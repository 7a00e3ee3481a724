"""Constants as an answer shows them: exact, enclosed, ordered, rounded."""
