"""The expression and the options of one question as they were typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from calctool.notation.tree import Tree


class Typed(Struct, frozen=True):
    """What was typed for one question; a command looks at its own options only.

    `notation` is how it is written, `whole` are names that are no products;
    `drawn` asks for what a picture needs, which shows the `window` and the functions `beside`;
    `delta` asks for increments written Δx.
    """

    expression: str
    wrt: Sequence[str] = ()
    order: str | None = None
    mixed: str | None = None
    of: str | None = None
    at: str | None = None
    domain: Sequence[str] = ()
    where: Sequence[str] = ()
    function: Sequence[str] = ()
    subject_to: Sequence[str] = ()
    assume: Sequence[str] = ()
    zeros: bool = False
    when: str | None = None
    members: str | None = None
    notation: str = "auto"
    whole: Sequence[str] = ()
    drawn: bool = False
    window: Sequence[str] = ()
    beside: Sequence[str] = ()
    delta: bool = False
    judged: Judged | None = None
    defined: Sequence[Defined] = ()
    """What is put in before the texts are read."""


class Defined(Struct, frozen=True):
    """A name that stands for a tree, or a function of some names."""

    name: str
    arguments: tuple[str, ...] | None
    body: Tree


class Judged(Struct, frozen=True):
    """For `check`: the command that the question is for, and the answer that is to be judged.

    An answer is a text, or claims as JSON has them; `lines` are those of a derivation instead.
    """

    about: str
    answer: object = None
    lines: Sequence[str] = ()
    hide_right: bool = False
    hide_witness: bool = False
    accept: Sequence[str] = ()
    form: str | None = None
