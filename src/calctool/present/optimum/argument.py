"""The derivation of a least or greatest value, a line for each thing that it says."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.tree import Relation
from calctool.present.document import Block, Chain, Link, Text, Title
from calctool.present.optimum.setting import Setting
from calctool.solve.candidates import Extreme, ProofLine
from calctool.words.extrema import optimum as words


def argument_blocks(setting: Setting) -> Iterator[Block]:
    """Each side with its own head, where there is more than one line to say of it."""
    answer = setting.answer
    sides = ((answer.minimum, words.LEAST), (answer.maximum, words.GREATEST))
    for found, caption in sides:
        if found is not None and len(found.proof) > 1:
            yield Title(setting.say(caption))
            yield Chain(None, tuple(_links(found, setting)))


def _links(found: Extreme, setting: Setting) -> Iterator[Link]:
    for line in found.proof:
        yield from _line(line, setting)


def _line(line: ProofLine, setting: Setting) -> Iterator[Link]:
    """The relations of a line one under the other, its reason beside the first."""
    why = setting.foreign(line.why)
    if not line.says:
        yield Link(None, why, line.verdict, alone=True)
    for relation in line.says:
        if relation.left == setting.answer.question.statement:
            relation = Relation(setting.function, relation.sign, relation.right)
        yield Link(setting.short.line(relation), why, line.verdict, alone=True)
        why = Text("")
