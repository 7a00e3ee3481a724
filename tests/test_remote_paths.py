"""Problems and answers in stores that fsspec reaches: read as they come, written whole or not."""

import gzip
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from calctool import budget
from calctool.notation.problem import Problem
from calctool.run import address
from conftest import Run
from test_batch import MIXED, problem, read, write

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed")

FEW = [*map(problem, range(1, 9)), {"id": "bad", "command": "diff", "expr": "sin("}]
TEXT = "".join(json.dumps(one) + "\n" for one in FEW).encode()


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setattr(budget, "REMOTE_PAUSE_SECONDS", 0.0)
    store = fsspec.filesystem("memory")
    store.store.clear()
    yield store
    store.store.clear()


def parsed(data: bytes) -> list[dict[str, Any]]:
    return [{**json.loads(line), "seconds": 0} for line in data.splitlines()]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    from calctool.cli import app

    folder = tmp_path_factory.mktemp("local")
    (folder / "p").write_bytes(TEXT)
    app.run(["batch", str(folder / "p"), "-o", str(folder / "a")])
    return read(folder / "a")


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz"])
def test_from_memory_to_memory(
    run: Run, memory: Any, expected: list[dict[str, Any]], suffix: str
) -> None:
    memory.pipe(f"/p.{suffix}", gzip.compress(TEXT) if suffix.endswith("gz") else TEXT)
    code, out, _ = run("batch", f"memory://p.{suffix}", "-o", f"memory://a.{suffix}")
    assert (code, out) == (3, "")
    found = memory.cat(f"/a.{suffix}")
    assert parsed(gzip.decompress(found) if suffix.endswith("gz") else found) == expected


def test_the_local_store(run: Run, tmp_path: Path, expected: list[dict[str, Any]]) -> None:
    (tmp_path / "p").write_bytes(TEXT)
    code, _, _ = run("batch", f"file://{tmp_path}/p", "-o", f"file://{tmp_path}/a")
    assert code == 3
    assert read(tmp_path / "a") == expected
    assert sorted(os.listdir(tmp_path)) == ["a", "p"]


def test_a_shard_from_a_store(run: Run, memory: Any, expected: list[dict[str, Any]]) -> None:
    memory.pipe("/p", TEXT)
    _, out, _ = run("batch", "memory://p", "--shard", "2/4")
    assert parsed(out.encode()) == expected[1::4]


