"""The version of calctool: for the package, its answers and its wheel."""

__version__ = "0.1.0"
