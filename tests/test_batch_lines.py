"""Lines of a batch: cut and unpacked in bounded memory, read strictly, found again in answers."""

import gzip
import json
import os
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calctool import budget
from calctool.cli.surface import surface
from calctool.commands import ANSWERED, command
from calctool.notation.problem import Problem
from calctool.present.problem import advice, sentence
from calctool.render import wire
from calctool.render.wire.batch import BatchLine
from calctool.run.batch import Settings
from calctool.run.batch.lines import Line, Splitter, Stream, Unpacker, opened
from calctool.run.batch.output import Output
from calctool.run.batch.request import asked
from calctool.run.batch.resume import kept, passed_over
from calctool.run.child import Bounds
from calctool.solve.typed import question

GOOD = b'{"id": 1, "command": "diff", "expr": "x^2"}'


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    places = [0, *sorted(cut % (len(data) + 1) for cut in cuts), len(data)]
    return [data[a:b] for a, b in pairwise(places)]


def split(parts: list[bytes]) -> list[Line]:
    splitter = Splitter()
    found = [line for part in parts for line in splitter.feed(part)]
    return [*found, *splitter.end()]


TEXTS = st.lists(st.sampled_from([b"", b" \t", b"\r", b"a", b"{}", b"x" * 40])).map(b"\n".join)
CUTS = st.lists(st.integers(0, 1000), max_size=6)


# --- cutting and unpacking ----------------------------------------------------------------------


@given(TEXTS, CUTS)
def test_contract_lines_do_not_depend_on_how_they_arrive(text: bytes, cuts: list[int]) -> None:
    expected = [
        Line(number, line) for number, line in enumerate(text.split(b"\n"), 1) if line.strip()
    ]
    assert split(pieces(text, cuts)) == expected


@given(st.lists(TEXTS, max_size=3), CUTS)
def test_contract_packed_members_are_unpacked(texts: list[bytes], cuts: list[int]) -> None:
    packed = b"".join(map(gzip.compress, texts))
    unpacker = Unpacker()
    found = b"".join(
        piece for part in pieces(packed, cuts) if part for piece in unpacker.feed(part)
    )
    unpacker.end()
    assert found == b"".join(texts)


def test_a_line_that_is_too_long_is_not_held() -> None:
    splitter = Splitter()
    for _ in range(200):
        assert list(splitter.feed(b"x" * budget.CHUNK_BYTES)) == []
        assert len(splitter._begun) <= budget.LINE_BYTES + 8
    long, good = [*splitter.feed(b"\n" + GOOD + b"\n"), *splitter.end()]
    assert long.is_too_long
    assert len(long.data) == budget.LINE_BYTES
    assert good == Line(2, GOOD)


def test_a_packed_bomb_comes_out_in_pieces() -> None:
    bomb = gzip.compress(bytes(50 << 20))
    assert max(map(len, Unpacker().feed(bomb))) <= budget.CHUNK_BYTES


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    assert split([b"\xef\xbb", b"\xbf{}\n\xef\xbb\xbf{}"]) == [
        Line(1, b"{}"),
        Line(2, b"\xef\xbb\xbf{}"),
    ]


def test_a_pipe_gives_what_is_there() -> None:
    read, write = os.pipe()
    stream = Stream(read, "-")
    assert stream.take() is None
    os.write(write, b"a\nb\nc")
    assert [stream.take(), stream.take(), stream.take()] == [Line(1, b"a"), Line(2, b"b"), None]
    assert not stream.ended
    os.close(write)
    assert [stream.take(), stream.take()] == [Line(3, b"c"), None]
    assert stream.ended
    os.close(read)


@pytest.mark.parametrize("cut", [5, 30, -1])
def test_a_damaged_file_gives_the_lines_before(tmp_path: Path, cut: int) -> None:
    packed = gzip.compress(b"a\n") + gzip.compress(os.urandom(99).hex().encode())[:cut]
    (tmp_path / "p.gz").write_bytes(packed)
    stream = opened(str(tmp_path / "p.gz"))
    assert stream.next() == Line(1, b"a")
    assert stream.next() is None
    assert stream.trouble is not None
    assert stream.trouble.id == "file.damaged"


# --- what a line says ---------------------------------------------------------------------------


def request_of(data: bytes, number: int = 3) -> Any:
    return asked(Line(number, data), "en", steps=True, timeout=10.0)


def refusal(data: bytes) -> Problem:
    problem = request_of(data).request
    assert isinstance(problem, Problem)
    for language in ("en", "zh"):
        assert "{" not in sentence(problem, language)  # type: ignore[arg-type]
        assert advice(problem, language) != ""  # type: ignore[arg-type]
    return problem


