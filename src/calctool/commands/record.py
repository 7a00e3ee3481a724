"""What is known about a subcommand before any of its code is imported."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from calctool.words import Words


class Command(Struct, frozen=True):
    """What the help says, what can be typed, and what others call it.

    `keys` are the options that make its question, as `Typed` and a line of a batch name them;
    a command without keys answers no question. `options` are those that mean something else
    here than elsewhere. `takes_operator`: d/dx around a pasted text is the question itself.
    """

    name: str
    summary: Words
    details: Words
    examples: tuple[str, ...]
    first_examples: tuple[str, ...] = ()
    """Those that stand in the short help."""
    keys: tuple[str, ...] = ()
    solved_in: str = ""
    """The folder of `solve` that answers it, where it is called otherwise than the command."""
    sample: Mapping[str, Any] = {}
    """A small question that needs much of the solver, in the words of `Typed`."""
    also_called: str = ""
    """Words with blanks between them."""
    options: Mapping[str, Words] = {}
    takes_operator: bool = False
    judges: bool = False
    """Whether it judges an answer to another one, whose options it has, too."""
