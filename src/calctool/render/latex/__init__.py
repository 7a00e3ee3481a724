"""A document as a LaTeX fragment; its first lines say which packages it needs."""

from collections.abc import Sequence

from calctool.present.document import Block, Document, Figure, Grid, VariationTable
from calctool.render.latex.blocks import body
from calctool.render.latex.grid import is_long
from calctool.words.printable import cells, printable

_WHOLE = r"""%s
\documentclass[11pt, a4paper]{article}
\usepackage[margin=22mm]{geometry}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1, OT1]{fontenc}
  \DeclareTextSymbolDefault{\textquotedbl}{T1}
\fi
\usepackage{%s}%s
\setlength{\parindent}{0pt}
\setlength{\emergencystretch}{3em}
\begin{document}

%s

\end{document}
"""
_CHINESE = "\n\\usepackage[scheme=plain]{ctex}"


def render(document: Document, *, whole: bool = False) -> str:
    """The fragment, or a file that compiles as it is, ended by a newline."""
    return made(body(document), document.blocks, printable(document.heading), whole=whole)


def made(shown: str, blocks: Sequence[Block], heading: str, *, whole: bool) -> str:
    """What is `shown`, made of the blocks, with the packages that it needs."""
    packages = ", ".join(_packages(blocks, shown))
    is_chinese = cells(shown) > len(shown)
    head = [f"% {heading}"] if heading else []
    if whole:
        if is_chinese:
            head.append("% !TEX program = xelatex")
        return _WHOLE % ("\n".join(head), packages, _CHINESE if is_chinese else "", shown)
    head.append(rf"% \usepackage{{{packages}}}")
    if is_chinese:
        head.append(r"% \usepackage{ctex}, and XeLaTeX")
    return "\n".join([*head, "", shown]) + "\n"


def _packages(blocks: Sequence[Block], shown: str) -> list[str]:
    needed = ["amsmath", "amssymb"]
    if r"\arraybackslash" in shown:
        needed.append("array")
    if r"\resizebox" in shown:
        needed.append("graphicx")
    kinds = {type(block) for block in blocks}
    if VariationTable in kinds:
        needed.append("tkz-tab")
    elif Figure in kinds:
        needed.append("tikz")
    if any(isinstance(block, Grid) and is_long(block) for block in blocks):
        needed.append("longtable")
    return needed
