"""A document in the form asked for; each form is imported when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from calctool.present.document import Document

Form = Literal["text", "latex", "markdown", "html"]


class Terminal(Struct, frozen=True):
    """What the text form has to fit: cells in a line, colour, and which characters."""

    width: int = 80
    colour: bool = False
    ascii_only: bool = False


def rendered(document: Document, form: Form, terminal: Terminal) -> str:
    """The document in that form, ended by a newline."""
    match form:
        case "text":
            from calctool.render import text

            return text.render(
                document,
                width=terminal.width,
                colour=terminal.colour,
                ascii_only=terminal.ascii_only,
            )
        case "latex":
            from calctool.render import latex

            return latex.render(document)
        case "markdown":
            from calctool.render import markdown

            return markdown.render(document)
        case "html":
            from calctool.render import html

            return html.render(document)
