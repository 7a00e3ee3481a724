"""What is said about the program itself: commands, options, batches, the man page."""
