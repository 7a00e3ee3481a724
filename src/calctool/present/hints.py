"""A part of a derivation without the answer: the next rule, its line, or the first lines."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from calctool.present.document import Block, Chain, Document, Note, Prose, Text, Wishes
from calctool.present.phrases import formula, joined, phrase
from calctool.words import checking as words


def shortened(document: Document, wishes: Wishes) -> Document:
    """What the reader wants to see of the derivation; of anything else nothing is left."""
    chains = [b for b in document.blocks if isinstance(b, Chain) and b.links and b.start]
    if not chains:
        return replace(document, blocks=(Note("note", phrase(words.NO_STEPS, wishes.language)),))
    if wishes.hint == 1:
        return replace(document, blocks=tuple(_rule(chains[0], wishes)))
    return replace(document, blocks=tuple(_lines(chains, wishes.first or 1, wishes)))


def _rule(chain: Chain, wishes: Wishes) -> Iterator[Block]:
    """Where the derivation stands, and the rule that is next, without what it makes."""
    if chain.start is not None:
        yield Prose(formula(chain.start), phrase(words.HINT_AT, wishes.language))
    yield Prose(chain.links[0].why, phrase(words.HINT_NEXT, wishes.language))


def _lines(chains: list[Chain], many: int, wishes: Wishes) -> Iterator[Block]:
    left = many
    for chain in chains:
        if left > 0:
            yield replace(chain, links=chain.links[:left])
        left -= len(chain.links)
    if left < 0:
        more = words.HINT_MORE.say(wishes.language, more=-left)
        yield Note("note", joined((Text(more),), ""))
