"""`calctool mcp`: what is typed for it."""

from importlib.util import find_spec

from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, with_settings
from calctool.notation.problem import Problem


def _mcp(settings: Settings) -> Exit:
    if find_spec("mcp") is None:
        raise Problem("usage.no-mcp", hint="install-mcp")
    from calctool.cli.assistants import answering, server

    server.serve(answering.Settings(settings.bounds, settings.look.language))
    return Exit.ANSWERED


mcp = with_settings(_mcp, only={"lang", "timeout", "max_memory"})
