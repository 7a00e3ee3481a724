"""A second opinion on whole answers, which shares no algebra with calctool; see run.py."""
