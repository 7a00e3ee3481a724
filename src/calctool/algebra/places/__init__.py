"""Points in several variables, whatever they are known by, and what can be asked of them."""
