"""`calctool batch --shard`: several runs share a file, and together give what one run gives."""

import gzip
import io
import json
import os
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calctool.notation.problem import Problem
from calctool.run.batch.lines import Line, Stream, opened
from calctool.run.batch.shard import ALL, Shard, shard
from conftest import Run
from test_batch import MIXED, batch, read, write


def lines_of(stream: Stream) -> list[Line]:
    found = []
    while (line := stream.next()) is not None:
        found.append(line)
    return found


@given(
    lines=st.lists(st.sampled_from([b"", b"  ", b"a", b"bb"]), max_size=40), of=st.integers(1, 9)
)
def test_contract_shards_are_the_lines_and_merge_by_turns(lines: list[bytes], of: int) -> None:
    def found(part: Shard) -> list[Line]:
        ours, theirs = os.pipe()
        os.write(theirs, b"\n".join(lines))
        os.close(theirs)
        try:
            return lines_of(Stream(ours, "-", shard=part))
        finally:
            os.close(ours)

    shards = [found(Shard(number, of)) for number in range(1, of + 1)]
    merged = [line for turn in zip_longest(*shards) for line in turn if line is not None]
    assert merged == found(ALL)


@pytest.mark.parametrize(
    "typed", ["", "3", "0/3", "4/3", "1/0", "-1/3", "1/2/3", "a/b", "1/100001"]
)
def test_what_is_no_shard(typed: str) -> None:
    with pytest.raises(Problem, match=r"usage\.bad-value"):
        shard(typed)


def test_what_is_a_shard() -> None:
    assert (shard("3/64"), shard("1/1")) == (Shard(3, 64), ALL)


def test_the_number_of_answers_is_known_for_a_shard(tmp_path: Path) -> None:
    stream = opened(str(write(tmp_path / "p", MIXED)), Shard(1, 4))
    assert (len(lines_of(stream)), stream.lines) == (10, 10)
    assert len(MIXED) == 37


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz"])
def test_shards_together_give_the_answers_of_one_run(tmp_path: Path, suffix: str) -> None:
    problems = write(tmp_path / f"p.{suffix}", MIXED)
    batch(problems, "-o", tmp_path / f"all.{suffix}")
    parts = []
    for number in (1, 2, 3):
        answers = tmp_path / f"{number}.{suffix}"
        assert batch(problems, "-o", answers, "--shard", f"{number}/3")[0] in (0, 3)
        parts.append(read(answers))
    merged = [one for turn in zip_longest(*parts) for one in turn if one is not None]
    assert merged == read(tmp_path / f"all.{suffix}")


def test_a_shard_goes_on_where_it_ended(run: Run, tmp_path: Path) -> None:
    problems, answers = write(tmp_path / "p", MIXED), tmp_path / "a"
    options = ("batch", str(problems), "-o", str(answers), "--shard", "2/3")
    run(*options)
    whole: list[dict[str, Any]] = read(answers)
    os.truncate(answers, os.path.getsize(answers) // 2)
    code, _, err = run(*options, "--resume")
    assert code == 3
    assert "were there already" in err
    assert read(answers) == whole
    code, _, err = run(*options[:-1], "1/3", "--resume")
    assert code == 5
    assert "[file.other-answers]" in err
    assert read(answers) == whole


def test_errors_name_the_line_of_the_whole_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(b'\n{"command":"diff","expr":"x"}\n\n{\n')
    _, out, _ = run("batch", str(tmp_path / "p"), "--shard", "2/2")
    assert "line 4" in json.loads(out)["error"]["message"]


def test_a_packed_stream_is_shared_too(run: Run, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with gzip.open(packed, "wb") as file:
        file.write(b'{"id":1,"command":"diff","expr":"x"}\n{"id":2,"command":"diff","expr":"x"}\n')
    (tmp_path / "p.gz").write_bytes(packed.getvalue())
    _, out, _ = run("batch", str(tmp_path / "p.gz"), "--shard", "2/2")
    assert json.loads(out)["id"] == 2
