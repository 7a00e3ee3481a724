"""Why each case is as it is: lines that lead to its points, and minors at them."""
