"""Command lines that no shell has taken apart: those of a session, of a sheet, of a notebook."""
