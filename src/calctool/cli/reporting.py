"""What went wrong, said in one message; on standard error and, when asked for, as JSON."""

import os
from collections.abc import Sequence
from contextlib import suppress

from calctool import budget
from calctool.cli import argv, exit_code
from calctool.cli.exit_code import Exit
from calctool.cli.terminal import streams
from calctool.cli.terminal.look import language, width
from calctool.notation.problem import Problem
from calctool.render.problem import drawn
from calctool.words import Language, Words

_STOPPED = Words(en="stopped", zh="已停止")


def report(failure: BaseException, arguments: Sequence[str]) -> Exit:
    """Say it, in the language and the form of a command line that may be wrong itself."""
    code = exit_code.of_failure(failure)
    speech = language(_value_of("--lang", arguments))
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
