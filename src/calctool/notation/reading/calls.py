"""Functions and their arguments: sin(x), sin^2 x, f'(x), f^(1,0)(x, y)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calctool import budget
from calctool.atlas import FUNCTIONS
from calctool.atlas.index import SPELLINGS
from calctool.atlas.record import Function
from calctool.notation import synonyms
from calctool.notation.problem import Problem
from calctool.notation.reading import branches, mistakes
from calctool.notation.tokens.bars import LETTERS_FIRST, OPEN
from calctool.notation.tree import (
    ONE,
    Applied,
    Call,
    Constant,
    Name,
    Negative,
    Number,
    Piecewise,
    Power,
    Relation,
    Tree,
    rational,
)

if TYPE_CHECKING:
    from calctool.notation.reading.grammar import Grammar
    from calctool.notation.tokens.lexer import Token

GREEK_FUNCTIONS = {name: id for name, id in SPELLINGS.items() if len(name) == 1}
"""Greek letters that are functions before a bracket."""

_ARGUMENT_STARTS = frozenset({"number", "name", "√", OPEN})
_VALUE_STARTS = _ARGUMENT_STARTS | {"("}


def known_id(g: Grammar, token: Token, follows: str) -> str | None:
    """The known function that a name calls, when a token of kind `follows` comes next."""
    if token.end - token.start == 1:
        return GREEK_FUNCTIONS.get(g.text[token.start]) if follows == "(" else None
    if token.text in LETTERS_FIRST and follows != "(":
        return None
    return SPELLINGS.get(token.text) or synonyms.alias(token.text, follows)


def starts_call(g: Grammar) -> bool:
    """Whether a function, with its argument, comes next."""
    token, follows = g.token, g.peek().kind
    return token.kind == "name" and (
        token.text in branches.WORDS
        or (token.text in g.functions and follows in ("(", "'"))
        or known_id(g, token, follows) is not None
    )


# --- known functions ---


def known(g: Grammar, name: Token, id: str) -> Tree:
    """A known function; its name has just been read."""
    if name.text not in SPELLINGS and name.end - name.start > 1:
        g.note("note.other-name", typed=name.text, reading=id)
    exponent = _function_exponent(g, name, id)
    if g.kind == "(":
        arguments = bracketed(g)
        _check_count(g, name, FUNCTIONS[id], arguments)
        if formula := FUNCTIONS[id].of(len(arguments)).formula:
            return _put_in(g, name, formula, arguments)
    elif _argument_follows(g):
        arguments = (_bare_argument(g, name),)
        _check_count(g, name, FUNCTIONS[id], arguments)
    elif g.kind == "'":
        mistakes.unexpected(g)
    else:
        raise Problem(
            "syntax.missing-argument", name.span, hint="argument", name=name.text, head=name.text
        )
    call = Call(id, arguments, span=g.span(name.start))
    if exponent is None:
        return call
    return Power(call, exponent, span=g.span(name.start))


def by_formula(g: Grammar, name: Token, known: Function) -> Tree:
    """What has a formula and no name of ours: log1p(x); its name has just been read."""
    arguments = bracketed(g)
    _check_count(g, name, known, arguments)
    return _put_in(g, name, known.formula, arguments)


def _put_in(g: Grammar, name: Token, formula: str, arguments: tuple[Tree, ...]) -> Tree:
    """The formula, in u and v, of the arguments that have just been read."""
    from calctool.notation.printing.plain import plain
    from calctool.notation.walk import substitute, transform

    made = substitute(g.again(formula), dict(zip("uv", arguments, strict=False)))
    made = transform(made, _decided)
    if made.size > g.bounds.tokens:
        raise Problem("limit.tokens", g.span(name.start), most=g.bounds.tokens)
    written = plain(made)
    g.note("note.read-as", typed=g.text[name.start : g.end], reading=written)
    # Read anew: what was put in may make another tree than what is typed, as e^x does.
    return g.again(written)


def _decided(tree: Tree) -> Tree | None:
    """The branch that is taken, where numbers tell: sinc(0) is 1."""
    if not isinstance(tree, Piecewise):
        return None
    for value, condition in tree.branches:
        holds = condition is None or _holds(condition)
        if holds is not False:
            return value if holds else None
    return None


def _holds(condition: Relation) -> bool | None:
    left, right = rational(condition.left), rational(condition.right)
    if left is None or right is None:
        return None
    return {"=": left == right, "!=": left != right, "<": left < right, "<=": left <= right,
            ">": left > right, ">=": left >= right}[condition.sign]  # fmt: skip


def _argument_follows(g: Grammar) -> bool:
    """sin x, sin -x; but in `cos - 1` and `cos + 1` the argument is missing."""
    if g.kind == "-":
        return g.peek().start == g.token.end
    return g.kind in _ARGUMENT_STARTS


def bracketed(g: Grammar) -> tuple[Tree, ...]:
    """One or more arguments in brackets."""
    opening = g.advance()
    if g.kind == ")":
        raise Problem("syntax.empty-brackets", g.token.span)
    g.enter()
    arguments = [g.sum()]
    while g.kind == ",":
        g.advance()
        arguments.append(g.sum())
    g.leave()
    g.close(opening)
    return tuple(arguments)


def _check_count(g: Grammar, name: Token, function: Function, arguments: tuple[Tree, ...]) -> None:
    if function.least <= len(arguments) <= function.most:
        return
    most = f"–{function.most}" if function.most > function.least else ""
    raise Problem(
        "syntax.argument-count",
        g.span(name.start),
        hint="product-instead" if name.text in LETTERS_FIRST else None,
        name=name.text,
        given=len(arguments),
        needed=f"{function.least}{most}",
    )


def _function_exponent(g: Grammar, name: Token, id: str) -> Tree | None:
    """The 2 of sin^2 x; -1 could mean the inverse function or the reciprocal."""
    if g.kind == "superscript":
        exponent = g.superscript()
    elif g.kind == "power":
        g.advance()
        minuses = g.signs()
        if g.kind not in ("number", "name", "("):
            mistakes.missing_value(g)
        exponent = g.negated(g.atom(), minuses)
    else:
        return None
    if exponent == Negative(ONE):
        inverse = {"exp": "log", "log": "exp"}.get(id, "a" + id)
        raise Problem(
            "syntax.inverse-or-reciprocal",
            g.span(name.start),
            hint="inverse" if inverse in FUNCTIONS else "reciprocal",
            name=name.text,
            inverse=inverse,
        )
    return exponent


def _bare_argument(g: Grammar, name: Token) -> Tree:
    """The product that follows a function without brackets, up to + - * / or a function."""
    g.enter()
    minuses = g.signs()
    start = g.token.start
    alone = starts_call(g)
    factors = [g.power()]
    while not alone and g.kind in _VALUE_STARTS and not starts_call(g):
        factors.append(g.implicit_factor(start))
    g.leave()
    argument = g.negated(g.joined(factors, start), minuses)
    is_clear = isinstance(argument, Name | Number | Constant) or (
        isinstance(argument, Call) and g.text[g.end - 1] in ")）|"
    )
    _note_bare_argument(g, name, minuses[0] if minuses else start, is_clear)
    return argument


def _note_bare_argument(g: Grammar, name: Token, start: int, is_clear: bool) -> None:
    """sin x and sin |x| are clear; sin 2x, sin x^2 and sin x/2 say how they were read."""
    argument = g.text[start : g.end]
    after = g.token.text if g.kind in ("*", "/") else ""
    if is_clear and not after:
        return
    head = g.text[name.start : start].rstrip()
    rest = after + "…" if after else ""
    g.note(
        "note.function-argument",
        typed=f"{g.text[name.start : g.end]}{rest}",
        reading=f"{head}({argument}){rest}",
    )


# --- undefined functions ---


def is_applied(g: Grammar) -> bool:
    """Whether what follows the name of an undefined function applies it."""
    if g.kind in ("(", "'"):
        return True
    orders = _orders_ahead(g)
    if orders and (g.printed or len(orders) > 1):
        return True
    if orders or (g.peek().kind in ("number", "name") and g.peek(2).kind == "("):
        name = g.tokens[g.at - 1]
        raise Problem("syntax.function-power", name.span, hint="function-power", name=name.text)
    return False


def _orders_ahead(g: Grammar) -> tuple[int, ...]:
    """The orders in f^(1,0)(x, y), if that is what follows."""
    if g.kind != "power" or g.peek().kind != "(":
        return ()
    orders: list[int] = []
    ahead = 2
    while g.peek(ahead).kind == "number" and g.peek(ahead).text.isdigit():
        orders.append(int(g.peek(ahead).text))
        ahead += 2
        if g.peek(ahead - 1).kind != ",":
            break
    closed = g.peek(ahead - 1).kind == ")" and g.peek(ahead).kind == "("
    return tuple(orders) if orders and closed else ()


def applied(g: Grammar, name: Token) -> Tree:
    """An undefined function, perhaps differentiated: f(x), f''(x), f^(1,0)(x, y)."""
    orders = _orders_ahead(g)
    for _ in range(2 * len(orders) + 2 if orders else 0):
        g.advance()
    primes = 0
    while g.kind == "'":
        primes += len(g.advance().text)
    if g.kind != "(":
        raise Problem("syntax.prime", g.span(name.start), hint="prime")
    arguments = bracketed(g)
    if primes:
        orders = (primes,)
    if orders and len(orders) != len(arguments):
        raise Problem("syntax.derivative-orders", g.span(name.start), hint="orders", name=name.text)
    if sum(orders) > budget.ORDER_RANGE[1]:
        raise Problem("limit.order", g.span(name.start), most=budget.ORDER_RANGE[1])
    g.met.setdefault(name.text, name.span)
    return Applied(name.text, arguments, orders or (0,) * len(arguments), span=g.span(name.start))
