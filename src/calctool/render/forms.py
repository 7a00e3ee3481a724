"""The forms of an answer; each is imported when it is wanted."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict

if TYPE_CHECKING:
    from calctool.present.document import Document


class Form(Struct, frozen=True):
    """A folder of `render` with a function `render`, which makes text of a document.

    `on_terminal`: it is told the measures of a `Terminal` too. `of_answer`: it is made of the
    answer itself, by `render.wire`.
    """

    suffix: str
    on_terminal: bool = False
    of_answer: bool = False


FORMS = {
    "text": Form("txt", on_terminal=True),
    "json": Form("json", of_answer=True),
    "latex": Form("tex"),
    "markdown": Form("md"),
    "html": Form("html"),
}
"""By what is typed for --format; the first is what a terminal gets."""
OF_DOCUMENTS = tuple(name for name, form in FORMS.items() if not form.of_answer)


class Terminal(Struct, frozen=True):
    """What the text form has to fit: cells in a line, colour, and which characters."""

    width: int = 80
    colour: bool = False
    ascii_only: bool = False


def rendered(document: Document, form: str, terminal: Terminal) -> str:
    """The document in a form of documents, ended by a newline."""
    module: Any = import_module(f"calctool.render.{form}")
    measures = asdict(terminal) if FORMS[form].on_terminal else {}
    made: str = module.render(document, **measures)
    return made
