"""Names for what is too long to stand in a line: x₁ for a coordinate, r₁ for another constant."""

from __future__ import annotations

from collections.abc import Iterator, Set

from msgspec.structs import replace

from calctool.notation.polynomial import polynomial
from calctool.notation.printing.unicode import pretty
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import AlgebraicRoot, Applied, Name, Relation, Tree
from calctool.notation.walk import transform, walk
from calctool.present.document import Block, Prose, Text
from calctool.present.parts.decimals import decimal, with_minus
from calctool.present.phrases import filled, foreign, formula, joined
from calctool.solve.exact.record import Exact
from calctool.words import Language, titles
from calctool.words.extrema import optimum as words
from calctool.words.printable import cells

_LETTERS = ("r", "s", "q", "z")
_LONG = 40
"""Cells of a form that still stands in a line; a root of a polynomial never does."""
_MOST = 240
"""Cells of a form that is printed at all; longer ones are in the JSON form."""


class ShortNames:
    """Each long form gets its name when it is first met; `meanings` then says what it is."""

    def __init__(self, used: Set[str], language: Language, digits: int) -> None:
        self.used = used
        self.letter = next((letter for letter in _LETTERS if letter not in used), _LETTERS[0])
        self.language = language
        self.digits = digits
        self._names: dict[Tree, Name | Applied] = {}
        self._in_table: set[str] = set()
        self._said = 0

    def coordinate(self, name: str, number: int, value: Exact) -> None:
        """Name a long coordinate after its variable and its point, which a table shows."""
        id = f"{name}{number}"
        if value.is_known and is_long(value.expr) and name.isalpha() and id not in self.used:
            self._in_table.add(id)
            self._names.setdefault(value.expr, Name(id))

    def exact(self, value: Exact) -> Exact:
        """The constant by its name, where it is long."""
        long = value.is_known and is_long(value.expr)
        return replace(value, expr=self._name(value.expr)) if long else value

    # --- lines of a derivation ---

    def line(self, line: Line) -> Line:
        match line:
            case Alternatives(systems):
                return Alternatives(tuple(map(self._system, systems)))
            case System():
                return self._system(line)
            case Relation():
                return self._relation(line)
        return self._side(line)

    def _system(self, system: System) -> System:
        return System(tuple(map(self._relation, system.relations)))

    def _relation(self, relation: Relation) -> Relation:
        return Relation(self._side(relation.left), relation.sign, self._side(relation.right))

    def _side(self, tree: Tree) -> Tree:
        if tree in self._names:
            return self._names[tree]
        found = transform(tree, self._named)
        if found.names and cells(pretty(found)) > _MOST:
            id = f"{self.letter}{len(self._names) + 1}"
            arguments = tuple(map(Name, sorted(found.names)))
            return self._names.setdefault(tree, Applied(id, arguments, (0,) * len(arguments)))
        return found

    def _named(self, tree: Tree) -> Tree | None:
        return self._name(tree) if isinstance(tree, AlgebraicRoot) else None

    def _name(self, tree: Tree) -> Name | Applied:
        return self._names.setdefault(tree, Name(f"{self.letter}{len(self._names) + 1}"))

    # --- what the names mean ---

    def meanings(self, caption: Text | None) -> Iterator[Block]:
        """What the names given since the last time stand for, roots of one polynomial together."""
        inner = {
            name: transform(tree, self._named)
            for tree, name in list(self._names.items())[self._said :]
            if not isinstance(tree, AlgebraicRoot)
        }
        new = list(self._names.items())[self._said :]
        self._said = len(self._names)
        roots: dict[tuple[int, ...], list[Text]] = {}
        first: Text | None = caption
        for tree, name in new:
            if isinstance(tree, AlgebraicRoot):
                roots.setdefault(tree.coefficients, []).append(self._shown(tree, name))
            else:
                yield Prose(self._meaning(tree, inner[name], name), first)
                first = None
        for coefficients, names in roots.items():
            yield Prose(self._roots(polynomial(coefficients), names), first)
            first = None

    def _meaning(self, tree: Tree, shown: Tree, name: Name | Applied) -> Text:
        if cells(pretty(shown)) > _MOST:
            what = Text(words.TOO_LONG.say(self.language))
            return joined((formula(name), what), titles.COLON.say(self.language))
        equation = formula(Relation(name, "=", shown))
        decimals = self._decimal(tree)
        return joined((equation, decimals), " ≈ ") if decimals.template else equation

    def _roots(self, equation: Tree, names: list[Text]) -> Text:
        listed = joined(names, words.AND_ALSO.say(self.language))
        if cells(pretty(equation)) > _MOST:
            return joined((listed, Text(words.LONG_ROOT.say(self.language))), "")
        several = words.ROOTS if len(names) > 1 else words.ROOT
        return filled(several, self.language, listed, formula(equation))

    def _shown(self, tree: Tree, name: Name | Applied) -> Text:
        """With its decimals, unless a table has them."""
        if isinstance(name, Name) and name.id in self._in_table:
            return formula(name)
        decimals = self._decimal(tree)
        return joined((formula(name), *([decimals] if decimals.template else [])), "\u00a0≈\u00a0")

    def _decimal(self, tree: Tree) -> Text:
        # The parent process has no use for FLINT but this.
        from calctool.algebra.ball.constants import enclose

        bounds = None if tree.names else enclose(tree, self.digits + 2)
        found = decimal(Exact(tree, *(bounds or (None, None))), self.digits)
        return foreign(with_minus(found))


def is_long(tree: Tree) -> bool:
    """Whether a constant has no place in a line."""
    if tree.names:
        return False
    return (
        any(isinstance(part, AlgebraicRoot) for part in walk(tree)) or cells(pretty(tree)) > _LONG
    )
