"""Trees to text: one walk, and the signs of each form."""
