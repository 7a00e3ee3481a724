"""What holds for every run, whatever was typed: each broken promise is one line of text."""

import json
import re
from collections.abc import Iterator
from typing import Any

from attacks.case import Case
from attacks.launch import Outcome

INTERNAL = re.compile(
    r"Traceback \(most recent|^\s*File \"[^\"]+\", line \d+|Exception ignored in"
    r"|Fatal Python error|GNU MP: Cannot|FLINT exception|Segmentation fault|core dumped"
    r"|\bSyntaxWarning\b|DeprecationWarning|RuntimeWarning|BrokenPipeError|UnicodeEncodeError"
    r"|UnicodeDecodeError|RecursionError|MemoryError|\bSympifyError\b|Exception in thread"
    r"|leaked semaphore",
    re.MULTILINE,
)
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200d-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
# With the erasing of the sign of life, which a slow answer shows first.
_COLOUR = re.compile(r"\x1b\[[0-9;]*m|\r\x1b\[K|\r\n|\n|\t")
_OTHER_ENCODINGS = ("cp1252", "latin-1", "gbk")
_MOST_CHARACTERS = 2_000_000


def broken(case: Case, outcome: Outcome, seconds: float, megabytes: int) -> list[str]:
    """Every promise that this run broke."""
    return [
        *_bounds(case, outcome, seconds, megabytes),
        *_exit(case, outcome),
        *_traces(outcome),
        *_characters(case, outcome),
        *_documents(case, outcome),
        *_words(case, outcome),
    ]


def _bounds(case: Case, outcome: Outcome, seconds: float, megabytes: int) -> Iterator[str]:
    if outcome.seconds > seconds:
        yield f"too slow: {outcome.seconds:.1f} s"
    if outcome.megabytes > megabytes:
        yield f"too big: {outcome.megabytes} MB"
    most = _MOST_CHARACTERS * (20 if case.command == "batch" else 1)
    if len(outcome.out) + len(outcome.err) > most:
        yield "too much output"


def _exit(case: Case, outcome: Outcome) -> Iterator[str]:
    if outcome.exit not in case.exits:
        yield f"exit {outcome.exit}, allowed {sorted(case.exits)}"


def _traces(outcome: Outcome) -> Iterator[str]:
    internal = INTERNAL.search(outcome.out + "\n" + outcome.err)
    if internal:
        yield f"internal text shown: {internal[0].strip()[:60]}"
    if outcome.canary:
        yield "input became code"
    if outcome.new_files:
        yield f"unexpected files: {', '.join(sorted(outcome.new_files))[:60]}"
    if outcome.lost_files:
        yield f"files lost or emptied: {', '.join(outcome.lost_files)}"
    if outcome.left_over:
        yield f"{outcome.left_over} processes left behind"


def _characters(case: Case, outcome: Outcome) -> Iterator[str]:
    terminal = case.get("tty")
    encoding = case.get("env", {}).get("PYTHONIOENCODING")
    if terminal:
        found = CONTROL.search(_COLOUR.sub("", outcome.out))
        if terminal["term"] == "dumb" and "\x1b" in outcome.out:
            yield "colour on a dumb terminal"
    elif case.get("ansi_ok") or encoding in _OTHER_ENCODINGS:
        found = None
    else:
        found = CONTROL.search(outcome.out + outcome.err)
    if found:
        yield f"control character shown: {found[0]!r}"


def _documents(case: Case, outcome: Outcome) -> Iterator[str]:
    lines = [line for line in outcome.out.split("\n") if line.strip()]
    wanted = case.get("jsonl")
    if case.get("json") and outcome.exit in (0, 2, 3, 4, 5):
        documents = [outcome.out]
    elif wanted is not None or case.get("jsonl_any"):
        documents = lines
    else:
        documents = []
    for document in documents:
        try:
            strict_json(document)
        except ValueError as error:
            yield f"not strict JSON: {error}"
    if wanted is not None and len(lines) != wanted:
        yield f"{len(lines)} answers for {wanted} lines"


def _words(case: Case, outcome: Outcome) -> Iterator[str]:
    said = outcome.out + outcome.err
    silent = not said.strip() and case.get("io") != "stderr-closed"
    if case.get("must") == "clean-error" and outcome.exit in (2, 3, 4, 5) and silent:
        yield "an error without a word"
    if case.get("want") and case.get("want") not in said:
        yield f"no hint with {case.get('want')!r}"


def strict_json(text: str) -> Any:
    """Raises ValueError for duplicate keys, NaN, Infinity and anything after the document."""

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(found)) != len(found):
            raise ValueError("duplicate keys")
        return dict(found)

    def constant(name: str) -> None:
        raise ValueError(f"{name} is no JSON")

    return json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