def test_answers_are_seen_when_all_are_there(
    run: Run, memory: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from calctool.run.batch.remote import RemoteOutput

    seen = []

    def write(_: RemoteOutput, __: bytes) -> None:
        seen.append(memory.exists("/a"))
        if len(seen) == 5:
            raise KeyboardInterrupt

    monkeypatch.setattr(RemoteOutput, "write", write)
    memory.pipe("/p", TEXT)
    code, _, _ = run("batch", "memory://p", "-o", "memory://a")
    assert (code, seen, memory.exists("/a")) == (130, [False] * 5, False)


def test_resume_does_what_is_missing(run: Run, memory: Any, expected: list[dict[str, Any]]) -> None:
    memory.pipe("/p", TEXT)
    run("batch", "memory://p", "-o", "memory://a")
    whole = memory.cat("/a")
    code, _, err = run("batch", "memory://p", "-o", "memory://a")
    assert code == 5
    assert "[file.has-answers]" in err
    code, _, err = run("batch", "memory://p", "-o", "memory://a", "--resume")
    assert (code, err) == (3, err)
    assert memory.cat("/a") == whole
    assert "there already: 9;" in err
    memory.pipe("/a", whole[: len(whole) // 2])
    code, _, err = run("batch", "memory://p", "-o", "memory://a", "--resume")
    assert code == 3
    assert parsed(memory.cat("/a")) == expected
    memory.pipe("/a", b"mine")
    code, _, err = run("batch", "memory://p", "-o", "memory://a", "--resume")
    assert (code, memory.cat("/a")) == (5, b"mine")


def test_a_store_that_refuses_the_answers_costs_none(
    run: Run, memory: Any, monkeypatch: pytest.MonkeyPatch, expected: list[dict[str, Any]]
) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("HTTP 503")

    monkeypatch.setattr("calctool.run.batch.remote.Remote.put", refuse)
    memory.pipe("/p", TEXT)
    code, _, err = run("batch", "memory://p", "-o", "memory://a")
    assert code == 5
    assert "[file.not-delivered]" in err
    assert "503" not in err
    kept = Path(err.partition("answers are in '")[2].partition("'")[0])
    assert read(kept) == expected
    kept.unlink()


def test_a_store_that_breaks_off(run: Run, memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Breaking:
        def __init__(self) -> None:
            self.parts = iter([TEXT[:300]])

        def __enter__(self) -> "Breaking":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def read(self, _: int) -> bytes:
            try:
                return next(self.parts)
            except StopIteration:
                raise RuntimeError("connection reset") from None

    monkeypatch.setattr("calctool.run.batch.remote.Remote.read", lambda _: (Breaking(), len(TEXT)))
    code, out, err = run("batch", "memory://p", "-o", "memory://a")
    assert (code, memory.exists("/a")) == (5, False)
    assert "[file.cannot-read]" in err
    code, out, err = run("batch", "memory://p")
    assert code == 5
    assert len(out.splitlines()) == TEXT[:300].count(b"\n")


@pytest.mark.parametrize(
    ("arguments", "code", "id"),
    [
        (["memory://none"], 5, "file.cannot-read"),
        (["nothing://x/p"], 2, "usage.unknown-store"),
        (["-", "-o", "nothing://x/p"], 2, "usage.unknown-store"),
        (["-", "-o", "file:///no/such/folder/a"], 5, "file.cannot-write"),
        (["-", "-o", "memory://"], 5, "file.cannot-write"),
        (["-", "-o", "memory://\x1b[2J"], 5, "file.cannot-write"),
    ],
)
@pytest.mark.usefixtures("memory")
def test_trouble_is_told(run: Run, arguments: list[str], code: int, id: str) -> None:
    found, out, err = run("batch", *arguments)
    assert (found, out) == (code, "")
    assert f"[{id}]" in err
    assert "\x1b[2J" not in err


def test_a_single_answer_goes_to_no_store(run: Run) -> None:
    code, _, err = run("diff", "x", "-o", "memory://a")
    assert code == 5
    assert "[file.cannot-write]" in err


def test_without_fsspec_it_is_said_how_to_install_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    code, _, err = run("batch", "s3://bucket/p")
    assert code == 2
    assert "[usage.no-stores]" in err
    assert 'pip install "calctool[cluster]"' in err


def test_without_the_package_of_a_store(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    code, _, err = run("batch", "s3://key:secret@bucket/p")
    assert code == 2
    assert "[usage.no-store]" in err
    assert 'pip install "fsspec[s3]"' in err
    assert "secret" not in err


def test_what_an_address_says() -> None:
    assert address.store("S3://bucket/a") == "s3"
    assert [address.store(file) for file in ("a", "./s3://a", "c:\\a", "-", "://a")] == [None] * 5
    assert address.shown("https://u:p@host/p.jsonl?signature=1") == "https://host/p.jsonl"
    assert address.shown("what?.jsonl") == "what?.jsonl"


def test_local_names_need_no_fsspec(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    code, _, _ = run("batch", str(write(tmp_path / "p", MIXED[:2])), "-o", str(tmp_path / "a"))
    assert code == 0


def test_a_store_that_only_lends(monkeypatch: pytest.MonkeyPatch) -> None:
    from calctool.run.batch.remote import Remote

    there = Remote("memory://a")
    monkeypatch.setattr(type(there._store), "protocol", ("http", "https"))
    with pytest.raises(Problem, match=r"file\.cannot-write"):
        there.check_place()
