"""Ways to an answer for every value of letters, each for its kind of question."""
