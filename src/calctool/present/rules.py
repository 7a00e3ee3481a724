"""The textbook as a document, and as the page docs/rules.md; both come from the rules alone."""

from collections.abc import Iterator

from calctool.notation.functions import FUNCTIONS, Function
from calctool.notation.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import Call, Derivative, Name, Relation, Tree
from calctool.present.document import Block, Document, Formula, Grid, Prose, Text, Title
from calctool.rules import BY_ID, RULES
from calctool.rules.rule import Rule, trees
from calctool.words import Language, Words, textbook

_LETTERS = ("x", "y", "z")
_EMPTY = Text("")


def document(asked: str | None, language: Language) -> Document:
    """Every rule, or the functions that can be typed, or the rule with that id or function."""
    if asked is None:
        return Document(tuple(_all_rules(language)))
    if asked == "functions":
        return Document(tuple(_all_functions(language)))
    return Document(tuple(_one_rule(_found(asked), language)))


def _found(asked: str) -> Rule:
    if asked in BY_ID:
        return BY_ID[asked]
    for rule in RULES:
        pattern = trees(rule)[0]
        if isinstance(pattern, Call) and asked in _spellings(FUNCTIONS[pattern.function]):
            return rule
    from difflib import get_close_matches

    near = get_close_matches(asked[:40], BY_ID, n=2)
    hint = "nearest-rule" if near else "all-rules"
    raise Problem("usage.unknown-rule", hint=hint, rule=asked[:40], near=", ".join(near))


def _spellings(function: Function) -> tuple[str, ...]:
    return (function.id, *function.aliases)


def equality(rule: Rule) -> Relation:
    """What the rule says: the derivative of its pattern equals its right side."""
    pattern, derivative, _ = trees(rule)
    return Relation(Derivative(pattern, ()), "=", derivative)


# --- as a document ------------------------------------------------------------------------------


def _all_rules(language: Language) -> Iterator[Block]:
    yield Prose(_said(textbook.LETTERS, language))
    head = (textbook.RULE, textbook.FORMULA, textbook.WHERE)
    yield Grid(
        tuple(_said(words, language) for words in head),
        tuple((Text(rule.id), _formula(equality(rule)), _conditions(rule)) for rule in RULES),
    )


def _one_rule(rule: Rule, language: Language) -> Iterator[Block]:
    yield Title(_said(rule.words, language))
    yield Formula(equality(rule))
    if rule.where:
        yield Prose(_conditions(rule), caption=_said(textbook.WHERE, language))
    yield Prose(_said(textbook.LETTERS, language))
    yield Prose(Text(textbook.EXAMPLE.say(language).replace("{0}", _escaped(rule.example))))


def _all_functions(language: Language) -> Iterator[Block]:
    head = (textbook.FUNCTION, textbook.ALSO, textbook.SHOWN)
    rows = tuple(
        (Text(function.id), Text(", ".join(function.aliases)), _formula(_applied(function)))
        for function in FUNCTIONS.values()
    )
    yield Grid(tuple(_said(words, language) for words in head), rows)
    yield Prose(_said(textbook.UNDEFINED, language))


def _applied(function: Function) -> Tree:
    return Call(function.id, tuple(Name(letter) for letter in _LETTERS[: function.least]))


def _said(words: Words, language: Language) -> Text:
    return Text(words.say(language))


def _formula(*formulas: Relation | Tree) -> Text:
    return Text(", ".join(f"{{{place}}}" for place in range(len(formulas))), formulas)


def _conditions(rule: Rule) -> Text:
    return _formula(*trees(rule)[2]) if rule.where else _EMPTY


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


# --- as a page ----------------------------------------------------------------------------------


def reference() -> str:
    """docs/rules.md: one line for each rule, in the order in which they are tried."""
    head = [
        "# The differentiation rules",
        "",
        "Made from `src/calctool/rules` by `calctool rules --format markdown`; the first rule that",
        "fits is used. " + textbook.LETTERS.en,
        "",
        "| id | formula | holds where | English | 中文 |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*head, *map(_line, RULES)]) + "\n"


def _line(rule: Rule) -> str:
    conditions = ", ".join(f"`{plain(condition)}`" for condition in trees(rule)[2])
    cells = (
        f"`{rule.id}`", f"`{plain(equality(rule))}`", conditions, rule.words.en, rule.words.zh,
    )  # fmt: skip
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
