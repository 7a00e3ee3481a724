"""Judges the pages of an answer: nothing open is hidden, no sign of rounding stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from calctool.present.answers import document
from calctool.present.document import Note, Wishes
from calctool.present.phrases import said
from calctool.render.forms import Terminal, rendered
from calctool.solve.answer import Status, Told
from calctool.words import LANGUAGES, Language
from oracle.finding import Finding

BARE = re.compile(r"≈(?!\s*[-−(\[]*\s*\d)")
"""The sign of rounding without a number behind it."""
OPEN: dict[Language, tuple[str, ...]] = {
    "en": ("not complete", "completeness unknown"),
    "zh": ("不完整", "完整性未知"),
}


def judge(told: Told) -> Iterator[Finding]:
    if told.status in (Status.ERROR, Status.STOPPED):
        return
    missing = told.completeness.missing
    if (told.status is Status.COMPLETE) != (not missing):
        yield Finding("page", f"status {told.status.value}", f"{len(missing)} things are missing")
    for language in LANGUAGES:
        yield from _page(told, language)


def _page(told: Told, language: Language) -> Iterator[Finding]:
    page = document(told, Wishes(language=language, steps="full"))
    notes = [each for each in page.blocks if isinstance(each, Note) and each.kind == "undecided"]
    shown = "\n".join(_flat(each.text) for each in notes)
    missing = told.completeness.missing
    is_open = any(each in shown for each in OPEN[language])
    if bool(missing) != is_open:
        yield Finding("page", f"{len(missing)} missing", f"`?` ({language}): {shown or 'none'}")
    unsaid = [words for words in missing if _flat(said(words, language)) not in shown]
    if unsaid and told.question.command != "diff":
        yield Finding(
            "page", f"missing: {_flat(said(unsaid[0], language))}", f"no line ({language})"
        )
    text = rendered(page, "text", Terminal(width=4000))
    for bare in BARE.finditer(text):
        around = text[max(0, bare.start() - 40) : bare.end() + 20]
        yield Finding("page", "a rounded number", f"a bare sign: {around!r}")
        return


def _flat(text: Any) -> str:
    return str(text.template.format(*map(repr, text.formulas)))
