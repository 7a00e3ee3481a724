"""What is asked at random."""
