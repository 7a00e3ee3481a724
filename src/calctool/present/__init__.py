"""Answers as documents, in the reader's language."""
