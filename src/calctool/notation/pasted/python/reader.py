"""The nodes of a syntax tree as plain text: arithmetic, names, numbers, and nothing else."""

from __future__ import annotations

import ast

from calctool import budget
from calctool.notation.node import Span
from calctool.notation.pasted.branches import Row
from calctool.notation.pasted.pieces import Piece, Run, bracketed
from calctool.notation.pasted.python import branches, calls
from calctool.notation.pasted.python.names import CONSTANTS, attribute
from calctool.notation.pasted.python.source import Source
from calctool.notation.problem import Problem
from calctool.words.notes import reading_note

_RANKS: dict[type, tuple[str, int]] = {
    ast.Add: ("+", 1), ast.Sub: ("-", 1), ast.Mult: ("*", 2), ast.Div: ("/", 2),
    ast.Pow: ("^", 4),
}  # fmt: skip


class Reader(Source):
    """How each kind of node is written."""

    def run(self, node: ast.expr) -> Run:
        self.depth += 1
        if self.depth > budget.NESTING:
            raise Problem("limit.nesting", self.span(node), most=budget.NESTING)
        found = self._run(node)
        self.depth -= 1
        return found

    def _run(self, node: ast.expr) -> Run:
        match node:
            case ast.Constant():
                return self._constant(node)
            case ast.Name(id):
                return self._name(node, id)
            case ast.BinOp():
                return self._operation(node)
            case ast.UnaryOp(ast.USub() | ast.UAdd() as sign, operand):
                start = self.span(node).start
                typed = "-" if isinstance(sign, ast.USub) else "+"
                return [Piece(typed, start, start + 1), *self._part(operand, 2)]
            case ast.Call():
                return calls.call(self, node)
            case ast.IfExp(test, body, other):
                rows = [Row(self.run(body), branches.condition(self, test), self.span(body))]
                return branches.choice(self, rows, other, self.span(node))
            case ast.Attribute():
                name = attribute(node)
                if name in CONSTANTS:
                    return [Piece(CONSTANTS[name], *self.span(node))]
            case ast.Subscript(ast.Name(id), ast.Constant(int() as index)):
                span = self.span(node)
                typed = self.text[span.start : span.end]
                self.notes.append(reading_note("note.index", typed=typed, name=f"{id}_{index}"))
                return [Piece(f"{id}_{index}", *span)]
        raise self.refused(node)

    def _name(self, node: ast.Name, id: str) -> Run:
        span = self.span(node)
        if id in self.no_numbers:
            raise Problem("code.no-number", span, name=id)
        bare = id.rstrip("_")
        if bare != id and bare:
            self.notes.append(reading_note("note.index", typed=id, name=bare))
        return [Piece(CONSTANTS.get(bare, bare) or id, *span)]

    def _constant(self, node: ast.Constant) -> Run:
        span = self.span(node)
        typed = self.text[span.start : span.end]
        if isinstance(node.value, bool) or not isinstance(node.value, int | float):
            raise self.refused(node)
        digits = typed.replace("_", "")
        is_decimal = digits.translate(str.maketrans("", "", ".+-")).isalnum()
        if not is_decimal or typed[:2].lower() in ("0x", "0b", "0o"):
            raise self.refused(node)
        return [Piece(digits, *span)]

    def _operation(self, node: ast.BinOp) -> Run:
        """Left operands of the same rank need no brackets: a - b + c stays one sum."""
        parts: list[tuple[Piece, ast.expr]] = []
        left: ast.expr = node
        rank = self._rank(node)
        while isinstance(left, ast.BinOp) and self._rank(left) == rank and rank != 4:
            parts.append((self._sign(left), left.right))
            left = left.left
        if rank == 4:
            base = self._part(node.left, 5)
            return [*base, self._sign(node), *bracketed(self.run(node.right))]
        found = self._part(left, rank)
        for sign, right in reversed(parts):
            found += [sign, *self._part(right, rank + 1)]
        return found

    def _sign(self, node: ast.BinOp) -> Piece:
        end, start = self.span(node.left).end, self.span(node.right).start
        return Piece(_RANKS[type(node.op)][0], end, max(start, end))

    def _rank(self, node: ast.BinOp) -> int:
        if type(node.op) not in _RANKS:
            end, start = self.span(node.left).end, self.span(node.right).start
            sign = self.text[end:start].strip()
            hint = "python.power" if isinstance(node.op, ast.BitXor) else None
            raise Problem("python.operator", Span(end, start), hint=hint, sign=sign)
        return _RANKS[type(node.op)][1]

    def _part(self, node: ast.expr, least: int) -> Run:
        """An operand, in brackets where it binds less."""
        found = self.run(node)
        match node:
            case ast.BinOp():
                rank = self._rank(node)
            case ast.UnaryOp():
                rank = 2
            case _:
                rank = 9
        return found if rank >= least else bracketed(found)
