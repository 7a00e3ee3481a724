"""How an answer should look here: language, width, colour, characters; options come first."""

import os

from msgspec import Struct

from calctool import budget
from calctool.cli.terminal import streams
from calctool.render.forms import Terminal
from calctool.words import Language

_NEEDED = "−·²⁻ˣ′∂√π│┌→≤≥≠✓≈⇒↗↘∪∩•░‖┊●○⠿"
"""What the text form prints beyond ASCII; GBK and cp1252 lack some of it."""
_CHINESE = "答案"


class Look(Struct, frozen=True):
    language: Language
    ascii: bool
    color: bool
    width: int

    @property
    def terminal(self) -> Terminal:
        return Terminal(self.width, self.color, self.ascii)


def language(asked: str | None) -> Language:
    """`asked`, CALCTOOL_LANG, the locale, English; Chinese unasked only where it can be shown."""
    if asked is not None:
        return "zh" if asked == "zh" else "en"
    names = ("CALCTOOL_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    found = next((value for name in names if (value := os.environ.get(name))), "")
    chinese = found.lower().startswith("zh") and streams.can_show(_CHINESE, streams.OUT)
    return "zh" if chinese else "en"


def needs_ascii() -> bool:
    return not streams.can_show(_NEEDED, streams.OUT)


def colored(asked: str | None) -> bool:
    if asked in ("always", "never"):
        return asked == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or os.isatty(streams.OUT)


def width(asked: int | None) -> int:
    """`asked`, COLUMNS, the terminal, 80; always a width that can be filled sensibly."""
    least, most = budget.WIDTH_RANGE
    return max(least, min(most, asked or _columns() or 80))


def _columns() -> int | None:
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit():
        return int(columns[:6])
    try:
        return os.get_terminal_size(streams.OUT).columns
    except OSError:
        return None
