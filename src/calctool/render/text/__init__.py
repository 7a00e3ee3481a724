"""A document for the terminal: lines of at most `width` cells, with or without colour."""

from calctool.present.document import Document
from calctool.render.text.blocks import document_lines
from calctool.render.text.ink import coloured_text, plain_text
from calctool.render.text.page import Page


def render(document: Document, *, width: int, colour: bool, ascii_only: bool) -> str:
    """The document as text, each line ended by a newline; escapes only where `colour` is asked."""
    lines = document_lines(document, Page(width, ascii_only, document.partial, document.language))
    return coloured_text(lines, width) if colour else plain_text(lines)
