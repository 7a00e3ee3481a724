"""Text to tokens: characters, letters, names run together, brackets."""
