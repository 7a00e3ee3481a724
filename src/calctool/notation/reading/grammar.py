"""Tokens to trees by precedence climbing: sums, products, powers; their parts in atoms.py."""

from collections.abc import Sequence
from fractions import Fraction

from calctool.notation.problem import Problem
from calctool.notation.reading import ambiguity, atoms, mistakes, names
from calctool.notation.reading.cursor import Bare, Cursor, Kind
from calctool.notation.tokens.bars import OPEN
from calctool.notation.tokens.lexer import PRINTED_BOUNDS, Token
from calctool.notation.tree import (
    Call,
    Constant,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
)

VALUE_STARTS = frozenset({"number", "name", "(", "√", "⌊", "⌈", "fraction", OPEN})


class Grammar(Cursor):
    """The precedence of signs; each method reads what comes next and gives its tree."""

    def again(self, text: str) -> Tree:
        """Another text, of calctool's own: a formula in the table of synonyms, what it becomes."""
        other = type(self)(text, PRINTED_BOUNDS, self.functions, printed=True)
        try:
            tree = other.sum()
            if other.kind != "end":
                mistakes.unexpected(other)
        except Problem as problem:
            problem.source = problem.source or text
            raise
        return tree

    # --- sums and products ---

    def sum(self) -> Tree:
        start = self.token.start
        first = self.product()
        if self.kind not in ("+", "-"):
            return first
        terms = [first]
        while (kind := self.kind) in ("+", "-"):
            sign = self.advance()
            term = self.product()
            terms.append(term if kind == "+" else Negative(term, span=self.span(sign.start)))
        return Sum(tuple(terms), span=self.span(start))

    def product(self) -> Tree:
        """A leading minus stands before the whole product: -a*b is -(a*b)."""
        minuses = self.signs() if self.kind in ("+", "-") else ()
        start = self.token.start
        factors = [self.power()]
        divided = False
        while True:
            kind = self.kind
            if kind == "*":
                self.advance()
                factors.append(self.factor())
                divided = False
            elif kind == "/":
                factors = [self.quotient(factors, start)]
                divided = True
            elif kind in VALUE_STARTS:
                factors.append(self.implicit_factor(start, divided))
                divided = False
            else:
                break
        tree = factors[0] if len(factors) == 1 else self.joined(factors, start)
        return self.negated(tree, minuses) if minuses else tree

    def factor(self) -> Tree:
        if self.kind in ("+", "-"):
            minuses = self.signs()
            return self.negated(self.power(), minuses)
        return self.power()

    def implicit_factor(self, start: int, divided: bool = False) -> Tree:
        """The next factor of a product without a sign; notes say where readers may differ."""
        before = ambiguity.Before(self, start, divided)
        factor = self.power()
        before.note_product(self)
        return factor

    def quotient(self, factors: list[Tree], start: int) -> Tree:
        numerator = self.joined(factors, start)
        bare = ambiguity.bare_here(self)
        slash = self.advance()
        denominator = self.factor()
        made = Quotient(numerator, denominator, span=self.span(start))
        if bare:
            ambiguity.power_then_quotient(self, bare, slash, denominator)
        self.ends_bare("quotient", start, slash.end, made)
        return made

    def joined(self, factors: list[Tree], start: int) -> Tree:
        return factors[0] if len(factors) == 1 else Product(tuple(factors), span=self.span(start))

    def signs(self) -> list[int]:
        """Where the minus signs of a row of signs stand."""
        minuses: list[int] = []
        while self.kind in ("+", "-"):
            sign = self.advance()
            if sign.kind == "-":
                minuses.append(sign.start)
            if len(minuses) > self.bounds.nesting:
                raise Problem("limit.nesting", sign.span, most=self.bounds.nesting)
        return minuses

    def negated(self, tree: Tree, minuses: Sequence[int]) -> Tree:
        for start in reversed(minuses):
            tree = Negative(tree, span=self.span(start))
        return tree

    # --- powers and what they are made of ---

    def power(self) -> Tree:
        start = self.token.start
        base = self.atom()
        if self.kind == "power":
            return self.raised(base, start)
        if self.kind == "superscript":
            exponent = self.superscript()
            if self.kind in ("power", "superscript"):
                raise Problem("syntax.two-exponents", self.token.span, hint="brackets")
            return self.powered(base, exponent, start)
        return base

    def atom(self) -> Tree:
        reader = atoms.READERS.get(self.kind)
        return reader(self) if reader else mistakes.missing_value(self)

    def raised(self, base: Tree, start: int) -> Tree:
        self.advance()
        self.enter()
        first = self.token
        exponent = self.factor()
        self.leave()
        made = self.powered(base, exponent, start)
        if first.kind != "(" and self.tokens[self.at - 1].kind in ("number", "name"):
            self.ends_bare("power", start, first.start, made)
        return made

    def ends_bare(self, kind: Kind, start: int, last: int, tree: Tree) -> None:
        """Remember what was read, if what comes next could have belonged to its last part."""
        if self.kind in VALUE_STARTS or self.kind == "/":
            self.bare = Bare(kind, start, last, self.end, tree)

    def powered(self, base: Tree, exponent: Tree, start: int) -> Tree:
        if isinstance(base, Constant) and base.id == "e":
            return Call("exp", (exponent,), span=self.span(start))
        return Power(base, exponent, span=self.span(start))

    def superscript(self) -> Tree:
        """The exponent that a run of raised characters spells: ², ⁻¹, ⁿ, ²ˣ."""
        token = self.advance()
        digits = token.text.lstrip("+-")
        letter = digits[-1:] if digits[-1:].isalpha() else ""
        digits = digits.removesuffix(letter)
        signs = len(token.text) - len(digits) - len(letter)
        if signs > 1 or not (digits + letter) or digits.strip("0123456789") or len(digits) > 9:
            raise Problem("syntax.superscript", token.span, hint="exponent")
        parts: list[Tree] = []
        if digits:
            parts.append(Number(Fraction(int(digits)), span=token.span))
        if letter:
            parts.append(names.letter(self, Token("name", letter, token.end - 1, token.end)))
        exponent = self.joined(parts, token.start)
        return self.negated(exponent, [token.start] if token.text[0] == "-" else ())

    def close(self, opening: Token) -> None:
        if self.kind != ")":
            mistakes.not_closed(self, opening)
        self.advance()