@pytest.mark.parametrize(
    ("line", "id"),
    [
        (b"nonsense", "batch.not-json"),
        (b'{"id": ', "batch.not-json"),
        (b'{"id": NaN, "command": "diff", "expr": "x"}', "batch.not-json"),
        (b'{"id": -Infinity}', "batch.not-json"),
        (b'{"id": 1e999, "command": "diff", "expr": "x"}', "batch.not-json"),
        (b'{"id": ' + b"9" * 5000 + b"}", "batch.not-json"),
        (b"[" * 60000, "batch.not-json"),
        (b'{"id":' * 9000, "batch.not-json"),
        (b'"text"', "batch.not-an-object"),
        (b"[1, 2]", "batch.not-an-object"),
        (b"null", "batch.not-an-object"),
        (b"\xff\xfe{}", "batch.not-utf8"),
        (b'{"expr": "\xed\xa0\x80"}', "batch.not-utf8"),
        (b'{"id": 1, "id": 2}', "batch.duplicate-key"),
        (b'{"id": {"a": 1, "a": 2}}', "batch.duplicate-key"),
        (b'{"__proto__": 1, "command": "diff", "expr": "x"}', "batch.unknown-key"),
        (b'{"max_memory": 1e12, "command": "diff", "expr": "x"}', "batch.unknown-key"),
        (b'{"expr": "x"}', "batch.missing-key"),
        (b'{"command": null, "expr": null}', "batch.missing-key"),
        (b'{"command": "diff"}', "batch.missing-key"),
        (b'{"command": "rm", "expr": "x"}', "batch.unknown-command"),
        (b'{"command": "rules", "expr": "x"}', "batch.unknown-command"),
        (b'{"command": 5, "expr": "x"}', "batch.wrong-type"),
        (b'{"command": "diff", "expr": ["x"]}', "batch.wrong-type"),
        (b'{"command": "diff", "expr": 7}', "batch.wrong-type"),
        (b'{"command": "diff", "expr": "x", "wrt": [1]}', "batch.wrong-type"),
        (b'{"command": "diff", "expr": "x", "order": true}', "batch.wrong-type"),
        (b'{"command": "diff", "expr": "x", "order": 1.5}', "batch.wrong-type"),
        (b'{"command": "diff", "expr": "x", "lang": "fr"}', "batch.wrong-type"),
        (b'{"command": "diff", "expr": "x", "at": {"x": 1}}', "batch.wrong-type"),
        (b'{"command": "diff", "expr": "x", "timeout": []}', "batch.wrong-type"),
        (b'{"command": "diff", "expr": "x", "timeout": "soon"}', "usage.bad-value"),
        (b'{"command": "diff", "expr": "x", "timeout": -1}', "usage.bad-value"),
        (b'{"command": "diff", "expr": "x", "digits": 0}', "usage.bad-value"),
        (b'{"command": "table", "expr": "x", "order": 2}', "batch.key-elsewhere"),
        (b'{"command": "diff", "expr": "x", "subject_to": "x=1"}', "batch.key-elsewhere"),
    ],
)
def test_a_bad_line_is_told_what_is_wrong(line: bytes, id: str) -> None:
    assert refusal(line).id == id


def test_a_line_that_is_too_long_says_how_long_it_may_be() -> None:
    problem = asked(Line(9, GOOD, is_too_long=True), "en", steps=True, timeout=1.0).request
    assert isinstance(problem, Problem)
    assert sentence(problem, "en") == f"line 9 is longer than {budget.LINE_BYTES} bytes"


@pytest.mark.parametrize(
    ("id", "shown"),
    [
        ("null", "null"),
        ('"p1"', '"p1"'),
        ("17", "17"),
        ("1.50", "1.5"),
        ('{"b": [1, "\xe9"], "a": null}', '{"b":[1,"\\u00e9"],"a":null}'),
        ('"\\ud800\\u007f"', '"\\ud800\\u007f"'),
    ],
)
def test_any_id_comes_back(id: str, shown: str) -> None:
    line = f'{{"id": {id}, "command": "diff", "expr": "x"}}'.encode()
    assert request_of(line).id == shown
    assert request_of(line.replace(b"diff", b"nonsense")).id == shown


def test_the_id_of_a_deep_line_is_no_way_in() -> None:
    deep = b"[" * 900 + b"]" * 900
    found = request_of(b'{"id": ' + deep + b', "command": "diff", "expr": "x"}')
    assert found.id in (deep.decode(), "null")


