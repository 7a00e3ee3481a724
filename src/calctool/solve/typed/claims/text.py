"""Claims as a sentence has them: `increasing (0, oo); minimum 2 at x = 1`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from calctool.solve.given import Claim
from calctool.solve.typed.claims.intervals import TREND, intervals
from calctool.solve.typed.claims.points import extremes, kind_of, points, read_value
from calctool.solve.typed.record import Typed

_EXTREME = re.compile(
    r"(?:(?:the|global|absolute|is|value|of)\s+)*"
    r"(?P<kind>max(?:imum)?|greatest(?: value)?|largest|最大值?|min(?:imum)?"
    r"|least(?: value)?|smallest|最小值?)"
    r"\s*(?:value)?\s*(?:is|of|=|:|：|为|是)?\s*",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\s*(?:none|no|nothing|empty|no (?:critical |stationary )?points?|there (?:is|are) no(?:ne)?.*"
    r"|无|没有.*)[.。]?\s*",
    re.IGNORECASE,
)
_NO_EXTREME = re.compile(
    r"\s*(?:no|without)\s+(?P<kind>max\w*|min\w*|greatest.*|least.*)\s*|\s*无最(?P<zh>[大小])值?\s*",
    re.IGNORECASE,
)
_AT = re.compile(r"\s+(?:at|in|when|where)\s+|\s*在\s*|\s*@\s*", re.IGNORECASE)
_SPLIT = re.compile(
    r"(?<![:：\s])[,，]?\s*(?:\band\b|\bbut\b|和|且)?\s*(?=(?:\b(?:is\s+)?(?:strictly\s+)?(?:increas|decreas|rising|falling)\w*)"
    r"|(?:递增|递减|单调)|\b(?:max|min|greatest|least)\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:the\s+)?(?:function|curve|[fgy](?:\([a-z]\))?|函数)?\s*(?:is|在)?", re.IGNORECASE
)
"""What may stand before the first claim."""


def is_none(text: str) -> bool:
    """Whether it says that there is nothing."""
    return bool(_NO.fullmatch(text))


def of_text(text: str, variables: tuple[str, ...], typed: Typed, trends: bool) -> Iterator[Claim]:
    union = 0
    for piece in (p for whole in re.split(r"[;；\n]", text) for p in _SPLIT.split(whole)):
        piece = piece.strip().strip(",，.。").strip()
        if not piece or _SUBJECT.fullmatch(piece):
            continue
        trend, no = TREND.match(piece), _NO_EXTREME.fullmatch(piece)
        if no:
            kind = "maximum" if _is_max(no) else "minimum"
            yield Claim(piece, kind, value=None)
        elif trend and trends:
            union += 1
            yield from intervals(piece, trend, variables[0], typed, union)
        else:
            yield from _of_place(piece, variables, typed)


def _is_max(no: re.Match[str]) -> bool:
    said = (no["kind"] or "").lower()
    return said.startswith(("max", "great")) or no["zh"] == "大"


def _of_place(piece: str, variables: tuple[str, ...], typed: Typed) -> Iterator[Claim]:
    """`x = 3: minimum`, `minimum at x = 3`, `max 2 at (1, -1)`, `(1, 1)`."""
    head, colon, kind_text = _last_colon(piece)
    if colon and (kind := kind_of(kind_text)):
        yield from points(piece, head, kind, variables, typed)
        return
    extreme = _EXTREME.match(piece)
    at = list(_AT.finditer(piece))
    if at and (kind := kind_of(piece[: at[0].start()])):
        yield from points(piece, piece[at[0].end() :], kind, variables, typed)
        return
    if extreme:
        is_max = extreme["kind"].lower().startswith(("max", "great", "larg", "最大"))
        rest = piece[extreme.end() :]
        value, *places = _AT.split(rest, maxsplit=1)
        tree = read_value(value, typed, piece)
        extreme_kind = "maximum" if is_max else "minimum"
        listed = [
            point for place in places for point in points(piece, place, None, variables, typed)
        ]
        yield from extremes(Claim(piece, extreme_kind, value=tree), listed)
        return
    kind_after = re.fullmatch(
        r"(?P<place>.+[\d)\w])\s+(?:is|as|为|是)?\s*(?:an?\s+)?(?P<kind>\D+)", piece
    )
    if kind_after and (kind := kind_of(kind_after["kind"])):
        yield from points(piece, kind_after["place"], kind, variables, typed)
        return
    yield from points(piece, piece, None, variables, typed)


def _last_colon(piece: str) -> tuple[str, str, str]:
    for sign in (":", "：", "→", " - "):
        if sign in piece:
            return piece.rpartition(sign)
    return "", "", piece
