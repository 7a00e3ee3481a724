"""A question that was asked warm, through each door, beside a cold command and `import sympy`.

Also the memory of a session that waits, with the process that answers for it.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import anyio
from mcp import ClientSession, StdioServerParameters, stdio_client
from timing import process, report

import calctool as ct

CALCTOOL = [sys.executable, "-m", "calctool"]
NUMBERS = count(2)
ROUNDS = 15
END = b"'end-of-answer'"
Work = Callable[[], object]


def question() -> str:
    """No question is asked twice."""
    return f"x^2*sin({next(NUMBERS)}*x)"


@contextmanager
def session() -> Iterator[subprocess.Popen[bytes]]:
    """A session that reads lines from a pipe."""
    with subprocess.Popen(  # noqa: S603 (our own interpreter)
        [*CALCTOOL, "repl", "--steps", "none"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as child:  # fmt: skip
        yield child
        child.kill()


def asked_of(child: subprocess.Popen[bytes]) -> None:
    """One question, until an error that is caused on purpose says that it was answered."""
    if child.stdin is None or child.stdout is None:
        raise OSError
    child.stdin.write(f"diff {question()}\n".encode() + END + b"\n")
    child.stdin.flush()
    while END not in child.stdout.readline():
        pass
    child.stdout.readline()


def milliseconds(work: Work) -> float:
    """The median of some rounds, the first of which is not counted."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def milliseconds_a_question(work: Callable[[list[dict[str, str]]], object]) -> float:
    """Of fifty that are handed in together."""
    several = [{"command": "diff", "expr": question()} for _ in range(50)]
    start = time.perf_counter()
    work(several)
    return 1000 * (time.perf_counter() - start) / len(several)


def of_mcp() -> float:
    """The same over the protocol, by the SDK's own client."""

    async def measured() -> float:
        server = StdioServerParameters(command=sys.executable, args=["-m", "calctool", "mcp"])
        async with stdio_client(server) as streams, ClientSession(*streams) as client:
            await client.initialize()
            times = []
            for _ in range(ROUNDS + 5):
                start = time.perf_counter()
                await client.call_tool("diff", {"expr": question()})
                times.append(1000 * (time.perf_counter() - start))
            return statistics.median(times[5:])

    return anyio.run(measured)


def resident(process: int) -> int:
    """Kilobytes of a process and of all that it has started."""
    whole = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = dict(
                line.split(":", 1) for line in (folder / "status").read_text().splitlines()
            )
        except OSError:
            continue
        if int(folder.name) == process:
            whole += int(status["VmRSS"].split()[0])
        elif int(status["PPid"]) == process:
            whole += resident(int(folder.name))
    return whole


def main() -> None:
    cold = milliseconds(process([*CALCTOOL, "diff", "x^2*sin(x)", "--steps", "none"]))
    sympy = milliseconds(process([sys.executable, "-c", "import sympy"]))
    with session() as child:
        asked_of(child)
        # The process that answers does its first work while nobody waits.
        time.sleep(3)
        doors = {"a session": milliseconds(lambda: asked_of(child))}
        megabytes = resident(child.pid) / 1024
    ct.diff("x")
    time.sleep(3)
    doors["a call of Python"] = milliseconds(lambda: str(ct.diff(question(), steps="none")))
    doors["a call over MCP"] = of_mcp()
    for door, warm in doors.items():
        detail = f" ({cold:.0f} ms / {warm:.0f} ms)"
        report(f"a cold command / the same question in {door}", cold / warm, "at least 4", detail)
        detail = f" ({sympy:.0f} ms / {warm:.0f} ms)"
        report(f"import sympy / a question in {door}", sympy / warm, "at least 10", detail)
    report("megabytes of a session that waits", megabytes, "at most 150")
    together = milliseconds_a_question(lambda several: ct.batch(several))
    alone = milliseconds_a_question(lambda several: [ct.batch([each]) for each in several])
    report(
        "questions one after another / in one ct.batch, two cores", alone / together, "at least 1.2"
    )


if __name__ == "__main__":
    main()
