"""The step that goes by the definition of the derivative, shown below the chain that it ends."""

from collections.abc import Iterable, Iterator

from calctool.present.document import Block, Chain, Link, Prose
from calctool.present.phrases import said
from calctool.solve.answer import Step
from calctool.words import Language


def is_by_definition(step: Step) -> bool:
    return step.rule == "by-definition"


def seam_limits(steps: Iterable[Step], language: Language) -> Iterator[Block]:
    """Each difference quotient that such steps rest on, with its value."""
    for step in filter(is_by_definition, steps):
        yield Prose(said(step.title, language))
        for inner in step.steps:
            link = Link(inner.after, said(inner.title, language), inner.finding.verdict)
            yield Chain(inner.before, (link,))
