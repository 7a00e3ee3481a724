"""Questions to answers: one folder for each subcommand, and what they share."""
