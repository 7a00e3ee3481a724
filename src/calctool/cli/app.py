"""From argv to the exit code: the only place that catches exceptions and ends the process."""

import os
import signal
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from calctool import budget
from calctool.cli import argv, exit_code
from calctool.cli.exit_code import Exit, Terminated
from calctool.cli.terminal import streams
from calctool.cli.terminal.look import language, width
from calctool.notation.problem import Problem
from calctool.render.problem import drawn
from calctool.words import Language, Words

_STOPPED = Words(en="stopped", zh="已停止")


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
        return _report(failure, arguments)


def _handle_signals() -> None:
    """Both become exceptions, which leave nothing half done; an ignored Ctrl-C stays ignored."""
    signal.signal(signal.SIGTERM, _terminate)
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _terminate(_signal: int, _frame: object) -> None:
    raise Terminated


def _report(failure: BaseException, arguments: Sequence[str]) -> Exit:
    """Say what went wrong in one message, on standard error and, when asked for, as JSON."""
    code = exit_code.of_failure(failure)
    asked = _value_of("--lang", arguments)
    speech = language(asked)
    with suppress(BaseException):
        if code in (Exit.INTERRUPTED, Exit.TERMINATED):
            streams.complain(_STOPPED.say(speech) + "\n")
        elif code is not Exit.CLOSED:
            _explain(_problem(failure), speech, arguments)
    return code


def _problem(failure: BaseException) -> Problem:
    if os.environ.get("CALCTOOL_DEBUG"):
        import traceback

        streams.complain("".join(traceback.format_exception(failure)))
    match failure:
        case Problem():
            return failure
        case MemoryError():
            return Problem("limit.memory", memory=budget.MEMORY_MB)
    return Problem("internal.fault", hint="report")


def _explain(problem: Problem, speech: Language, arguments: Sequence[str]) -> None:
    streams.complain(drawn(problem, speech, width(None)))
    if "--json" in arguments or _value_of("--format", arguments) == "json":
        from calctool.render import wire

        command = next((a for a in arguments if not argv.is_option(a)), None)
        answer = wire.failure(problem, command, speech)
        streams.write(wire.text(answer), streams.OUT)


def _value_of(option: str, arguments: Sequence[str]) -> str | None:
    """The value of an option on a command line that may be wrong elsewhere."""
    found = None
    for argument, following in zip(arguments, [*arguments[1:], ""], strict=True):
        if argument == option:
            found = following
        elif argument.startswith(option + "="):
            found = argument.partition("=")[2]
    return found
