"""What was defined, put into the texts of a question before it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from calctool import budget
from calctool.notation.bounds import check
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tokens.joined import letters
from calctool.notation.tokens.lexer import TYPED_BOUNDS, tokens
from calctool.notation.tree import Applied, Name, Relation, Statement, Tree
from calctool.notation.walk import substitute, transform, walk
from calctool.solve.check.record import CheckQuestion
from calctool.solve.question import Asked
from calctool.solve.typed.options.parameters import names
from calctool.solve.typed.record import Defined, Typed
from calctool.solve.typed.scope import scope
from calctool.words import Note
from calctool.words.notes import NOTES

_NAME = re.compile(r"[A-Za-z]\w*+(?!\()")
_BRACKETS = re.compile(r"([\[\]{}∈])")
"""What stands around and between the ends of intervals, and in no expression."""
_ONE_NAME = ("note.long-name", "note.one-name")


def put_in(typed: Typed) -> tuple[Typed, tuple[Note, ...]] | None:
    """A question in plain notation with what was defined put in, and a note that says so.

    None where none of it occurs. Names that options call variables stand for themselves. Raises
    Problem for a function of another number of arguments, or for its derivative.
    """
    known = {one.name: one for one in typed.defined}
    texts = [typed.expression, *typed.subject_to, *typed.beside, typed.at or "", *typed.domain]
    if not any(name in text for name in known for text in (*texts, *typed.where)):
        return None
    for name in names([*typed.wrt, *(text for text in (typed.mixed, typed.of) if text)]):
        known.pop(name, None)
    return _PuttingIn(typed, known).done()


class _PuttingIn:
    def __init__(self, typed: Typed, known: dict[str, Defined]) -> None:
        self.typed = typed
        self.known = known
        self.used: dict[str, Defined] = {}
        self.notes: list[Note] = []
        self.long: set[str] = set()

    def done(self) -> tuple[Typed, tuple[Note, ...]] | None:
        typed = self.typed
        expression = self.statement(self._called(typed.expression))
        subject_to = [self.statement(text) for text in typed.subject_to]
        beside = [self.statement(text) for text in typed.beside]
        at = None if typed.at is None else self.value(typed.at)
        where = [self.value(text) for text in typed.where]
        domain = [self.value(text) for text in typed.domain]
        if not self.used:
            return None
        said = ", ".join(f"{_left(one)} = {plain(one.body)}" for one in self.used.values())
        note = Note("note.defined", NOTES["note.defined"].filled(definitions=said))
        made = replace(
            typed, expression=expression, subject_to=subject_to, beside=beside, at=at,
            where=where, domain=domain, notation="plain", whole=(*typed.whole, *self.long),
        )  # fmt: skip
        return made, (*self.notes, note)

    def _called(self, text: str) -> str:
        """A function by its name alone is the function of its own arguments."""
        one = self.known.get(text.strip())
        if one is None or one.arguments is None:
            return text
        for name in one.arguments:
            self.known.pop(name, None)
        return _left(one)

    def statement(self, text: str) -> str:
        """An expression or a relation, read as the question will be."""
        functions = {name for name, one in self.known.items() if one.arguments is not None}
        whole = (*self.typed.whole, *(set(self.known) - functions))
        around = scope(replace(self.typed, whole=whole))
        around = around._replace(beside=around.beside.union(self.known, self._factors(text)))
        reading = read(
            text, functions=(*names(self.typed.function), *functions), relation=True, scope=around
        )
        made = self._put(reading.statement)
        # That a name which was defined is one name needs no saying.
        spoken = tuple(f"`{name}`" for name in self.known if len(name) > 1)
        self.notes += [
            note
            for note in reading.notes
            if note.id not in _ONE_NAME or not any(name in note.words.en for name in spoken)
        ]
        self.long |= {name for name in _names(made) if len(name) > 1}
        return plain(made)

    def _factors(self, text: str) -> set[str]:
        """The letters of names that hold a defined one: in ax with a := 2 they are factors."""
        constants = {name for name, one in self.known.items() if one.arguments is None}
        found = (letters(name) for name in _NAME.findall(text) if name not in constants)
        return {letter for each in found if not constants.isdisjoint(each) for letter in each}

    def value(self, text: str) -> str:
        """The text of an option, whose left sides are names of their own."""
        return "".join(map(self._value, _BRACKETS.split(text)))

    def _value(self, text: str) -> str:
        try:
            found = tokens(text, TYPED_BOUNDS)
        except Problem:
            return text
        made, end = "", 0
        for token, following in zip(found, [*found[1:], None], strict=True):
            one = self.known.get(token.text) if token.kind == "name" else None
            if one is None or (following is not None and following.text in ("=", ":", "==")):
                continue
            if one.arguments is not None:
                raise Problem("define.only-in-expressions", token.span, source=text, name=one.name)
            made += f"{text[end : token.start]}({plain(self._of(one, ()))})"
            end = token.end
        return made + text[end:]

    def _put(self, statement: Statement) -> Statement:
        if isinstance(statement, Relation):
            left, right = self._tree(statement.left), self._tree(statement.right)
            return Relation(left, statement.sign, right)
        return self._tree(statement)

    def _tree(self, tree: Tree) -> Tree:
        return transform(tree, self._change)

    def _change(self, at: Tree) -> Tree | None:
        match at:
            case Name(id) if (one := self.known.get(id)) is not None:
                if one.arguments is None:
                    return self._of(one, ())
                raise Problem("define.without-arguments", name=id, call=_left(one))
            case Applied(name, arguments, orders) if (one := self.known.get(name)) is not None:
                if any(orders):
                    raise Problem("define.derivative", name=name, call=_left(one))
                return self._of(one, tuple(map(self._tree, arguments)))
        return None

    def _of(self, one: Defined, arguments: tuple[Tree, ...]) -> Tree:
        """The body with the arguments in it; what else is defined is put in first."""
        own = one.arguments or ()
        if len(own) != len(arguments):
            raise Problem("define.arguments", name=one.name, count=len(own), call=_left(one))
        self.used[one.name] = one
        hidden = {name: self.known.pop(name) for name in own if name in self.known}
        try:
            body = self._tree(one.body)
        finally:
            self.known |= hidden
        made = substitute(body, dict(zip(own, arguments, strict=True)))
        if made.size > budget.EXPRESSION_TOKENS:
            raise Problem("limit.tokens", most=budget.EXPRESSION_TOKENS)
        check(made)
        return made


def refuse_in_answer(asked: Asked, defined: Iterable[Defined]) -> None:
    """An answer with a name that is put into the question would be judged as another one."""
    if isinstance(asked, CheckQuestion):
        given = asked.given
        trees = [each.tree for each in (*given.formulas, *given.lines)]
        for claim in given.claims:
            places = [value for _, value in claim.at or ()]
            ends = (claim.value, claim.start, claim.end)
            trees += [*places, *(end for end in ends if end is not None)]
        said = set[str]().union(*map(mentioned, trees)).difference(asked.wrt)
        for one in defined:
            if one.name in said:
                raise Problem("define.in-answer", name=one.name)


def mentioned(tree: Tree) -> set[str]:
    """The names and the undefined functions of a tree."""
    functions = {part.function for part in walk(tree) if isinstance(part, Applied)}
    return functions.union(tree.names)


def _left(one: Defined) -> str:
    return one.name if one.arguments is None else f"{one.name}({', '.join(one.arguments)})"


def _names(statement: Statement) -> set[str]:
    return set(statement.names)
