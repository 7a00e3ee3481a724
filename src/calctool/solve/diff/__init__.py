"""`calctool diff`: explicit and implicit derivatives of any order."""
