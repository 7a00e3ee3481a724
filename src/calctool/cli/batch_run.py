"""A run of `calctool batch`: lines in, answers out, progress and a summary on standard error."""

from __future__ import annotations

import os
from contextlib import closing

from calctool import budget
from calctool.cli import answer_file, streams
from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings
from calctool.cli.progress import Progress, progress
from calctool.run import batch
from calctool.run.batch import lines
from calctool.run.batch.lines import Stream
from calctool.run.batch.output import Output
from calctool.run.batch.tally import Tally
from calctool.solve.typed.values import integer
from calctool.words import batch as words

_STATUSES = ("complete", "partial", "stopped", "error")


def run(problems: str, settings: Settings, workers: str | None, *, resume: bool) -> Exit:
    """Every line answered; raises Problem for trouble with a file, after what could be done."""
    count = integer("--workers", workers or str(_cores()), budget.WORKERS_RANGE)
    wanted = batch.Settings(
        count, settings.bounds, settings.look.language, settings.steps != "none"
    )
    stream = lines.opened(problems)
    tally = Tally(stream)
    output = answer_file.opened(settings.output, stream, tally, wanted, resume=resume)
    shown = progress(
        tally, settings.look.language, on_stdout=answer_file.is_stdout(settings.output)
    )
    try:
        _answer(stream, output, tally, wanted, shown)
    except BrokenPipeError:
        raise
    except OSError as error:
        _sum_up(tally, settings)
        raise streams.cannot_write(answer_file.said(settings.output), error) from error
    except BaseException:
        _sum_up(tally, settings)
        raise
    _sum_up(tally, settings)
    if stream.trouble is not None:
        raise stream.trouble
    return Exit.INCOMPLETE if tally.failed else Exit.ANSWERED


def _cores() -> int:
    """Those that this process may use."""
    there = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
    return min(len(there) if there else os.cpu_count() or 1, budget.WORKERS_RANGE[1])


def _answer(
    stream: Stream, output: Output, tally: Tally, wanted: batch.Settings, shown: Progress
) -> None:
    """Answer by answer; whatever happens, those that were given out are in the file."""

    def tick() -> None:
        output.tick()
        shown.show()

    with closing(output), shown, closing(batch.run_lines(stream, wanted, tick=tick)) as answers:
        for answer in answers:
            output.write(answer.json)
            tally.count(answer.status)
            shown.show()


def _sum_up(tally: Tally, settings: Settings) -> None:
    language = settings.look.language
    counts = {status: tally.statuses[status] for status in _STATUSES}
    said = words.SUMMARY.say(
        language, done=tally.done, seconds=tally.seconds, rate=tally.rate, **counts
    )
    if tally.kept:
        said = f"{words.RESUMED.say(language, kept=tally.kept)}; {said}"
    streams.complain(said + "\n")
