"""`calctool check`: whether an answer to another command is right, and if not, where and why."""
