"""Signs and colours of the terminal; meaning is always in the sign, never in the colour alone."""

from io import StringIO

from msgspec import Struct

from calctool.present.document import LinkSign, NoteKind
from calctool.render.signs import LINKS
from calctool.verify.verdict import Verdict

Piece = tuple[str, str]
"""A text and the part it plays: a key of _STYLES, or "" for plain text."""
Line = list[Piece]

_STYLES = {
    "caption": "bold cyan",
    "answer": "bold",
    "title": "bold",
    "rule": "dim",
    "why": "dim",
    "number": "dim",
    "proved": "green",
    "sampled": "yellow",
    "undecided": "bold yellow",
    "warning": "bold yellow",
    "note": "dim",
    "arrow": "bold cyan",
    "value": "bold",
    "graph": "cyan",
    "constraint": "cyan",
    "set": "cyan",
    "level": "cyan",
    "derivative": "magenta",
    "tangent": "yellow",
    "secant": "yellow",
    "asymptote": "cyan",
    "envelope": "green",
    "approach": "yellow",
    "second": "yellow",
    "third": "magenta",
    "fourth": "green",
    "spot": "bold",
    "label": "bold",
}


class Signs(Struct, frozen=True):
    marks: dict[NoteKind, str]
    verdicts: dict[Verdict, str]
    bar: str
    almost: str
    links: dict[LinkSign, str]
    box: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    """Top, middle and bottom of a table: left end, line, crossing, right end."""
    upright: str
    unseen: str
    plus_minus: dict[str, str]
    arrows: dict[str, str]
    breaks: dict[str, str]
    gap: str
    dots: str
    plot: dict[str, str]
    """What a sketch is drawn with; no sign for a curve means Braille dots."""


UNICODE = Signs(
    {"proved": "✓", "sampled": "~", "undecided": "?", "warning": "!", "note": "›"},
    {
        Verdict.PROVED: "✓",
        Verdict.SAMPLED: "~",
        Verdict.UNDECIDED: "?",
        Verdict.REFUTED: "✗",
    },
    "─", "≈", LINKS, (tuple("┌─┬┐"), tuple("├─┼┤"), tuple("└─┴┘")), "│", "\ufffd",
    {"+": "+", "-": "−", "0": "0", "?": "?"},
    {"up": "↗", "down": "↘", "flat": "→", "cup": "∪", "cap": "∩", "line": "—", "unknown": "?"},
    {"undefined": " ‖ ", "jump": " ┊ "}, "░", "…",
    {"axis": "─", "upright": "│", "cross": "┼", "pole": "┊", "spot": "●", "open": "○",
     "minimum": "▼", "maximum": "▲", "saddle": "×", "heads": "→↗↑↖←↙↓↘"},
)  # fmt: skip
ASCII = Signs(
    {"proved": "[ok]", "sampled": "[~]", "undecided": "[?]", "warning": "[!]", "note": "-"},
    {
        Verdict.PROVED: "[ok]",
        Verdict.SAMPLED: "[~]",
        Verdict.UNDECIDED: "[?]",
        Verdict.REFUTED: "[no]",
    },
    "-", "~=", {"equal": "=", "follows": "=>", "equivalent": "<=>", "none": ""},
    (tuple("+-++"),) * 3, "|", "?",
    {"+": "+", "-": "-", "0": "0", "?": "?"},
    {"up": "/", "down": "\\", "flat": "--", "cup": "U", "cap": "^", "line": "--", "unknown": "?"},
    {"undefined": " || ", "jump": " | "}, "#", "...",
    {"axis": "-", "upright": "|", "cross": "+", "pole": ":", "spot": "@", "open": "o",
     "minimum": "v", "maximum": "^", "saddle": "x", "heads": ">/A\\</V\\",
     "graph": "*", "constraint": "*", "set": "#",
     "derivative": "#", "tangent": "=", "secant": ".", "level": ".", "asymptote": ".",
     "envelope": ".", "approach": "~", "second": "+", "third": "o", "fourth": "%"},
)  # fmt: skip


def plain_text(lines: list[Line]) -> str:
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def coloured_text(lines: list[Line], width: int) -> str:
    """The lines with the escape sequences of the sixteen standard colours."""
    from rich.console import Console
    from rich.text import Text

    stream = StringIO()
    console = Console(
        file=stream, width=width, force_terminal=True, color_system="standard",
        markup=False, emoji=False, highlight=False, legacy_windows=False,
    )  # fmt: skip
    for line in lines:
        text = Text.assemble(*((piece, _STYLES.get(part, "")) for piece, part in line))
        text.rstrip()
        console.print(text, soft_wrap=True)
    return stream.getvalue()
