"""The line under a table: its pieces, the stretches and the points between them."""
