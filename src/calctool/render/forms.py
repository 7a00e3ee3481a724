"""The forms of an answer; each is imported when it is wanted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict

if TYPE_CHECKING:
    from calctool.present.document import Document
    from calctool.present.handout import Handout


class Form(Struct, frozen=True):
    """A folder of `render` with a function `render`, which makes text of a document.

    `on_terminal`: it is told the measures of a `Terminal` too. `of_answer`: it is made of the
    answer itself, by `render.wire`. `of_handouts`: its `handout` has such a function, too.
    """

    suffix: str
    on_terminal: bool = False
    of_answer: bool = False
    of_handouts: bool = False
    whole: bool | None = None
    """Whether it makes a page by itself unless it is told; None where there are no others."""


FORMS = {
    "text": Form("txt", on_terminal=True, of_handouts=True),
    "json": Form("json", of_answer=True),
    "latex": Form("tex", of_handouts=True, whole=False),
    "markdown": Form("md", of_handouts=True),
    "html": Form("html", of_handouts=True, whole=True),
}
"""By what is typed for --format; the first is what a terminal gets."""
OF_DOCUMENTS = tuple(name for name, form in FORMS.items() if not form.of_answer)
OF_HANDOUTS = tuple(name for name, form in FORMS.items() if form.of_handouts)


class Terminal(Struct, frozen=True):
    """What the text form has to fit: cells in a line, colour, and which characters."""

    width: int = 80
    colour: bool = False
    ascii_only: bool = False


def rendered(
    document: Document, form: str, terminal: Terminal, *, whole: bool | None = None
) -> str:
    """The document in a form of documents, ended by a newline.

    `whole` asks for a page by itself, or for a part of one, in the forms that have both.
    """
    return _made(f"calctool.render.{form}", document, form, terminal, whole)


def rendered_handout(handout: Handout, form: str, terminal: Terminal, *, whole: bool) -> str:
    """The same of several problems."""
    return _made(f"calctool.render.{form}.handout", handout, form, terminal, whole)


def _made(module: str, what: object, form: str, terminal: Terminal, whole: bool | None) -> str:
    record = FORMS[form]
    wishes = asdict(terminal) if record.on_terminal else {}
    if record.whole is not None and whole is not None:
        wishes["whole"] = whole
    renderer: Any = import_module(module)
    made: str = renderer.render(what, **wishes)
    return made
