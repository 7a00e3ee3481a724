"""What stays defined for the questions that follow: `f(x) := x^2`, `a := 2`."""
