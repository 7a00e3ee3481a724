"""The report of a whole class: verdicts and mistakes of a batch, as a document and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from calctool.present.document import Block, Document, Note, Prose, Text, Title
from calctool.present.phrases import foreign, joined, phrase
from calctool.rules.mistakes import BY_ID
from calctool.words import Language
from calctool.words import checking as words

Row = tuple[str, str, str, int]
"""Question, "verdict" or "mistake", which, how often."""


class Counts(Struct):
    """One question: how often each verdict was given, and each mistake named."""

    verdicts: Counter[str] = field(default_factory=Counter)
    mistakes: Counter[str] = field(default_factory=Counter)


class Report:
    """Counts answer lines as they come; lines of other commands count for nothing."""

    def __init__(self) -> None:
        self.whole = Counts()
        self.questions: dict[str, Counts] = {}

    def add(self, line: bytes) -> None:
        """One answer as JSON."""
        answer = json.loads(line)
        if answer.get("command") != "check":
            return
        asked, result = answer.get("question"), answer.get("result")
        name = f"{result['about']} {asked['source']}" if asked and result else ""
        verdict = result["verdict"] if result else "not-read"
        named = [each["id"] for each in result["mistakes"]] if result else []
        for counts in (self.whole, self.questions.setdefault(name, Counts())):
            counts.verdicts[verdict] += 1
            counts.mistakes.update(named)

    def rows(self) -> Iterator[Row]:
        """Every count, the questions in the order in which they came."""
        for name, counts in self.questions.items():
            for kind, counted in (("verdict", counts.verdicts), ("mistake", counts.mistakes)):
                yield from ((name, kind, which, count) for which, count in counted.most_common())


def document(report: Report, language: Language) -> Document:
    """One line for the whole, then a table for each question, the most usual mistakes first."""
    heading = words.REPORT.say(language)
    return Document(tuple(_blocks(report, language)), language=language, heading=heading)


def _blocks(report: Report, language: Language) -> Iterator[Block]:
    if not report.questions:
        yield Note("note", phrase(words.NO_CHECKS, language))
        return
    whole = report.whole
    listed = filter(None, (_counted(whole.verdicts), _counted(whole.mistakes)))
    yield Note("note", foreign(", ".join(listed)))
    for name, counts in report.questions.items():
        yield Title(foreign(name) if name else phrase(words.NOT_READ, language))
        yield from _table(counts, language)


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {which}" for which, count in counts.most_common())


def _table(counts: Counts, language: Language) -> Iterator[Block]:
    """How often, and what; the most usual first."""
    for counted in (counts.verdicts, counts.mistakes):
        for which, count in counted.most_common():
            yield Prose(_said(which, language), foreign(str(count)))


def _said(which: str, language: Language) -> Text:
    if which in BY_ID:
        words_of_it = phrase(BY_ID[which].words, language)
        return joined((words_of_it, foreign(f"[{which}]")), "  ")
    said = words.VERDICTS.get(which)
    return phrase(said if said is not None else words.NOT_READ, language)


def table(report: Report) -> str:
    """The same as comma-separated values, one count a line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("question", "kind", "id", "count"))
    for name, *rest in report.rows():
        # A sheet takes what begins with = + - @ for a formula.
        writer.writerow((f"'{name}" if name[:1] in ("=", "+", "-", "@") else name, *rest))
    return out.getvalue()
