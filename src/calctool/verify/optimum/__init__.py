"""The second opinion on points and extreme values: values near by, on constraints, along curves."""
