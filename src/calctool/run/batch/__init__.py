"""Many problems, none of which can hurt another: lines in, one answer line for each, in order."""

from calctool.run.batch.pending import AnswerLine
from calctool.run.batch.pool import Settings, run_lines

__all__ = ["AnswerLine", "Settings", "run_lines"]
