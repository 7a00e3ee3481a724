"""One file for each subcommand: what is typed for it."""
