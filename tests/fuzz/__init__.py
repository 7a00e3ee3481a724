"""Random and hostile input for every reader and printer; see run.py."""
