"""`calctool batch`: what is typed for it."""

from typing import Annotated

import typer

from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, declared, with_settings


def _batch(
    problems: Annotated[str, typer.Argument(metavar="FILE|-")],
    settings: Settings,
    workers: Annotated[str | None, declared("--workers", "N")] = None,
    resume: Annotated[bool, declared("--resume")] = False,
) -> Exit:
    from calctool.cli.batch_run import run

    return run(problems, settings, workers, resume=resume)


_SHARED = {"output", "steps", "lang", "timeout", "max_memory"}
batch = with_settings(_batch, only=_SHARED, formats=("json",))
