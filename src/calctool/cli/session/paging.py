"""Pages longer than the screen, scrolled by `less` where it is there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess

from calctool.cli.terminal import output, streams

_KEPT = 2
"""Lines of the screen that the prompt takes."""


def deliver(text: str, file: str | None) -> None:
    """As `output.deliver`; what does not fit on the screen goes through a pager."""
    pager = shutil.which("less")
    if file is not None or pager is None or not _is_long(text):
        output.deliver(text, file)
        return
    # Ctrl-C belongs to the pager while it runs.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        subprocess.run(  # noqa: S603 (found on the path, no shell)
            [pager, "-R", "-F", "-X"],
            input=text.encode(streams.encoding(streams.OUT), "backslashreplace"),
            env={**os.environ, "LESSSECURE": "1", "LESSCHARSET": "utf-8"},
            check=False,
        )
    finally:
        signal.signal(signal.SIGINT, before)


def _is_long(text: str) -> bool:
    try:
        size = os.get_terminal_size(streams.OUT)
    except OSError:
        return False
    return text.count("\n") > size.lines - _KEPT
