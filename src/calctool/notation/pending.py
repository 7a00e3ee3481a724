"""Work still to be done in what somebody typed: d/dx(u), (u)', D(u, x), lim(h->0) u.

Each such part is taken out and a letter put in its place, so that the grammar of any notation can
read what stands around it; the parts are read by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace

_OPEN, _CLOSE = "([{", ")]}"
_OPERATOR = re.compile(
    r"\\(?:d|t)?frac\s*\{\s*(?:\\mathrm\{d\}|d|\\partial)\s*\}\s*\{\s*(?:\\mathrm\{d\}|d|\\partial)\s*(?P<latex>[A-Za-z])\s*\}\s*"
    r"|(?<![\w\\])(?:d|∂)\s*/\s*(?:d|∂)\s*(?P<name>[A-Za-z]\w*)\s*(?=[(\[])"
)
_CALLED = re.compile(r"(?<![\w\\])(?:D|diff|Derivative)\s*(?=\()")
_LIMIT = re.compile(
    r"\\lim\s*_\s*\{\s*(?P<latex>[A-Za-z]|\\Delta\s*[A-Za-z])\s*\\(?:to|rightarrow)\s*(?P<to>[^{}]+)\}\s*(?:\\limits)?\s*"
    r"|(?<![\w\\])lim\s*_?\s*[({\[]\s*(?P<name>[A-Za-zΔ]\w*)\s*(?:->|→)\s*(?P<at>[^)}\]]+)[)}\]]\s*"
)
_PRIME = re.compile(r"[)\]]\s*(?P<primes>['’′]{1,3})")
_LETTERS = "ABJKLMNPQRSTUVWXYZ"


class Pending(Struct, frozen=True):
    """What a letter stands for: a derivative of `text` in `name`, or with `to` its limit.

    Without a name the derivative is in the variable of the question.
    """

    letter: str
    text: str
    name: str = ""
    to: str | None = None
    order: int = 1


def taken_out(text: str, names: Collection[str]) -> tuple[str, tuple[Pending, ...]]:
    """The text with letters for its outermost pending parts, and those parts.

    `names` are letters that mean something else. A text that holds nothing of the kind, or whose
    brackets do not close, comes back as it is.
    """
    used = set(names) | set(re.findall(r"[A-Za-z]", text))
    free = iter([letter for letter in _LETTERS if letter not in used])
    found: list[Pending] = []
    for _ in range(len(_LETTERS)):
        part = _first(text)
        letter = next(free, None) if part is not None else None
        if part is None or letter is None:
            break
        start, end, pending = part
        found.append(replace(pending, letter=letter))
        text = f"{text[:start]}({letter}){text[end:]}"
    return text, tuple(found)


def _first(text: str) -> tuple[int, int, Pending] | None:
    """The first pending part that is inside no other one: from where to where, and what."""
    listed = [
        found for find in (_limit, _operator, _called, _primed) if (found := find(text)) is not None
    ]
    return min(listed, key=lambda part: (part[0], -part[1]), default=None)


def _operator(text: str) -> tuple[int, int, Pending] | None:
    for met in _OPERATOR.finditer(text):
        end = _group_end(text, met.end())
        if end is not None:
            inner = _inside(text[met.end() : end])
            return met.start(), end, Pending("", inner, met["latex"] or met["name"])
    return None


def _called(text: str) -> tuple[int, int, Pending] | None:
    for met in _CALLED.finditer(text):
        end = _group_end(text, met.end())
        if end is None:
            continue
        inner, comma, name = text[met.end() + 1 : end - 1].rpartition(",")
        if comma and re.fullmatch(r"\s*[A-Za-z]\w*\s*", name):
            return met.start(), end, Pending("", inner.strip(), name.strip())
    return None


def _primed(text: str) -> tuple[int, int, Pending] | None:
    for met in _PRIME.finditer(text):
        start = _group_start(text, met.start())
        if start is not None and not re.search(r"[\w}]\s*$", text[:start].replace("*", " *")):
            inner = text[start + 1 : met.start()]
            return start, met.end(), Pending("", inner, order=len(met["primes"]))
    return None


def _limit(text: str) -> tuple[int, int, Pending] | None:
    """A limit takes all that follows, up to the bracket that closes around it, or to the sign
    before the term with the next one."""
    met = _LIMIT.search(text)
    if met is None:
        return None
    depth = 0
    end = len(text)
    for at in range(met.end(), len(text)):
        depth += (text[at] in _OPEN) - (text[at] in _CLOSE)
        another = depth == 0 and text[at] in "+-−" and _LIMIT.search(text, at) is not None
        if depth < 0 or another:
            end = at
            break
    name = (met["latex"] or met["name"]).replace("\\Delta", "Δ").replace(" ", "")
    to = (met["to"] or met["at"]).strip()
    return met.start(), end, Pending("", text[met.end() : end].strip(), name, to)


def _group_end(text: str, start: int) -> int | None:
    """Where the bracket that opens at `start` is closed, after \\left too."""
    if text.startswith("\\left", start):
        start += len("\\left")
    if start >= len(text) or text[start] not in _OPEN:
        return None
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in _OPEN) - (text[at] in _CLOSE)
        if depth == 0:
            return at + 1
    return None


def _group_start(text: str, end: int) -> int | None:
    depth = 0
    for at in range(end, -1, -1):
        depth += (text[at] in _CLOSE) - (text[at] in _OPEN)
        if depth == 0:
            return at
    return None


def _inside(group: str) -> str:
    bare = group.strip().removeprefix("\\left")[1:-1]
    return bare.removesuffix("\\right").strip()
