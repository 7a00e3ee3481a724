"""The ways to find all zeros on one open interval; `roots.search` says which is tried when."""
