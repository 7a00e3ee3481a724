"""Words and formulas joined to texts that any renderer can fill."""

import re
from collections.abc import Iterable

from calctool.notation.between import runs
from calctool.notation.printing.unicode import pretty
from calctool.notation.quoted import pieces
from calctool.notation.system import Line, System
from calctool.notation.tree import Relation
from calctool.present.document import Text
from calctool.words import Language, Words
from calctool.words.printable import cells, printable
from calctool.words.titles import COMMA

_SHORT = 34
_HOLE = re.compile(r"(?<!\{)\{(\d+)\}")


def phrase(words: Words, language: Language, *formulas: Line) -> Text:
    """A phrase whose own {0}, {1}, … are formulas."""
    return Text(words.say(language), formulas)


def foreign(text: str) -> Text:
    """A text that holds no formulas, whatever braces and signs it brings."""
    return Text(printable(text).replace("{", "{{").replace("}", "}}"))


def said(words: Words, language: Language) -> Text:
    """Words of a solver: their formulas are set as formulas."""
    return unmarked(words.marked(language))


def unmarked(text: str) -> Text:
    """A text in which formulas stand between marks."""
    found = pieces(text)
    return joined((foreign(one) if isinstance(one, str) else formula(one) for one in found), "")


def formula(statement: Line) -> Text:
    return Text("{0}", (statement,))


def joined(texts: Iterable[Text], sign: str) -> Text:
    """Several texts as one, their formulas renumbered."""
    templates: list[str] = []
    formulas: list[Line] = []
    for text in texts:
        templates.append(_shifted(text.template, len(formulas)))
        formulas += text.formulas
    return Text(sign.join(templates), tuple(formulas))


def unbroken(text: Text) -> Text:
    """With blanks at which no line is broken, where it is short enough for any page."""
    wide = sum(cells(pretty(each)) for each in text.formulas) + cells(text.template)
    return text if wide > _SHORT else Text(text.template.replace(" ", "\u00a0"), text.formulas)


def listed(statements: Iterable[Line], language: Language) -> Text:
    """Formulas with commas between them."""
    return joined(formulas(statements), COMMA.say(language))


def formulas(statements: Iterable[Line]) -> list[Text]:
    """Each as a formula; a < x < b stands for two relations."""
    lines = list(statements)
    relations = [each for each in lines if isinstance(each, Relation)]
    if len(relations) < len(lines):
        return list(map(formula, lines))
    return [formula(System(run) if len(run) > 1 else run[0]) for run in runs(relations)]


def inserted(words: Words, language: Language, text: Text) -> Text:
    """A phrase whose {0} is a text with formulas of its own."""
    return Text(words.say(language).replace("{0}", text.template), text.formulas)


def filled(words: Words, language: Language, *texts: Text) -> Text:
    """A phrase whose {0}, {1}, … are texts with formulas of their own."""
    template = words.say(language)
    for place in range(len(texts)):
        template = template.replace(f"{{{place}}}", f"\0{place}\0")
    pieces = [
        texts[int(part)] if number % 2 else Text(part)
        for number, part in enumerate(template.split("\0"))
    ]
    return joined(pieces, "")


def _shifted(template: str, by: int) -> str:
    return _HOLE.sub(lambda hole: f"{{{int(hole[1]) + by}}}", template)
