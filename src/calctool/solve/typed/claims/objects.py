"""Claims as JSON has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from calctool.notation.problem import Problem
from calctool.solve.given import Claim
from calctool.solve.typed.answered import of_the_answer
from calctool.solve.typed.claims.intervals import interval
from calctool.solve.typed.claims.points import KINDS, extremes, points, read_value
from calctool.solve.typed.record import Typed


def of_json(answer: object, variables: tuple[str, ...], typed: Typed) -> Iterator[Claim]:
    if isinstance(answer, Sequence):
        for each in answer:
            yield _json_point(each, variables, typed)
        return
    if not isinstance(answer, Mapping):
        raise Problem("check.answer-type", command=typed.judged and typed.judged.about)
    for key, value in answer.items():
        match key:
            case "points":
                yield from of_json(value, variables, typed)
            case "minimum" | "maximum":
                yield from _json_extreme(key, value, variables, typed)
            case "increasing" | "decreasing" | "constant":
                texts = [value] if isinstance(value, str) else value
                for number, text in enumerate(texts):
                    yield interval(str(text), str(text), key, variables[0], typed, -1000 - number)
            case _:
                raise of_the_answer(Problem("check.key", key=str(key)[:40]), "")


def _json_point(each: object, variables: tuple[str, ...], typed: Typed) -> Claim:
    if not isinstance(each, Mapping):
        raise Problem("check.answer-type", command=typed.judged and typed.judged.about)
    place = each.get("at", each)
    kind = each.get("kind") if "at" in each else None
    known = [name for name, _ in KINDS]
    if not isinstance(place, Mapping) or (kind is not None and kind not in known):
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), "")
    multipliers = each.get("multipliers") if "at" in each else None
    if multipliers is not None and not isinstance(multipliers, Mapping):
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), "")
    named = {**place, **(multipliers or {})}
    text = ", ".join(f"{name} = {value}" for name, value in named.items())
    (claim, *_) = points(text, text, kind, variables, typed)
    return claim


def _json_extreme(
    key: str, value: object, variables: tuple[str, ...], typed: Typed
) -> Iterator[Claim]:
    if value is None:
        yield Claim(key, key)
        return
    if not isinstance(value, Mapping) or "value" not in value:
        raise of_the_answer(Problem("check.claim", hint="claims-of-points"), "")
    tree = read_value(str(value["value"]), typed, str(value["value"]))
    places = [_json_point(each, variables, typed) for each in value.get("at", ())]
    yield from extremes(Claim(f"{key} {value['value']}", key, value=tree), places)
