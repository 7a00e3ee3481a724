"""An answer is partial just where something is missing, and a `?` line on its page says what;
what is rounded says so wherever it stands."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from calctool.algebra.domain.conditions import is_empty
from calctool.present.answers import document
from calctool.present.document import Note, Wishes
from calctool.present.phrases import said
from calctool.render.forms import Terminal, rendered
from calctool.render.wire import wired
from calctool.solve.answer import Status, Told
from calctool.solve.candidates import Extreme, PointSet
from calctool.words import Language


def assert_parts_have_points(sets: Sequence[PointSet]) -> None:
    """What is said of a part of a set is said of a part that is there."""
    for one in sets:
        needs = [each for each in one.equations if each.sign != "="]
        for part in one.kinds:
            assert not is_empty((*part.where, *needs)), (one.equations, part)


LANGUAGES: tuple[Language, Language] = ("en", "zh")


def assert_nothing_is_hidden(made: Told) -> None:
    if made.status is Status.ERROR:
        return
    missing = made.completeness.missing
    for side in ("minimum", "maximum"):
        extreme = getattr(made, side, None)
        if isinstance(extreme, Extreme) and extreme.argument == "undecided":
            # Which hypothesis of an argument failed.
            assert extreme.open is not None, (made.question, side)
    assert (made.status is Status.COMPLETE) == (not missing)
    assert missing or not list(open_parts(msgspec.to_builtins(wired(made, "en"))))
    assert missing or not re.search(r"(?<!\S)\?(?!\S)", whole_page(made))
    for language in LANGUAGES:
        blocks = document(made, Wishes(language=language, steps="none")).blocks
        open_ones = [
            one.text for one in blocks if isinstance(one, Note) and one.kind == "undecided"
        ]
        page = "\n".join(map(flat, open_ones))
        assert bool(missing) == bool(open_ones), (made.question, page)
        for words in missing:
            assert flat(said(words, language)) in page or made.question.command == "diff"


def flat(text: Any) -> str:
    return text.template.format(*map(repr, text.formulas))


OPEN_WORDS = {"kind", "kinds", "argument", "verdict"}
MUST_BE_KNOWN = {"attained", "feasible"}


def open_parts(part: Any, path: str = "") -> Iterator[str]:
    """Where the JSON form of an answer says that something is not decided, or leaves it null."""
    if isinstance(part, dict):
        for key, one in part.items():
            here = f"{path}.{key}"
            if key in OPEN_WORDS and (one == "undecided" or one == ["undecided"]):
                yield here
            if (
                key in MUST_BE_KNOWN
                and one is None
                and ".cases" not in path
                and "cases" not in part
            ):
                yield here
            yield from open_parts(one, here)
    elif isinstance(part, list):
        for place, one in enumerate(part):
            yield from open_parts(one, f"{path}[{place}]")


def whole_page(made: Told) -> str:
    return rendered(document(made, Wishes("en", "full")), "text", Terminal(width=4000))


TYPED = re.compile(r"typed='\d*\.\d")
DECIMAL = re.compile(r"(?<![\w.])\d+\.\d+")
MARKED = re.compile(
    r"[≈≥≤∈]\s*[(\[]*[-−]?$"  # next to the sign
    r"|[\[∈][^\[\]]*$|≈ \[[^│]*$"  # an end of an enclosure, an entry of a matrix
    r"|≈ [^│\n]*, [-−]?$"  # one of several
    r"|\(\w+ [+−] $"  # a bound, as a factor
)


def assert_rounded_numbers_are_marked(made: Told) -> None:
    """Decimals that nobody typed stand behind a sign of rounding, or are bounds."""
    if made.status is Status.ERROR or TYPED.search(repr(made.question)):
        return
    page = whole_page(made)
    for found in DECIMAL.finditer(page):
        before, after = page[max(0, found.start() - 400) : found.start()], page[found.end() :][:6]
        is_marked = MARKED.search(before) or after.startswith((" ≤", "e10", "e-", "e−"))
        assert is_marked, before[-80:] + found[0] + after
