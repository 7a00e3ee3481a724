"""Points, intervals and extremes that an answer claims, as text or as JSON has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from calctool import budget
from calctool.notation.problem import Problem
from calctool.notation.tokens.scan import parts
from calctool.notation.tree import Constant, Negative, Relation, Tree, expression
from calctool.solve.given import Claim, Given
from calctool.solve.lagrange.letters import belonging, is_multiplier
from calctool.solve.typed.answered import of_the_answer
from calctool.solve.typed.options.stretch import read_domains
from calctool.solve.typed.reading import understood
from calctool.solve.typed.record import Typed

_KINDS: tuple[tuple[str, str], ...] = (
    ("neither", r"neither.*|no(?:t an?)? extrem\w+|inflection.*|point of inflection|terrace.*"
     r"|non-?extremum|不是极值点?|非极值点?|无极值|拐点"),
    ("saddle", r"saddle(?:[ -]?point)?|鞍点"),
    ("local-minimum", r"(?:strict |local |relative |global |absolute )*min(?:imum|ima|\.)?"
     r"(?: point)?|local-minimum|(?:局部)?极小(?:值)?点?|最小(?:值)?点?"),
    ("local-maximum", r"(?:strict |local |relative |global |absolute )*max(?:imum|ima|\.)?"
     r"(?: point)?|local-maximum|(?:局部)?极大(?:值)?点?|最大(?:值)?点?"),
    ("endpoint", r"end[ -]?point|end of the domain|(?:定义域的)?端点"),
)  # fmt: skip
_TREND = re.compile(
    r"(?:(?:strictly|monotonically|is|f|在|上|为|单调)\s*)*"
    r"(?P<trend>increas\w*|rising|grow\w*|递增|增|decreas\w*|falling|fall\w*|递减|减|constant|常数|不变)"
    r"\s*(?:(?:on|in|for|over|区间|:|：|上)\s*)*",
    re.IGNORECASE,
)
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
    r"[,，]?\s*(?:\band\b|\bbut\b|和|且)?\s*(?=(?:\b(?:is\s+)?(?:strictly\s+)?(?:increas|decreas|rising|falling)\w*)"
    r"|(?:递增|递减|单调)|\b(?:max|min|greatest|least)\b)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:the\s+)?(?:function|curve|[fgy](?:\([a-z]\))?|函数)?\s*(?:is|在)?", re.IGNORECASE
)
"""What may stand before the first claim."""
_ASSIGNED = re.compile(r"\s*(?P<name>\\?[^\W\d_]\w*(?:\{\d\})?)\s*=\s*(?P<value>.+)\s*", re.DOTALL)


def claims(
    answer: object,
    variables: tuple[str, ...],
    typed: Typed,
    *,
    trends: bool,
    constraints: tuple[Relation, ...] = (),
) -> Given:
    """What an answer claims of points in these variables; with `trends` of intervals, too, and
    with `constraints` of multipliers.

    Raises Problem for words that say nothing of the kind.
    """
    found: list[Claim]
    none = False
    if isinstance(answer, str):
        text = answer.strip()
        none = bool(_NO.fullmatch(text))
        found = [] if none else list(_of_text(text, variables, typed, trends))
        if not none and not found:
            raise _not_understood(answer, trends)
    else:
        found, text = list(_of_json(answer, variables, typed)), "JSON"
        none = not found
    if len(found) > budget.CLAIMS:
        raise of_the_answer(Problem("check.too-many-claims", most=budget.CLAIMS), "")
    for claim in found:
        names = [name for name, _ in claim.multipliers]
        if belonging(names, constraints) is None:
            problem = Problem("check.multiplier", names=", ".join(names), source=claim.text)
            raise of_the_answer(problem, claim.text)
    only_extremes = bool(found) and all(each.kind in ("minimum", "maximum") for each in found)
    kind = "trends" if any(each.start is not None for each in found) else "points"
    return Given(text, claims=tuple(found), kind=kind, none=none, complete=not only_extremes)  # type: ignore[arg-type]


def _not_understood(text: str, trends: bool) -> Problem:
    hint = "claims-of-intervals" if trends else "claims-of-points"
    return of_the_answer(Problem("check.claim", hint=hint, source=text), text)


# --- text ---------------------------------------------------------------------------------------


def _of_text(text: str, variables: tuple[str, ...], typed: Typed, trends: bool) -> Iterator[Claim]:
    union = 0
    for piece in (p for whole in re.split(r"[;；\n]", text) for p in _SPLIT.split(whole)):
        piece = piece.strip().strip(",，.。").strip()
        if not piece or _SUBJECT.fullmatch(piece):
            continue
        trend, no = _TREND.match(piece), _NO_EXTREME.fullmatch(piece)
        if no:
            kind = (
                "maximum" if (no["kind"] or "").lower()[:1] in "mg" and _is_max(no) else "minimum"
            )
            yield Claim(piece, kind, value=None)
        elif trend and trends:
            union += 1
            yield from _intervals(piece, trend, variables[0], typed, union)
        else:
            yield from _of_place(piece, variables, typed)


def _is_max(no: re.Match[str]) -> bool:
    said = (no["kind"] or "").lower()
    return said.startswith(("max", "great")) or no["zh"] == "大"


def _of_place(piece: str, variables: tuple[str, ...], typed: Typed) -> Iterator[Claim]:
    """`x = 3: minimum`, `minimum at x = 3`, `max 2 at (1, -1)`, `(1, 1)`."""
    head, colon, kind_text = _last_colon(piece)
    if colon and (kind := _kind(kind_text)):
        yield from _points(piece, head, kind, variables, typed)
        return
    extreme = _EXTREME.match(piece)
    at = list(_AT.finditer(piece))
    if at and (kind := _kind(piece[: at[0].start()])):
        yield from _points(piece, piece[at[0].end() :], kind, variables, typed)
        return
    if extreme:
        is_max = extreme["kind"].lower().startswith(("max", "great", "larg", "最大"))
        rest = piece[extreme.end() :]
        value, *places = _AT.split(rest, maxsplit=1)
        tree = _value(value, typed, piece)
        extreme_kind = "maximum" if is_max else "minimum"
        listed = [
            point for place in places for point in _points(piece, place, None, variables, typed)
        ]
        yield from _extremes(Claim(piece, extreme_kind, value=tree), listed)
        return
    kind_after = re.fullmatch(
        r"(?P<place>.+[\d)\w])\s+(?:is|as|为|是)?\s*(?:an?\s+)?(?P<kind>\D+)", piece
    )
    if kind_after and (kind := _kind(kind_after["kind"])):
        yield from _points(piece, kind_after["place"], kind, variables, typed)
        return
    yield from _points(piece, piece, None, variables, typed)


def _extremes(extreme: Claim, points: Sequence[Claim]) -> Iterator[Claim]:
    """An extreme at each of these points, or without a place."""
    if not points:
        yield extreme
    for point in points:
        yield replace(extreme, at=point.at, multipliers=point.multipliers)


def _last_colon(piece: str) -> tuple[str, str, str]:
    for sign in (":", "：", "→", " - "):
        if sign in piece:
            return piece.rpartition(sign)
    return "", "", piece


def _kind(text: str) -> str | None:
    said = re.sub(r"^(?:an?|the|local|strict)\s+", "", text.strip().lower()).strip(" .。")
    for kind, pattern in _KINDS:
        if re.fullmatch(pattern, said):
            return kind
    return None


def _points(
    piece: str, place: str, kind: str | None, variables: tuple[str, ...], typed: Typed
) -> Iterator[Claim]:
    """One point, or two where ± stands in it; several in a row, (1, 2), (3, 4)."""
    place = place.strip().strip(",，")
    if "±" in place:
        for sign in "+-":
            written = re.sub(r"(?<=[=(,])\s*\+", "", place.replace("±", sign))
            yield from _points(piece, written, kind, variables, typed)
        return
    groups = _groups(place)
    if len(groups) > 1:
        for group in groups:
            yield from _points(piece, group, kind, variables, typed)
        return
    place, multipliers = _without_multipliers(place, variables, typed, piece)
    values = _coordinates(place, variables, typed, piece)
    at = tuple((name, values[name]) for name in variables)
    others = sorted(frozenset().union(*(tree.names for _, tree in at)) - set(variables))
    parameter = others[0] if others else None
    yield Claim(piece, kind, at=at, parameter=parameter, multipliers=multipliers)


def _without_multipliers(
    place: str, variables: tuple[str, ...], typed: Typed, piece: str
) -> tuple[str, tuple[tuple[str, Tree], ...]]:
    """A point, and what is claimed of its multipliers: `x = 5, y = 5, λ = 5`, `(5, 5), λ = 5`."""
    if not typed.subject_to:
        return place, ()
    bare = re.sub(r"\s*[,，]?\s*(?:\b(?:with|and)\b|其中|且)\s*", ", ", place)
    kept: list[str] = []
    found: list[tuple[str, Tree]] = []
    for part in parts(_named_in_order(bare) or bare):
        each = _ASSIGNED.fullmatch(part)
        if each and each["name"] not in variables and is_multiplier(each["name"]):
            found.append((each["name"], _value(each["value"], typed, piece, variables)))
        else:
            kept.append(part.strip())
    return (", ".join(kept), tuple(found)) if found else (place, ())


def _named_in_order(place: str) -> str | None:
    """(x, y, λ) = (5, 5, 5) as x = 5, y = 5, λ = 5."""
    pair = [side.strip() for side in place.split("=")]
    if len(pair) != 2 or not all(side[:1] == "(" and side[-1:] == ")" for side in pair):
        return None
    names, values = (list(parts(side[1:-1])) for side in pair)
    if len(names) != len(values):
        return None
    return ", ".join(f"{name.strip()} = {value}" for name, value in zip(names, values, strict=True))


def _groups(place: str) -> list[str]:
    """(1, 2), (3, 4) as its groups; x = 1, 2 stays one."""
    if not place.startswith(("(", "[")):
        return [place]
    listed = [each.strip() for each in parts(place)]
    return listed if all(each[:1] in "([" and each[-1:] in ")]" for each in listed) else [place]


def _coordinates(
    place: str, variables: tuple[str, ...], typed: Typed, piece: str
) -> dict[str, Tree]:
    left, equals, right = place.partition("=")
    if equals and left.strip().startswith("("):
        place = right.strip()
    bare = place[1:-1] if place[:1] + place[-1:] in ("()", "[]") else place
    pieces = [each.strip() for each in parts(bare)] if bare.strip() else []
    named = [_ASSIGNED.fullmatch(each) for each in pieces]
    found: dict[str, Tree] = {}
    if pieces and all(named):
        for each in named:
            if each is not None:
                found[each["name"]] = _value(each["value"], typed, piece, variables)
    elif len(pieces) >= len(variables) and not any(named):
        # One more is the value of the function there: (1, 2) of a curve y = f(x).
        kept = pieces[: len(variables)]
        found = {
            name: _value(text, typed, piece, variables)
            for name, text in zip(variables, kept, strict=True)
        }
    if set(found) != set(variables):
        names = ", ".join(variables)
        hint = "claims-of-points"
        raise of_the_answer(Problem("check.place", hint=hint, names=names, source=piece), piece)
    return found


def _value(text: str, typed: Typed, piece: str, variables: tuple[str, ...] = ()) -> Tree:
    """A number, or one with a whole number in it that the points of a family depend on."""
    text = re.sub(r"\(\s*(?:any\s+)?(?:integer|k\s*(?:in|∈).*)\)?$", "", text.strip())
    bare = text.replace(" ", "").lower().lstrip("+")
    if bare.lstrip("-−") in ("oo", "∞", "inf", "infinity"):
        infinite = Constant("oo")
        return Negative(infinite) if bare[:1] in "-−" else infinite
    try:
        tree = expression(understood(Typed(text, notation=typed.notation)).statement)
    except TypeError:
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), piece) from None
    except Problem as problem:
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), piece) from problem
    letters = tree.names - set(variables)
    if len(letters) > 1 or tree.names & set(variables) or letters - {"k", "n", "m", "j"}:
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), piece)
    return tree


# --- intervals ----------------------------------------------------------------------------------


def _intervals(
    piece: str, trend: re.Match[str], variable: str, typed: Typed, union: int
) -> Iterator[Claim]:
    said = trend["trend"].lower()
    is_up = said.startswith(("incr", "ris", "grow")) or said in ("递增", "增")
    is_flat = said.startswith("const") or said in ("常数", "不变")
    kind = "constant" if is_flat else "increasing" if is_up else "decreasing"
    rest = piece[trend.end() :].strip()
    if rest.lower() in ("everywhere", "always", "r", "ℝ", "处处", ""):
        rest = "(-oo, oo)"
    for number, (text, joined) in enumerate(_listed(rest)):
        together = union if joined else -(union * 1000 + number)
        yield _interval(piece, text, kind, variable, typed, together)


def _listed(text: str) -> Iterator[tuple[str, bool]]:
    """Each interval, and whether it is joined to another one by ∪."""
    by_union = re.split(r"\s*(?:∪|\bU\b|\\cup|\bunion\b)\s*", text)
    joined = len(by_union) > 1
    for each in by_union:
        for part in parts(re.sub(r"\s+(?:and|or|und)\s+|\s*(?:和|与|及)\s*", ", ", each)):
            if part.strip():
                yield part.strip(), joined


def _interval(piece: str, text: str, kind: str, variable: str, typed: Typed, union: int) -> Claim:
    del typed
    letters = set(re.findall(r"(?<![A-Za-z])[knmj](?![A-Za-z(])", text)) - {variable}
    try:
        if letters:
            start, end = (each.strip() for each in parts(text.strip()[1:-1]))
            ends = [_value(each, Typed(""), piece) for each in (start, end)]
            closed = (text.strip()[0] == "[", text.strip()[-1] == "]")
            return Claim(
                piece, kind, start=ends[0], end=ends[1], closed=closed,
                parameter=sorted(letters)[0], union=union,
            )  # fmt: skip
        (named,), _ = read_domains((text,), (variable,))
    except (Problem, ValueError):
        problem = Problem("check.claim", hint="claims-of-intervals", source=piece)
        raise of_the_answer(problem, piece) from None
    _, stretch = named
    return Claim(
        piece, kind, start=stretch.start, end=stretch.end, closed=stretch.closed, union=union
    )


# --- JSON ---------------------------------------------------------------------------------------


def _of_json(answer: object, variables: tuple[str, ...], typed: Typed) -> Iterator[Claim]:
    if isinstance(answer, Sequence):
        for each in answer:
            yield _json_point(each, variables, typed)
        return
    if not isinstance(answer, Mapping):
        raise Problem("check.answer-type", command=typed.judged and typed.judged.about)
    for key, value in answer.items():
        match key:
            case "points":
                yield from _of_json(value, variables, typed)
            case "minimum" | "maximum":
                yield from _json_extreme(key, value, variables, typed)
            case "increasing" | "decreasing" | "constant":
                texts = [value] if isinstance(value, str) else value
                for number, text in enumerate(texts):
                    yield _interval(str(text), str(text), key, variables[0], typed, -1000 - number)
            case _:
                raise of_the_answer(Problem("check.key", key=str(key)[:40]), "")


def _json_point(each: object, variables: tuple[str, ...], typed: Typed) -> Claim:
    if not isinstance(each, Mapping):
        raise Problem("check.answer-type", command=typed.judged and typed.judged.about)
    place = each.get("at", each)
    kind = each.get("kind") if "at" in each else None
    known = [name for name, _ in _KINDS]
    if not isinstance(place, Mapping) or (kind is not None and kind not in known):
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), "")
    multipliers = each.get("multipliers") if "at" in each else None
    if multipliers is not None and not isinstance(multipliers, Mapping):
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), "")
    named = {**place, **(multipliers or {})}
    text = ", ".join(f"{name} = {value}" for name, value in named.items())
    (claim, *_) = _points(text, text, kind, variables, typed)
    return claim


def _json_extreme(
    key: str, value: object, variables: tuple[str, ...], typed: Typed
) -> Iterator[Claim]:
    if value is None:
        yield Claim(key, key)
        return
    if not isinstance(value, Mapping) or "value" not in value:
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), "")
    tree = _value(str(value["value"]), typed, str(value["value"]))
    places = [_json_point(each, variables, typed) for each in value.get("at", ())]
    yield from _extremes(Claim(f"{key} {value['value']}", key, value=tree), places)