def test_keys_say_what_the_options_say() -> None:
    line = {
        "command": "diff", "expr": "f(x)*y", "wrt": ["x", "y"], "order": 2, "at": 3,
        "where": "a=2", "function": ["k"], "lang": "zh", "timeout": 3, "of": None, "id": 1,
    }  # fmt: skip
    found = request_of(json.dumps(line).encode()).request
    assert (found.command, found.language, found.timeout) == ("diff", "zh", 3.0)
    typed = found.typed
    assert (typed.expression, typed.wrt, typed.order, typed.at) == (
        "f(x)*y",
        ("x", "y"),
        "2",
        "3",
    )
    assert (typed.where, typed.function, typed.of, typed.mixed) == (("a=2",), ("k",), None, None)
    mixed = request_of(b'{"command": "diff", "expr": "x*y", "mixed": ["x", "y"]}').request
    assert mixed.typed.mixed == "x,y"


def test_no_line_raises_the_time_limit() -> None:
    for own, seconds in (("1e9", 10.0), ('"99"', 10.0), ("0.5", 0.5), ("null", 10.0)):
        line = f'{{"command": "diff", "expr": "x", "timeout": {own}}}'.encode()
        assert request_of(line).request.timeout == seconds


def test_a_line_has_the_options_of_its_command() -> None:
    shared = {"id", "command", "expr", "notation", "digits", "lang", "timeout"}
    own = {field.name for field in msgspec.structs.fields(BatchLine)} - shared
    assert own == {key for name in ANSWERED for key in command(name).keys}
    for typed in surface():
        options = {option.name.removeprefix("--").replace("-", "_") for option in typed.options}
        # What `check` judges an answer to is typed as an operand.
        keys = set(command(typed.name).keys) - {"question"}
        assert keys == (options & own if typed.name in ANSWERED else set())


