"""What --members says: how many members of rows without end are written out, or which ones."""

from __future__ import annotations

import re

from calctool import budget
from calctool.notation.problem import Problem
from calctool.solve.rows import Shown

_FORM = re.compile(r"(?:(-?[0-9]{1,9})[.][.])?(-?[0-9]{1,9})")


def members_shown(text: str | None) -> Shown:
    """The first few by themselves, or from one k to another. Raises Problem for other texts."""
    if text is None:
        return Shown(budget.ROW_MEMBERS)
    found = _FORM.fullmatch(text.strip())
    if found is not None:
        last = int(found[2])
        shown = Shown(last) if found[1] is None else Shown(last - int(found[1]) + 1, int(found[1]))
        if 0 < shown.count <= budget.MEMBERS_SHOWN:
            return shown
    raise Problem("question.members", most=budget.MEMBERS_SHOWN)
