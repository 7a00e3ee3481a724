"""What f does towards the ends of its domain, and why."""
