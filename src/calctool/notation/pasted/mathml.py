"""MathML: the standard library's parser after DOCTYPE and ENTITY are refused, then LaTeX's reader.

Presentation markup is as ambiguous as LaTeX and becomes its tokens; content markup says its
structure, and becomes tokens with all their brackets.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from calctool.notation.node import Span
from calctool.notation.pasted.latex.commands import LETTER_FUNCTIONS
from calctool.notation.pasted.latex.reader import Reader
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.mathml_content import CONSTANTS, content
from calctool.notation.pasted.mathml_elements import Node, elements
from calctool.notation.pasted.mathml_signs import APPLIES, COMMANDS, DROPPED, SIGNS
from calctool.notation.pasted.pieces import Pasted, joined
from calctool.notation.problem import Problem
from calctool.notation.tokens.characters import ITALIC

_IGNORED = frozenset(("annotation", "annotation-xml", "mspace", "none", "mprescripts", "mphantom"))
_ROWS = frozenset(("math", "mrow", "mstyle", "mpadded", "semantics", "mtd", "menclose"))
_CONTENT = frozenset(("apply", "ci", "cn", "piecewise", "csymbol", *CONSTANTS))


def pasted(text: str) -> Pasted:
    """What the text says in plain notation; raises Problem for what has no clear meaning."""
    found: list[Token] = []
    _tokens(elements(text), found)
    end = found[-1].end if found else len(text)
    reader = Reader(text, [*found, Token("end", "", end, end)])
    run = reader.sequence()
    return replace(joined("mathml", text, run), notes=tuple(reader.notes))


def _tokens(node: Node, found: list[Token]) -> None:
    """The tokens of LaTeX that say the same as an element."""
    if node.tag in _IGNORED:
        return
    if node.tag in _CONTENT:
        content(node, found)
        return
    if node.tag in ("mi", "mn", "mo", "mtext", "ms"):
        _leaf(node, found)
        return
    if write := _STRUCTURES.get(node.tag):
        write(node, found)
        return
    if node.tag and node.tag not in _ROWS:
        raise Problem("mathml.element", node.span, name=node.tag[:40])
    for child in node.children:
        _tokens(child, found)


def _leaf(node: Node, found: list[Token]) -> None:
    text = " ".join(node.text.split()).translate(ITALIC).replace("Β", "B")
    start, end = node.span
    if node.tag == "mn":
        if not re.fullmatch(r"[-−]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?", text):
            raise Problem("mathml.number", node.span, number=text[:40])
        if text[0] in "-−":
            found.append(Token("-", "-", start, start + 1))
        found.append(Token("number", text.lstrip("-−"), start, end))
        return
    if text == APPLIES and found and found[-1].text in LETTER_FUNCTIONS:
        found[-1].kind = "word"
        return
    if text in DROPPED:
        return
    kind = SIGNS.get(text)
    if kind is not None:
        found.append(Token(kind, kind, start, end))
    elif text in COMMANDS:
        found.append(Token("command", COMMANDS[text], start, end))
    elif len(text) == 1 and text.isascii() and text.isalpha() and node.tag != "mtext":
        found.append(Token("letter", text, start, end))
    elif len(text) == 1:
        found.append(Token(text, text, start, end))
    else:
        found.append(Token("word", text, start, end))


def _grouped(node: Node, found: list[Token]) -> None:
    found.append(Token("{", "{", node.start, node.start + 1))
    _tokens(node, found)
    found.append(Token("}", "}", node.end - 1, node.end))


def _base(node: Node, found: list[Token]) -> None:
    if node.tag in ("mi", "mn", "mo"):
        _tokens(node, found)
    else:
        _grouped(node, found)


def _needs(node: Node, count: int) -> list[Node]:
    children = [child for child in node.children if child.tag not in _IGNORED]
    if len(children) != count:
        raise Problem("mathml.element", node.span, name=node.tag)
    return children


def _command(name: str, node: Node) -> Token:
    return Token("command", name, node.start, node.end)


def _fraction(node: Node, found: list[Token]) -> None:
    above, below = _needs(node, 2)
    if node.attributes.get("linethickness", "1")[:1] == "0":
        raise Problem("latex.binomial", node.span, hint="latex.binomial")
    found.append(_command("frac", node))
    _grouped(above, found)
    _grouped(below, found)


def _square_root(node: Node, found: list[Token]) -> None:
    found.append(_command("sqrt", node))
    _grouped(replace(node, tag="mrow"), found)


def _root(node: Node, found: list[Token]) -> None:
    base, degree = _needs(node, 2)
    found += [_command("sqrt", node), Token("[", "[", degree.start, degree.start)]
    _tokens(degree, found)
    found.append(Token("]", "]", degree.end, degree.end))
    _grouped(base, found)


def _scripts(node: Node, found: list[Token]) -> None:
    base, *scripts = _needs(node, 3 if node.tag == "msubsup" else 2)
    _base(base, found)
    signs = {"msub": "_", "msup": "^", "msubsup": "_^"}[node.tag]
    for sign, script in zip(signs, scripts, strict=True):
        found.append(Token(sign, sign, script.start, script.start))
        _grouped(script, found)


def _fenced(node: Node, found: list[Token]) -> None:
    opening = node.attributes.get("open", "(")
    names = {"|": ("lvert", "rvert"), "⌊": ("lfloor", "rfloor"), "⌈": ("lceil", "rceil")}
    start, end = Span(node.start, node.start + 1), Span(node.end - 1, node.end)
    if opening in names:
        first, last = (Token("command", name, *where) for name, where in
                       zip(names[opening], (start, end), strict=True))  # fmt: skip
    else:
        first, last = Token("(", "(", *start), Token(")", ")", *end)
    found.append(first)
    for at, child in enumerate(node.children):
        if at:
            found.append(Token(",", ",", child.start, child.start))
        _tokens(child, found)
    found.append(last)


def _table(node: Node, found: list[Token]) -> None:
    """Rows after a { are cases; others are matrices, which are refused."""
    if not found or found[-1].kind != "\\{":
        raise Problem("latex.vector", node.span, hint="latex.vector", command="mtable")
    found[-1] = Token("command", "begin", node.start, node.start)
    found += _name("cases", node)
    for row in node.children:
        for at, cell in enumerate(row.children):
            if at:
                found.append(Token("&", "&", cell.start, cell.start))
            _tokens(cell, found)
        found.append(Token("command", "\\", row.end, row.end))
    found.append(Token("command", "end", node.end, node.end))
    found += _name("cases", node)


def _name(text: str, node: Node) -> list[Token]:
    return [
        Token("{", "{", *node.span), Token("word", text, *node.span), Token("}", "}", *node.span),
    ]  # fmt: skip


def _accent(node: Node, found: list[Token]) -> None:
    base, accent = _needs(node, 2)
    if node.tag != "mover" or accent.text.strip() not in ("^", "ˆ", "̂"):
        raise Problem("latex.accent", node.span, hint="latex.accent", command=node.tag)
    found.append(_command("hat", node))
    _grouped(base, found)


_STRUCTURES = {
    "mfrac": _fraction, "msqrt": _square_root, "mroot": _root, "msup": _scripts, "msub": _scripts,
    "msubsup": _scripts, "mfenced": _fenced, "mtable": _table, "mover": _accent, "munder": _accent,
}  # fmt: skip
