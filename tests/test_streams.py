"""Streams that are closed, full or in an old encoding, signals, and files written whole."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from calctool import budget
from calctool.cli.exit_code import Exit
from conftest import Run, wait_for


def command(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "calctool", *arguments],
        capture_output=True, encoding="utf-8", timeout=60, check=False, **options,
    )  # type: ignore[call-overload, no-any-return]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"x^", 2, "[syntax.ends-early]"),
        (b"\xef\xbb\xbfx+\r\n", 2, "  x+\n"),
        (b"", 2, "[syntax.empty]"),
        (b"x^2\nx^3\n", 2, '{"command":"diff","expr":"x^2"}'),
        (b"sin(x)\r\n-cos(x)\r\n", 2, "[syntax.several-lines]"),
        (b"x^2 +\n", 2, "[syntax.ends-early]"),
        (b"\xff\xfex\x00", 2, "byte 0xff at place 1"),
        (b"x" * (budget.STDIN_BYTES + 1), 2, "[input.too-long]"),
    ],
)
def test_standard_input(data: bytes, code: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calctool", "diff", "-"],
        input=data,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code
    assert said in done.stderr.decode()


def test_bad_bytes_in_an_argument_are_named() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calctool", "diff", b"x\xff+1"], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"byte 0xff at place 2" in done.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "nonsense"},
        {"PYTHONWARNINGS": "error"},
        {"COLUMNS": "abc", "TERM": "dumb"},
    ],
)
def test_poor_surroundings(environment: dict[str, str]) -> None:
    done = command("diff", "√(x+", env={**os.environ, **environment})
    if "nonsense" in environment.values():
        assert done.returncode != 0
    else:
        assert done.returncode == 2
        assert "[syntax." in done.stderr


def test_nobody_reads() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "calctool", "--help"],
        stdout=write, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(write)
    assert (done.returncode, done.stderr) == (Exit.CLOSED, b"")


def test_no_room_is_left() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "calctool", "--help"],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == Exit.FILE
    assert b"[file.cannot-write]" in done.stderr


@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, Exit.INTERRUPTED), (signal.SIGTERM, Exit.TERMINATED)]
)
def test_signals(sent: signal.Signals, code: Exit) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "calctool", "diff", "-"], stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        _wait_until_it_reads(process.pid)
        process.send_signal(sent)
        _, err = process.communicate()
    assert (process.returncode, err) == (code, b"stopped\n")


def _wait_until_it_reads(pid: int) -> None:
    """Until the process sleeps in a read of its standard input."""

    wait_for(lambda: Path(f"/proc/{pid}/syscall").read_text().startswith("0 0x0 "))


def test_a_file_is_written_whole(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "schema.json"
    target.write_text("old")
    target.chmod(0o640)
    assert run("schema", "-o", str(target)) == (0, "", "")
    assert json.loads(target.read_text())
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_failed_write_keeps_what_was_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "old"
    target.write_text("precious")

    def full(_descriptor: int, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("calctool.cli.terminal.streams.write_all", full)
    assert run("schema", "-o", str(target))[0] == Exit.FILE
    assert target.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [target]


def test_links_are_not_followed(run: Run, tmp_path: Path) -> None:
    for name, leads_to in (("dangling", "nowhere"), ("foreign", "target")):
        (tmp_path / "target").write_text("precious")
        (tmp_path / name).symlink_to(tmp_path / leads_to)
        assert run("schema", "-o", str(tmp_path / name))[0] == Exit.FILE
    assert (tmp_path / "target").read_text() == "precious"
    assert not (tmp_path / "nowhere").exists()


def test_devices_are_written_directly(run: Run) -> None:
    assert run("schema", "-o", "/dev/null") == (0, "", "")
    assert run("schema", "-o", "/dev/stdout")[1] == run("schema")[1]
