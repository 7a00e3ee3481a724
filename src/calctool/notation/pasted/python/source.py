"""A text of Python as a syntax tree, and the columns of its nodes; nothing is run."""

from __future__ import annotations

import ast
import warnings

from calctool import budget
from calctool.notation.node import Span
from calctool.notation.pasted.pieces import Run
from calctool.notation.problem import Problem
from calctool.words import Note


class Source:
    """One text and its parts, for the readers of single kinds of nodes; `Reader` reads any."""

    def __init__(self, text: str, no_numbers: frozenset[str] = frozenset()) -> None:
        self.no_numbers = no_numbers
        if len(text) > budget.EXPRESSION_CHARACTERS:
            most = budget.EXPRESSION_CHARACTERS
            span = Span(most, len(text))
            raise Problem("limit.characters", span, count=len(text), most=most)
        self.text = text
        self.lines = [0]
        for line in text.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.notes: list[Note] = []
        self.depth = 0
        _check_nesting(text)

    def parsed(self) -> tuple[ast.expr, str]:
        """The expression of the text, and what names it: `def f(x): return`, `y =`, `lambda x:`."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                body = ast.parse(self.text.strip(), mode="exec").body
        except SyntaxError as error:
            at = self.lines[min((error.lineno or 1) - 1, len(self.lines) - 1)]
            start = min(at + max((error.offset or 1) - 1, 0), max(len(self.text) - 1, 0))
            raise Problem("python.syntax", Span(start, start + 1)) from None
        except (RecursionError, MemoryError, ValueError):
            raise Problem("limit.nesting", None, most=budget.NESTING) from None
        if len(body) != 1:
            raise Problem("python.statements", self._whole(), hint="python.statements")
        (statement,) = body
        left = ""
        match statement:
            case ast.FunctionDef(body=[ast.Return(value=ast.expr() as value)]):
                left = self._until(value)
            case ast.Assign(targets=[ast.Name()], value=value):
                left = self._until(value)
            case ast.Return(value=ast.expr() as value) | ast.Expr(value=value):
                pass
            case _:
                raise Problem("python.statements", self._whole(), hint="python.statements")
        if isinstance(value, ast.Lambda):
            value = value.body
        return value, left

    def _whole(self) -> Span:
        return Span(0, len(self.text))

    def _until(self, node: ast.expr) -> str:
        return self.text[: self.span(node).start].strip()

    def span(self, node: ast.expr | ast.keyword) -> Span:
        indent = len(self.text) - len(self.text.lstrip())

        def column(line: int, offset: int) -> int:
            begin = self.lines[line - 1] + (indent if line == 1 else 0)
            row = self.text[begin:].encode()[:offset]
            return begin + len(row.decode("utf-8", "ignore"))

        start = column(node.lineno, node.col_offset)
        end = column(node.end_lineno or node.lineno, node.end_col_offset or node.col_offset)
        return Span(start, max(end, start))

    def run(self, node: ast.expr) -> Run:
        """The plain text of an expression."""
        raise NotImplementedError

    def refused(self, node: ast.expr) -> Problem:
        span = self.span(node)
        return Problem("python.not-arithmetic", span, what=self.text[span.start : span.end][:40])


def _check_nesting(text: str) -> None:
    """Before Python's own parser, which goes down the C stack."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign in "([{") - (sign in ")]}")
        if depth > budget.NESTING:
            raise Problem("limit.nesting", Span(at, at + 1), most=budget.NESTING)
