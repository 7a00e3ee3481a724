"""What `critical` and `lagrange` share: slopes, how systems are solved, changes of the formula."""
