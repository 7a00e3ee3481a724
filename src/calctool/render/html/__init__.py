"""A document as one page for a browser: no script, nothing from the network, valid XML.

Or as a part of somebody else's page, such as a notebook.
"""

from base64 import b64encode
from hashlib import sha256
from html import escape

from calctool.present.document import Document
from calctool.render.html.blocks import body
from calctool.render.html.style import STYLE
from calctool.words import Language
from calctool.words.printable import printable

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="{policy}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def render(document: Document, *, whole: bool = True) -> str:
    """The page, or what stands in one of somebody else, ended by a newline."""
    if not whole:
        return fragment(document)
    heading = escape(printable(document.heading))
    first = f"<h1>{heading}</h1>\n" if heading else ""
    return page(first + body(document), heading or "calctool", document.language)


def page(inside: str, title: str, language: Language, style: str = STYLE) -> str:
    """A page by itself; what is `inside` and the `title` are escaped already."""
    return _PAGE.format(
        language=language, policy=_policy(style), title=title, style=style, body=inside
    )


def fragment(document: Document) -> str:
    """The document inside a page; its style sheet reaches nothing outside of it."""
    return part(body(document), document.language)


def part(inside: str, language: Language, style: str = STYLE) -> str:
    """A part of somebody else's page; what is `inside` is escaped already."""
    scoped = style.replace(":root {", ":scope {").replace("body {", ":scope {")
    return (
        f'<div class="calctool" lang="{language}">\n'
        f"<style>@scope {{{scoped}}}</style>\n{inside}\n</div>\n"
    )


def _policy(style: str) -> str:
    """Forbids everything but this very style sheet."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
