"""What is said where something went wrong or cannot be taken as typed, by permanent id."""
