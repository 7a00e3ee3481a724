"""Whether there are least and greatest values, with the theorem that says so."""
