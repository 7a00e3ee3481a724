"""Tables of functions whose critical points have no end: a first part, and rows for the rest."""
