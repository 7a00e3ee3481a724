"""A document as a LaTeX fragment; its first lines say which packages it needs."""

from calctool.present.document import Document, Figure, Grid, VariationTable
from calctool.render.latex.blocks import body
from calctool.render.latex.grid import is_long
from calctool.words.printable import cells, printable


def render(document: Document) -> str:
    """The fragment, ended by a newline."""
    shown = body(document)
    heading = printable(document.heading)
    head = [f"% {heading}"] if heading else []
    head.append(rf"% \usepackage{{{', '.join(_packages(document, shown))}}}")
    if cells(shown) > len(shown):
        head.append(r"% \usepackage{ctex}, and XeLaTeX")
    return "\n".join([*head, "", shown]) + "\n"


def _packages(document: Document, shown: str) -> list[str]:
    needed = ["amsmath", "amssymb"]
    if r"\arraybackslash" in shown:
        needed.append("array")
    if r"\resizebox" in shown:
        needed.append("graphicx")
    kinds = {type(block) for block in document.blocks}
    if VariationTable in kinds:
        needed.append("tkz-tab")
    elif Figure in kinds:
        needed.append("tikz")
    if any(isinstance(block, Grid) and is_long(block) for block in document.blocks):
        needed.append("longtable")
    return needed
