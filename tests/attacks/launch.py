"""Running one command line in a folder and a process group of its own, watched from outside."""

import fcntl
import os
import pty
import resource
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from attacks.case import Case

_POLL = 0.02
_DROPPED = (
    "LANG", "LC_ALL", "LC_MESSAGES", "COLUMNS", "TERM", "NO_COLOR", "FORCE_COLOR",
    "PYTHONIOENCODING", "CALCTOOL_LANG", "CALCTOOL_DEBUG", "CALCTOOL_TIMEOUT",
)  # fmt: skip
_MOST_OUTPUT = 256 << 20


@dataclass
class Outcome:
    exit: int = 0
    seconds: float = 0.0
    megabytes: int = 0
    out: str = ""
    err: str = ""
    left_over: int = 0
    canary: bool = False
    new_files: set[str] = field(default_factory=set)
    lost_files: list[str] = field(default_factory=list)


def launch(case: Case, command: list[str], seconds: float, megabytes: int) -> Outcome:
    """What the command did with the case; it is killed two seconds after its time is over."""
    with tempfile.TemporaryDirectory(prefix="attack") as outer:
        folder = Path(outer, "folder")
        folder.mkdir()
        canary = Path(outer, "canary")
        places = {"{CANARY}": str(canary), "{TMP}": str(folder)}
        _set_up(case, folder, places)
        before = set(os.listdir(folder))
        outcome = _Run(case, command, Path(outer), folder, places, megabytes).watch(seconds)
        outcome.canary = canary.exists() or canary.is_symlink()
        outcome.new_files = set(os.listdir(folder)) - before - set(case.get("may_create", []))
        outcome.lost_files = list(_lost(case, folder))
        return outcome


def _lost(case: Case, folder: Path) -> Iterator[str]:
    """Files that are empty, and those that have changed though nothing may."""
    for name in case.get("keep", {}):
        if not Path(folder, name).read_text():
            yield name
    for name, text in case.get("same", {}).items():
        if Path(folder, name).read_text() != text:
            yield name


def _set_up(case: Case, folder: Path, places: dict[str, str]) -> None:
    setup = case.get("setup", {})
    for name, text in setup.get("file", {}).items():
        Path(folder, name).write_text(text)
    for name, target in setup.get("symlink", {}).items():
        Path(folder, name).symlink_to(target.replace("{CANARY}", places["{CANARY}"]))


