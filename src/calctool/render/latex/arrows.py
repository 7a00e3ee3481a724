r"""The row of f in the language of \tkzTabVar, where that can say all that the row says.

tkz-tab draws an arrow from each level to the next by itself, so a row is only given to it when
those are the arrows of the row.
"""

from msgspec import Struct

from calctool.present.document import Arrow, Blank, Break, Cell, Gap, Level, Row, Value
from calctool.render.latex.words import Writing

_SIGNS: dict[Level, str] = {"top": "+", "middle": "", "bottom": "-"}
_RISE = {"up": ("-", "+"), "down": ("+", "-")}


class _Code(Struct, frozen=True):
    """One entry, and the levels at which arrows arrive and leave; "" where none may."""

    text: str
    arrives: str = ""
    leaves: str = ""


def arrows(row: Row, writing: Writing) -> list[str] | None:
    """The commands of the row; None where it holds what tkz-tab has no sign for."""
    passed = [_is_passed(row, place) for place in range(len(row.at))]
    codes: list[_Code] = []
    for place, cell in enumerate(row.at):
        code = _Code("R/") if passed[place] else _code(cell, _gap_after(row, place), writing)
        if code is None:
            return None
        codes.append(code)
    if not _agree(row, codes, passed):
        return None
    entries = ", ".join(code.text for code in codes)
    return [rf"\tkzTabVar{{{entries}}}", *_passed_values(row, passed, writing)]


def _gap_after(row: Row, place: int) -> bool:
    return place < len(row.between) and isinstance(row.between[place], Gap)


def _is_passed(row: Row, place: int) -> bool:
    """Whether one arrow runs through a stop: f goes on rising, or falling."""
    cell = row.at[place]
    if not 0 < place < len(row.at) - 1 or row.between[place - 1] != row.between[place]:
        return False
    passable = isinstance(cell, Blank) or (isinstance(cell, Value) and cell.level == "middle")
    return passable and isinstance(row.between[place], Arrow)


def _code(cell: Cell, gap: bool, writing: Writing) -> _Code | None:
    hatched = "H" if gap else ""
    match cell:
        case Value(text, level) if level != "middle":
            sign = _SIGNS[level]
            return _Code(f"{sign}{hatched}/ {{{writing.words(text)}}}", sign, sign)
        case Break(kind, Value() as left, Value() as right, None) if not gap:
            sides = _SIGNS[left.level], _SIGNS[right.level]
            if not all(sides):
                return None
            bar = "D" if kind == "undefined" else "V"
            shown = f"{{{writing.words(left.text)}}} / {{{writing.words(right.text)}}}"
            return _Code(f"{bar.join(sides)}/ {shown}", *sides)
        case Break("undefined", Value(text, level), None, None) if level != "middle":
            sign = _SIGNS[level]
            return _Code(f"{sign}D{hatched}/ {{{writing.words(text)}}}", arrives=sign)
        case Break("undefined", None, Value(text, level), None) if level != "middle" and not gap:
            sign = _SIGNS[level]
            return _Code(f"D{sign}/ {{{writing.words(text)}}}", leaves=sign)
    return None


def _agree(row: Row, codes: list[_Code], passed: list[bool]) -> bool:
    """Whether the arrows that tkz-tab will draw are those of the row."""
    start = 0
    for end in range(1, len(codes)):
        if passed[end]:
            continue
        between = row.between[end - 1]
        if isinstance(between, Arrow):
            if _RISE.get(between.shape) != (codes[start].leaves, codes[end].arrives):
                return False
        elif not isinstance(between, Gap) or (codes[end].arrives and not codes[end].leaves):
            return False
        start = end
    return True


def _passed_values(row: Row, passed: list[bool], writing: Writing) -> list[str]:
    r"""The values on arrows that run through, as \tkzTabIma puts them there."""
    kept = [place for place, is_passed in enumerate(passed) if not is_passed]
    found: list[str] = []
    for place, cell in enumerate(row.at):
        if passed[place] and isinstance(cell, Value):
            start = max(each for each in kept if each < place)
            end = min(each for each in kept if each > place)
            where = f"{{{start + 1}}}{{{end + 1}}}{{{place + 1}}}"
            found.append(rf"\tkzTabIma{where}{{{writing.words(cell.text)}}}")
    return found
