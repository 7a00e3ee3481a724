"""The textbook as a document, and as the page docs/rules.md; both come from the rules alone."""

from collections.abc import Iterator

from calctool.algebra.facts import filled
from calctool.atlas import ABBREVIATIONS, FUNCTIONS
from calctool.atlas.index import COMPOSED
from calctool.atlas.record import Function
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import Call, Derivative, Name, Relation, Tree
from calctool.present.document import Block, Document, Formula, Grid, Note, Text, Title
from calctool.rules import every, find
from calctool.rules.rule import Rule, trees
from calctool.words import Language, Words, textbook

_LETTERS = ("x", "y", "z")


def document(asked: str | None, language: Language) -> Document:
    """Every rule, or the functions that can be typed, or the rule with that id or function."""
    if asked is None:
        return Document(tuple(_all_rules(language)))
    if asked == "functions":
        return Document(tuple(_all_functions(language)))
    if asked in COMPOSED:
        return Document(tuple(_one_abbreviation(ABBREVIATIONS[COMPOSED[asked]], language)))
    return Document(tuple(_one_rule(_found(asked), language)))


def _found(asked: str) -> Rule:
    if known := find(asked):
        return known
    for rule in every():
        pattern = trees(rule)[0]
        if isinstance(pattern, Call) and asked in _spellings(FUNCTIONS[pattern.function]):
            return rule
    from difflib import get_close_matches

    near = get_close_matches(asked[:40], [rule.id for rule in every()], n=2)
    hint = "nearest-rule" if near else "all-rules"
    raise Problem("usage.unknown-rule", hint=hint, rule=asked[:40], near=", ".join(near))


def _spellings(function: Function) -> tuple[str, ...]:
    return (function.id, *function.names)


def equality(rule: Rule) -> Relation:
    """What the rule says: the derivative of its pattern equals its right side."""
    pattern, derivative, _ = trees(rule)
    return Relation(Derivative(pattern, ()), "=", derivative)


# --- as a document ------------------------------------------------------------------------------


def _all_rules(language: Language) -> Iterator[Block]:
    for rule in every():
        yield _formula_of(rule, Text(rule.id), language)
    yield Note("note", _said(textbook.LETTERS, language))


def _one_rule(rule: Rule, language: Language) -> Iterator[Block]:
    yield Title(_said(rule.words, language))
    yield _formula_of(rule, None, language)
    example = textbook.EXAMPLE.say(language)
    yield Note("note", Text(example.replace("{0}", _escaped(rule.example))))
    yield Note("note", _said(textbook.LETTERS, language))


def _one_abbreviation(known: Function, language: Language) -> Iterator[Block]:
    caption = Text(f"{known.id}({', '.join(_LETTERS[: known.least])})")
    yield Title(_said(textbook.READ_AS, language))
    yield Formula(_read_as(known), caption=caption)


def _formula_of(rule: Rule, caption: Text | None, language: Language) -> Formula:
    conditions = trees(rule)[2]
    aside = _listed(conditions, textbook.FOR.say(language)) if conditions else None
    return Formula(equality(rule), caption=caption, aside=aside)


def _all_functions(language: Language) -> Iterator[Block]:
    head = (textbook.FUNCTION, textbook.ALSO, textbook.SHOWN)
    rows = tuple(
        (Text(function.id), Text(", ".join(function.names)), _listed((_applied(function),)))
        for function in FUNCTIONS.values()
    )
    read_as = tuple(
        (Text(known.id), Text(", ".join(known.names)), _listed((_read_as(known),)))
        for known in ABBREVIATIONS.values()
    )
    yield Grid(tuple(_said(words, language) for words in head), rows)
    yield Grid(tuple(_said(words, language) for words in (*head[:2], textbook.READ_AS)), read_as)
    yield Note("note", _said(textbook.PIECEWISE, language))
    yield Note("note", _said(textbook.UNDEFINED, language))


def _read_as(known: Function) -> Tree:
    return filled(known.formula, tuple(map(Name, _LETTERS)))


def _applied(function: Function) -> Tree:
    return Call(function.id, tuple(Name(letter) for letter in _LETTERS[: function.least]))


def _said(words: Words, language: Language) -> Text:
    return Text(words.say(language))


def _listed(formulas: tuple[Relation | Tree, ...], template: str = "{0}") -> Text:
    places = ", ".join(f"{{{place}}}" for place in range(len(formulas)))
    return Text(template.replace("{0}", places), formulas)


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


# --- as a page ----------------------------------------------------------------------------------


def reference() -> str:
    """docs/rules.md: one line for each rule, in the order in which they are tried."""
    head = [
        "# The differentiation rules",
        "",
        "Made from `src/calctool/rules` and `src/calctool/atlas` by",
        "`calctool rules --format markdown`; the first rule that fits is used.",
        textbook.LETTERS.en,
        "",
        "| id | formula | holds where | English | 中文 |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*head, *map(_line, every())]) + "\n"


def _line(rule: Rule) -> str:
    conditions = ", ".join(f"`{plain(condition)}`" for condition in trees(rule)[2])
    cells = (
        f"`{rule.id}`", f"`{plain(equality(rule))}`", conditions, rule.words.en, rule.words.zh,
    )  # fmt: skip
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
