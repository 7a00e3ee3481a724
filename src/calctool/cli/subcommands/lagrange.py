"""`calctool lagrange`: what is typed for it."""

from typing import Annotated

import typer

from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, declared, with_settings
from calctool.cli.subcommands.ask import Pictures, ask
from calctool.solve.typed import Typed


def _lagrange(
    expression: Annotated[str, typer.Argument(metavar="EXPR")],
    settings: Settings,
    subject_to: Annotated[list[str] | None, declared("--subject-to", "g=c")] = None,
    wrt: Annotated[list[str] | None, declared("--wrt", "x")] = None,
    where: Annotated[list[str] | None, declared("--where", "a=2")] = None,
    plot: Annotated[bool, declared("--plot")] = False,
    save_plot: Annotated[str | None, declared("--save-plot", "FILE")] = None,
) -> Exit:
    typed = Typed(
        expression,
        subject_to=subject_to or (),
        wrt=wrt or (),
        where=where or (),
    )
    return ask("lagrange", typed, settings, Pictures(plot, save_plot))


lagrange = with_settings(_lagrange)
