"""Text that stands as it is to be read: expressions, relations and names; nothing is guessed."""

from collections.abc import Callable, Collection
from typing import TypeVar

from calctool.notation.bounds import check
from calctool.notation.problem import Problem
from calctool.notation.reading import branches, calls, mistakes, names
from calctool.notation.reading.grammar import Grammar
from calctool.notation.tokens.characters import unquoted
from calctool.notation.tokens.lexer import PRINTED_BOUNDS, TYPED_BOUNDS
from calctool.notation.tree import Statement, Tree, expression

Result = TypeVar("Result")


def reads_as_it_stands(text: str, functions: Collection[str] = ()) -> bool:
    """Whether an expression or a relation is written in plain notation, without a mistake."""
    try:
        check(statement_of(Grammar(text, TYPED_BOUNDS, functions), relation=True))
    except Problem:
        return False
    return True


def read_plain(text: str) -> Tree:
    """One expression; Problem where it is not written in plain notation, without a mistake."""

    def whole() -> Tree:
        statement = statement_of(Grammar(text, TYPED_BOUNDS), relation=False)
        check(statement)
        return expression(statement)

    return placed(text, whole)


def read_back(text: str, *, functions: Collection[str] = ()) -> Statement:
    """Read what calctool printed in plain form, D(u, x), f'(x) and `a = b` included.

    >>> read_back("D(x^2, x) = 2*x").sign
    '='
    """

    def whole() -> Statement:
        return statement_of(Grammar(text, PRINTED_BOUNDS, functions, printed=True), relation=True)

    return placed(text, whole)


def read_names(text: str) -> tuple[str, ...]:
    """Read `x, y`: the variables that an option names."""
    text = unquoted(text)

    def whole() -> tuple[str, ...]:
        g = Grammar(text, TYPED_BOUNDS)
        found = [one_name(g)]
        while another(g):
            found.append(one_name(g))
        return tuple(found)

    return placed(text, whole)


def placed(text: str, reading: Callable[[], Result]) -> Result:
    """What `reading` gives; the problem that it raises says in what text it is."""
    try:
        return reading()
    except Problem as problem:
        problem.source = problem.source or text
        raise


def statement_of(g: Grammar, relation: bool) -> Statement:
    """All that is left of a text, as one expression or, with `relation`, one relation."""
    if relation and branches.starts_relation(g):
        statement: Statement = branches.relation(g)
    else:
        left = g.sum()
        is_relation = relation and g.kind == "relation"
        statement = branches.rest_of_relation(g, left) if is_relation else left
    if g.kind != "end":
        mistakes.unexpected(g)
    return statement


def one_name(g: Grammar) -> str:
    """One name that can stand for a variable."""
    token = g.token
    if token.kind != "name":
        raise Problem("option.name", token.span, hint="name")
    g.advance()
    if token.text in names.CONSTANTS:
        raise Problem("option.constant", token.span, hint="constant", name=token.text)
    if calls.known_id(g, token, "") or token.text in branches.WORDS:
        raise Problem("option.function-name", token.span, name=token.text)
    names.letter(g, token)
    return token.text


def another(g: Grammar) -> bool:
    """Whether a comma follows, which is passed; Problem where anything but the end does."""
    if g.kind == ",":
        g.advance()
        return True
    if g.kind != "end":
        mistakes.unexpected(g)
    return False
