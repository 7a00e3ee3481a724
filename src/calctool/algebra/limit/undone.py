"""Functions over their own inverses, and over their relatives' inverses, written without them."""

from __future__ import annotations

from calctool.algebra.facts import formula
from calctool.algebra.limit.settle import settled
from calctool.notation.tree import Call, Tree
from calctool.notation.walk import substitute, transform

UNDONE: dict[tuple[str, str], str] = {
    ("sinh", "asinh"): "u",
    ("cosh", "acosh"): "u",
    ("tanh", "atanh"): "u",
    ("cosh", "asinh"): "sqrt(1 + u^2)",
    ("sinh", "acosh"): "sqrt(u - 1)*sqrt(u + 1)",
    ("cosh", "atanh"): "1/sqrt(1 - u^2)",
}
"""f(g(u)) wherever g(u) is defined."""


def undone(tree: Tree) -> Tree:
    """sinh(asinh(x)) as x; equal terms that cancel are let go first."""

    def change(at: Tree) -> Tree | None:
        match at:
            case Call(f, (inner,)) if any(f == outer for outer, _ in UNDONE):
                match settled(inner):
                    case Call(g, (u,)) if (f, g) in UNDONE:
                        return substitute(formula(UNDONE[f, g]), {"u": u})
        return None

    return transform(tree, change)
