"""Fixtures and settings that several test files share."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

from calctool.budget import running
from calctool.cli import app
from calctool.run import child

Run = Callable[..., tuple[int, str, str]]

# The quick profile tries the same examples each time: a run says the same of the same tree.
hypothesis.settings.register_profile("quick", max_examples=100, deadline=None, derandomize=True)
hypothesis.settings.register_profile("long", max_examples=20_000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

# What tests start is asked the same wherever they run: from a script, in the background (where
# an interrupt is ignored by all children), on a busy machine, with whatever is exported there.
signal.signal(signal.SIGINT, signal.default_int_handler)
for name in ("CALCTOOL_LANG", "CALCTOOL_DEBUG", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM"):
    os.environ.pop(name, None)
for name in [name for name in os.environ if name.startswith("LC_")]:
    del os.environ[name]
os.environ |= {"LANG": "C.UTF-8", "CALCTOOL_TIMEOUT": "300"}
# Reading a worker's answer raises it; Hypothesis warns of a test in which that happens first.
sys.setrecursionlimit(running.RECURSION)


def _confined(memory: int, seconds: float | None, parent: int | None) -> None:
    """A child that is forked from a test process starts as large as that has grown by then."""
    statm = Path("/proc/self/statm")
    pages = int(statm.read_text().split()[0]) if statm.exists() else 0
    own = pages * os.sysconf("SC_PAGESIZE") >> 20 if pages else 0
    _confine(memory + own, seconds, parent)


_confine = child.confine
child.confine = _confined


PATIENCE = 600.0
"""Seconds that a test waits for something before it fails: many times what a busy machine needs."""


def wait_for(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            pytest.fail("it did not come about")
        time.sleep(0.02)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Iterator[Run]:
    """Runs a command line here; gives its exit code, standard output and standard error."""
    before = signal.getsignal(signal.SIGTERM)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = app.run(arguments)
        captured = capfd.readouterr()
        return int(code), captured.out, captured.err

    yield run
    signal.signal(signal.SIGTERM, before)


# --- programs that are not of Python ------------------------------------------------------------

NO_SKIPS = bool(os.environ.get("CALCTOOL_NO_SKIPS"))
"""Where everything is said to be installed, a test that skips has failed."""


def needed(program: str) -> str:
    """Where a program is; the test skips where it is not installed."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{reason} (CALCTOOL_NO_SKIPS is set)"
    return report


@pytest.fixture(autouse=True, scope="module")
def _bytes_are_whole() -> Iterator[None]:
    """Compiled libraries run here: none may write into the bytes that all of Python shares."""
    yield
    assert all(bytes([n])[0] == n for n in range(256))
