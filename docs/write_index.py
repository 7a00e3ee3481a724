"""Write the index of the atlas anew: which family a function is in, and what its spellings are;
and add the ids of new lines of the textbook to ids.txt.

A family is only loaded when one of its functions occurs; so names cannot be read off the records.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from textwrap import wrap

from calctool import atlas
from calctool.atlas.record import Function

PLACE = Path(atlas.__file__).with_name("index.py")
IDS = Path(__file__).with_name("ids.txt")
HEAD = '''"""Where each name of a function leads; made from the records by docs/write_index.py."""
'''


def records() -> list[tuple[str, Function]]:
    """Every record with its family."""
    return [
        (family, function)
        for family in (*atlas.FAMILIES, "composed")
        for function in import_module(f"calctool.atlas.{family}").FUNCTIONS
    ]


def written() -> str:
    listed = records()
    trees = [(family, f) for family, f in listed if not f.formula]
    tables: list[tuple[str, str, dict[str, str]]] = [
        ("FAMILY", "The file of each function that a tree can contain.",
         {f.id: family for family, f in trees}),
        ("SPELLINGS", "Their ids and other names.",
         {name: f.id for _, f in trees for name in (f.id, *f.names)}),
        ("ALIASES", "What others call them.",
         {name: f.id for _, f in trees for name in f.also}),
        ("LINES", "The function of each line of the textbook.",
         {line.id: f.id for _, f in trees for line in f.lines}),
        ("COMPOSED", "The abbreviations.",
         {name: f.id for _, f in listed if f.formula for name in (f.id, *f.names, *f.also)}),
    ]  # fmt: skip
    return HEAD + "".join(map(_table, tables))


def _table(table: tuple[str, str, dict[str, str]]) -> str:
    name, meaning, rows = table
    listed = " ".join(f'"{key}":\0"{value}",'.replace(" ", "\1") for key, value in rows.items())
    lines = wrap(listed, 96, break_long_words=False, break_on_hyphens=False)
    inside = "".join(f"    {line}\n" for line in lines).replace("\0", " ").replace("\1", " ")
    return f'\n{name}: dict[str, str] = {{\n{inside}}}  # fmt: skip\n"""{meaning}"""\n'


if __name__ == "__main__":
    PLACE.write_text(written(), "utf-8")
    lines = {line.id for _, function in records() for line in function.lines}
    released = IDS.read_text("utf-8").split()
    IDS.write_text("\n".join(sorted({*released, *lines})) + "\n", "utf-8")
