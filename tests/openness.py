"""An answer is partial just where something is missing, and a `?` line on its page says what."""

from collections.abc import Sequence
from typing import Any

from calctool.algebra.domain.conditions import is_empty
from calctool.present.answers import document
from calctool.present.document import Note, Wishes
from calctool.present.phrases import said
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
