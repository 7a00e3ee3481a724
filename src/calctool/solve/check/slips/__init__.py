"""Mistakes that lead exactly to a wrong answer: wrong rules, and wrong steps of algebra."""
