"""`calctool critical`: what is typed for it."""

from typing import Annotated

import typer

from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, declared, with_settings
from calctool.cli.subcommands.ask import Pictures, ask
from calctool.solve.typed import Typed


def _critical(
    expression: Annotated[str, typer.Argument(metavar="EXPR")],
    settings: Settings,
    wrt: Annotated[list[str] | None, declared("--wrt", "x")] = None,
    domain: Annotated[list[str] | None, declared("--domain", "[0,1)")] = None,
    where: Annotated[list[str] | None, declared("--where", "a=2")] = None,
    plot: Annotated[bool, declared("--plot")] = False,
    save_plot: Annotated[str | None, declared("--save-plot", "FILE")] = None,
) -> Exit:
    typed = Typed(
        expression,
        wrt=wrt or (),
        domain=domain or (),
        where=where or (),
    )
    return ask("critical", typed, settings, Pictures(plot, save_plot))


critical = with_settings(_critical)
