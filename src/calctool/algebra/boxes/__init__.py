"""All solutions of equations inside a box, proved one by one in ball arithmetic.

`zeros_in` is what others use: complete in the box, or with the parts of it that stay open.
"""

from typing import TYPE_CHECKING

from calctool.later import later

if TYPE_CHECKING:
    from calctool.algebra.boxes.place import BoxPlace, BoxScalar
    from calctool.algebra.boxes.zeros import zeros_in

__all__ = ["BoxPlace", "BoxScalar", "zeros_in"]

if not TYPE_CHECKING:
    __getattr__ = later(
        __name__,
        {
            "place": ("BoxPlace", "BoxScalar"),
            "zeros": ("zeros_in",),
        },
    )
