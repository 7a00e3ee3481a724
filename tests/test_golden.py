"""The layout of the terminal, as whole pages in tests/golden.

`python tests/test_golden.py` writes them anew; look at every difference before keeping it.
"""

from pathlib import Path

import pytest

from calctool.present.document import Document
from calctool.render.text import render
from golden_documents import DOCUMENTS

GOLDEN = Path(__file__).parent / "golden"
PAGES = ((60, False), (80, False), (120, False), (80, True))


def pages(document: Document) -> str:
    """The document at each width, and once in ASCII, under a line that says which."""
    return "\n".join(
        f"[{width} columns{', ascii' if ascii_only else ''}]\n"
        + render(document, width=width, colour=False, ascii_only=ascii_only)
        for width, ascii_only in PAGES
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_page(name):
    assert pages(DOCUMENTS[name]) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_no_page_is_left_over():
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(DOCUMENTS)


if __name__ == "__main__":
    for page, content in DOCUMENTS.items():
        (GOLDEN / f"{page}.txt").write_text(pages(content), encoding="utf-8")
