"""How much of the answer is proved to be all there is, and why."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.quoted import all_quoted
from calctool.solve.answer import Completeness, State
from calctool.solve.optimum.conclusion import Conclusion
from calctool.solve.optimum.listing.work import Work
from calctool.words import Words
from calctool.words.extrema import multipliers as said


def completeness(end: Conclusion) -> Completeness:
    """How much of the answer is proved to be all there is, why, and what is missing."""
    work = end.work
    if end.feasible is False:
        return Completeness(State.COMPLETE, said.EMPTY)
    missing = tuple(dict.fromkeys(_missing(work)))
    if end.feasible is None:
        missing = (*missing, said.FEASIBILITY_OPEN)
    open_faces = [face for face in work.faces if face.found.state != "complete"]
    if open_faces or missing:
        reason = open_faces[0].found.reason if open_faces else said.NOT_LISTED
        undecided = tuple(box for face in open_faces for box in face.found.undecided)
        return Completeness(State.PARTIAL, reason, missing, work.scope, undecided)
    return Completeness(State.COMPLETE, _reason(work))


def _missing(work: Work) -> Iterator[Words]:
    yield from work.missing
    for face in work.faces:
        yield from face.found.missing
    for sheet in work.sheets:
        if sheet.is_feasible is None:
            listed = all_quoted(sheet.record.equations)
            yield said.SET_OPEN.filled(equations=listed)


def _reason(work: Work) -> Words:
    if len(work.faces) > 1:
        inner = said.CASES.filled(count=len(work.faces))
    else:
        inner = work.faces[0].found.reason
    outer = said.COMPLETE
    return Words(en=outer.marked("en", reason=inner.en), zh=outer.marked("zh", reason=inner.zh))
