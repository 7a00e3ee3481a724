"""A run of `calctool batch`: lines in, answers out, progress and a summary on standard error."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from functools import partial
from typing import TypeAlias

from calctool import budget
from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings
from calctool.cli.subcommands import class_summary
from calctool.cli.terminal import answer_file, streams
from calctool.cli.terminal.progress import Progress, progress
from calctool.notation.problem import Problem
from calctool.present.class_report import Report
from calctool.run import address, batch, several
from calctool.run.batch import lines
from calctool.run.batch import shard as shards
from calctool.run.batch.lines import Stream
from calctool.run.batch.output import Output
from calctool.run.batch.shard import Shard
from calctool.run.batch.tally import Tally
from calctool.solve.typed.options.values import integer
from calctool.words.help import batch as words

Answers: TypeAlias = Generator[batch.AnswerLine, None, None]
_STATUSES = ("complete", "partial", "stopped", "error")


def run(
    problems: str, settings: Settings, workers: str | None, *, resume: bool,
    shard: str | None, cluster: str | None, summary: str | None,
) -> Exit:  # fmt: skip
    """Every line answered; raises Problem for trouble with a file, after what could be done."""
    if cluster is not None and workers is not None:
        raise Problem("usage.conflict", option="--workers", other="--cluster")
    count = integer("--workers", workers or str(several.cores()), budget.WORKERS_RANGE)
    wanted = batch.Settings(
        count, settings.bounds, settings.look.language, settings.steps != "none"
    )
    stream = _stream(problems, shards.shard(shard) if shard is not None else shards.ALL)
    report = Report() if summary is not None else None
    if summary is not None:
        class_summary.check(summary)
    with _workforce(cluster) as begin:
        code = _run(stream, settings, wanted, begin, report, resume=resume)
    if report is not None and summary is not None:
        class_summary.write(report, summary, settings)
    return code


def _run(
    stream: Stream, settings: Settings, wanted: batch.Settings, begin: Callable[..., Answers],
    report: Report | None, *, resume: bool,
) -> Exit:  # fmt: skip
    tally = Tally(stream)
    output = answer_file.opened(settings.output, stream, tally, wanted, resume=resume)
    shown = progress(
        tally, settings.look.language, on_stdout=answer_file.is_stdout(settings.output)
    )
    try:
        _answer(stream, output, tally, shown, partial(begin, stream, wanted), report)
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


def _stream(file: str, shard: Shard) -> Stream:
    if address.store(file) is None:
        return lines.opened(file, shard)
    from calctool.run.batch.remote import Remote, RemoteStream

    return RemoteStream(Remote(file), shard)


@contextmanager
def _workforce(scheduler: str | None) -> Iterator[Callable[..., Answers]]:
    """What answers lines: workers of this machine, or those of a scheduler."""
    if scheduler is None:
        yield batch.run_lines
        return
    from calctool.run import cluster

    with closing(cluster.connected(scheduler)) as there:
        yield partial(cluster.run_lines, cluster=there)


def _answer(
    stream: Stream, output: Output, tally: Tally, shown: Progress,
    begin: Callable[..., Answers], report: Report | None,
) -> None:  # fmt: skip
    """Answer by answer; whatever happens, those that were given out are in a file of ours."""

    def tick() -> None:
        output.tick()
        shown.show()

    with closing(output), shown, closing(begin(tick=tick)) as answers:
        for answer in answers:
            output.write(answer.json)
            tally.count(answer.status)
            if report is not None:
                report.add(answer.json)
            shown.show()
        if stream.trouble is None:
            output.finish()


def _sum_up(tally: Tally, settings: Settings) -> None:
    language = settings.look.language
    counts = {status: tally.statuses[status] for status in _STATUSES}
    said = words.SUMMARY.say(
        language,
        noun="error" if counts["error"] == 1 else "errors",
        done=tally.done,
        seconds=tally.seconds,
        rate=tally.rate,
        **counts,
    )
    if tally.kept:
        said = words.RESUMED.say(language, kept=tally.kept, summary=said)
    streams.complain(said + "\n")
