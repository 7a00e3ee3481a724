"""Critical points, extrema under constraints, least and greatest values."""
