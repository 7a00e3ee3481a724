"""A batch on a cluster: two worker processes against one, and what it adds to a problem.

It starts a scheduler and workers on this machine and ends them; not part of `make bench`.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from batch import PARSED_ONLY, diff_problems, given
from timing import header, report

from calctool.run.batch import Settings
from calctool.run.child import Bounds
from calctool.run.cluster import connected, run_lines

HERE = ("--host", "127.0.0.1", "--no-dashboard")


@contextmanager
def cluster(workers: int) -> Iterator[str]:
    """The address of a scheduler with so many worker processes of one thread each."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "scheduler.json")
        commands = [("scheduler", *HERE, "--port", "0")]
        commands += [("worker", *HERE, "--nthreads", "1", "--local-directory", folder)] * workers
        processes = []
        try:
            for command in commands:
                dask = [sys.executable, "-m", "dask", *command, "--scheduler-file", str(file)]
                processes.append(subprocess.Popen(dask, stderr=subprocess.DEVNULL, cwd=folder))  # noqa: S603
                while not file.exists():
                    time.sleep(0.05)
            yield json.loads(file.read_text())["address"]
        finally:
            for process in reversed(processes):
                process.terminate()
            for process in processes:
                process.wait()


def measured(address: str, asked: list[dict[str, Any]]) -> tuple[float, float, int]:
    """Wall and own processor seconds once every worker is warm, and the bytes of all answers."""
    warm_up = list(islice(diff_problems(), 40))
    with closing(connected(address)) as there:
        for _ in run_lines(given(warm_up), Settings(1, Bounds()), there):
            pass
        began, used = time.perf_counter(), time.process_time()
        answers = run_lines(given(asked), Settings(1, Bounds()), there)
        size = sum(len(answer.json) + 1 for answer in answers)
        return time.perf_counter() - began, time.process_time() - used, size


def main() -> None:
    asked = list(islice(diff_problems(), int(sys.argv[1]) if len(sys.argv) > 1 else 600))
    header()
    with cluster(1) as address:
        one, _, size = measured(address, asked)
    with cluster(2) as address:
        two, own, _ = measured(address, asked)
        _, added, _ = measured(address, PARSED_ONLY)
    report("cluster: two worker processes / one", one / two, "")
    report("cluster: own processor ms of the run, a problem", own / len(asked) * 1000, "")
    report(
        "cluster: the same where problems are refused at once", added / len(PARSED_ONLY) * 1000, ""
    )
    print(f"| diff problems a second, one worker process | {len(asked) / one:.0f} | |")
    print(f"| bytes of an answer | {size / len(asked):.0f} | |")
    own_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"| the run's own process, MB (pid {os.getpid()}) | {own_mb} | |")


if __name__ == "__main__":
    main()
