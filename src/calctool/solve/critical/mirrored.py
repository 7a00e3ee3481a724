"""Candidates that are images of one another, where f and the stated domain are symmetric."""

from __future__ import annotations

from calctool.algebra.build import negated
from calctool.algebra.clean import clean
from calctool.algebra.extrema import symmetry
from calctool.algebra.extrema.symmetry import Box, Motion, keeps
from calctool.notation.tree import INFINITY, Name, Negative, Tree
from calctool.solve.candidates import CandidatePoint
from calctool.solve.critical.record import CriticalAnswer, CriticalQuestion
from calctool.solve.question import Stretch

_LINE = Stretch(Negative(INFINITY), INFINITY, (False, False))


def orbits(made: CriticalAnswer) -> list[int]:
    """For each point of the answer the first one of which it is the image; all must be listed."""
    question = made.question
    if all(point.value is not None and point.value.is_known for point in made.points):
        return list(range(len(made.points)))

    def is_kept(motion: Motion) -> bool:
        return _keeps_domain(question, motion) and keeps(question.statement, motion)

    return symmetry.orbits(question.wrt, [_box(point) for point in made.points], is_kept)


def _box(point: CandidatePoint) -> Box:
    ends = [(at.low, at.high) for _, at in point.at]
    return [(low, high) for low, high in ends if low is not None and high is not None]


def _keeps_domain(question: CriticalQuestion, motion: Motion) -> bool:
    stated = dict(question.domain)
    return all(stated.get(name, _LINE) == _image(stated, tree) for name, tree in motion.items())


def _image(stated: dict[str, Stretch], tree: Tree) -> Stretch:
    (name,) = tree.names
    own = stated.get(name, _LINE)
    if isinstance(tree, Name):
        return own
    (first, last), (start, end) = own.closed, (own.end, own.start)
    return Stretch(clean(negated(start)), clean(negated(end)), (last, first))
