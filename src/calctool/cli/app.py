"""From argv to the exit code: the only place that catches exceptions and ends the process."""

import os
import signal
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

from calctool.cli import argv
from calctool.cli.exit_code import Exit, Terminated
from calctool.cli.reporting import report
from calctool.cli.terminal import streams


def main() -> NoReturn:
    """Run the command line and leave at once: Python's own way out may print and may fail."""
    code = Exit.FAULT
    try:
        code = run(sys.argv[1:])
    finally:
        os._exit(code)


def run(arguments: Sequence[str]) -> Exit:
    """The exit code of one command line; nothing escapes but a bug in this function."""
    warnings.simplefilter("ignore")
    streams.open_closed_ones()
    try:
        _handle_signals()
        typed = argv.decoded(arguments)
        from calctool.cli import commands

        return commands.dispatch(typed)
    except BaseException as failure:
        return report(failure, arguments)


def _handle_signals() -> None:
    """Both become exceptions, which leave nothing half done; an ignored Ctrl-C stays ignored."""
    signal.signal(signal.SIGTERM, _terminate)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _terminate(_signal: int, _frame: object) -> None:
    raise Terminated
