"""Other ways of writing an interval: x>0, 0<=x<=1, x,y>0, ]0,1[, [0;1], x in [0,1], 0..1."""

import re

from calctool.notation.tokens.scan import parts

_LONGEST = 300
"""Characters of an interval that is worth another reading."""
_SIGN = re.compile(r"<=|>=|[<>≤≥]")
_PAIR = re.compile(
    r"(?P<low>[^\[\](){}]+?)\s*(?:\.\.\.?|…|;|,|:|\bto\b|~|至|到)\s*(?P<high>[^\[\](){}]+)"
)
_NAMES = r"\s*[^\W\d_]\w*(?:\s*[,，、]\s*[^\W\d_]\w*)*\s*"
_MEMBER = re.compile(rf"(?P<name>{_NAMES})(?:∈|\bin\b)\s*(?P<rest>.+)")
_CHAIN = re.compile(rf"(?P<low>[^<>≤≥,]+(?:<=?|≤))(?P<names>{_NAMES})(?P<high>(?:<=?|≤)[^<>≤≥,]+)")
_CLOSED = {"<=": True, "≤": True, ">=": True, "≥": True, "<": False, ">": False}
_RISING = ("<", "<=", "≤")
_End = tuple[bool, tuple[str, bool]]
"""Whether it is the upper one, what it is, and whether it belongs to the interval."""


def spelled(text: str, variables: tuple[str, ...]) -> list[str] | None:
    """The same as `x:[0, 1)`, for each variable; None for what is not written in another way."""
    if len(text) > _LONGEST:
        return None
    member = _MEMBER.fullmatch(text)
    if member:
        return [f"{member['name'].strip()}:{_squared(member['rest']) or member['rest']}"]
    head, colon, rest = text.partition(":")
    body = rest if colon else text
    other = _squared(body)
    if other is not None:
        return [f"{head}:{other}" if colon else other]
    return _bounded(text, variables) if _SIGN.search(text) else None


def guessed(text: str) -> str | None:
    """An interval whose ends are known and nothing else: 0..1, 0,1, 0:1."""
    if len(text) > _LONGEST:
        return None
    head, colon, rest = text.partition(":")
    named = bool(colon) and re.fullmatch(r"\s*[^\W\d_]\w*\s*", head) is not None
    found = _PAIR.fullmatch((rest if named else text).strip().strip("{}"))
    if not found:
        return None
    interval = f"[{found['low'].strip()}, {found['high'].strip()}]"
    return f"{head.strip()}:{interval}" if named else interval


def _squared(body: str) -> str | None:
    """]0,1[ and [0;1] as (0, 1) and [0, 1]."""
    bare = body.strip()
    if len(bare) < 3 or bare[0] not in "[](" or bare[-1] not in "[])":
        return None
    inner = bare[1:-1]
    first = "(" if bare[0] == "]" else bare[0]
    last = ")" if bare[-1] == "[" else bare[-1]
    ends = parts(inner, ";")
    if len(ends) == 2:
        inner = ", ".join(re.sub(r"(?<=\d),(?=\d)", ".", end).strip() for end in ends)
    made = f"{first}{inner}{last}"
    return made if made != bare else None


def _bounded(text: str, variables: tuple[str, ...]) -> list[str] | None:
    """x>0, 0<=x<=1, x>=0 and y<1, x,y>0: bounds of variables, each between two ends."""
    ends: dict[str, list[tuple[str, bool]]] = {}
    alone: list[str] = []
    for part in parts(_unshared(re.sub(r"[;，；、]|&&?|∧|\band\b|且", ",", text))):
        if part.strip() in variables:
            # x, y > 0 says the same of each name.
            alone.append(part.strip())
            continue
        found = _bound(part, variables)
        if found is None:
            return None
        for name in (*alone, found[0]):
            bounds = ends.setdefault(name, [("-oo", False), ("oo", False)])
            for above, end in found[1]:
                if bounds[above][0].lstrip("-") != "oo":
                    return None
                bounds[above] = end
        alone = []
    if alone:
        return None
    return [
        f"{name}:{'[' if low[1] else '('}{low[0]}, {high[0]}{']' if high[1] else ')'}"
        for name, (low, high) in ends.items()
    ]


def _unshared(text: str) -> str:
    """0 < x, y < 1 as 0 < x < 1 and 0 < y < 1."""
    chain = _CHAIN.fullmatch(text)
    if not chain:
        return text
    return ",".join(f"{chain['low']}{name}{chain['high']}" for name in chain["names"].split(","))


def _bound(part: str, variables: tuple[str, ...]) -> tuple[str, list[_End]] | None:
    """The variable of 0 <= x < 1, and its ends."""
    sides = [side.strip() for side in _SIGN.split(part)]
    signs = _SIGN.findall(part)
    at = next((n for n, side in enumerate(sides) if side in variables), None)
    if at is None or len(sides) not in (2, 3) or (len(sides) == 3 and at != 1):
        return None
    if not all(sides) or len({sign in _RISING for sign in signs}) > 1:
        return None
    return sides[at], [
        ((sign in _RISING) == (n >= at), (sides[n] if n < at else sides[n + 1], _CLOSED[sign]))
        for n, sign in enumerate(signs)
    ]
