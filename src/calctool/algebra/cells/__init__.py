"""The line of a parameter, cut where a function of x and the parameter can change its table."""
