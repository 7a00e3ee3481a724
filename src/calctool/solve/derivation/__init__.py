"""The step engine: derivatives by the rules and by the definition, as checked lines."""
