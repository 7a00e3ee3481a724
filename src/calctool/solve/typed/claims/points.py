"""Points that are claimed, with their kinds and multipliers, and the values of extremes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from calctool.notation.problem import Problem
from calctool.notation.tokens.scan import parts
from calctool.notation.tree import Constant, Negative, Tree, expression
from calctool.solve.given import Claim
from calctool.solve.lagrange.letters import is_multiplier
from calctool.solve.typed.answered import of_the_answer
from calctool.solve.typed.reading import understood
from calctool.solve.typed.record import Typed

KINDS: tuple[tuple[str, str], ...] = (
    ("neither", r"neither.*|no(?:t an?)? extrem\w+|terrace.*|non-?extremum"
     r"|不是极值点?|非极值点?|无极值|(?:stationary|horizontal) (?:point of )?inflection.*"),
    ("inflection", r"inflection.*|points? of inflection|拐点"),
    ("saddle", r"saddle(?:[ -]?point)?|鞍点"),
    ("local-minimum", r"(?:strict |local |relative |global |absolute )*min(?:imum|ima|\.)?"
     r"(?: point)?|local-minimum|(?:局部)?极小(?:值)?点?|最小(?:值)?点?"),
    ("local-maximum", r"(?:strict |local |relative |global |absolute )*max(?:imum|ima|\.)?"
     r"(?: point)?|local-maximum|(?:局部)?极大(?:值)?点?|最大(?:值)?点?"),
    ("endpoint", r"end[ -]?point|end of the domain|(?:定义域的)?端点"),
)  # fmt: skip
_ASSIGNED = re.compile(r"\s*(?P<name>\\?[^\W\d_]\w*(?:\{\d\})?)\s*=\s*(?P<value>.+)\s*", re.DOTALL)


def points(
    piece: str, place: str, kind: str | None, variables: tuple[str, ...], typed: Typed
) -> Iterator[Claim]:
    """One point, or two where ± stands in it; several in a row, (1, 2), (3, 4)."""
    place = place.strip().strip(",，")
    if "±" in place:
        for sign in "+-":
            written = re.sub(r"(?<=[=(,])\s*\+", "", place.replace("±", sign))
            yield from points(piece, written, kind, variables, typed)
        return
    groups = _groups(place)
    if len(groups) > 1:
        for group in groups:
            yield from points(piece, group, kind, variables, typed)
        return
    place, multipliers = _without_multipliers(place, variables, typed, piece)
    values = _coordinates(place, variables, typed, piece)
    at = tuple((name, values[name]) for name in variables)
    others = sorted(frozenset().union(*(tree.names for _, tree in at)) - {*variables, *typed.whole})
    parameter = others[0] if others else None
    yield Claim(piece, kind, at=at, parameter=parameter, multipliers=multipliers)


def extremes(extreme: Claim, points: Sequence[Claim]) -> Iterator[Claim]:
    """An extreme at each of these points, or without a place."""
    if not points:
        yield extreme
    for point in points:
        yield replace(
            extreme, at=point.at, parameter=point.parameter, multipliers=point.multipliers
        )


def kind_of(text: str) -> str | None:
    said = re.sub(r"^(?:an?|the|local|strict)\s+", "", text.strip().lower()).strip(" .。")
    for kind, pattern in KINDS:
        if re.fullmatch(pattern, said):
            return kind
    return None


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
            found.append((each["name"], read_value(each["value"], typed, piece, variables)))
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
                found[each["name"]] = read_value(each["value"], typed, piece, variables)
    elif len(pieces) >= len(variables) and not any(named):
        # One more is the value of the function there: (1, 2) of a curve y = f(x).
        kept = pieces[: len(variables)]
        found = {
            name: read_value(text, typed, piece, variables)
            for name, text in zip(variables, kept, strict=True)
        }
    if set(found) != set(variables):
        names = ", ".join(variables)
        hint = "claims-of-points"
        raise of_the_answer(Problem("check.place", hint=hint, names=names, source=piece), piece)
    return found


def read_value(text: str, typed: Typed, piece: str, variables: tuple[str, ...] = ()) -> Tree:
    """A number, or one with a whole number in it that the points of a family depend on."""
    text = re.sub(r"\(\s*(?:any\s+)?(?:integer|k\s*(?:in|∈).*)\)?$", "", text.strip())
    bare = text.replace(" ", "").lower().lstrip("+")
    if bare.lstrip("-−") in ("oo", "∞", "inf", "infinity"):
        infinite = Constant("oo")
        return Negative(infinite) if bare[:1] in "-−" else infinite
    try:
        tree = expression(
            understood(Typed(text, notation=typed.notation, whole=typed.whole)).statement
        )
    except TypeError:
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), piece) from None
    except Problem as problem:
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), piece) from problem
    letters = tree.names - {*variables, *typed.whole}
    if len(letters) > 1 or tree.names & set(variables) or letters - {"k", "n", "m", "j"}:
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), piece)
    return tree
