"""Answering a question within bounds of time and memory; nothing here knows any mathematics."""
