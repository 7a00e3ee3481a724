"""What the JSON form of a variation table is made of."""
