"""What several pages are put together from; words and order only, no mathematics."""
