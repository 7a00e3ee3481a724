"""The ways of working out a difference quotient; `limits.engine` says which is tried first."""
