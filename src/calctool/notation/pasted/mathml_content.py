"""Content MathML: <apply><plus/>…</apply>; every bracket is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.problem import Problem

if TYPE_CHECKING:
    from calctool.notation.pasted.mathml_elements import Node

_INFIX = {"plus": "+", "times": "*", "eq": "=", "lt": "<", "gt": ">", "leq": "≤", "geq": "≥",
          "neq": "≠"}  # fmt: skip
_FUNCTIONS = {
    "exp": "exp", "ln": "ln", "abs": "abs", "floor": "floor", "ceiling": "ceil", "max": "max",
    "min": "min", "arcsinh": "asinh", "arccosh": "acosh", "arctanh": "atanh",
} | {
    prefix + name: ("a" if prefix else "") + name
    for name in ("sin", "cos", "tan", "cot", "sec", "csc")
    for prefix in ("", "arc")
} | {name: name for name in ("sinh", "cosh", "tanh", "coth", "sech", "csch")}  # fmt: skip
CONSTANTS = {"pi": "pi", "exponentiale": "e", "infinity": "oo", "true": "True"}


def content(node: Node, found: list[Token]) -> None:
    """The tokens of one element of content markup."""
    match node.tag:
        case "ci":
            found.append(_word(_one_text(node), node))
        case "cn":
            _number(node, found)
        case "apply":
            _apply(node, found)
        case "piecewise":
            _piecewise(node, found)
        case tag if tag in CONSTANTS:
            found.append(_word(CONSTANTS[tag], node))
        case _:
            raise Problem("mathml.element", node.span, name=node.tag[:40])


def _one_text(node: Node) -> str:
    """x; or v_1 for <ci><mml:msub>…"""
    own = "".join(node.text.split())
    parts = [own, *("".join(_one_text(child).split()) for child in node.children)]
    return "_".join(filter(None, parts))


def _word(text: str, node: Node) -> Token:
    return Token("plain", text, node.start, node.end)


def _sign(sign: str, node: Node) -> Token:
    return Token(sign, sign, node.start, node.start + 1)


def _number(node: Node, found: list[Token]) -> None:
    parts = node.text.split()
    if len(parts) == 2 and node.attributes.get("type") == "rational":
        found.append(_word(f"({parts[0]}/{parts[1]})", node))
    elif len(parts) == 1 and parts[0].lstrip("-").replace(".", "", 1).isdigit():
        text = parts[0]
        found.append(_word(f"({text})" if text[0] == "-" else text, node))
    else:
        raise Problem("mathml.number", node.span, number=" ".join(parts)[:40])


def _apply(node: Node, found: list[Token]) -> None:
    if not node.children:
        raise Problem("mathml.element", node.span, name=node.tag)
    operator, *operands = node.children
    name = operator.tag
    extra = {each.tag: each for each in operands if each.tag in ("degree", "logbase")}
    operands = [each for each in operands if each.tag not in extra]
    found.append(_sign("(", node))
    match name, operands:
        case "minus", [only]:
            found.append(_sign("-", operator))
            _in_brackets(only, found)
        case (("minus" | "divide" | "power"), [left, right]):
            _in_brackets(left, found)
            found.append(_word({"minus": "-", "divide": "/", "power": "^"}[name], operator))
            _in_brackets(right, found)
        case "root", [inner]:
            degree = extra.get("degree")
            found.append(_word("root" if degree else "sqrt", operator))
            _listed([inner, *(degree.children if degree else ())], node, found)
        case "log", [inner]:
            base = extra.get("logbase")
            found.append(_word("log" if base else "log10", operator))
            _listed([inner, *(base.children if base else ())], node, found)
        case _ if name in _INFIX and operands:
            for at, operand in enumerate(operands):
                found += [_word(_INFIX[name], operator)] if at else []
                _in_brackets(operand, found)
        case _ if name in _FUNCTIONS or name == "ci":
            known = _FUNCTIONS[name] if name != "ci" else _one_text(operator)
            found.append(_word(known, operator))
            _listed(operands, node, found)
        case _:
            raise Problem("mathml.element", operator.span, name=name[:40])
    found.append(_sign(")", node))
    if name in ("eq", "lt", "gt", "leq", "geq", "neq"):
        # A relation stands without brackets.
        del found[-1]
        opening = next(n for n in range(len(found) - 1, -1, -1) if found[n].start == node.start
                       and found[n].kind == "(")  # fmt: skip
        del found[opening]


def _in_brackets(node: Node, found: list[Token]) -> None:
    found.append(_sign("(", node))
    content(node, found)
    found.append(_sign(")", node))


def _listed(nodes: Iterable[Node], node: Node, found: list[Token]) -> None:
    found.append(_sign("(", node))
    for at, each in enumerate(nodes):
        found += [_sign(",", each)] if at else []
        content(each, found)
    found.append(_sign(")", node))


def _piecewise(node: Node, found: list[Token]) -> None:
    found += [_word("Piecewise", node), _sign("(", node)]
    for at, row in enumerate(node.children):
        found += [_sign(",", row)] if at else []
        found.append(_sign("(", row))
        content(row.children[0], found)
        found.append(_sign(",", row))
        if row.tag == "otherwise":
            found.append(_word("True", row))
        else:
            content(row.children[1], found)
        found.append(_sign(")", row))
    found.append(_sign(")", node))
