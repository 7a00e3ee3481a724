"""`calctool table`: where f is defined, how it goes, and everything that happens on the way."""
