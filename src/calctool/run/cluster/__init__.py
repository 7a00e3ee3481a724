"""A batch on many machines: chunks of its lines go to the workers of a dask cluster."""

from calctool.run.cluster.chunks import run_lines
from calctool.run.cluster.client import connected

__all__ = ["connected", "run_lines"]
