"""`calctool limit-def`: what is typed for it."""

from typing import Annotated

import typer

from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, declared, with_settings
from calctool.cli.subcommands.ask import Pictures, ask
from calctool.solve.typed import Typed


def _limit_def(
    expression: Annotated[str, typer.Argument(metavar="EXPR")],
    settings: Settings,
    wrt: Annotated[list[str] | None, declared("--wrt", "x")] = None,
    at: Annotated[list[str] | None, declared("--at", "POINT")] = None,
    where: Annotated[list[str] | None, declared("--where", "a=2")] = None,
    function: Annotated[list[str] | None, declared("--function", "k")] = None,
    plot: Annotated[bool, declared("--plot")] = False,
    save_plot: Annotated[str | None, declared("--save-plot", "FILE")] = None,
) -> Exit:
    typed = Typed(
        expression,
        wrt=wrt or (),
        at=", ".join(at) if at else None,
        where=where or (),
        function=function or (),
    )
    return ask("limit-def", typed, settings, Pictures(plot, save_plot))


limit_def = with_settings(_limit_def)
