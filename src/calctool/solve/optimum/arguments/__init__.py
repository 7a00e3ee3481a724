"""The ladder: one module for each argument that decides a least or greatest value."""
