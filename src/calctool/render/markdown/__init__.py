"""A document as Markdown with maths in dollar signs, as GitHub and GitLab show it."""

from calctool.present.document import Document
from calctool.render.markdown.blocks import body


def render(document: Document) -> str:
    """The text, ended by a newline; it holds no HTML."""
    return body(document) + "\n"
