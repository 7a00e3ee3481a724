"""What a picture of an answer needs: curves, contours and marked points as numbers, no words."""
