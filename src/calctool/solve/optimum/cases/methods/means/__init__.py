"""Methods that rest on one inequality: means, powers, eigenvalues."""