def test_the_schema_has_the_lines_that_are_read() -> None:
    schema = wire.schema()
    line = {**schema, "$ref": "#/$defs/BatchLine"}
    del line["anyOf"]
    jsonschema.validate(json.loads(GOOD), line)
    for bad in ({"command": "diff"}, {"command": "rm", "expr": "x"}, {"expr": "x", "surprise": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, line)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_contract_no_line_raises(data: bytes) -> None:
    found = request_of(data)
    assert json.loads(found.id) is None or isinstance(found.request, Problem)


# --- what a file holds already ------------------------------------------------------------------


SETTINGS = Settings(1, Bounds())
QUESTIONS = [
    b'{"id": 1, "command": "diff", "expr": "x^2"}',
    b"not JSON at all",
    b'{"id": "b", "command": "diff", "expr": "sin("}',
    b'{"command": "diff", "expr": "x^3", "wrt": "x"}',
]


def answered(*questions: bytes) -> list[bytes]:
    """Answers as a run writes them, with a question where the line has one."""
    found = []
    for number, data in enumerate(questions, 1):
        one = request_of(data, number)
        problem = one.request if isinstance(one.request, Problem) else Problem("syntax.empty")
        body = json.loads(wire.line(wire.failure(problem, one.command, "en")))
        if one.source is not None:
            body["question"] = {"source": one.source}
        found.append(json.dumps({"id": json.loads(one.id), **body}, separators=(",", ":")).encode())
    return found


def written(path: Path, answers: list[bytes], *, packed: bool) -> list[int]:
    """Where the file may be cut without a loss."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
    output = Output(descriptor, packed=packed, position=0)
    ends = [0]
    for answer in answers:
        output.write(answer)
        output.flush()
        ends.append(path.stat().st_size)
    output.close()
    return ends


def gone_on(problems: Path, answers: Path, *, packed: bool = False) -> tuple[int, int, list[Any]]:
    """Where the answers go on, after how many, and the lines that are left."""
    stream = opened(str(problems))
    statuses: list[str] = []
    descriptor = os.open(answers, os.O_RDONLY)
    try:
        held = kept(descriptor, "it", packed=packed)
        end = passed_over(stream, held, "it", SETTINGS, statuses.append)
    finally:
        os.close(descriptor)
    left = []
    while (line := stream.next()) is not None:
        left.append(line.data)
    return end, len(statuses), left


@pytest.fixture
def problems(tmp_path: Path) -> Path:
    path = tmp_path / "problems"
    path.write_bytes(b"\n\n".join(QUESTIONS))
    return path


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_may_be_cut_anywhere(tmp_path: Path, problems: Path, packed: bool) -> None:
    whole = tmp_path / "whole"
    ends = written(whole, answered(*QUESTIONS), packed=packed)
    data = whole.read_bytes()
    assert len(ends) == 5
    near = {end + by for end in ends for by in range(-9, 10)}
    for cut in sorted(near.intersection(range(len(data) + 1)) | set(range(0, len(data), 37))):
        for tail in (b"", bytes(7)):
            torn = data[:cut] + tail
            (tmp_path / "torn").write_bytes(torn)
            there = max(n for n, end in enumerate(ends) if data[:end] == torn[:end])
            found = gone_on(problems, tmp_path / "torn", packed=packed)
            assert found == (ends[there], there, QUESTIONS[there:])


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("text", [b"my diary\n", b"{}\n", b"1 2 3", b'{"a": 1}\n', b"\xff\n"])
def test_another_file_is_not_touched(
    tmp_path: Path, problems: Path, text: bytes, packed: bool
) -> None:
    (tmp_path / "other").write_bytes(gzip.compress(text) if packed else text)
    with pytest.raises(Problem) as caught:
        gone_on(problems, tmp_path / "other", packed=packed)
    assert caught.value.id == "file.not-answers"


def test_a_plain_file_is_no_packed_one(tmp_path: Path, problems: Path) -> None:
    (tmp_path / "other").write_bytes(b"my diary\n")
    with pytest.raises(Problem) as caught:
        gone_on(problems, tmp_path / "other", packed=True)
    assert caught.value.id == "file.not-answers"


@pytest.mark.parametrize(
    "questions",
    [
        [b'{"id": 2, "command": "diff", "expr": "x^2"}'],
        [b'{"id": 1, "command": "table", "expr": "x^2"}'],
        [b'{"id": 1, "command": "diff", "expr": "x^3"}'],
        [*QUESTIONS, GOOD],
        [QUESTIONS[1]],
    ],
)
def test_answers_to_other_questions_are_refused(
    tmp_path: Path, problems: Path, questions: list[bytes]
) -> None:
    written(tmp_path / "other", answered(*questions), packed=False)
    with pytest.raises(Problem) as caught:
        gone_on(problems, tmp_path / "other")
    assert caught.value.id == "file.other-answers"


def test_a_packed_file_grows_by_members_that_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    output = Output(os.open(path, os.O_WRONLY | os.O_CREAT), packed=True, position=0)
    for _ in range(1000):
        output.write(GOOD)
    output.flush()
    assert gzip.decompress(path.read_bytes()) == (GOOD + b"\n") * 1000
    assert path.stat().st_size < 2000
    output.write(GOOD)
    output.close()
    assert zlib.decompress(path.read_bytes(), wbits=31) == (GOOD + b"\n") * 1000
    assert gzip.decompress(path.read_bytes()) == (GOOD + b"\n") * 1001


# --- the questions of lines ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "id", "said"),
    [
        ({"expr": "x^2", "where": "x=3"}, "question.where-every", '--at "x=3"'),
        ({"expr": "x^2\nx^3"}, "syntax.several-lines", '"expr":"x^2"'),
        ({"expr": "xlnx"}, "syntax.joined-function", "x*ln(x)"),
        ({"expr": "x*y", "mixed": "xy"}, "question.absent", "--mixed x,y"),
        ({"expr": "x^2", "at": "1,2"}, "question.at-several", "--at 1"),
    ],
)
def test_a_line_is_refused_as_a_command_is(line: dict[str, str], id: str, said: str) -> None:
    request = request_of(json.dumps({"command": "diff", **line}).encode()).request
    with pytest.raises(Problem) as caught:
        question(request.command, request.typed)
    assert caught.value.id == id
    assert said in (advice(caught.value, "en") or "")


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ({"command": "lagrange", "expr": "x", "subject-to": "x=1"}, "subject_to"),
        ({"command": "limit_def", "expr": "x"}, "limit-def"),
        ({"command": "Diff", "expr": "x"}, "diff"),
    ],
)
def test_a_key_or_a_command_nearly_right_is_recognised(line: dict[str, str], near: str) -> None:
    problem = request_of(json.dumps(line).encode()).request
    assert isinstance(problem, Problem)
    assert f'"{near}"' in (advice(problem, "en") or "")


@pytest.mark.parametrize("key", ["steps", "format", "plot"])
def test_options_of_pages_lead_to_the_sheet(key: str) -> None:
    problem = request_of(json.dumps({"command": "diff", "expr": "x", key: "none"}).encode()).request
    assert isinstance(problem, Problem)
    assert "calctool sheet" in (advice(problem, "en") or "")
