"""How a least or greatest value is derived, and why each line of it holds."""
