"""The pieces of the feasible set on which f has one smooth formula."""
