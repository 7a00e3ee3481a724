"""One-sided limits of functions of one name, and their signs far out."""
