"""What a line asks for: its JSON, its keys and their types; the expressions are read elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from calctool import budget
from calctool.commands import ANSWERED
from calctool.commands import command as record_of
from calctool.notation.problem import Problem
from calctool.render.wire.batch import BatchLine
from calctool.run.batch.lines import Line
from calctool.solve.typed import Typed
from calctool.solve.typed.options.values import decimal, integer
from calctool.solve.typed.record import Judged
from calctool.words import Language
from calctool.words.help.batch import TYPES

_TYPES = {
    "expr": "text", "of": "text", "order": "whole", "digits": "whole", "timeout": "number",
    "at": "point", "question": "text", "hide_right": "yes-or-no", "hide_witness": "yes-or-no",
    "form": "text", "zeros": "yes-or-no", "when": "text", "members": "text",
    "lang": "language", "command": "text", "notation": "text",
}  # fmt: skip
_FIELDS = {field.name: field for field in msgspec.structs.fields(BatchLine)}
_SOME = frozenset(key for command in ANSWERED for key in record_of(command).keys)
"""The keys that only some commands have."""
_OF_A_PAGE = frozenset(("steps", "format", "output", "plot", "page", "ascii", "width"))
"""Options of the commands that say how a page looks, and the answer here is none."""
_TIMEOUTS = (budget.TIMEOUT_RANGE_S[0], float("inf"))


class Request(Struct, frozen=True):
    """A question to a worker, which will find out whether it is one."""

    command: str
    typed: Typed
    language: Language
    steps: bool
    timeout: float
    digits: int | None = None


class Asked(Struct, frozen=True):
    """A line with its id, as JSON, and what it asks; or why it asks nothing."""

    line: int
    id: str
    command: str | None
    language: Language
    request: Request | Problem

    @property
    def source(self) -> str | None:
        return None if isinstance(self.request, Problem) else self.request.typed.expression


def asked(line: Line, language: Language, *, steps: bool, timeout: float) -> Asked:
    """What a line asks, for at most `timeout` seconds whatever it says; never raises."""
    keys: dict[str, Any] = {}
    id = "null"
    request: Request | Problem
    try:
        keys = _object(line)
        id = _dumped(keys.get("id"), line.number)
        language = _language(keys, language)
        request = requested(keys, line.number, language, steps, timeout)
    except Problem as problem:
        request = problem
    command = keys.get("command")
    return Asked(
        line=line.number,
        id=id,
        command=command if isinstance(command, str) and command in ANSWERED else None,
        language=language,
        request=request,
    )


# --- the JSON of a line -------------------------------------------------------------------------


class _Twice(Exception):  # noqa: N818 (never leaves this file)
    pass


def _object(line: Line) -> dict[str, Any]:
    """The keys of a line; raises Problem when it is no JSON object."""
    if line.is_too_long:
        raise Problem("batch.too-long", line=line.number, most=budget.LINE_BYTES)
    try:
        text = line.data.decode("utf-8")
    except UnicodeDecodeError as bad:
        raise Problem("batch.not-utf8", line=line.number, place=bad.start + 1) from None
    try:
        found = json.loads(
            text, object_pairs_hook=_once, parse_constant=_refused, parse_float=_finite
        )
    except _Twice as twice:
        raise Problem("batch.duplicate-key", line=line.number, key=str(twice)[:40]) from None
    except json.JSONDecodeError as bad:
        raise _not_json(line.number, bad.pos) from None
    except (ValueError, RecursionError):
        raise _not_json(line.number, 0) from None
    if not isinstance(found, dict):
        raise Problem("batch.not-an-object", hint="batch-example", line=line.number)
    return found


def _dumped(id: object, line: int) -> str:
    """As it stands in the answer: no spaces, ASCII only."""
    try:
        return json.dumps(id, allow_nan=False, separators=(",", ":")).replace("\x7f", "\\u007f")
    except RecursionError:
        raise _not_json(line, 0) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found


def _refused(name: str) -> None:
    raise ValueError(name)


def _finite(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(text)
    return number


def _not_json(line: int, place: int) -> Problem:
    return Problem("batch.not-json", hint="batch-example", line=line, place=place + 1)


# --- its keys -----------------------------------------------------------------------------------


def _language(keys: dict[str, Any], default: Language) -> Language:
    return keys["lang"] if keys.get("lang") in ("en", "zh") else default


def requested(
    keys: Mapping[str, Any], line: int, language: Language, steps: bool, timeout: float
) -> Request:
    """What the keys of a line ask for; raises Problem, which names the line."""
    for key in keys:
        if key not in _FIELDS:
            near = _near(key, _FIELDS)
            hint = "batch-page" if key in _OF_A_PAGE else "batch-near" if near else "batch-keys"
            raise Problem(
                "batch.unknown-key", hint=hint, key=key[:40], line=line,
                known=", ".join(_FIELDS), near=near,
            )  # fmt: skip
    given = {key: value for key, value in keys.items() if value is not None}
    command = _command(given, line)
    for key, value in given.items():
        _check(key, value, line)
        if key in _SOME - set(record_of(command).keys):
            raise Problem("batch.key-elsewhere", command=command, key=key, line=line)
    needed = ("expr", "question") if record_of(command).judges else ("expr",)
    for key in needed:
        if key not in given:
            raise Problem("batch.missing-key", hint="batch-example", key=key, line=line)
    digits = integer("digits", str(given.get("digits", budget.DIGITS)), budget.DIGITS_RANGE)
    own = decimal("timeout", str(given.get("timeout", timeout)), _TIMEOUTS)
    return Request(
        command,
        _typed(given, language),
        language,
        steps,
        min(own, timeout),
        digits if "digits" in given else None,
    )


def _command(given: dict[str, Any], line: int) -> str:
    command = given.get("command")
    if command is None:
        raise Problem("batch.missing-key", hint="batch-example", key="command", line=line)
    if not isinstance(command, str):
        raise _wrong_type("command", line)
    if command not in ANSWERED:
        near = _near(command, ANSWERED)
        raise Problem(
            "batch.unknown-command", hint="batch-near" if near else "batch-commands",
            command=command[:40], line=line, known=", ".join(ANSWERED), near=near,
        )  # fmt: skip
    return command


def _near(word: str, known: Iterable[str]) -> str:
    """The word that was probably meant: subject_to for subject-to."""
    from difflib import get_close_matches

    same = {each.replace("-", "_"): each for each in known}
    found = get_close_matches(word[:40].replace("-", "_").lower(), same, n=1, cutoff=0.7)
    return same[found[0]] if found else ""


def _check(key: str, value: object, line: int) -> None:
    try:
        msgspec.convert(value, _FIELDS[key].type)
    except msgspec.ValidationError:
        raise _wrong_type(key, line) from None


def _wrong_type(key: str, line: int) -> Problem:
    wanted = TYPES[_TYPES.get(key, "texts")]
    return Problem("batch.wrong-type", key=key, line=line, wanted=wanted)


def _typed(given: dict[str, Any], language: Language) -> Typed:
    def several(key: str) -> tuple[str, ...]:
        found = given.get(key, ())
        return (found,) if isinstance(found, str) else tuple(found)

    def one(key: str) -> str | None:
        return str(given[key]) if key in given else None

    return Typed(
        given["expr"],
        wrt=several("wrt"),
        order=one("order"),
        mixed=",".join(several("mixed")) or None,
        of=one("of"),
        at=one("at"),
        domain=several("domain"),
        where=several("where"),
        function=several("function"),
        subject_to=several("subject_to"),
        assume=several("assume"),
        zeros=bool(given.get("zeros")),
        when=one("when"),
        members=one("members"),
        notation=given.get("notation", "auto"),
        delta=language == "zh",
        judged=_judged(given),
    )


def _judged(given: dict[str, Any]) -> Judged | None:
    """The answer that a line gives, where its command judges one."""
    if not record_of(given["command"]).judges:
        return None
    accept = given.get("accept", ())
    return Judged(
        given.get("question", ""),
        given.get("answer"),
        tuple(given.get("lines", ())),
        bool(given.get("hide_right")),
        bool(given.get("hide_witness")),
        (accept,) if isinstance(accept, str) else tuple(accept),
        given.get("form"),
    )
