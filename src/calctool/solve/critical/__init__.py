"""`calctool critical`: every critical point, what it is, and the least and greatest values."""
