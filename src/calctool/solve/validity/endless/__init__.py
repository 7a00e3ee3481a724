"""Points without a derivative that have no end: all of a row are judged at once."""
