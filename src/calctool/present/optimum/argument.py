"""The derivation of a least or greatest value, a line for each thing that it says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from calctool.notation.tree import Relation
from calctool.present.document import Block, Chain, Link, Text, Title
from calctool.present.optimum.setting import Setting
from calctool.present.phrases import foreign
from calctool.solve.candidates import Extreme, ProofLine
from calctool.verify.verdict import weakest
from calctool.words.extrema import optimum as words


def argument_blocks(setting: Setting) -> Iterator[Block]:
    """Each side with its own head, where there is more than one line to say of it."""
    answer = setting.answer
    sides = ((answer.minimum, words.LEAST), (answer.maximum, words.GREATEST))
    before: tuple[ProofLine, ...] = ()
    for found, caption in sides:
        if found is not None and len(found.proof) > 1:
            yield Title(setting.say(caption))
            yield Chain(None, tuple(_links(found, before, setting)))
            before = found.proof


def _links(found: Extreme, before: tuple[ProofLine, ...], setting: Setting) -> Iterator[Link]:
    """What both sides begin with is said of the first one only."""
    proof = found.proof
    pairs = zip(proof[:-1], before, strict=False)
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    if shared > 1:
        count = sum(max(1, len(line.says)) for line in proof[:shared])
        same = foreign(words.SAME_LINES.say(setting.language, count=count))
        yield Link(None, same, weakest(line.verdict for line in proof[:shared]), alone=True)
        proof = proof[shared:]
    for line in proof:
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
