"""SymPy objects and trees, each made from the other node by node; no text is ever evaluated."""

from calctool.algebra.bridge.inward import Reading, from_sympy, name_of
from calctool.algebra.bridge.outward import Symbols, exact, symbol, to_sympy

__all__ = ["Reading", "Symbols", "exact", "from_sympy", "name_of", "symbol", "to_sympy"]
