"""What a function looks like near a point: its Taylor polynomial, and the signs of its forms."""
