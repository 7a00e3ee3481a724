"""What single options say: names, values, points, intervals."""
