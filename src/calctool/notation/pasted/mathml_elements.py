"""MathML as a tree of elements that know their columns; DOCTYPE and ENTITY are refused before."""

from __future__ import annotations

import re
from html import entities
from xml.parsers import expat

from msgspec import Struct, field

from calctool import budget
from calctool.notation.node import Span
from calctool.notation.problem import Problem

_REFUSED = re.compile(r"<!(?:DOCTYPE|ENTITY|\[)|<\?xml-stylesheet", re.IGNORECASE)
_NAMED = re.compile(r"&(?!amp;|lt;|gt;|quot;|apos;|#)([A-Za-z][A-Za-z0-9]*;)")


class Node(Struct):
    """One element; `span` are columns of the pasted text."""

    tag: str
    attributes: dict[str, str]
    start: int
    end: int = 0
    text: str = ""
    children: list[Node] = field(default_factory=list)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def elements(text: str) -> Node:
    """The tree of elements; nothing outside the text is looked at."""
    if len(text) > 8 * budget.EXPRESSION_CHARACTERS:
        most = 8 * budget.EXPRESSION_CHARACTERS
        raise Problem("limit.characters", Span(most, len(text)), count=len(text), most=most)
    if forbidden := _REFUSED.search(text):
        raise Problem("mathml.doctype", Span(*forbidden.span()))
    known, columns = _without_names(text)
    data = _bytes(known)
    places = [n for n, sign in enumerate(known) for _ in range(len(_bytes(sign)))] + [len(known)]
    columns.append(len(text))
    root = Node("", {}, 0, len(text))
    open_nodes = [root]
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def here() -> int:
        return columns[places[min(parser.CurrentByteIndex, len(places) - 1)]]

    def start(tag: str, attributes: dict[str, str]) -> None:
        node = Node(tag.rpartition(":")[2], attributes, here())
        open_nodes[-1].children.append(node)
        open_nodes[-1].text += " "
        open_nodes.append(node)
        if len(open_nodes) > budget.NESTING:
            raise Problem("limit.nesting", node.span, most=budget.NESTING)

    def end(_: str) -> None:
        node = open_nodes.pop()
        node.end = text.find(">", here()) + 1 or len(text)

    def characters(data: str) -> None:
        open_nodes[-1].text += data

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        at = min(here(), max(len(text) - 1, 0))
        raise Problem("mathml.syntax", Span(at, at + 1)) from None
    return root


def _bytes(text: str) -> bytes:
    """Half of a pair of code units is no character: the parser says where it stands."""
    return text.encode(errors="surrogatepass")


def _without_names(text: str) -> tuple[str, list[int]]:
    """Characters for &sdot; and its like, and the column that each character comes from."""
    parts: list[str] = []
    columns: list[int] = []
    last = 0
    for name in _NAMED.finditer(text):
        sign = entities.html5.get(name[1])
        if sign is None or len(sign) != 1 or sign in "<>&":
            continue
        parts += [text[last : name.start()], sign]
        columns += [*range(last, name.start()), name.start()]
        last = name.end()
    parts.append(text[last:])
    columns += range(last, len(text))
    return "".join(parts), columns