class _Run:
    """A started command; its streams are files beside its folder, or a terminal."""

    def __init__(
        self, case: Case, command: list[str], outer: Path, folder: Path,
        places: dict[str, str], megabytes: int,
    ) -> None:  # fmt: skip
        self.case = case
        self.folder = folder
        self.places = places
        self.out = outer / "out"
        self.err = outer / "err"
        self.input = outer / "in"
        self.terminal, worker_side = self._open_terminal()
        self.shown = bytearray()
        arguments = [*map(os.fsencode, command), *case.arguments(places)]
        self.input.write_bytes(case.stdin(places) or b"")
        with (
            self.input.open("rb") as stdin,
            self.out.open("wb") as out,
            self.err.open("wb") as err,
        ):
            self.started = time.monotonic()
            self.process = subprocess.Popen(
                arguments,
                stdin=stdin if case.stdin(places) is not None else subprocess.DEVNULL,
                stdout=worker_side or self._standard_output(out.fileno()),
                stderr=worker_side or err,
                cwd=folder,
                env=self._environment(),
                process_group=0,
                preexec_fn=self._prepare(megabytes),
            )
        if worker_side is not None:
            os.close(worker_side)

    def _open_terminal(self) -> tuple[int | None, int | None]:
        wanted = self.case.get("tty")
        if wanted is None:
            return None, None
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, wanted["cols"], 0, 0))
        os.set_blocking(ours, False)
        return ours, theirs

    def _standard_output(self, out: int) -> int:
        match self.case.get("io"):
            case "devfull":
                return os.open("/dev/full", os.O_WRONLY)
            case "broken-pipe":
                read, write = os.pipe()
                os.close(read)
                return write
        return out

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
        kept |= {"LANG": "C.UTF-8", "TERM": "xterm", "HOME": str(self.folder)}
        if self.terminal is not None:
            kept["TERM"] = self.case.get("tty")["term"]
        for name, value in self.case.get("env", {}).items():
            if value is None:
                kept.pop(name, None)
            else:
                kept[name] = value.replace("{CANARY}", self.places["{CANARY}"])
        return kept

    def _prepare(self, megabytes: int) -> Callable[[], None]:
        closed = {"stdin-closed": 0, "stdout-closed": 1, "stderr-closed": 2}.get(
            self.case.get("io", "")
        )

        def prepare() -> None:
            resource.setrlimit(resource.RLIMIT_AS, (megabytes << 21, megabytes << 21))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_FSIZE, (_MOST_OUTPUT, _MOST_OUTPUT))
            signal.signal(signal.SIGINT, signal.default_int_handler)
            if closed is not None:
                os.close(closed)

        return prepare

    def watch(self, seconds: float) -> Outcome:
        outcome = Outcome()
        signals = {"sigint": signal.SIGINT, "sigterm": signal.SIGTERM}
        due = {name: self.case.get(name) for name in signals if self.case.get(name)}
        begun = None
        while True:
            passed = time.monotonic() - self.started
            if begun is None and due and catches(self.process.pid, signal.SIGTERM):
                begun = passed
            self._read_terminal()
            ended, status, used = os.wait4(self.process.pid, os.WNOHANG)
            if ended:
                break
            outcome.megabytes = max(outcome.megabytes, biggest(self.process.pid))
            late = passed - begun if begun is not None else 0.0
            for name in [name for name, when in due.items() if late > when]:
                del due[name]
                send = os.killpg if name == "sigint" else os.kill
                send(self.process.pid, signals[name])
            if passed > seconds + 2:
                os.killpg(self.process.pid, signal.SIGKILL)
            time.sleep(_POLL)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        outcome.exit = self.process.returncode
        outcome.seconds = time.monotonic() - self.started
        per_megabyte = 1 << 20 if sys.platform == "darwin" else 1 << 10
        outcome.megabytes = max(outcome.megabytes, used.ru_maxrss // per_megabyte)
        outcome.left_over = self._end_the_rest()
        self._finish(outcome)
        return outcome

    def _read_terminal(self) -> None:
        if self.terminal is None:
            return
        try:
            while chunk := os.read(self.terminal, 1 << 16):
                self.shown += chunk
        except OSError:
            return

    def _end_the_rest(self) -> int:
        for _ in range(25):
            if not members(self.process.pid):
                return 0
            time.sleep(_POLL)
        left = members(self.process.pid)
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        return len(left)

    def _finish(self, outcome: Outcome) -> None:
        self._read_terminal()
        if self.terminal is not None:
            os.close(self.terminal)
        out = bytes(self.shown) if self.terminal is not None else self.out.read_bytes()
        outcome.out = out.decode("utf-8", "replace")
        outcome.err = self.err.read_bytes().decode("utf-8", "replace")


def catches(pid: int, number: int) -> bool:
    """Whether the process has a handler for the signal: before that, Python's own start ends."""
    try:
        status = Path("/proc", str(pid), "status").read_text()
    except OSError:
        return False
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught, 16) >> (number - 1) & 1)


def members(group: int) -> list[int]:
    """The living processes of a process group."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            state, _, its_group = (
                Path("/proc", name, "stat").read_text().rsplit(")")[-1].split()[:3]
            )
        except (OSError, ValueError):
            continue
        if int(its_group) == group and state != "Z":
            found.append(int(name))
    return found


def biggest(group: int) -> int:
    """The most memory that one process of the group has held, in megabytes."""
    most = 0
    for pid in members(group):
        try:
            status = Path("/proc", str(pid), "status").read_text()
        except OSError:
            continue
        peaks = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
        most = max(most, *(int(peak) // 1024 for peak in peaks), 0)
    return most
