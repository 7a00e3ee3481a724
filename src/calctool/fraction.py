"""Exact rationals: quicktions, which is `fractions` compiled, or `fractions` where it is not there.

The two agree in values, hashes and texts; neither is an instance of the other, so there is one
name for both. A sum costs 0.07 µs instead of 2, and a table a fifth less.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction  # noqa: TID251
else:
    try:
        from quicktions import Fraction
    except ImportError:
        from fractions import Fraction  # noqa: TID251

__all__ = ["Fraction"]
