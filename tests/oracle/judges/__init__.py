"""What values say to each part of an answer."""
