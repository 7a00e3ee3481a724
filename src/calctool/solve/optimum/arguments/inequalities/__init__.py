"""Arguments that are an inequality for f itself: squares, means, convexity, corners."""
