"""What is handed in, as questions; and the asking of them."""
