"""The parts into which folds and edges cut the domain, on each of which f is smooth."""
