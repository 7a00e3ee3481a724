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
    shard: Annotated[str | None, declared("--shard", "K/N")] = None,
    cluster: Annotated[str | None, declared("--cluster", "ADDRESS")] = None,
    summary: Annotated[str | None, declared("--summary", "FILE")] = None,
) -> Exit:
    from calctool.cli.subcommands.batch_run import run

    return run(
        problems, settings, workers, resume=resume, shard=shard, cluster=cluster, summary=summary
    )


_SHARED = {"output", "steps", "lang", "timeout", "max_memory"}
batch = with_settings(_batch, only=_SHARED, formats=("json",), may_be_remote=True)
